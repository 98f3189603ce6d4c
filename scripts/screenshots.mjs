// `npm run screenshots`: the pictures of README.md and docs/adjustments.md, into docs/images. `npm run screenshots -- --all FOLDER` takes the demo
// portal at every width, text size and contrast level instead, to be looked at. The widget must have been built. The large pointer is in no picture:
// the system draws it, not the page.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { launchOptions } from './browsers/launch-options.mjs';
import { serveDemo } from './serve-demo.mjs';
import { root } from './setup/run.mjs';

/**
 * @typedef {{ name: string, width: number, height: number, path?: string, preferences?: object, isReading?: boolean,
 *   isOpen?: boolean, part?: string, pointedAt?: string }} Picture isOpen: with the toolbar's panel open; part: selector of the
 *   piece of the page that is shown, by default the window; pointedAt: selector of what the pointer is put on
 */

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

/** Room at the top of the window for the portal's menu, which stays there while the page is scrolled, in px. */
const MENU_PX = 60;

/** @type {Picture[]} */
const README_PICTURES = [
  { name: 'portal-before', ...DESKTOP },
  { name: 'portal-at-work', ...DESKTOP, preferences: { textScale: 1.5, contrast: 2 } },
  { name: 'reading-mode', ...DESKTOP, path: 'bai-viet.html', isReading: true },
  { name: 'panel', ...DESKTOP, height: 620, preferences: { textSpacing: true, highlightLinks: true }, isOpen: true },
];

const ARTICLE = { ...DESKTOP, height: 400, path: 'bai-viet.html', part: '.bv-noidung' };

/** @type {Picture[]} */
const ADJUSTMENT_PICTURES = [
  { name: 'contrast-dark', ...DESKTOP, preferences: { colorScheme: 'dark', contrast: 2 } },
  { name: 'contrast-yellow-on-black', ...DESKTOP, preferences: { colorScheme: 'yellow-on-black', contrast: 2 } },
  { name: 'text-spacing', ...ARTICLE, preferences: { textSpacing: true } },
  { name: 'font-legible', ...ARTICLE, preferences: { font: 'legible' } },
  { name: 'font-dyslexic', ...ARTICLE, preferences: { font: 'dyslexic' } },
  { name: 'links', ...DESKTOP, height: 480, preferences: { highlightLinks: true }, part: '.doi' },
  { name: 'motion', ...DESKTOP, preferences: { stillMotion: true }, part: '.khoi:has(.thongbao)' },
  {
    name: 'reading-guide',
    ...ARTICLE,
    preferences: { readingGuide: 'mask' },
    pointedAt: '.bv-noidung p:nth-of-type(2)',
  },
];

/** @type {Picture[]} */
const ALL_PICTURES = [DESKTOP, PHONE].flatMap((size) => [
  ...[1, 2, 3].map((textScale) => ({
    name: `${size.width}-text-${textScale * 100}`,
    ...size,
    preferences: { textScale },
  })),
  ...[-1, 0, 1, 2, 3].map((contrast) => ({
    name: `${size.width}-contrast-${contrast}`,
    ...size,
    preferences: { contrast },
  })),
  ...[1, 2, 3].map((textScale) => ({
    name: `${size.width}-panel-${textScale * 100}`,
    ...size,
    preferences: { textScale },
    isOpen: true,
  })),
  { name: `${size.width}-reading`, ...size, path: 'bai-viet.html', isReading: true },
]);

const { values } = parseArgs({ options: { all: { type: 'string' } } });
const folder = values.all === undefined ? join(root, 'docs/images') : resolve(values.all);
mkdirSync(folder, { recursive: true });

const demo = await serveDemo({ port: 0, root });
const browser = await puppeteer.launch(launchOptions('chromium'));
try {
  for (const picture of values.all === undefined ? [...README_PICTURES, ...ADJUSTMENT_PICTURES] : ALL_PICTURES) {
    await take(picture);
    console.log(`${picture.name}.png`);
  }
} finally {
  await browser.close();
  await demo.close();
}

/** @param {Picture} picture */
async function take(picture) {
  const {
    name,
    width,
    height,
    path = '',
    preferences = {},
    isReading = false,
    isOpen = false,
    part,
    pointedAt,
  } = picture;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(demo.url + path, { waitUntil: 'load' });
  await page.evaluate(
    async (patch, opensReading, opensPanel) => {
      const { roChu } = /** @type {any} */ (window);
      await roChu.ready;
      await roChu.set(patch);
      if (opensReading) await roChu.openReadingMode();
      const toolbar = /** @type {any} */ (document.querySelector('ro-chu-toolbar'));
      if (opensPanel) toolbar.shadowRoot.getElementById('settings').click();
      await toolbar.updateComplete;
      await document.fonts.ready;
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    },
    preferences,
    isReading,
    isOpen,
  );
  const clip = part && (await page.$eval(part, scrollTo, MENU_PX));
  if (pointedAt) await page.hover(pointedAt);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  await page.screenshot({ path: `${join(folder, name)}.png`, captureBeyondViewport: false, ...(clip && { clip }) });
  await context.close();
}

/**
 * Runs in the page: brings a piece of it to the top of the window.
 *
 * @param {Element} element
 * @param {number} room left above it, in px
 * @returns {{ x: number, y: number, width: number, height: number }} where it is in the page; the picture ends with the window
 */
function scrollTo(element, room) {
  element.scrollIntoView({ behavior: 'instant', block: 'start' });
  window.scrollBy({ behavior: 'instant', top: -room });
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + window.scrollX, y: top + window.scrollY, width, height };
}
