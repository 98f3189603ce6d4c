import { mismatch } from './errors.ts';
import { fromJson, toJson } from './json.ts';
import { migrate, PREFERENCES_VERSION, type StoredFields } from './migrations.ts';
import { DEFAULT_PREFERENCES, type Preferences } from './preferences.ts';
import { describe, isPlainObject, mergeFields, RULES } from './rules.ts';

/** What a stored text says. */
export interface Decoded {
  /** The preferences; each field that is missing or can't be taken has its default. */
  readonly value: Preferences;
  /** In English, each field that could not be taken: what was expected and what came. */
  readonly problems: readonly string[];
  /** Whether there was a text, and it was one of stored preferences, though perhaps with bad fields. */
  readonly isReadable: boolean;
}

/** Length of the longest text that is looked into, in UTF-16 units; ours has about 100. */
export const MAX_STORED_LENGTH = 4096;

/** Reads a stored text field by field; null (nothing is stored) gives the defaults. Never throws. */
export function decodePreferences(text: string | null): Decoded {
  const problems: string[] = [];
  const report = (field: string, expected: string, received: string): void =>
    void problems.push(`Stored ${mismatch(field, expected, received)}. The default is used.`);
  let stored = parse(text);
  if (!stored) {
    if (text !== null)
      report('preferences', `a JSON object of at most ${MAX_STORED_LENGTH} characters`, describe(text));
    return { value: DEFAULT_PREFERENCES, problems, isReadable: false };
  }
  const version = versionOf(stored);
  if (version === null) {
    const received = describe(own(stored, 'v'));
    problems.push(`Stored ${mismatch('v', 'a whole number from 1', received)}. The fields are read as they are.`);
  } else {
    stored = migrate(stored, version, (step, error) =>
      problems.push(`Stored preferences of version ${step} could not be brought up to date: ${String(error)}`),
    );
  }
  const value = mergeFields(DEFAULT_PREFERENCES, stored, RULES, (field, expected, received, isKnown) => {
    // Unknown names are a newer version's, or nobody's: no harm either way.
    if (isKnown) report(field, expected, received);
  });
  return { value, problems, isReadable: true };
}

/**
 * Writes preferences as compact JSON with a version number; what is at its default is left out, as a cookie goes along
 * with every request.
 * @param replaced the stored text that this one takes the place of. Where a newer version wrote it, the fields unknown
 * to this one go along, so that nothing chosen there is lost.
 */
export function encodePreferences(preferences: Preferences, replaced: string | null = null): string {
  const stored = parse(replaced);
  const isNewer = stored !== null && (versionOf(stored) ?? 0) > PREFERENCES_VERSION;
  return toJson(putOver(isNewer ? stored : { v: PREFERENCES_VERSION }, preferences, DEFAULT_PREFERENCES));
}

/** Puts known fields over stored ones, group by group; what is at its default is left out, and so is a group of nothing. */
function putOver(stored: unknown, known: object, defaults: object): StoredFields {
  const fields: Record<string, unknown> = isPlainObject(stored) ? { ...stored } : {};
  for (const [key, value] of Object.entries(known) as [string, unknown][]) {
    const fallback: unknown = Reflect.get(defaults, key);
    const group = isPlainObject(value) && isPlainObject(fallback) ? putOver(own(fields, key), value, fallback) : null;
    if (group ? Object.keys(group).length : value !== fallback) fields[key] = group ?? value;
    else Reflect.deleteProperty(fields, key);
  }
  return fields;
}

function parse(text: string | null): StoredFields | null {
  const stored = text !== null && text.length <= MAX_STORED_LENGTH ? fromJson(text) : null;
  return isPlainObject(stored) ? stored : null;
}

function versionOf(stored: StoredFields): number | null {
  const version = own(stored, 'v');
  return Number.isInteger(version) && (version as number) > 0 ? (version as number) : null;
}

function own(stored: StoredFields, key: string): unknown {
  return Object.hasOwn(stored, key) ? stored[key] : undefined;
}
