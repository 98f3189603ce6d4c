/**
 * Serves the demo portal on this machine: `node scripts/serve-demo.mjs [--port N]`.
 *
 *   /               widget/demo, the portal with Rõ Chữ
 *   /khong/         the same pages with the script tag taken out
 *   /ro-chu/        dist/widget, the built script
 *   /so-sanh.html   both side by side
 */
import { once } from 'node:events';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Only this machine: a demo has no business on the network. */
const HOST = '127.0.0.1';
const PORTS_TRIED = 100;
const LAST_PORT = 65535;

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.rtf', 'application/rtf'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
]);

/** The tag as owners write it, and the white space before it, so that no blank line is left behind. */
const RO_CHU_TAG = /[ \t]*<script\b[^>]*\bsrc\s*=\s*["']?[^"'\s>]*\/ro-chu\.js\b[^>]*>\s*<\/script>[ \t]*\r?\n?/gi;

/**
 * Takes every Rõ Chữ script tag out of a page's HTML and leaves the rest as it is.
 *
 * @param {string} html
 * @returns {string}
 */
export function removeRoChuTag(html) {
  return html.replace(RO_CHU_TAG, '');
}

/**
 * Starts the demo server and says where it listens and how to stop it.
 *
 * @param {object} [options]
 * @param {number} [options.port] First port tried, 0 to 65535, default 8080; when taken, the next; 0 takes any free one.
 * @param {string} [options.root] The project folder, which holds widget/demo and dist/widget; default this repository.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 * @throws {RangeError} When the port is not a whole number from 0 to 65535.
 * @throws {Error} When none of the 100 ports from there on is free, or the system refuses to listen (its own error).
 */
export async function serveDemo({ port = 8080, root = fileURLToPath(new URL('..', import.meta.url)) } = {}) {
  if (!Number.isInteger(port) || port < 0 || port > LAST_PORT) {
    throw new RangeError(`port: expected a whole number from 0 to ${LAST_PORT}, got ${String(port)}`);
  }
  const folders = { demo: resolve(root, 'widget/demo'), built: resolve(root, 'dist/widget') };
  const server = createServer((request, response) => {
    answer(request, folders)
      .catch((error) => plain(500, `Internal error: ${error instanceof Error ? error.message : String(error)}\n`))
      .then(({ status, headers, body }) => {
        response.writeHead(status, {
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'content-length': Buffer.byteLength(body),
          ...headers,
        });
        response.end(request.method === 'HEAD' ? undefined : body);
      });
  });
  const taken = await listenOnFreePort(server, port);
  return {
    url: `http://${HOST}:${taken}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Listens on the first free port from `first` on. */
async function listenOnFreePort(server, first) {
  const last = first === 0 ? 0 : Math.min(first + PORTS_TRIED - 1, LAST_PORT);
  for (let port = first; port <= last; port += 1) {
    try {
      server.listen(port, HOST);
      // Rejects with the server's own error, and leaves no listener behind for the next try.
      await once(server, 'listening');
      return server.address().port;
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`no free port from ${first} to ${last}`);
}

async function answer(request, { demo, built }) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return plain(405, 'Only GET and HEAD\n', { allow: 'GET, HEAD' });
  }
  const path = decodePath(request.url ?? '/');
  if (path === null) return plain(400, 'Bad path\n');
  // A browser never sends these; whoever does is looking for files that are not ours to give.
  if (path.split(/[\\/]/).some((part) => part === '..' || part.startsWith('.'))) return plain(403, 'Refused\n');

  if (path === '/khong' || path === '/ro-chu') return moved(`${path}/`);
  if (path === '/khong/so-sanh.html') return moved('/so-sanh.html');
  if (path.startsWith('/ro-chu/')) {
    return (await file(built, path.slice('/ro-chu/'.length))) ?? plain(404, 'Not built: run npm run build\n');
  }
  const isWithout = path.startsWith('/khong/');
  const found =
    (await file(demo, path.slice(isWithout ? '/khong/'.length : 1) || 'index.html')) ?? (await notFound(demo));
  return isWithout && found.isPage ? { ...found, body: removeRoChuTag(found.body.toString('utf8')) } : found;
}

/** The path of a request with its escapes resolved, or null when it makes no sense. */
function decodePath(url) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return path.startsWith('/') && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}

/** A file inside `folder`, or null; links that lead out of the folder are not followed. */
async function file(folder, path) {
  try {
    const [home, target] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    const inside = relative(home, target);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) return null;
    if (!(await stat(target)).isFile()) return null;
    const type = TYPES.get(extname(target).toLowerCase()) ?? 'application/octet-stream';
    const isPage = type.startsWith('text/html');
    return { status: 200, headers: { 'content-type': type }, body: await readFile(target), isPage };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code)) return null;
    throw error;
  }
}

async function notFound(demo) {
  const page = await file(demo, '404.html');
  return page === null ? plain(404, 'Not found\n') : { ...page, status: 404 };
}

const plain = (status, body, headers = {}) => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body,
});
const moved = (location) => ({ status: 302, headers: { location }, body: '' });

if (process.argv[1] !== undefined && (await isThisFile(process.argv[1]))) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' } } });
  const port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN;
  try {
    const { url, close } = await serveDemo({ port });
    console.log(`Demo portal: ${url}\nSide by side: ${url}so-sanh.html`);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function isThisFile(path) {
  try {
    return (await realpath(path)) === (await realpath(fileURLToPath(import.meta.url)));
  } catch {
    return false;
  }
}
