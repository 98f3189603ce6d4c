// Our extractor as `../shared/tools/score-reading.mjs` takes one (`--engine bench/reading-engine.mjs`), run from a folder with jsdom.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const { JSDOM, VirtualConsole } = createRequire(join(process.cwd(), 'package.json'))('jsdom');
const entry = fileURLToPath(new URL('../src/features/reading-mode/extract.ts', import.meta.url));
const built = await build({
  configFile: false,
  logLevel: 'error',
  build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['es'], fileName: 'extract' } },
});
const file = join(mkdtempSync(join(tmpdir(), 'ro-chu-')), 'extract.mjs');
writeFileSync(file, [built].flat()[0].output[0].code);
const { extractReading } = await import(pathToFileURL(file).href);
const virtualConsole = new VirtualConsole();

/**
 * Extracts an article from a page.
 *
 * @param {string} html
 * @param {string} url
 * @returns {{ title: string, byline: string | null, date: string | null, kind: string, content: string }}
 */
export function extract(html, url) {
  const { document } = new JSDOM(html, { url: URL.canParse(url) ? url : 'https://example.com/', virtualConsole })
    .window;
  const { title, byline, date, kind, content } = extractReading(document);
  const box = document.createElement('div');
  box.append(content);
  return { title, byline, date, kind, content: box.innerHTML };
}
