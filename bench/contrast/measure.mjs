import { readFileSync } from 'node:fs';
import { openPage } from '../measure-browser.mjs';
import { askAxe } from './axe.mjs';
import { comparePictures, photograph } from './pictures.mjs';
import { CONTRAST_PROGRAMS } from './programs.mjs';
import { traceScripts } from './trace.mjs';

const STEPS = readFileSync(new URL('steps-in-page.js', import.meta.url), 'utf8');
const JUDGE = readFileSync(new URL('in-page.js', import.meta.url), 'utf8');

/**
 * @typedef {object} ContrastStep One press and what followed, ms.
 * @property {string} program
 * @property {number} step 1 is the first application
 * @property {number} floorMs what styling and laying out the whole page costs the browser, in the same tab before
 * @property {number} callMs
 * @property {number | null} shownMs null: the page never looked otherwise
 * @property {number} doneMs
 * @property {number} longestTaskMs
 * @property {number | null} scriptMs what the page's main thread spent in scripts, from a round of its own that is traced (Chromium only)
 * @property {number | null} layoutMs what it spent in styling and layout until all was done (Chromium only)
 * @property {number | null} busyMs and in all
 */

/**
 * Measures the presses of every program on one page.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {{ pageUrl: Function }} server
 * @param {{ elements: number, rounds: number, steps: number, say: (text: string) => void }} options `rounds` for Rõ Chữ; the others get one
 * @returns {Promise<ContrastStep[]>}
 */
export async function measureContrastSteps(browser, server, { elements, rounds, steps, say }) {
  const hasMetrics = !(await browser.version()).startsWith('firefox');
  const records = [];
  for (const program of Object.keys(CONTRAST_PROGRAMS)) {
    for (let round = 1; round <= (program === 'roChu' ? rounds : 1); round += 1) {
      say(`contrast, ${elements} elements: ${CONTRAST_PROGRAMS[program].title}`);
      const { page, close } = await open(browser, server.pageUrl({ elements, program }), program);
      const floorMs = await page.evaluate(() => globalThis.contrastBench.measureFloor());
      await new Promise((resolve) => setTimeout(resolve, 300));
      for (let step = 1; step <= steps; step += 1) {
        const before = hasMetrics ? await page.metrics() : null;
        const figures = await page.evaluate((name, n) => globalThis.contrastBench.measureStep(name, n), program, step);
        const after = hasMetrics ? await page.metrics() : null;
        const spent = (...names) =>
          before && after && names.reduce((sum, name) => sum + (after[name] - before[name]) * 1000, 0);
        records.push({
          program,
          floorMs,
          ...figures,
          scriptMs: null,
          layoutMs: spent('LayoutDuration', 'RecalcStyleDuration'),
          busyMs: spent('TaskDuration'),
        });
      }
      await close();
    }
    if (!hasMetrics) continue;
    const { page, close } = await open(browser, server.pageUrl({ elements, program }), program);
    for (let step = 1; step <= steps; step += 1) {
      const scriptMs = await traceScripts(page, () =>
        page.evaluate((name, n) => globalThis.contrastBench.measureStep(name, n), program, step),
      );
      for (const record of records) if (record.program === program && record.step === step) record.scriptMs = scriptMs;
    }
    await close();
  }
  return records;
}

/**
 * Judges what each program made of a page with pictures, after one press.
 *
 * @returns {Promise<Record<string, { violations: number, undecided: number, pictures: number, changed: number, dimmed: number }>>}
 *   by program, and `page` for the page as it is; AAA; pictures whose pixels changed, and of these such as were only dimmed
 */
export async function judgeContrast(browser, server, elements, say) {
  const results = {};
  for (const program of ['page', ...Object.keys(CONTRAST_PROGRAMS)]) {
    say(`contrast, what is left: ${CONTRAST_PROGRAMS[program]?.title ?? 'the page itself'}`);
    const address = server.pageUrl({ elements, program: program === 'page' ? 'floor' : program, hasPictures: true });
    const { page, close } = await open(browser, address, program);
    await page.evaluate(alone(JUDGE));
    await page.evaluate(() => globalThis.judge.findPictures('#page'));
    const before = [await photograph(page, 1), await photograph(page, 1)];
    if (program !== 'page') await page.evaluate((name) => globalThis.contrastBench.press(name), program);
    const { compared, changed } = comparePictures(...before, await photograph(page, 1));
    const { violations, undecided, causes } = await askAxe(page, 2, { within: '#page' });
    const dimmed = changed.filter(({ isDimmed }) => isDimmed).length;
    results[program] = { violations, undecided, causes, pictures: compared, changed: changed.length, dimmed };
    await close();
  }
  return results;
}

async function open(browser, address, program) {
  const opened = await openPage(browser, address, 'floor');
  await opened.page.evaluate(alone(STEPS));
  if (program !== 'page') await opened.page.evaluate((name) => globalThis.contrastBench.ready(name), program);
  return opened;
}

/** A script whose names are its own: `in-page.js` stands in the page already. */
const alone = (script) => `(() => {${script}})()`;
