import { ratioOf, readTexts } from './pixels.mjs';

const PAIRS = [
  [
    [118, 118, 118],
    [255, 255, 255],
  ],
  [
    [89, 89, 89],
    [255, 255, 255],
  ],
  [
    [180, 0, 0],
    [255, 255, 255],
  ],
  [
    [255, 255, 0],
    [0, 0, 0],
  ],
  [
    [200, 200, 200],
    [50, 60, 70],
  ],
];
const SIZES = [9, 10, 11, 12, 13, 14, 16, 24];
const WEIGHTS = [300, 400, 700];
const FONTS = ['Arial, sans-serif', 'Times New Roman, serif', 'Tahoma, Verdana, sans-serif'];

/** A page of texts whose ratios are known, in the sizes, weights and fonts of portals. */
export const CALIBRATION_PAGE = `<!doctype html><meta charset="utf-8"><body style="margin:0">${PAIRS.flatMap(
  ([ink, ground]) =>
    FONTS.flatMap((font) =>
      WEIGHTS.flatMap((weight) =>
        SIZES.map(
          (size) =>
            `<p style="margin:0;font:${weight} ${size}px ${font};color:rgb(${ink});background:rgb(${ground})">Ủy ban nhân dân tỉnh, ngày 12/7</p>`,
        ),
      ),
    ),
).join('')}`;

/**
 * Measures texts of known ratios.
 *
 * @param {import('puppeteer-core').Page} page the calibration page
 * @returns {Promise<{ texts: number, worst: number, median: number }>} what was measured as a share of what is true
 */
export async function calibrate(page) {
  const { measured } = await readTexts(page, 10_000);
  const perPair = FONTS.length * WEIGHTS.length * SIZES.length;
  const shares = measured
    .map(({ id, ratio }) => ratio / ratioOf(...PAIRS[Math.floor(id / perPair)]))
    .sort((a, b) => a - b);
  return { texts: shares.length, worst: shares[0], median: shares[shares.length >> 1] };
}
