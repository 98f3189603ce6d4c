import type { Action } from '../../preferences/actions.ts';
import type { Preferences } from '../../preferences/preferences.ts';
import { formatPercent, type ToolbarStrings } from '../strings/strings.ts';

/** The preferences whose changes are announced here; reading mode speaks for its own. */
export type AnnouncedPreference = 'textScale' | 'contrast';

// A level's name stands within a sentence.
const nameLevel = (words: ToolbarStrings, { contrast }: Preferences): string =>
  words.contrastLevels[contrast].name.toLowerCase();

/** What changed, a sentence for each preference. */
export function describeChange(
  words: ToolbarStrings,
  preferences: Preferences,
  changed: ReadonlySet<AnnouncedPreference>,
): string[] {
  const said: string[] = [];
  if (changed.has('textScale')) said.push(words.textSizeIs(formatPercent(preferences.textScale)));
  if (changed.has('contrast')) said.push(words.contrastIs(nameLevel(words, preferences)));
  return said;
}

/** Why an action changed nothing: it is at its limit, or all is as it asks. */
export function describeLimit(words: ToolbarStrings, preferences: Preferences, action: Action): string {
  const size = formatPercent(preferences.textScale);
  const level = nameLevel(words, preferences);
  if (action === 'text-larger') return words.textLargest(size);
  if (action === 'text-smaller') return words.textSmallest(size);
  if (action === 'text-reset') return words.textSizeIs(size);
  if (action === 'contrast-more') return words.contrastHighest(level);
  if (action === 'contrast-less') return words.contrastLowest(level);
  return action === 'reset' ? words.isDefault : words.contrastIs(level);
}
