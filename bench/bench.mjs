// `npm run bench`: what a change of the text size or of contrast costs, beside the browser's own floor and other programs.
//
//   node bench/bench.mjs [--only chromium,firefox,text,contrast] [--pages 50000,5000,2000] [--quick] [--widget DIR] [--json FILE]
//
// A measurement, not a test: it ends with 0 whatever the figures say. How to read it: bench/README.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findProgram } from '../scripts/browsers/find-browsers.mjs';
import { judgeContrast, measureContrastSteps } from './contrast/measure.mjs';
import { contrastTable, judgeContrastLimits, leftTable, summariseContrast } from './contrast/report.mjs';
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
const only = given.only?.split(',') ?? [];
const chosen = (all) => (all.some((name) => only.includes(name)) ? all.filter((name) => only.includes(name)) : all);
const names = chosen(['chromium', 'firefox']);
const parts = chosen(['text', 'contrast']);
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
    const result = {
      version: await browser.version(),
      pages: {},
      records: {},
      growth: {},
      ticker: null,
      contrast: null,
    };
    browsers[name] = result;
    console.log(`\n${result.version}`);
    try {
      if (parts.includes('text')) await measureText(browser, result);
      if (parts.includes('contrast')) result.contrast = await measureContrast(browser);
    } finally {
      await browser.close();
    }
    if (name === 'chromium' && parts.includes('text')) {
      say(`a ticker for ${TICKER.seconds} s`);
      result.ticker = await measureTicker(server, TICKER);
      say('');
    }
  }
} finally {
  server.close();
}

const verdicts = [
  ...(parts.includes('text') ? judge(browsers) : []),
  ...Object.entries(browsers).flatMap(([name, { contrast }]) =>
    contrast ? judgeContrastLimits(name, contrast.pages) : [],
  ),
];
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
  const unknown = only.find((name) => ![...names, ...parts].includes(name));
  if (unknown) return `--only: expected chromium, firefox, text or contrast, got "${unknown}"`;
  if (!sizes.every((size) => size >= 500)) return `--pages: expected numbers of 500 and more, got "${given.pages}"`;
  if (!existsSync(join(given.widget, 'ro-chu.js')))
    return `There is no ro-chu.js in ${given.widget}; npm run build makes it.`;
  const missing = names.find((name) => !findProgram(name));
  return missing ? `${missing} was not found; npm test installs it on Debian.` : null;
}

async function measureText(browser, result) {
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
}

async function measureContrast(browser) {
  const result = { pages: {}, records: {}, left: {} };
  for (const elements of sizes) {
    const records = await measureContrastSteps(browser, server, {
      elements,
      rounds: rounds(elements),
      steps: given.quick ? 3 : 4,
      say,
    });
    result.records[elements] = records;
    result.pages[elements] = summariseContrast(records);
    say('');
    console.log(`\ncontrast, ${elements} elements (ms; script, layout and busy are the main thread's, Chromium only)`);
    console.log(contrastTable(result.pages[elements]));
  }
  result.left = await judgeContrast(browser, server, GROWTH_SIZE, say);
  say('');
  console.log(`\n${GROWTH_SIZE} elements with pictures`);
  console.log(leftTable(result.left));
  return result;
}
