import type { Preferences } from './preferences.ts';

/** Whether preferences ask anything of each adjustment of the page. */
export const ASKS = {
  textSize: ({ textScale }: Preferences): boolean => textScale !== 1,
  contrast: ({ contrast, colorScheme }: Preferences): boolean => contrast !== 0 || colorScheme !== 'page',
  textSpacing: ({ textSpacing }: Preferences): boolean => textSpacing !== false,
  font: ({ font }: Preferences): boolean => font !== 'page',
  links: ({ highlightLinks }: Preferences): boolean => highlightLinks,
  motion: ({ stillMotion }: Preferences): boolean => stillMotion,
  readingGuide: ({ readingGuide }: Preferences): boolean => readingGuide !== 'off',
  pointer: ({ bigPointer }: Preferences): boolean => bigPointer,
};
