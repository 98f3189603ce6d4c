import { PreferencesError } from './errors.ts';
import type { Preferences } from './preferences.ts';
import { describe, isPlainObject, mergeFields, RULES } from './rules.ts';

/**
 * Puts a patch over preferences; what it leaves out stays, and where nothing differs `current` itself is returned.
 * @throws {PreferencesError} for a patch that is not a plain object, an unknown name, a wrong type or a value out of range.
 */
export function applyPatch(current: Preferences, patch: unknown): Preferences {
  if (!isPlainObject(patch)) throw new PreferencesError('patch', 'a plain object', describe(patch));
  return mergeFields(current, patch, RULES, (field, expected, received) => {
    throw new PreferencesError(field, expected, received);
  });
}
