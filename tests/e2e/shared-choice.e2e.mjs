// A choice shared by the hosts of one domain: real cookies, real hosts, real tabs. Names under .vn lead to this machine.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { launchOptions } from '../../scripts/browsers/launch-options.mjs';

const BROWSER = process.env.RO_CHU_BROWSER ?? 'chromium';
const HOSTS = ['sokhcn.laichau.gov.vn', 'soyte.laichau.gov.vn', 'www.hanoi.gov.vn', 'so.laichau.vn'];
const DEFAULTS = {
  textScale: 1,
  contrast: 0,
  colorScheme: 'page',
  textSpacing: false,
  font: 'page',
  highlightLinks: false,
  stillMotion: false,
  readingGuide: 'off',
  bigPointer: false,
  reading: { scheme: 'light', textScale: 1 },
};
const CHOSEN = { ...DEFAULTS, textScale: 1.5, contrast: 2, reading: { scheme: 'sepia', textScale: 1.2 } };

let server;
let port;
let browser;
let context;

before(async () => {
  const entry = fileURLToPath(new URL('../../src/storage/preferences-storage.ts', import.meta.url));
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'roChuStorage' } },
  });
  const html = `<!doctype html><html lang="vi"><title>Trang</title><script>${output[0].code}</script>`;
  const sandbox =
    '<!doctype html><html lang="vi"><title>Khung</title><iframe sandbox="allow-scripts" src="/"></iframe>';
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(request.url === '/sandbox' ? sandbox : html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address());
  const options = launchOptions(BROWSER);
  browser = await puppeteer.launch(
    BROWSER === 'firefox'
      ? { ...options, extraPrefsFirefox: { 'network.dns.localDomains': HOSTS.join() } }
      : {
          ...options,
          args: [...options.args, `--host-resolver-rules=${HOSTS.map((host) => `MAP ${host} 127.0.0.1`)}`],
        },
  );
});

after(async () => {
  await browser?.close();
  server?.close();
});

afterEach(async () => {
  await context?.close();
  context = undefined;
});

/** Opens a tab of a host, with storage open and loaded; `window.heard` is what it heard from elsewhere. */
async function openTab(host, domain) {
  context ??= await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.goto(`http://${host}:${port}/`);
  await use(tab, domain);
  return tab;
}

/** Opens storage in a page or a frame. */
function use(frame, domain) {
  return frame.evaluate((asked) => {
    window.heard = [];
    window.storage = window.roChuStorage.openPreferencesStorage(window, { domain: asked });
    window.loaded = window.storage.load();
    window.storage.onExternalChange((value) => window.heard.push(value));
  }, domain);
}

const loaded = (frame) => frame.evaluate(() => window.loaded);
const save = (frame, value) => frame.evaluate((given) => window.storage.save(given), value);
const cookies = (tab) => tab.evaluate(() => document.cookie);

/** What a tab has heard, once it has heard anything. */
async function heard(tab) {
  await tab.waitForFunction(() => window.heard.length > 0, { timeout: 10_000 });
  return tab.evaluate(() => window.heard);
}

