import type { Action } from '../../preferences/actions.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../preferences/preferences.ts';
import { formatPercent, type ToolbarStrings } from '../strings/strings.ts';

/** The preferences whose changes are announced here; reading mode speaks for its own. */
export type AnnouncedPreference = Exclude<keyof Preferences, 'reading'>;

/** Each announced preference, in the order they are named in. */
export const ANNOUNCED = Object.keys(DEFAULT_PREFERENCES).filter((name) => name !== 'reading') as AnnouncedPreference[];

// A level's name stands within a sentence.
const nameLevel = (words: ToolbarStrings, { contrast }: Preferences): string =>
  words.contrastLevels[contrast].name.toLowerCase();

/** How one preference stands, in words. */
function describe(words: ToolbarStrings, preferences: Preferences, name: AnnouncedPreference): string {
  const tell = (what: string, value: string): string => `${what}: ${value.toLowerCase()}`;
  switch (name) {
    case 'textScale':
      return words.textSizeIs(formatPercent(preferences.textScale));
    case 'contrast':
      return tell(words.contrast, nameLevel(words, preferences));
    case 'colorScheme':
      return tell(words.colorScheme, words.colorSchemes[preferences.colorScheme]);
    case 'font':
      return tell(words.font, words.fonts[preferences.font]);
    case 'readingGuide':
      return tell(words.readingGuide, words.readingGuides[preferences.readingGuide]);
    default:
      return tell(words.switches[name].name, preferences[name] ? words.on : words.off);
  }
}

/** What changed, a sentence for each preference. */
export const describeChange = (
  words: ToolbarStrings,
  preferences: Preferences,
  changed: ReadonlySet<AnnouncedPreference>,
): string[] => ANNOUNCED.filter((name) => changed.has(name)).map((name) => describe(words, preferences, name));

/** Why an action changed nothing: it is at its limit, or all is as it asks. */
export function describeLimit(words: ToolbarStrings, preferences: Preferences, action: Action): string {
  const size = formatPercent(preferences.textScale);
  const level = nameLevel(words, preferences);
  if (action === 'text-larger') return words.textLargest(size);
  if (action === 'text-smaller') return words.textSmallest(size);
  if (action === 'text-reset') return words.textSizeIs(size);
  if (action === 'contrast-more') return words.contrastHighest(level);
  if (action === 'contrast-less') return words.contrastLowest(level);
  return action === 'reset' ? words.isDefault : describe(words, preferences, 'contrast');
}
