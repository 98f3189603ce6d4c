/** A patch that can't be taken: names the field, what was expected of it and what came. */
export class PreferencesError extends TypeError {
  override readonly name = 'PreferencesError';

  constructor(
    /** Name of the field, such as `textScale` or `reading.scheme`; `patch` where the patch itself is wrong. */
    readonly field: string,
    /** What the field takes, in English. */
    readonly expected: string,
    /** What came, in English. */
    readonly received: string,
  ) {
    super(mismatch(field, expected, received));
  }
}

/** One sentence of what was expected and what came, for errors and for problems in stored data. */
export function mismatch(field: string, expected: string, received: string): string {
  return `${field}: expected ${expected}; received ${received}`;
}
