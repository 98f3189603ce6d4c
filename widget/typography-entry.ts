import { createFont as createFontOf } from '../src/features/font/font.ts';
import { LATIN_RANGE, VIETNAMESE_RANGE } from '../src/features/font/unicode-ranges.ts';
import type { Feature } from '../src/features/feature.ts';
export { createTextSpacing } from '../src/features/text-spacing/text-spacing.ts';

/**
 * The font feature with the fonts in `fonts/`, beside this file. Each address is written out whole, so that the bundler of
 * an owner who installed the package finds the files; they are there only once this package is built.
 */
export function createFont(): Feature {
  const file = (url: URL, weight: string, unicodeRange: string) => ({ url: url.href, weight, unicodeRange });
  return createFontOf({
    legible: [
      file(new URL(/* @vite-ignore */ './fonts/andika-latin-400.woff2', import.meta.url), '400', LATIN_RANGE),
      file(new URL(/* @vite-ignore */ './fonts/andika-vietnamese-400.woff2', import.meta.url), '400', VIETNAMESE_RANGE),
      file(new URL(/* @vite-ignore */ './fonts/andika-latin-700.woff2', import.meta.url), '700', LATIN_RANGE),
      file(new URL(/* @vite-ignore */ './fonts/andika-vietnamese-700.woff2', import.meta.url), '700', VIETNAMESE_RANGE),
    ],
    dyslexic: [
      file(new URL(/* @vite-ignore */ './fonts/lexend-latin.woff2', import.meta.url), '400 700', LATIN_RANGE),
      file(new URL(/* @vite-ignore */ './fonts/lexend-vietnamese.woff2', import.meta.url), '400 700', VIETNAMESE_RANGE),
    ],
  });
}
