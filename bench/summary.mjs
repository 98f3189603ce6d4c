import { PROGRAMS } from './programs.mjs';

/**
 * @typedef {object} Summary Medians over rounds and presses, ms; null where there is nothing to tell.
 * @property {number} pairs how many presses it is made of
 * @property {boolean} isShown whether the text grew at all
 * @property {number} scriptMs
 * @property {number} scriptMostMs
 * @property {number} laidOutMs until the page is laid out at the new size
 * @property {number | null} ratio the same as a share of the floor's, pair by pair
 * @property {number} frameMs until the frame that shows the new size, or the first after the press where that shows it
 * @property {number} settledMs
 * @property {number} longestTaskMs
 * @property {number} longestTaskMostMs
 * @property {number | null} busyMs
 * @property {number | null} layoutMs
 */

/**
 * Sums up the steps on one page: `first` the first application, `later` the steps after it.
 *
 * @param {import('./measure-browser.mjs').Step[]} records
 * @returns {Record<string, { first: Summary, later: Summary }>}
 */
export function summarise(records) {
  const floors = new Map(
    records.filter(({ program }) => program === 'floor').map((record) => [keyOf(record), laidOut(record)]),
  );
  return Object.fromEntries(
    Object.keys(PROGRAMS).map((program) => {
      const own = records.filter((record) => record.program === program);
      const sumUp = (steps) => summariseSteps(steps, floors);
      return [program, { first: sumUp(own.filter(isFirst)), later: sumUp(own.filter((record) => !isFirst(record))) }];
    }),
  );
}

function summariseSteps(steps, floors) {
  const isShown = steps.every(({ shownMs }) => shownMs !== null);
  const of = (pick) => median(steps.map(pick).filter((value) => value !== null && value !== undefined));
  return {
    pairs: steps.length,
    isShown,
    scriptMs: of(({ scriptMs }) => scriptMs),
    scriptMostMs: Math.max(...steps.map(({ scriptMs }) => scriptMs)),
    laidOutMs: of(laidOut),
    ratio: isShown ? of((record) => laidOut(record) / floors.get(keyOf(record))) : null,
    frameMs: of(({ frameMs, shownMs }) => Math.max(frameMs, shownMs ?? 0)),
    settledMs: of(({ settledMs }) => settledMs),
    longestTaskMs: of(({ longestTaskMs }) => longestTaskMs),
    longestTaskMostMs: Math.max(...steps.map(({ longestTaskMs }) => longestTaskMs)),
    busyMs: of(({ busyMs }) => busyMs),
    layoutMs: of(({ layoutMs }) => layoutMs),
  };
}

const keyOf = ({ round, step }) => `${round}:${step}`;

const isFirst = ({ step }) => step === 1;

const laidOut = ({ shownMs, laidOutMs }) => shownMs ?? laidOutMs;

/** The middle one of some numbers; null of none. */
export function median(values) {
  if (!values.length) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The sizes that the limits are about, in elements. */
const LARGE = 50_000;
const MIDDLE = 5_000;

/**
 * Holds the figures against the limits.
 *
 * @param {Record<string, { pages: Record<string, ReturnType<typeof summarise>>, ticker: object | null }>} browsers
 * @returns {{ browser: string, limit: string, figure: string, verdict: 'holds' | 'falls short' | 'not measured' }[]}
 */
export function judge(browsers) {
  const verdicts = [];
  for (const [browser, { pages, ticker }] of Object.entries(browsers)) {
    const add = (limit, isMeasured, figure, holds) =>
      verdicts.push({
        browser,
        limit,
        figure: isMeasured ? figure() : '',
        verdict: !isMeasured ? 'not measured' : holds() ? 'holds' : 'falls short',
      });
    const large = pages[LARGE]?.roChu;
    const middle = pages[MIDDLE];
    add(
      `a step at most 1.5 x the floor, ${LARGE} elements`,
      !!large,
      () => `${large.later.ratio?.toFixed(2)} x (first application ${large.first.ratio?.toFixed(2)} x)`,
      () => large.later.ratio !== null && large.later.ratio <= 1.5,
    );
    add(
      `script at most 5 ms a step after the first, ${LARGE} elements`,
      !!large,
      () => `${large.later.scriptMs.toFixed(1)} ms (the slowest ${large.later.scriptMostMs.toFixed(1)} ms)`,
      () => large.later.scriptMostMs <= 5,
    );
    add(
      `no task over 50 ms in the first application, ${MIDDLE} elements`,
      !!middle,
      () =>
        `${taskText(middle.roChu.first.longestTaskMs)} (at worst ${taskText(middle.roChu.first.longestTaskMostMs)}; ` +
        `the floor itself: ${taskText(middle.floor.first.longestTaskMs)})`,
      () => middle.roChu.first.longestTaskMostMs <= 50,
    );
    if (browser === 'chromium') {
      add(
        'a ticker page under 1 % of a core',
        !!ticker,
        () =>
          `${(ticker.share * 100).toFixed(2)} % over ${ticker.seconds} s, ${ticker.elements} elements ` +
          `(page alone ${(ticker.plainShare * 100).toFixed(2)} %, with Rõ Chữ ${(ticker.withShare * 100).toFixed(2)} %; ` +
          `${ticker.layouts} layouts more, longest task ${taskText(ticker.longestTaskMs)})`,
        () => ticker.share < 0.01,
      );
    }
  }
  return verdicts;
}

/** Chromium reports tasks from 50 ms on only, so that 0 stands for "none that long". */
export const taskText = (ms) => (ms === 0 ? '< 50 ms' : `${Math.round(ms)} ms`);
