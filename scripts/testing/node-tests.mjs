import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/run.mjs';

/**
 * The files of a folder that Node's own test runner runs, by their ending `.e2e.mjs` or `.test.mjs`.
 *
 * @param {string} folder below the project's folder
 * @returns {string[]}
 */
export function testFiles(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => /\.(e2e|test)\.mjs$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Reads the totals at the end of what Node's test runner prints as TAP.
 *
 * @param {string} output
 * @returns {{ passed: number, failed: number }}
 */
export function countNodeTests(output) {
  const total = (/** @type {string} */ name) => Number(output.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  return { passed: total('pass'), failed: total('fail') + total('cancelled') };
}
