/** Contrast levels: -1 softer, 0 as the page is, 1 WCAG AA, 2 WCAG AAA, 3 the strongest. */
export type ContrastLevel = -1 | 0 | 1 | 2 | 3;

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
  /** Reading mode's own choices. */
  readonly reading: ReadingPreferences;
}

/** A change to some preferences; what it leaves out stays. */
export interface PreferencesPatch {
  readonly textScale?: number;
  readonly contrast?: ContrastLevel;
  readonly reading?: Partial<ReadingPreferences>;
}

/** What holds until the reader chooses: the page as it is. */
export const DEFAULT_PREFERENCES: Preferences = Object.freeze({
  textScale: 1,
  contrast: 0,
  reading: Object.freeze({ scheme: 'light', textScale: 1 }),
});