describe('a choice shared by the hosts of a domain', () => {
  const domain = '.laichau.gov.vn';

  it('is found by the next page of another host, and by no host outside the domain', async () => {
    const tab = await openTab('sokhcn.laichau.gov.vn', domain);
    assert.equal(await cookies(tab), '', 'a cookie before any choice');
    assert.deepEqual(await save(tab, CHOSEN), { isKept: true, problems: [] });
    assert.deepEqual(await loaded(await openTab('soyte.laichau.gov.vn', domain)), {
      value: CHOSEN,
      problems: [],
      isNew: false,
    });
    assert.equal(await cookies(await openTab('www.hanoi.gov.vn')), '');
  });

  it('reaches an open tab of another host when the reader comes back to it', async () => {
    const first = await openTab('sokhcn.laichau.gov.vn', domain);
    const second = await openTab('soyte.laichau.gov.vn', domain);
    await second.bringToFront();
    await save(second, CHOSEN);
    await first.bringToFront();
    assert.deepEqual(await heard(first), [CHOSEN]);
  });

  it('reaches an open tab of another host at once where the browser tells of cookies', async () => {
    // *.localhost counts as secure, which the cookie store asks for.
    const first = await openTab('so-mot.tinh.localhost', '.tinh.localhost');
    const second = await openTab('so-hai.tinh.localhost', '.tinh.localhost');
    assert.equal(await first.evaluate(() => 'cookieStore' in window), true);
    await save(second, CHOSEN);
    assert.deepEqual(await heard(first), [CHOSEN]);
  });

  it('reaches an open tab of the same host at once, once', async () => {
    const first = await openTab('sokhcn.laichau.gov.vn', domain);
    const second = await openTab('sokhcn.laichau.gov.vn', domain);
    await save(second, CHOSEN);
    assert.deepEqual(await heard(first), [CHOSEN]);
    await first.bringToFront();
    assert.deepEqual(await heard(first), [CHOSEN]);
  });

  it('is caught up with by a page that the Back button brings back', async () => {
    const tab = await openTab('sokhcn.laichau.gov.vn', domain);
    await tab.evaluate(() => (window.isFirst = true));
    await tab.goto(`http://soyte.laichau.gov.vn:${port}/`);
    await use(tab, domain);
    await save(tab, CHOSEN);
    // Not by `goBack`: puppeteer waits for a load event, and a page brought back alive has none.
    await tab.evaluate(() => void setTimeout(() => history.back()));
    await tab.waitForFunction(() => location.hostname.startsWith('sokhcn.') && 'roChuStorage' in window, {
      timeout: 10_000,
    });
    // Brought back alive it has to hear of the choice; loaded anew it has to find it.
    const isAlive = await tab.evaluate(() => window.isFirst === true);
    if (!isAlive) await use(tab, domain);
    assert.deepEqual(isAlive ? (await heard(tab))[0] : (await loaded(tab)).value, CHOSEN);
  });

  it('survives a reload with every field', async () => {
    const tab = await openTab('sokhcn.laichau.gov.vn', domain);
    await save(tab, CHOSEN);
    await tab.reload();
    await use(tab, domain);
    assert.deepEqual(await loaded(tab), { value: CHOSEN, problems: [], isNew: false });
  });
});

describe('a domain that no cookie can have', () => {
  it('is refused before it is tried where it is public', async () => {
    const tab = await openTab('sokhcn.laichau.gov.vn', '.gov.vn');
    assert.match((await loaded(tab)).problems[0], /expected sokhcn\.laichau\.gov\.vn or .* received "\.gov\.vn"/);
    assert.equal((await save(tab, CHOSEN)).isKept, true);
    assert.equal(await cookies(tab), '');
  });

  it('is named when the browser refuses it, and the site itself still keeps the choice', async () => {
    const tab = await openTab('so.laichau.vn', '.laichau.vn');
    assert.deepEqual(await save(tab, CHOSEN), {
      isKept: true,
      problems: ['The browser did not take a cookie for laichau.vn.'],
    });
    assert.deepEqual((await loaded(await openTab('so.laichau.vn', '.laichau.vn'))).value, CHOSEN);
  });
});

describe('a sandboxed frame', () => {
  it('has no storage, and nothing throws', async () => {
    const tab = await openTab('sokhcn.laichau.gov.vn');
    await tab.goto(`http://sokhcn.laichau.gov.vn:${port}/sandbox`);
    const frame = tab.frames().find((each) => each !== tab.mainFrame());
    await frame.waitForFunction(() => 'roChuStorage' in window, { timeout: 10_000 });
    await use(frame, '.laichau.gov.vn');
    assert.deepEqual(await loaded(frame), { value: DEFAULTS, problems: [], isNew: false });
    assert.equal((await save(frame, CHOSEN)).isKept, false);
  });
});
