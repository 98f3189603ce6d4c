import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHEETS, TICKER_SCRIPT, writePage } from './pages.mjs';
import { addPictures } from './contrast/pictures-page.mjs';
import { CONTRAST_PROGRAMS } from './contrast/programs.mjs';
import { PROGRAMS } from './programs.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Folders whose files are served, by the first part of the address. */
const FOLDERS = {
  widget: join(ROOT, 'dist/widget'),
  bench: join(ROOT, 'bench'),
  sienna: join(ROOT, 'node_modules/sienna-accessibility/dist'),
  accessibility: join(ROOT, 'node_modules/accessibility/dist'),
  darkreader: join(ROOT, 'node_modules/darkreader'),
};
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

const HEADERS = {
  // Nothing leaves this machine, whatever a program asks for.
  'content-security-policy': "default-src 'self' 'unsafe-inline' data:",
  // Isolated pages have clocks of 5 to 20 µs instead of 0.1 to 1 ms.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/**
 * Serves the generated pages and the programs on a free port of this machine.
 *
 * @param {{ widgetFolder?: string }} [options] another folder than `dist/widget` to take the widget from
 * @returns {Promise<{ pageUrl: (page: { elements: number, program: string, ticker?: boolean, hasPictures?: boolean }) => string, close: () => void }>}
 */
export async function servePages({ widgetFolder = FOLDERS.widget } = {}) {
  const folders = { ...FOLDERS, widget: widgetFolder };
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://localhost'), folders).then(
      ({ type, body }) => response.writeHead(200, { ...HEADERS, 'content-type': type }).end(body),
      () => response.writeHead(404, HEADERS).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    pageUrl: ({ elements, program, ticker = false, hasPictures = false }) =>
      `http://127.0.0.1:${port}/page?elements=${elements}&program=${program}${ticker ? '&ticker=1' : ''}${hasPictures ? '&pictures=1' : ''}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer({ pathname, searchParams }, folders) {
  const [, first, ...rest] = pathname.split('/');
  if (first === 'page') return { type: 'text/html; charset=utf-8', body: pageFor(searchParams) };
  const name = normalize(decodeURIComponent(rest.join('/')));
  if (first === 'sheets' && name in SHEETS) return { type: 'text/css; charset=utf-8', body: SHEETS[name] };
  const folder = folders[first];
  if (!folder || name.startsWith('..')) throw new Error(`Nothing is served as ${pathname}`);
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  return { type: `${type}; charset=utf-8`, body: await readFile(join(folder, name)) };
}

function pageFor(searchParams) {
  const { script } = { ...PROGRAMS, ...CONTRAST_PROGRAMS }[searchParams.get('program') ?? 'floor'];
  const page = writePage({
    elements: Number(searchParams.get('elements')),
    headScript: script ? `<script defer src="${script}"></script>` : '',
    bodyScript: searchParams.has('ticker') ? TICKER_SCRIPT : '',
  });
  return searchParams.has('pictures') ? addPictures(page) : page;
}
