import { eachWindow, shoot } from './tiles.mjs';

/** What each level promises: texts, large texts. @see https://www.w3.org/TR/WCAG22/#contrast-enhanced */
const PROMISED = { '-1': [4.5, 3], 1: [4.5, 3], 2: [7, 4.5], 3: [15, 15] };

/**
 * How much less than the true ratio may be measured. Strokes thinner than a pixel of the screenshot never show their full
 * colour; `--calibrate` measures how much that is at this scale (see README.md).
 */
export const TOLERANCE = 0.02;

/** Pixels of one screenshot for each CSS pixel. */
export const SCALE = 3;

/**
 * Measures texts from pixels. Each window is photographed as it is and without the ink of the texts: where the two differ
 * there is ink, and the second shows what lies under it.
 *
 * @param {import('puppeteer-core').Page} page opened at `SCALE`
 * @param {{ level: number, count: number }} options
 * @returns {Promise<{ measured: number, unseen: number, failed: number, failures: object[] }>}
 */
export async function measurePixels(page, { level, count }) {
  const { chosen, measured } = await readTexts(page, count);
  const [plain, large] = PROMISED[level];
  const failures = measured
    .filter(({ ratio, isLarge }) => ratio < (isLarge ? large : plain) * (1 - TOLERANCE))
    .map(({ node, text, size, weight, isLarge, color, ink, ground, ratio }) => ({
      node,
      text,
      size: `${size} px ${weight}`,
      color,
      pixels: `${ink} on ${ground}`,
      ratio: Number(ratio.toFixed(2)),
      promised: isLarge ? large : plain,
    }));
  return {
    measured: measured.length,
    unseen: chosen - measured.length,
    failed: failures.length,
    failures,
  };
}

/**
 * Measures every chosen text.
 *
 * @param {import('puppeteer-core').Page} page opened at `SCALE`
 * @param {number} count how many texts at most
 */
export async function readTexts(page, count) {
  const chosen = await page.evaluate((n) => window.judge.chooseTexts(n), count);
  const done = new Map();
  await eachWindow(page, async () => {
    const texts = await page.evaluate((ids) => window.judge.textsInView(ids), [...done.keys()]);
    if (texts.length) {
      const drawn = await shoot(page);
      await page.evaluate(
        (ids) => window.judge.hide(ids),
        texts.map(({ id }) => id),
      );
      const bare = await shoot(page);
      await page.evaluate(() => window.judge.show());
      for (const text of texts) {
        const found = measureInk(drawn, bare, text.areas, SCALE);
        if (found) done.set(text.id, { ...text, ...found });
      }
    }
    return done.size === chosen;
  });
  return { chosen, measured: [...done.values()] };
}

/**
 * Colour and ratio of the ink in areas; null where no ink is seen.
 *
 * @param {ReturnType<typeof import('./png.mjs').decodePng>} drawn
 * @param {ReturnType<typeof import('./png.mjs').decodePng>} bare the same without the ink
 * @param {{ left: number, top: number, width: number, height: number }[]} areas in the window, CSS pixels
 * @param {number} scale pixels of the screenshots for each of these
 */
export function measureInk(drawn, bare, areas, scale) {
  const kinds = new Map();
  for (const { left, top, width, height } of areas) {
    const right = Math.min(drawn.width, Math.floor((left + width) * scale));
    const bottom = Math.min(drawn.height, Math.floor((top + height) * scale));
    for (let y = Math.max(0, Math.ceil(top * scale)); y < bottom; y += 1) {
      for (let x = Math.max(0, Math.ceil(left * scale)); x < right; x += 1) {
        const ink = pixel(drawn, x, y);
        const ground = pixel(bare, x, y);
        if (Math.max(...ink.map((value, i) => Math.abs(value - ground[i]))) < 3) continue;
        const kind = ink.map((value) => value >> 2).join();
        const list = kinds.get(kind);
        if (list) list.push([ink, ground]);
        else kinds.set(kind, [[ink, ground]]);
      }
    }
  }
  // Smoothed edges come in many colours; the commonest is that of the strokes themselves.
  const strokes = [...kinds.values()].sort((a, b) => b.length - a.length)[0];
  if (!strokes || strokes.length < 4) return null;
  const byRatio = strokes.map(([ink, ground]) => ({
    ratio: ratioOf(ink, ground),
    ink: `rgb(${ink})`,
    ground: `rgb(${ground})`,
  }));
  byRatio.sort((a, b) => a.ratio - b.ratio);
  // Where the ground varies, the worst tenth counts.
  return byRatio[Math.floor(byRatio.length / 10)];
}

function pixel({ width, channels, data }, x, y) {
  const at = (y * width + x) * channels;
  return [data[at], data[at + 1], data[at + 2]];
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function ratioOf(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(rgb) {
  const [r, g, b] = rgb.map((byte) =>
    byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
