import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { root, runTool } from '../setup/run.mjs';

/** Where the package's declarations begin, below dist/types. */
const ENTRY = 'widget/module-entry.d.ts';

/**
 * Writes the declarations of the package's module into dist/types, and only those it needs.
 *
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function buildTypes() {
  const result = await runTool('typescript/bin/tsc', ['--project', 'tsconfig.types.json'], { minutes: 3 });
  if (result.code !== 0) return result;
  const folder = join(root, 'dist/types');
  const needed = declarationsFrom(join(folder, ENTRY));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    if (!name.endsWith('.d.ts')) continue;
    if (needed.has(file)) writeFileSync(file, pointAtDeclarations(readFileSync(file, 'utf8')));
    else rmSync(file);
  }
  return result;
}

/**
 * Every declaration file that one needs, itself included.
 *
 * @param {string} file
 * @param {Set<string>} [found]
 * @returns {Set<string>}
 */
function declarationsFrom(file, found = new Set()) {
  if (found.has(file) || !existsSync(file)) return found;
  found.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from|import) ?\(?['"](\.[^'"]+)\.ts['"]/g)) {
    declarationsFrom(resolve(dirname(file), `${path}.d.ts`), found);
  }
  return found;
}

/**
 * Our modules import each other as `./x.ts`; the package holds `x.d.ts`, which is found as `./x.js`.
 *
 * @param {string} declarations
 * @returns {string}
 */
export function pointAtDeclarations(declarations) {
  return declarations.replace(/((?:from|import) ?\(?['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2');
}
