import { median, taskText } from '../summary.mjs';
import { ms, table } from '../report.mjs';
import { CONTRAST_PROGRAMS } from './programs.mjs';

const HEADS = ['call', 'shown', 'done', 'floor', 'done x floor', 'longest task', 'script', 'layout', 'busy'];

/**
 * Sums up the presses on one page, medians in ms; the longest task is the longest of all.
 *
 * @param {import('./measure.mjs').ContrastStep[]} records
 */
export function summariseContrast(records) {
  const sumUp = (steps) => ({
    callMs: middle(steps, 'callMs'),
    shownMs: steps.some(({ shownMs }) => shownMs === null) ? null : middle(steps, 'shownMs'),
    doneMs: middle(steps, 'doneMs'),
    floorMs: middle(steps, 'floorMs'),
    ratio: median(steps.map(({ doneMs, floorMs }) => doneMs / floorMs)),
    longestTaskMs: Math.max(...steps.map(({ longestTaskMs }) => longestTaskMs)),
    scriptMs: middle(steps, 'scriptMs'),
    layoutMs: middle(steps, 'layoutMs'),
    busyMs: middle(steps, 'busyMs'),
  });
  return Object.fromEntries(
    Object.keys(CONTRAST_PROGRAMS).map((program) => {
      const own = records.filter((record) => record.program === program);
      return [
        program,
        { first: sumUp(own.filter(({ step }) => step === 1)), later: sumUp(own.filter(({ step }) => step > 1)) },
      ];
    }),
  );
}

const middle = (steps, name) => median(steps.map((step) => step[name]).filter((value) => value !== null));

/** Writes the figures of one page as a table, the first application above the later steps. */
export function contrastTable(page) {
  return [
    ['first application', 'first'],
    ['each step after it', 'later'],
  ]
    .map(([title, part]) => {
      const rows = Object.entries(CONTRAST_PROGRAMS).map(([program, { title: name }]) => {
        const { callMs, shownMs, doneMs, floorMs, ratio, longestTaskMs, scriptMs, layoutMs, busyMs } =
          page[program][part];
        const task = taskText(longestTaskMs).replace(' ms', '');
        const share = ratio === null ? '-' : ratio.toFixed(2);
        return [
          name,
          ms(callMs),
          shownMs === null ? 'nothing' : ms(shownMs),
          ms(doneMs),
          ms(floorMs),
          share,
          task,
          ms(scriptMs),
          ms(layoutMs),
          ms(busyMs),
        ];
      });
      return table([[title, ...HEADS], ...rows]);
    })
    .join('\n');
}

/** Writes what each program left of what fails, and which pictures it changed. */
export function leftTable(left) {
  const rows = Object.entries(left).map(([program, { violations, undecided, pictures, changed, dimmed }]) => [
    CONTRAST_PROGRAMS[program]?.title ?? 'the page itself',
    String(violations),
    String(undecided),
    `${changed} of ${pictures}${dimmed ? ` (${dimmed} only dimmed)` : ''}`,
  ]);
  return table([['AAA, after one press', 'violations', 'undecided', 'pictures changed'], ...rows]);
}

/**
 * Holds the figures against the limits.
 *
 * @param {string} browser
 * @param {Record<string, ReturnType<typeof summariseContrast>>} pages by elements
 * @returns {ReturnType<typeof import('../summary.mjs').judge>}
 */
export function judgeContrastLimits(browser, pages) {
  const verdicts = [];
  const add = (limit, summary, figure, most, tell = ms) => {
    const value = summary && figure(summary);
    const isMeasured = value !== undefined && value !== null;
    const verdict = !isMeasured ? 'not measured' : value <= most ? 'holds' : 'falls short';
    verdicts.push({ browser, limit, figure: isMeasured ? tell(value) : '', verdict });
  };
  const own = (elements) => pages[elements]?.roChu;
  // Firefox doesn't tell the time in scripts; there the call stands for it.
  const script = ({ first }) => first.scriptMs ?? first.callMs;
  add('contrast: script at most 25 ms in the first application, 2000 elements', own(2000), script, 25);
  add('contrast: first application at most 2 x the floor, 50000 elements', own(50_000), ({ first }) => first.ratio, 2);
  for (const elements of Object.keys(pages).map(Number)) {
    add(
      `contrast: a later step at most 1.2 x the floor, ${elements} elements`,
      own(elements),
      ({ later }) => later.ratio,
      1.2,
    );
    add(
      `contrast: no task over 50 ms, ${elements} elements`,
      own(elements),
      ({ first, later }) => Math.max(first.longestTaskMs, later.longestTaskMs),
      50,
      taskText,
    );
  }
  return verdicts;
}
