import type { ColorScheme, ContrastLevel, PageFont, ReadingGuide, ReadingScheme, TextSpacing } from './preferences.ts';

/** Sizes of text that the buttons stop at, unitless, 1 = the page's own size: 0.8 to 2 by 0.1, then to 3 by 0.25. */
export const TEXT_SCALE_STEPS: readonly number[] = Object.freeze([
  0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.25, 2.5, 2.75, 3,
]);

/** The smallest size of text, unitless. */
export const MIN_TEXT_SCALE = 0.8;

/** The largest size of text, unitless; WCAG asks for 2. @see https://www.w3.org/TR/WCAG22/#resize-text */
export const MAX_TEXT_SCALE = 3;

/** Every contrast level, softest first. */
export const CONTRAST_LEVELS: readonly ContrastLevel[] = Object.freeze([-1, 0, 1, 2, 3] as const);

/** Every palette that contrast works in. */
export const COLOR_SCHEMES: readonly ColorScheme[] = Object.freeze([
  'page',
  'light',
  'dark',
  'yellow-on-black',
  'black-on-yellow',
] as const);

/** Every font of the page's text. */
export const PAGE_FONTS: readonly PageFont[] = Object.freeze(['page', 'legible', 'dyslexic'] as const);

/** Everything that can show the line being read. */
export const READING_GUIDES: readonly ReadingGuide[] = Object.freeze(['off', 'line', 'mask'] as const);

/** The room that text must bear without loss, as multiples of the font size. @see https://www.w3.org/TR/WCAG22/#text-spacing */
export const WCAG_TEXT_SPACING: TextSpacing = Object.freeze({
  lineHeight: 1.5,
  paragraph: 2,
  letter: 0.12,
  word: 0.16,
});

/** Least and greatest value of each kind of room, as multiples of the font size. */
export const TEXT_SPACING_RANGES: Readonly<Record<keyof TextSpacing, readonly [min: number, max: number]>> =
  Object.freeze({ lineHeight: [1, 3], paragraph: [0, 4], letter: [0, 0.5], word: [0, 1] });

/** Every palette of reading mode. */
export const READING_SCHEMES: readonly ReadingScheme[] = Object.freeze(['light', 'sepia', 'dark'] as const);

/** The step beyond `current` in one direction (1 larger, -1 smaller); at the end of the steps, the last one. */
export function nextTextScale(current: number, direction: 1 | -1): number {
  return neighbour(TEXT_SCALE_STEPS, current, direction);
}

/** The contrast level beyond `current` (1 more, -1 less); at the end of the levels, the last one. */
export function nextContrast(current: ContrastLevel, direction: 1 | -1): ContrastLevel {
  return neighbour(CONTRAST_LEVELS, current, direction);
}

/** Sizes nearer to each other than this are one: a press must be seen. Unitless. */
const SAME_STEP = 0.005;

/** The next of some ascending steps. `current` may lie between two of them, so it is compared, not looked up. */
function neighbour<T extends number>(steps: readonly T[], current: number, direction: 1 | -1): T {
  return direction > 0
    ? (steps.find((step) => step > current + SAME_STEP) ?? (steps.at(-1) as T))
    : (steps.findLast((step) => step < current - SAME_STEP) ?? (steps[0] as T));
}
