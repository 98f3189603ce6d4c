import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** @typedef {typeof import('./color-code.mjs')} Colors */

/**
 * The widget's own colour code (src/color), so that a report says what the widget would do.
 *
 * @returns {Promise<Colors>}
 */
export async function loadColors() {
  const entry = fileURLToPath(new URL('color-code.mjs', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', minify: false, lib: { entry, formats: ['es'], fileName: 'colors' } },
  });
  const [{ output }] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (result);
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}
