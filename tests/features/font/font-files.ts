import type { FontFiles } from '../../../src/features/font/faces.ts';
import { LATIN_RANGE, VIETNAMESE_RANGE } from '../../../src/features/font/unicode-ranges.ts';

const file = (path: string, weight: string, unicodeRange: string): FontFiles['legible'][number] => ({
  url: new URL(`../../../node_modules/${path}`, import.meta.url).href,
  weight,
  unicodeRange,
});

/** The fonts as they come in their packages. */
export const FILES: FontFiles = {
  legible: [400, 700].flatMap((weight) => [
    file(`@fontsource/andika/files/andika-latin-${weight}-normal.woff2`, String(weight), LATIN_RANGE),
    file(`@fontsource/andika/files/andika-vietnamese-${weight}-normal.woff2`, String(weight), VIETNAMESE_RANGE),
  ]),
  dyslexic: [
    file('@fontsource-variable/lexend/files/lexend-latin-wght-normal.woff2', '400 700', LATIN_RANGE),
    file('@fontsource-variable/lexend/files/lexend-vietnamese-wght-normal.woff2', '400 700', VIETNAMESE_RANGE),
  ],
};
