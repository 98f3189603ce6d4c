// The fonts that the page's text can be set in, cut from the packages they come in to the characters of Vietnamese.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { root } from '../setup/run.mjs';

/** The most that all files of one font may weigh together, in bytes. */
export const FONT_BUDGET = 40_000;

const VOWELS = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const lower = [...VOWELS.flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))), 'đ'];

/** Every letter of Vietnamese that is not one of English, or a vowel, small and capital. */
export const VIETNAMESE_LETTERS = [...lower, ...lower.map((letter) => letter.toUpperCase())].join('');

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const latin1 = Array.from({ length: 96 }, (_, i) => String.fromCharCode(160 + i)).join('');

/** What each font is cut to: both alphabets, Latin-1, tone marks on their own, the punctuation in use, the sign of the đồng. */
export const CHARACTERS = VIETNAMESE_LETTERS + ascii + latin1 + TONES.join('') + '–—‘’“”•…₫';

/**
 * The fonts by what a reader chooses. `legible` is Andika: made for learning readers, every letter unlike the others
 * (I l 1, O 0), tone marks large and clear. Without its hints, which only old rasterisers use, both weights fit.
 * `dyslexic` is Lexend, made for readers who find reading hard: wide letters, much room between them. OpenDyslexic, known
 * for the same purpose, draws the Vietnamese tone marks so small that ủ and u look alike; a tone is half a word here.
 */
export const FONTS = {
  legible: {
    package: '@fontsource/andika',
    license: 'andika.LICENSE.txt',
    options: { noHinting: true },
    files: ['latin', 'vietnamese'].flatMap((part) =>
      [400, 700].map((weight) => ({
        from: `andika-${part}-${weight}-normal.woff2`,
        to: `andika-${part}-${weight}.woff2`,
      })),
    ),
  },
  dyslexic: {
    package: '@fontsource-variable/lexend',
    license: 'lexend.LICENSE.txt',
    options: { variationAxes: { wght: { min: 400, max: 700 } } },
    files: ['latin', 'vietnamese'].map((part) => ({
      from: `lexend-${part}-wght-normal.woff2`,
      to: `lexend-${part}.woff2`,
    })),
  },
};

/** Kerning and the placing of marks; the rest (small capitals, old figures) nobody asks for. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl'];

/**
 * Cuts the files of one font.
 *
 * @param {keyof typeof FONTS} name
 * @param {'woff2' | 'sfnt'} [targetFormat] default woff2
 * @returns {Promise<{ name: string, data: Buffer }[]>}
 */
export async function cutFont(name, targetFormat = 'woff2') {
  const { package: folder, options, files } = FONTS[name];
  return Promise.all(
    files.map(async ({ from, to }) => {
      const whole = readFileSync(join(root, 'node_modules', folder, 'files', from));
      return {
        name: to,
        data: await subsetFont(whole, CHARACTERS, { ...options, keepFeatures: FEATURES, targetFormat }),
      };
    }),
  );
}

/**
 * Writes every font, with its licence beside it, as that asks.
 *
 * @returns {Promise<{ code: number }>} 1 where a font is too heavy
 */
export async function buildFonts() {
  const out = join(root, 'dist/widget/fonts');
  mkdirSync(out, { recursive: true });
  for (const [name, { package: folder, license }] of Object.entries(FONTS)) {
    const files = await cutFont(/** @type {keyof typeof FONTS} */ (name));
    for (const { name: file, data } of files) writeFileSync(join(out, file), data);
    copyFileSync(join(root, 'node_modules', folder, 'LICENSE'), join(out, license));
    const bytes = files.reduce((sum, { data }) => sum + data.length, 0);
    if (bytes > FONT_BUDGET) {
      console.error(`${name}: ${bytes} bytes, ${bytes - FONT_BUDGET} over the budget of ${FONT_BUDGET}.`);
      return { code: 1 };
    }
  }
  return { code: 0 };
}
