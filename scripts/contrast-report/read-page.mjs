import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';
import { findProgram } from '../browsers/find-browsers.mjs';
import { launchOptions } from '../browsers/launch-options.mjs';
import { findTexts, tryColors } from './in-page.mjs';
import { InputError } from './options.mjs';

const HEIGHT = 900;
const ANSWER_MS = 30_000;
const LOAD_MS = 30_000;
/** What scripts do just after loading, menus and sliders say, has this long. */
const SETTLE_MS = 700;

/**
 * @typedef {import('./in-page.mjs').FoundText} FoundText
 * @typedef {import('./in-page.mjs').UndecidedText} UndecidedText
 * @typedef {object} Reading
 * @property {string} title
 * @property {string} url where the page was in the end
 * @property {string} lang
 * @property {FoundText[][]} failing by document: the page, then its frames of the same origin
 * @property {UndecidedText[]} undecided
 * @property {number} passing texts
 * @property {number} foreignFrames frames of other origins, which were not looked at
 * @property {boolean} isLoaded whether all had loaded in time
 * @property {(colors: (string | null)[][]) => Promise<number[][]>} tryColors sets colours by document and index, and tells which still fail
 */

/**
 * Opens a page in a browser of its own and reads its failing texts.
 *
 * @template T
 * @param {import('./options.mjs').Options} options
 * @param {(reading: Reading) => Promise<T>} use the page is closed once this settles
 * @returns {Promise<T>}
 * @throws {InputError} when there is no browser, nothing answers, or what answers is no HTML page
 */
export async function readPage({ url, name, level, width, browser: wanted }, use) {
  const browser = await puppeteer.launch(launchOptions(chooseBrowser(wanted))).catch((error) => {
    throw error instanceof InputError ? error : new InputError(`The browser did not start: ${firstLine(error)}`);
  });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width, height: HEIGHT });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]).catch(() => {});
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
    /** @type {Map<string, Promise<string>>} */
    const sheets = new Map();
    page.on('response', (response) => {
      const isSheet =
        /^text\/css\b/.test(response.headers()['content-type'] ?? '') || /\.css($|\?)/.test(response.url());
      // Where the browser gives no bodies, a rule in a sheet that the page may not read has to go unnamed.
      if (isSheet) sheets.set(response.url(), readBody(response));
    });
    const isLoaded = await open(page, url, name);
    const texts = Object.fromEntries(await Promise.all([...sheets].map(async ([href, text]) => [href, await text])));
    return await look(page, isLoaded, level === 'aaa', texts, use);
  } finally {
    await browser.close();
  }
}

/** @param {'chromium' | 'firefox' | undefined} wanted */
function chooseBrowser(wanted) {
  const names = wanted ? [wanted] : /** @type {const} */ (['chromium', 'firefox']);
  const found = names.find((name) => findProgram(name));
  if (found) return found;
  throw new InputError(
    `Expected a browser, found no ${names.join(' and no ')}. Install one, or name its file in CHROME_PATH or FIREFOX_PATH.`,
  );
}

/**
 * @param {import('puppeteer-core').Page} page @param {string} url @param {string} name
 * @returns {Promise<boolean>} whether everything had loaded in time
 */
async function open(page, url, name) {
  let response;
  try {
    response = await page.goto(url, { waitUntil: 'domcontentloaded', timeout: ANSWER_MS });
  } catch (error) {
    throw new InputError(`Expected an HTML page at ${name}, but it could not be opened: ${firstLine(error)}`);
  }
  if (response && !url.startsWith('file:') && response.status() >= 400) {
    throw new InputError(`Expected an HTML page at ${name}, but the server answered ${response.status()}.`);
  }
  const type = await page.evaluate(() => globalThis.document.contentType);
  if (!['text/html', 'application/xhtml+xml'].includes(type)) {
    throw new InputError(`Expected an HTML page at ${name}, got ${type}.`);
  }
  const isLoaded = await page
    .waitForFunction(() => globalThis.document.readyState === 'complete', { timeout: LOAD_MS })
    .then(() => true)
    .catch(() => false);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return isLoaded;
}

/**
 * @template T
 * @param {import('puppeteer-core').Page} page
 * @param {boolean} isLoaded
 * @param {boolean} isEnhanced
 * @param {Record<string, string>} sheetTexts
 * @param {(reading: Reading) => Promise<T>} use
 */
async function look(page, isLoaded, isEnhanced, sheetTexts, use) {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const main = page.mainFrame();
  const isFile = main.url().startsWith('file:');
  const inner = page.frames().filter((frame) => frame !== main);
  const own = inner.filter((frame) => isSameOrigin(frame.url(), main.url(), isFile));
  const readings = [];
  /** @type {import('puppeteer-core').Frame[]} */
  const frames = [];
  for (const frame of [main, ...own]) {
    try {
      await frame.evaluate(axe);
      readings.push(await frame.evaluate(findTexts, isEnhanced, sheetTexts));
      frames.push(frame);
    } catch (error) {
      if (frame === main) throw error;
    }
  }
  return use({
    title: await page.title(),
    url: page.url(),
    lang: readings[0].lang,
    failing: readings.map(({ failing }) => failing),
    undecided: readings.flatMap(({ undecided }) => undecided),
    passing: readings.reduce((sum, { passing }) => sum + passing, 0),
    foreignFrames: inner.length - (frames.length - 1),
    isLoaded,
    tryColors: (colors) =>
      Promise.all(frames.map((frame, i) => frame.evaluate(tryColors, isEnhanced, colors[i] ?? []))),
  });
}

/** @param {string} url @param {string} base @param {boolean} isFile */
function isSameOrigin(url, base, isFile) {
  if (url === 'about:srcdoc' || url === 'about:blank') return true;
  return isFile ? url.startsWith('file:') : new URL(url).origin === new URL(base).origin;
}

/** @param {import('puppeteer-core').HTTPResponse} response */
async function readBody(response) {
  try {
    return await response.text();
  } catch {
    return '';
  }
}

/** @param {unknown} error */
const firstLine = (error) => (error instanceof Error ? error.message : String(error)).split('\n')[0];
