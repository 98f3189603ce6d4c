/** Contrast levels: -1 softer, 0 as the page is, 1 WCAG AA, 2 WCAG AAA, 3 the strongest. */
export type ContrastLevel = -1 | 0 | 1 | 2 | 3;

/**
 * Palettes that contrast works in: the page's own, one on a light or dark ground with the page's hues kept, or two colours
 * alone.
 */
export type ColorScheme = 'page' | 'light' | 'dark' | 'yellow-on-black' | 'black-on-yellow';

/** Fonts of the page's text: the page's own, a plain one of high legibility, one made for dyslexic readers. */
export type PageFont = 'page' | 'legible' | 'dyslexic';

/** What shows the line being read: nothing, a line under it, or a mask that dims what lies around it. */
export type ReadingGuide = 'off' | 'line' | 'mask';

/** Room between lines, paragraphs, letters and words. @see https://www.w3.org/TR/WCAG22/#text-spacing */
export interface TextSpacing {
  /** Line height as a multiple of the font size, 1 to 3; WCAG 1.5. */
  readonly lineHeight: number;
  /** Room after a paragraph as a multiple of the font size, 0 to 4; WCAG 2. */
  readonly paragraph: number;
  /** Room added between letters as a multiple of the font size, 0 to 0.5; WCAG 0.12. */
  readonly letter: number;
  /** Room added between words as a multiple of the font size, 0 to 1; WCAG 0.16. */
  readonly word: number;
}

/** Palettes of reading mode. */
export type ReadingScheme = 'light' | 'sepia' | 'dark';

/** What the reader chose for reading mode alone. */
export interface ReadingPreferences {
  /** Palette of the reader; default `light`. */
  readonly scheme: ReadingScheme;
  /** Size of the reader's text, unitless, 0.8 to 3, 1 = 20 px; default 1. */
  readonly textScale: number;
}

/** What the reader chose: one frozen, JSON-plain value. */
export interface Preferences {
  /** Size of the page's text, unitless, 0.8 to 3, 1 = the page's own size; default 1. */
  readonly textScale: number;
  /** Contrast level; default 0. */
  readonly contrast: ContrastLevel;
  /** Palette that contrast works in; default `page`. */
  readonly colorScheme: ColorScheme;
  /** Room between lines, paragraphs, letters and words: the page's own, WCAG's four values, or others; default false. */
  readonly textSpacing: boolean | TextSpacing;
  /** Font of the page's text; default `page`. */
  readonly font: PageFont;
  /** Whether links stand out from the text around them by more than colour; default false. */
  readonly highlightLinks: boolean;
  /** Whether what moves by itself is stopped; default false. */
  readonly stillMotion: boolean;
  /** What shows the line being read; default `off`. */
  readonly readingGuide: ReadingGuide;
  /** Whether the pointer is drawn large; default false. */
  readonly bigPointer: boolean;
  /** Reading mode's own choices. */
  readonly reading: ReadingPreferences;
}

/** A change to some preferences; what it leaves out stays. */
export type PreferencesPatch = Partial<Omit<Preferences, 'textSpacing' | 'reading'>> & {
  /** Values left out are WCAG's. */
  readonly textSpacing?: boolean | Partial<TextSpacing>;
  readonly reading?: Partial<ReadingPreferences>;
};

/** What holds until the reader chooses: the page as it is. */
export const DEFAULT_PREFERENCES: Preferences = Object.freeze({
  textScale: 1,
  contrast: 0,
  colorScheme: 'page',
  textSpacing: false,
  font: 'page',
  highlightLinks: false,
  stillMotion: false,
  readingGuide: 'off',
  bigPointer: false,
  reading: Object.freeze({ scheme: 'light', textScale: 1 }),
});
