// `npm run bench`: what a change of the text size costs, beside the browser's own floor and other programs.
//
//   node bench/bench.mjs [--only chromium|firefox] [--pages 50000,5000,2000] [--quick] [--widget DIR] [--json FILE]
//
// A measurement, not a test: it ends with 0 whatever the figures say. How to read it: bench/README.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findProgram } from '../scripts/browsers/find-browsers.mjs';
import { measureGrowth, measureSteps, startBrowser } from './measure-browser.mjs';
import { peerVersions } from './programs.mjs';
import { growthTable, pageTable, verdictLines } from './report.mjs';
import { servePages } from './server.mjs';
import { judge, summarise } from './summary.mjs';
import { measureTicker } from './ticker.mjs';

const { values: given } = parseArgs({
  options: {
    only: { type: 'string' },
    pages: { type: 'string', default: '50000,5000,2000' },
    quick: { type: 'boolean', default: false },
    widget: { type: 'string', default: fileURLToPath(new URL('../dist/widget', import.meta.url)) },
    json: { type: 'string' },
  },
});
const sizes = given.pages.split(',').map(Number);
const names = ['chromium', 'firefox'].filter((name) => !given.only || given.only === name);
const problem = findProblem();
if (problem) {
  console.error(problem);
  process.exit(1);
}

const GROWTH_SIZE = 2000;
const TICKER = { elements: 5000, seconds: given.quick ? 20 : 40 };
const isLarge = (size) => size > 20_000;
const rounds = (size) => (given.quick ? 1 : isLarge(size) ? 2 : 4);
const steps = (size) => (given.quick ? 3 : isLarge(size) ? 4 : 6);

const started = Date.now();
const server = await servePages({ widgetFolder: resolve(given.widget) });
const say = (text) => process.stderr.isTTY && process.stderr.write(`\x1b[2K\r${text}`);
/** @type {Record<string, any>} */
const browsers = {};
try {
  for (const name of names) {
    const browser = await startBrowser(name);
    const result = { version: await browser.version(), pages: {}, records: {}, growth: {}, ticker: null };
    browsers[name] = result;
    console.log(`\n${result.version}`);
    try {
      for (const elements of sizes) {
        const records = await measureSteps(browser, server, {
          elements,
          rounds: rounds(elements),
          steps: steps(elements),
          say,
        });
        result.records[elements] = records;
        result.pages[elements] = summarise(records);
        say('');
        console.log(`\n${elements} elements (ms; busy and layout are the main thread's, Chromium only)`);
        console.log(pageTable(result.pages[elements]));
      }
      say(`what grows on ${GROWTH_SIZE} elements`);
      result.growth = await measureGrowth(browser, server, GROWTH_SIZE);
      say('');
      console.log(`\n${GROWTH_SIZE} elements, ${result.growth.roChu.texts} texts`);
      console.log(growthTable(result.growth));
    } finally {
      await browser.close();
    }
    if (name === 'chromium') {
      say(`a ticker for ${TICKER.seconds} s`);
      result.ticker = await measureTicker(server, TICKER);
      say('');
    }
  }
} finally {
  server.close();
}

const verdicts = judge(browsers);
console.log(`\nLimits\n${verdictLines(verdicts)}`);
const peers = peerVersions();
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`;
console.log(
  `\nRõ Chữ ${version}; ${Object.entries(peers)
    .map((peer) => peer.join(' '))
    .join('; ')}; ${machine}`,
);
console.log(`${Math.round((Date.now() - started) / 1000)} s`);
if (given.json) {
  const figures = { date: new Date().toISOString(), version, peers, machine, browsers, verdicts };
  writeFileSync(given.json, `${JSON.stringify(figures, null, 2)}\n`);
}

/** What keeps the measurement from running, or null. */
function findProblem() {
  if (!names.length) return `--only: expected chromium or firefox, got "${given.only}"`;
  if (!sizes.every((size) => size >= 500)) return `--pages: expected numbers of 500 and more, got "${given.pages}"`;
  if (!existsSync(join(given.widget, 'ro-chu.js')))
    return `There is no ro-chu.js in ${given.widget}; npm run build makes it.`;
  const missing = names.find((name) => !findProgram(name));
  return missing ? `${missing} was not found; npm test installs it on Debian.` : null;
}
