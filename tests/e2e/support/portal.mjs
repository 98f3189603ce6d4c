import { serveDemo } from '../../../scripts/serve-demo.mjs';
import { openBrowser } from './site.mjs';

/** Whether this run is the one in Firefox, which has no DevTools protocol. */
export const isFirefox = process.env.RO_CHU_BROWSER === 'firefox';

/** How long a state is waited for at most, in ms. */
const WAIT_MS = 10_000;

/**
 * The demo portal in the browser of this run. Each reader that comes has storage of their own.
 *
 * @returns {Promise<{ url: string, newReader: (options?: object) => Promise<Reader>, close: () => Promise<void> }>}
 */
export async function openPortal() {
  const demo = await serveDemo({ port: 0 });
  const browser = await openBrowser();
  return {
    url: demo.url,
    newReader: async (options) => new Reader(await browser.createBrowserContext(), demo.url, options),
    async close() {
      await browser.close();
      await demo.close();
    },
  };
}

/** One person at the portal, with any number of tabs. */
class Reader {
  /** Errors, warnings and failed requests of all the tabs; a test ends by looking that there are none. */
  complaints = [];
  #context;
  #url;
  #options;

  constructor(context, url, { width = 1280, height = 900, isStill = false } = {}) {
    this.#context = context;
    this.#url = url;
    this.#options = { width, height, isStill };
  }

  /** Opens a tab at a page of the portal, such as `khong/index.html`. */
  async open(path = 'index.html') {
    const { width, height, isStill } = this.#options;
    const page = await this.#context.newPage();
    await page.setViewport({ width, height });
    page.setDefaultTimeout(WAIT_MS);
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      if (/^(error|warn)/.test(message.type())) this.complaints.push(message.text());
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.url().endsWith('/favicon.ico')) this.complaints.push(response.url());
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(this.#url) && !/^(data|about|blob):/.test(url)) this.complaints.push(`left for ${url}`);
    });
    await page.evaluateOnNewDocument(watch, isStill);
    await this.go(page, path);
    return page;
  }

  /** Goes to another page in a tab, as by its address. */
  async go(page, path) {
    await page.goto(this.#url + path, { waitUntil: 'load' });
    await settled(page);
  }

  close() {
    return this.#context.close();
  }
}

/** Runs before the page's own scripts: keeps what the live region says, and stops the portal's ticker where asked to. */
function watch(isStill) {
  window.said = [];
  if (isStill) {
    // Only while the page loads: that is when the portal starts its own.
    const { setInterval } = window;
    window.setInterval = () => 0;
    window.addEventListener('load', () => void (window.setInterval = setInterval));
  }
  // The element with focus, inside whatever shadow root.
  window.focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  window.addEventListener('load', async () => {
    if (!window.roChu) return;
    await window.roChu.ready;
    const root = document.querySelector('ro-chu-toolbar').shadowRoot;
    new MutationObserver(() => {
      const text = root.querySelector('[role=status]').textContent;
      if (text) window.said.push(text);
    }).observe(root, { childList: true, subtree: true, characterData: true });
  });
}

/** Waits until the page shows what the reader chose. */
export async function settled(page) {
  await page.evaluate(async () => {
    await window.roChu?.ready;
    await window.roChu?.set({});
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
}

/** Follows a link with the mouse and waits for the page it leads to. */
export async function follow(page, selector) {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(selector)]);
  await settled(page);
}

/** What the live region said since the last call, once it has come to say `text`. */
export async function hear(page, text) {
  await page
    .waitForFunction((wanted) => window.said.at(-1) === wanted, { polling: 50 }, text)
    .catch(async () => {
      const said = await page.evaluate(() => window.said);
      throw new Error(`"${text}" was not said; ${said.length ? `"${said.join('", "')}" was` : 'nothing was'}`);
    });
  return page.evaluate(() => window.said.splice(0));
}

/**
 * Presses Tab until the element with focus matches, within shadow roots too.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} selector
 * @param {{ isBack?: boolean, limit?: number }} [options] isBack: Shift+Tab; limit: presses, default 30
 */
export async function tabTo(page, selector, { isBack = false, limit = 30 } = {}) {
  const passed = [];
  for (let press = 0; press < limit; press += 1) {
    if (isBack) await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (isBack) await page.keyboard.up('Shift');
    const [isThere, name] = await page.evaluate(
      (wanted) => [window.focused()?.matches(wanted) ?? false, window.focused()?.outerHTML.slice(0, 60)],
      selector,
    );
    if (isThere) return;
    passed.push(name);
  }
  throw new Error(`Tab did not reach ${selector} in ${limit} presses; it came by ${passed.join(' | ')}`);
}

/** Size of the text of an element, in px, and its colour. */
export const look = (page, selector) =>
  page.$eval(selector, (element) => {
    const { fontSize, color } = getComputedStyle(element);
    return { size: parseFloat(fontSize), color };
  });
