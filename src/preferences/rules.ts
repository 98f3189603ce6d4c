import { CONTRAST_LEVELS, MAX_TEXT_SCALE, MIN_TEXT_SCALE, READING_SCHEMES } from './limits.ts';
import type { Preferences } from './preferences.ts';

/** What one field takes. */
export class Rule<T> {
  constructor(
    /** What the field takes, in English. */
    readonly expected: string,
    /** The value as it is kept, or undefined where the field does not take it. */
    readonly read: (value: unknown) => T | undefined,
  ) {}
}

/** A rule for each field of a value, and rules again for each group of fields in it. */
export type Rules<T> = { readonly [K in keyof T]: T[K] extends object ? Rules<T[K]> : Rule<T[K]> };

/** Told of each field that was refused: its name, what it takes, what came, and whether the name is known at all. */
export type Refuse = (field: string, expected: string, received: string, isKnown: boolean) => void;

const textScale = new Rule<number>(`a number from ${MIN_TEXT_SCALE} to ${MAX_TEXT_SCALE}`, (value) =>
  // Written so that NaN fails.
  typeof value === 'number' && value >= MIN_TEXT_SCALE && value <= MAX_TEXT_SCALE ? value : undefined,
);

/** The list's own item is taken, so that -0 becomes 0. */
const oneOf = <T>(items: readonly T[]): Rule<T> =>
  new Rule(`one of ${items.join(', ')}`, (value) => items.find((item) => item === value));

/** What each preference takes: the one place that says so. */
export const RULES: Rules<Preferences> = {
  textScale,
  contrast: oneOf(CONTRAST_LEVELS),
  reading: { scheme: oneOf(READING_SCHEMES), textScale },
};

/**
 * Puts the fields of an untrusted object over a known value, each one read once.
 * @returns a frozen value, or `current` itself where nothing differs.
 */
export function mergeFields<T extends object>(
  current: T,
  given: object,
  rules: Rules<T>,
  refuse: Refuse,
  path = '',
): T {
  let next = current;
  // Own keys only, symbols and hidden ones too: a page may have added to Object.prototype, or replaced Object.keys.
  for (const key of Reflect.ownKeys(given)) {
    const field = path + String(key);
    if (!Object.hasOwn(rules, key)) {
      refuse(field, `one of the names ${Object.keys(rules).join(', ')}`, describe(String(key)), false);
      continue;
    }
    const rule: unknown = Reflect.get(rules, key);
    const value: unknown = Reflect.get(given, key);
    const before: unknown = Reflect.get(current, key);
    let after: unknown;
    let expected = 'a plain object';
    if (rule instanceof Rule) {
      after = rule.read(value);
      expected = rule.expected;
    } else if (isPlainObject(value)) {
      after = mergeFields(before as object, value, rule as Rules<object>, refuse, `${field}.`);
    }
    if (after === undefined) refuse(field, expected, describe(value), true);
    else if (after !== before) next = { ...next, [key]: after };
  }
  return Object.freeze(next);
}

/** Whether this is an object as a literal or JSON makes it, in this window or another. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Characters of a string that a message shows. */
const SHOWN_CHARACTERS = 40;

/** What came, in a few words of English. */
export function describe(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.slice(0, SHOWN_CHARACTERS)) + (value.length > SHOWN_CHARACTERS ? '…' : '');
  }
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return 'an array';
  return isPlainObject(value) ? 'an object' : 'an object that is not plain';
}
