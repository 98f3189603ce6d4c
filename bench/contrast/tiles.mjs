import { setTimeout as sleep } from 'node:timers/promises';
import { decodePng } from './png.mjs';

/**
 * Scrolls a page from top to bottom, a window at a time, and back.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<boolean | void>} visit called at each stop; true ends it
 * @param {{ most?: number }} [options] stops at most
 */
export async function eachWindow(page, visit, { most = 30 } = {}) {
  for (let stop = 0, last = -1; stop < most; stop += 1) {
    const at = await page.evaluate(async (n) => {
      // Less than a window, so that a line cut by the edge of one is whole in the next.
      window.scrollTo({ left: 0, top: n * (window.innerHeight - 120), behavior: 'instant' });
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      return Math.round(window.scrollY);
    }, stop);
    if (at === last) break;
    last = at;
    await sleep(60);
    if (await visit()) break;
  }
  await page.evaluate(() => window.scrollTo({ left: 0, top: 0, behavior: 'instant' }));
}

/** What the window shows, in pixels. */
export async function shoot(page) {
  return decodePng(
    await page.screenshot({
      captureBeyondViewport: false,
      ...(page.browser().protocol === 'cdp' && { optimizeForSpeed: true }),
    }),
  );
}
