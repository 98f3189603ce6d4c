import { setTimeout as sleep } from 'node:timers/promises';
import { openPage, startBrowser } from './measure-browser.mjs';

/**
 * What Rõ Chữ costs on a page that goes on changing: two Chromium side by side show the same page, whose ticker adds a
 * node each second, one with text at twice its size by Rõ Chữ, one as it is.
 *
 * The ticker starts with the clock, so that the first look which it brings about is part of the time.
 *
 * @param {{ pageUrl: Function }} server
 * @param {{ elements: number, seconds: number }} options
 * @returns {Promise<{ elements: number, seconds: number, plainShare: number, withShare: number, share: number, layouts: number, longestTaskMs: number }>}
 *   shares of one core, 0 to 1; `share` and `layouts` are the difference
 */
export async function measureTicker(server, { elements, seconds }) {
  const [plain, scaled] = await Promise.all([
    watch(server, { elements, seconds, program: 'floor', isScaled: false }),
    watch(server, { elements, seconds, program: 'roChu', isScaled: true }),
  ]);
  return {
    elements,
    seconds,
    plainShare: plain.taskShare,
    withShare: scaled.taskShare,
    share: scaled.taskShare - plain.taskShare,
    layouts: scaled.layouts - plain.layouts,
    longestTaskMs: scaled.longestTaskMs,
  };
}

async function watch(server, { elements, seconds, program, isScaled }) {
  const browser = await startBrowser('chromium');
  try {
    const { page } = await openPage(browser, server.pageUrl({ elements, program, ticker: true }), program);
    // The tenth press is the one to 200 %.
    if (isScaled) await page.evaluate((name) => globalThis.bench.press(name, 10), program);
    await sleep(500);
    const before = await page.metrics();
    await page.evaluate(() => {
      globalThis.startTicker();
      globalThis.watchedTasks = globalThis.bench.watchTasks();
    });
    await sleep(seconds * 1000);
    const after = await page.metrics();
    const wall = after.Timestamp - before.Timestamp;
    return {
      taskShare: (after.TaskDuration - before.TaskDuration) / wall,
      layouts: after.LayoutCount - before.LayoutCount,
      longestTaskMs: await page.evaluate(() => globalThis.watchedTasks.end()),
    };
  } finally {
    await browser.close();
  }
}
