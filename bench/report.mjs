import { PROGRAMS } from './programs.mjs';
import { taskText } from './summary.mjs';

const HEADS = ['', 'script', 'laid out', 'x floor', 'frame', 'longest task', 'until done', 'busy', 'layout'];

/**
 * Writes the figures of one page as a table, the first application above the later steps.
 *
 * @param {ReturnType<typeof import('./summary.mjs').summarise>} page
 * @returns {string}
 */
export function pageTable(page) {
  return [
    ['first application', 'first'],
    ['each step after it', 'later'],
  ]
    .map(([title, part]) => {
      const rows = Object.entries(PROGRAMS).map(([program, { title: name }]) => toRow(name, page[program][part]));
      return table([[title, ...HEADS.slice(1)], ...rows]);
    })
    .join('\n');
}

function toRow(name, summary) {
  return [
    name,
    ms(summary.scriptMs),
    ms(summary.laidOutMs),
    summary.ratio === null ? 'no growth' : summary.ratio.toFixed(2),
    ms(summary.frameMs),
    taskText(summary.longestTaskMs).replace(' ms', ''),
    ms(summary.settledMs),
    ms(summary.busyMs),
    ms(summary.layoutMs),
  ];
}

/**
 * Writes what grew, as a table.
 *
 * @param {Record<string, { texts: number, doubled: number, grown: number, sidewaysPx: number }>} growth
 * @returns {string}
 */
export function growthTable(growth) {
  const share = (part, whole) => `${((part / whole) * 100).toFixed(1)} %`;
  const rows = Object.entries(growth).map(([program, { texts, doubled, grown, sidewaysPx }]) => [
    PROGRAMS[program].title,
    share(doubled, texts),
    share(grown, texts),
    `${sidewaysPx} px`,
  ]);
  return table([['asked for twice the size', 'twice as large', 'larger at all', 'sideways'], ...rows]);
}

/**
 * Writes the limits and whether they hold.
 *
 * @param {ReturnType<typeof import('./summary.mjs').judge>} verdicts
 * @returns {string}
 */
export function verdictLines(verdicts) {
  return verdicts
    .map(({ browser, limit, figure, verdict }) => `${verdict.padEnd(12)}  ${browser.padEnd(8)}  ${limit}: ${figure}`)
    .join('\n');
}

/** A time in ms; a dash where there is none. */
export const ms = (value) => (value === null ? '-' : value < 10 ? value.toFixed(1) : String(Math.round(value)));

/** Writes rows of cells as a table; the first row is its head. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
    )
    .map((line) => `  ${line}`)
    .join('\n');
}
