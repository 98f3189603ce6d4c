import type {
  ColorScheme,
  ContrastLevel,
  PageFont,
  Preferences,
  ReadingGuide,
  ReadingScheme,
} from '../../preferences/preferences.ts';

/** The languages our own words exist in; Vietnamese comes first. */
export type Language = 'vi' | 'en';

/** The language of a `lang` value such as `en-GB`: English where it says so, else Vietnamese. */
export function toLanguage(tag: string | null | undefined): Language {
  return /^en\b/i.test(tag ?? '') ? 'en' : 'vi';
}

/** A scale in words: 1.5 is "150 %", with a narrow no-break space so that the sign never stands on a line of its own. */
export function formatPercent(scale: number): string {
  return `${Math.round(scale * 100)}\u202f%`;
}

/** How one choice is called, and what it does. */
export interface NameAndHint {
  readonly name: string;
  readonly hint: string;
}

/** The preferences that are on or off. */
export type Switch = keyof Pick<Preferences, 'textSpacing' | 'highlightLinks' | 'stillMotion' | 'bigPointer'>;

/** The words of the toolbar. */
export interface ToolbarStrings {
  /** Name of the landmark around the toolbar. */
  readonly region: string;
  /** Name of the row of buttons. */
  readonly toolbar: string;
  readonly textSize: string;
  readonly textSmaller: string;
  readonly textReset: string;
  readonly textLarger: string;
  /** Label of the exact choice of a text size. */
  readonly textSizeChoice: string;
  readonly contrast: string;
  readonly contrastLess: string;
  readonly contrastMore: string;
  readonly contrastLevels: Readonly<Record<ContrastLevel, NameAndHint>>;
  readonly colorScheme: string;
  readonly colorSchemes: Readonly<Record<ColorScheme, string>>;
  readonly font: string;
  readonly fonts: Readonly<Record<PageFont, string>>;
  readonly readingGuide: string;
  readonly readingGuides: Readonly<Record<ReadingGuide, string>>;
  /** Name of the group of switches. */
  readonly aids: string;
  readonly switches: Readonly<Record<Switch, NameAndHint>>;
  /** How a switch stands, within a sentence. */
  readonly on: string;
  readonly off: string;
  /** The offer of more contrast where the reader's system asks for it, and its two answers; `use` names the level. */
  readonly offer: { readonly text: string; readonly use: string; readonly dismiss: string };
  readonly readingMode: string;
  /** Said when the reader's window could not be opened. */
  readonly readingModeFailed: string;
  /** The code that adjusts the page could not be loaded. */
  readonly engineFailed: string;
  /** The panel's button, in two parts: a narrow bar shows the first alone. */
  readonly settings: readonly [string, string];
  readonly reset: string;
  readonly undo: string;
  readonly close: string;
  readonly privacy: string;
  /** Said and shown where the browser keeps nothing. */
  readonly unkept: string;
  /** Announcements; `value` is what `formatPercent` makes, or the name of a level. */
  readonly textSizeIs: (value: string) => string;
  readonly textSmallest: (value: string) => string;
  readonly textLargest: (value: string) => string;
  readonly contrastLowest: (name: string) => string;
  readonly contrastHighest: (name: string) => string;
  readonly wasReset: string;
  readonly isDefault: string;
}

/** The words of the reader. */
export interface ReaderStrings {
  /** Name of the landmark around the controls. */
  readonly region: string;
  readonly textSize: string;
  readonly textSmaller: string;
  readonly textReset: string;
  readonly textLarger: string;
  /** Name of the choice of colours. */
  readonly scheme: string;
  readonly schemes: Readonly<Record<ReadingScheme, string>>;
  readonly close: string;
  /** Said above the main part of a page without an article. */
  readonly noArticle: string;
  /** Said where the page has no text at all. */
  readonly nothingToRead: string;
  /** Name of a table that has none of its own; `number` counts from 1. */
  readonly table: (number: number) => string;
  /** Announcements; `value` is what `formatPercent` makes. */
  readonly textSizeIs: (value: string) => string;
  readonly textSmallest: (value: string) => string;
  readonly textLargest: (value: string) => string;
}
