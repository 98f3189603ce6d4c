import {
  COLOR_SCHEMES,
  CONTRAST_LEVELS,
  MAX_TEXT_SCALE,
  MIN_TEXT_SCALE,
  PAGE_FONTS,
  READING_GUIDES,
  READING_SCHEMES,
  TEXT_SPACING_RANGES,
  WCAG_TEXT_SPACING,
} from './limits.ts';
import type { Preferences, TextSpacing } from './preferences.ts';

/** What one field takes. */
export class Rule<T> {
  constructor(
    /** What the field takes, in English. */
    readonly expected: string,
    /** The value as it is kept, or undefined where the field does not take it; `current` itself where nothing differs. */
    readonly read: (value: unknown, current: T) => T | undefined,
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
  new Rule<T>(`one of ${items.join(', ')}`, (value) => items.find((item) => item === value));

const onOrOff = oneOf([true, false]);

const spacingNames = Object.keys(TEXT_SPACING_RANGES) as (keyof TextSpacing)[];

const textSpacing = new Rule<boolean | TextSpacing>(
  `true, false, or an object with ${spacingNames
    .map((name) => `${name} from ${TEXT_SPACING_RANGES[name].join(' to ')}`)
    .join(', ')}`,
  (value, current) => {
    if (typeof value === 'boolean') return value;
    if (!isPlainObject(value) || Reflect.ownKeys(value).some((key) => !Object.hasOwn(TEXT_SPACING_RANGES, key))) return;
    const spacing: Record<keyof TextSpacing, number> = { ...WCAG_TEXT_SPACING };
    for (const name of spacingNames) {
      if (!Object.hasOwn(value, name)) continue;
      const room = value[name];
      const [min, max] = TEXT_SPACING_RANGES[name];
      if (!(typeof room === 'number' && room >= min && room <= max)) return;
      spacing[name] = room;
    }
    const isSame = typeof current === 'object' && spacingNames.every((name) => current[name] === spacing[name]);
    return isSame ? current : Object.freeze(spacing);
  },
);

/** What each preference takes: the one place that says so. */
export const RULES: Rules<Preferences> = {
  textScale,
  contrast: oneOf(CONTRAST_LEVELS),
  colorScheme: oneOf(COLOR_SCHEMES),
  textSpacing,
  font: oneOf(PAGE_FONTS),
  highlightLinks: onOrOff,
  stillMotion: onOrOff,
  readingGuide: oneOf(READING_GUIDES),
  bigPointer: onOrOff,
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
      after = rule.read(value, before);
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
