import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeRoChuTag, serveDemo } from '../../scripts/serve-demo.mjs';

const TAG = '<script src="/ro-chu/ro-chu.js" data-controls="auto" defer></script>';

/** A project of our own making, so that the test needs no build. */
let root: string;
let outside: string;
let demo: Awaited<ReturnType<typeof serveDemo>>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ro-chu-demo-'));
  outside = await mkdtemp(join(tmpdir(), 'ro-chu-outside-'));
  await writeFile(join(outside, 'secret.txt'), 'secret');
  await writeFile(join(root, 'package.json'), 'secret');
  await mkdir(join(root, 'widget/demo/css'), { recursive: true });
  await mkdir(join(root, 'widget/demo/img'), { recursive: true });
  await mkdir(join(root, 'dist/widget'), { recursive: true });
  await writeFile(join(root, 'dist/widget/ro-chu.js'), 'built();');
  const files = {
    'index.html': `<!DOCTYPE html>\n<html lang="vi">\n<head>\n<title>Trang chủ</title>\n${TAG}\n</head>\n<body>Cỡ chữ</body>\n</html>\n`,
    'so-sanh.html': '<title>So sánh</title>',
    '404.html': `<title>Không tìm thấy</title>\n${TAG}\n`,
    'css/portal.css': 'body { color: #333 }',
    'img/anh.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '.giau': 'secret',
    'la.xyz': 'x',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, 'widget/demo', name), text);
  await symlink(join(outside, 'secret.txt'), join(root, 'widget/demo/link.txt'));
  demo = await serveDemo({ port: 0, root });
});

afterAll(async () => {
  await demo.close();
  await rm(root, { recursive: true });
  await rm(outside, { recursive: true });
});

/** A request whose path is sent as it stands; `fetch` would tidy `..` away before it is sent. */
async function ask(
  path: string,
  method = 'GET',
): Promise<{ status: number; type: string; text: string; headers: NodeJS.Dict<string | string[]> }> {
  const { hostname, port } = new URL(demo.url);
  const sent = request({ hostname, port, path, method });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
  return {
    status: response.statusCode ?? 0,
    type: response.headers['content-type'] ?? '',
    text,
    headers: response.headers,
  };
}

describe('serveDemo: where it listens', () => {
  it('takes the next port when the one asked for is taken', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const second = await serveDemo({ port, root });
    try {
      expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
      expect((await fetch(second.url)).status).toBe(200);
    } finally {
      await second.close();
      other.close();
    }
  });

  it('gives its port back when closed, even with a connection left open', async () => {
    const first = await serveDemo({ port: 0, root });
    const port = Number(new URL(first.url).port);
    await (await fetch(first.url, { headers: { connection: 'keep-alive' } })).text();
    await first.close();
    const second = await serveDemo({ port, root });
    expect(Number(new URL(second.url).port)).toBe(port);
    await second.close();
  });

  it.each([-1, 65_536, 1.5, Number.NaN])('refuses the port %s and says what it expected', async (port) => {
    await expect(serveDemo({ port, root })).rejects.toThrow(RangeError);
    await expect(serveDemo({ port, root })).rejects.toThrow(
      `expected a whole number from 0 to 65535, got ${String(port)}`,
    );
  });
});

describe('serveDemo: what it serves', () => {
  it('serves the home page at / with the tag, and at /khong/ the same without it', async () => {
    const [withTag, without] = [await ask('/'), await ask('/khong/')];
    expect(withTag.text).toContain(TAG);
    expect(without.status).toBe(200);
    expect(without.text).toBe(withTag.text.replace(`${TAG}\n`, ''));
    expect(Number(without.headers['content-length'])).toBe(Buffer.byteLength(without.text));
  });

  it('serves everything else under /khong/ unchanged', async () => {
    expect((await ask('/khong/css/portal.css')).text).toBe('body { color: #333 }');
  });

  it('serves the built script, and says how to build what is missing', async () => {
    expect((await ask('/ro-chu/ro-chu.js')).text).toBe('built();');
    const missing = await ask('/ro-chu/ro-chu-reading.js');
    expect(missing.status).toBe(404);
    expect(missing.text).toContain('npm run build');
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/css/portal.css', 'text/css; charset=utf-8'],
    ['/ro-chu/ro-chu.js', 'text/javascript; charset=utf-8'],
    ['/img/anh.svg', 'image/svg+xml; charset=utf-8'],
    ['/la.xyz', 'application/octet-stream'],
    ['/khong-co', 'text/html; charset=utf-8'],
  ])('%s has the type %s, and is not kept by the browser', async (path, type) => {
    const answer = await ask(path);
    expect(answer.type).toBe(type);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('answers HEAD with the headers alone', async () => {
    const [head, get] = [await ask('/', 'HEAD'), await ask('/')];
    expect(head.text).toBe('');
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
  });

  it('ignores the query, and leads /khong and /khong/so-sanh.html where they belong', async () => {
    expect((await ask('/index.html?muc=1')).status).toBe(200);
    expect((await ask('/khong')).headers['location']).toBe('/khong/');
    expect((await ask('/khong/so-sanh.html')).headers['location']).toBe('/so-sanh.html');
  });

  it('answers a missing page with the portal page for it', async () => {
    const answer = await ask('/khong-co.html');
    expect(answer.status).toBe(404);
    expect(answer.text).toBe(`<title>Không tìm thấy</title>\n${TAG}\n`);
    const without = await ask('/khong/khong-co.html');
    expect(without.status).toBe(404);
    expect(without.text).toBe('<title>Không tìm thấy</title>\n');
  });
});

describe('serveDemo: what it refuses', () => {
  it.each([
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/css/..%5c..%5c..%5cpackage.json',
    '/khong/../../../package.json',
    '/ro-chu/..%2f..%2fpackage.json',
    '/.giau',
    '/khong/.giau',
  ])('%s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('secret');
  });

  it('a link that leads out of the folder', async () => {
    const answer = await ask('/link.txt');
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('secret');
  });

  it.each(['//etc/passwd', '/khong//etc/passwd', '/css', '/css/', '/index.html/x', `/${'a'.repeat(5000)}`])(
    '%.30s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it.each(['/%', '/%E0%A4%A', '/index.html%00.txt'])('the path %s, which makes no sense', async (path) => {
    expect((await ask(path)).status).toBe(400);
  });

  it('anything but GET and HEAD', async () => {
    const answer = await ask('/', 'POST');
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('GET, HEAD');
  });
});

describe('removeRoChuTag', () => {
  it.each([
    '<script src="/ro-chu/ro-chu.js" defer></script>',
    "<script defer data-lang='vi' src='../ro-chu/ro-chu.js'></script>",
    '<SCRIPT SRC=/ro-chu/ro-chu.js DEFER>\n</SCRIPT>',
    '<script src="https://cdn.example/x/ro-chu.js?v=1"></script>',
  ])('takes out %s', (tag) => {
    expect(removeRoChuTag(`<head>\n  ${tag}\n</head>`)).toBe('<head>\n</head>');
  });

  it('leaves every other script alone', () => {
    const html =
      '<script src="js/portal.js"></script><script>var a = "ro-chu.js";</script><script src="/my-ro-chu.js"></script>';
    expect(removeRoChuTag(html)).toBe(html);
  });
});
