import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { launchOptions } from '../scripts/browsers/launch-options.mjs';
import { PROGRAMS } from './programs.mjs';

const IN_PAGE = readFileSync(new URL('in-page.js', import.meta.url), 'utf8');

/** How long a page is left alone before it is measured, in ms. */
const REST_MS = 500;

/** What the longest wait for one answer of a page may be, in ms. */
const ANSWER_LIMIT_MS = 120_000;

/**
 * @typedef {object} Step One press and what followed, ms; see `measureStep` in `in-page.js`.
 * @property {string} program
 * @property {number} round
 * @property {number} step 1 is the first application
 * @property {number} scriptMs
 * @property {number} laidOutMs
 * @property {number} frameMs
 * @property {number | null} shownMs
 * @property {number} settledMs
 * @property {number} longestTaskMs
 * @property {number | null} busyMs what the page's main thread worked from the press until all was done (Chromium only)
 * @property {number | null} layoutMs the share of that which was styling and layout (Chromium only)
 */

/**
 * @typedef {object} Plan
 * @property {number[]} sizes elements of each page
 * @property {(size: number) => number} rounds fresh tabs of the floor and of Rõ Chữ; the peers get one
 * @property {(size: number) => number} steps presses in a tab
 * @property {number} growthSize elements of the page on which it is counted what grew
 * @property {number} tickerSize elements of the page with a ticker
 * @property {number} tickerSeconds
 */

/** Starts a browser for measuring. */
export function startBrowser(name) {
  return puppeteer.launch({ ...launchOptions(name), protocolTimeout: ANSWER_LIMIT_MS });
}

/**
 * Opens a page in a context of its own, so that nothing is stored or cached from the one before.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 * @param {string} program
 */
export async function openPage(browser, url, program) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(url, { waitUntil: 'load', timeout: ANSWER_LIMIT_MS });
  await page.evaluate(IN_PAGE);
  await page.evaluate((name) => globalThis.bench.ready(name), program);
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  return { page, close: () => context.close() };
}

/**
 * Measures the steps of every program on one page.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {{ pageUrl: Function }} server
 * @param {{ elements: number, rounds: number, steps: number, say: (text: string) => void }} options
 * @returns {Promise<Step[]>}
 */
export async function measureSteps(browser, server, { elements, rounds, steps, say }) {
  const isChromium = !(await browser.version()).startsWith('firefox');
  const records = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const program of Object.keys(PROGRAMS)) {
      const isPeer = program !== 'floor' && program !== 'roChu';
      if (isPeer && round > 1) continue;
      say(`${elements} elements, round ${round} of ${rounds}: ${PROGRAMS[program].title}`);
      const { page, close } = await openPage(browser, server.pageUrl({ elements, program }), program);
      for (let step = 1; step <= steps; step += 1) {
        const before = await readMetrics(page, isChromium);
        const figures = await page.evaluate((name, n) => globalThis.bench.measureStep(name, n), program, step);
        const after = await readMetrics(page, isChromium);
        records.push({
          program,
          round,
          ...figures,
          busyMs: before && after && (after.TaskDuration - before.TaskDuration) * 1000,
          layoutMs: before && after && (layoutSeconds(after) - layoutSeconds(before)) * 1000,
        });
      }
      await close();
    }
  }
  return records;
}

/**
 * Counts what each program lets grow.
 *
 * @returns {Promise<Record<string, { texts: number, doubled: number, grown: number, sidewaysPx: number }>>}
 */
export async function measureGrowth(browser, server, elements) {
  const counts = {};
  for (const [program, { clicksToDouble }] of Object.entries(PROGRAMS)) {
    const { page, close } = await openPage(browser, server.pageUrl({ elements, program }), program);
    counts[program] = await page.evaluate(
      (name, n) => globalThis.bench.measureGrowth(name, n),
      program,
      clicksToDouble,
    );
    await close();
  }
  return counts;
}

/** What the page's main thread has done so far. */
const readMetrics = (page, isChromium) => (isChromium ? page.metrics() : null);

const layoutSeconds = ({ LayoutDuration, RecalcStyleDuration }) => LayoutDuration + RecalcStyleDuration;
