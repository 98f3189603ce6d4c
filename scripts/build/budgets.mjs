import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../setup/run.mjs';

/** The most each built file may weigh after gzip -9, in bytes. Raised only in a commit of its own. */
export const BUDGETS = {
  'dist/widget/ro-chu.js': 24_000,
  'dist/widget/ro-chu-engine.js': 21_000,
  'dist/widget/ro-chu-contrast.js': 18_000,
  'dist/widget/ro-chu-adjustments.js': 12_000,
  'dist/widget/ro-chu-typography.js': 7_000,
  'dist/widget/ro-chu-reading.js': 35_000,
};

/**
 * @typedef {{ file: string, bytes: number | null, budget: number, line: string }} Measured
 *   bytes: after gzip -9, null where the file was not built
 */

/**
 * Weighs every built file that has a budget.
 *
 * @returns {Measured[]}
 */
export function measureBudgets() {
  return Object.entries(BUDGETS).map(([file, budget]) => {
    const path = join(root, file);
    const bytes = existsSync(path) ? gzipSync(readFileSync(path), { level: 9 }).length : null;
    return { file, bytes, budget, line: `${file}: ${bytes ?? 'not built'} of ${budget} bytes gzip` };
  });
}

/**
 * @param {readonly Measured[]} measured
 * @returns {string[]} one line for each file that is missing or too heavy
 */
export function findBudgetProblems(measured) {
  return measured
    .filter(({ bytes, budget }) => bytes === null || bytes > budget)
    .map(({ file, bytes, budget }) =>
      bytes === null ? `${file} was not built.` : `${file} is ${bytes - budget} bytes over its budget of ${budget}.`,
    );
}
