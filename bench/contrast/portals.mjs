// The saved portals, opened as ../shared/tools/measure.mjs opens them, so that both see the same pages.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { launchOptions } from '../../scripts/browsers/launch-options.mjs';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const PORTALS = join(SHARED, 'corpus/gov-vn/');
const IN_PAGE = readFileSync(new URL('in-page.js', import.meta.url), 'utf8');

/** What moves by itself is held still; the highlight takes texts away without a change to the page. */
const STILL = `marquee{display:block!important;overflow:visible!important}
*,::before,::after{transition:none!important;animation:none!important}
::highlight(judge-hidden){color:transparent;-webkit-text-fill-color:transparent;text-shadow:none}`;

/** How long a page is left alone after what it is told, ms; as measure.mjs does. */
export const REST_MS = 700;

/** Whether the saved portals lie beside the project. */
export const hasPortals = () => existsSync(join(SHARED, 'tools/serve.mjs')) && existsSync(PORTALS);

/** Addresses of the saved pages within their folder, those that contain `match`. */
export const portalNames = (match) =>
  htmlFiles(PORTALS)
    .map((file) => relative(PORTALS, file))
    .filter((name) => name.includes(match));

const htmlFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? htmlFiles(path) : /\.html?$/.test(entry.name) ? [path] : [];
    })
    .sort();

/**
 * Starts Chromium and a server of the saved portals.
 *
 * @param {{ widgetFolder: string }} options
 */
export async function openPortals({ widgetFolder }) {
  const { serve } = await import(join(SHARED, 'tools/serve.mjs'));
  const server = await serve({ '/widget/': join(widgetFolder, '/'), '/pages/': PORTALS });
  const options = launchOptions('chromium');
  const browser = await puppeteer.launch({
    ...options,
    // Animated images stand at their first frame; text is smoothed in greys alone.
    args: [...options.args, '--disable-gpu', '--blink-settings=imageAnimationPolicy=2', '--disable-lcd-text'],
    protocolTimeout: 240_000,
  });
  return {
    /** Opens a saved page, or the HTML given, without the widget. */
    async open({ name = '', html = '', width, scale = 1 }) {
      const page = await browser.newPage();
      await page.setBypassCSP(true);
      await page.setViewport({ width, height: 900, deviceScaleFactor: scale });
      await page.setRequestInterception(true);
      page.on('request', (request) =>
        request.url().startsWith(server.url) || /^(data|blob):/.test(request.url())
          ? request.continue()
          : request.abort(),
      );
      if (html) await page.setContent(html);
      else await page.goto(`${server.url}/pages/${encodeURI(name)}`, { waitUntil: 'load', timeout: 60_000 });
      await page.addStyleTag({ content: STILL });
      await page.evaluate(() => document.querySelectorAll('marquee').forEach((marquee) => marquee.stop?.()));
      await sleep(REST_MS);
      await page.evaluate(IN_PAGE);
      return page;
    },
    /** Adds the built widget to a page. */
    async mount(page) {
      await page.addScriptTag({ url: `${server.url}/widget/ro-chu.js` });
      await page.evaluate(() => window.roChu.ready);
      await sleep(REST_MS);
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Sets preferences and waits until the page has come to rest. */
export async function set(page, patch) {
  await page.evaluate((wanted) => window.roChu.set(wanted), patch);
  await sleep(REST_MS);
}
