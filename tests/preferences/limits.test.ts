import { describe, it, expect } from 'vitest';
import {
  CONTRAST_LEVELS,
  MAX_TEXT_SCALE,
  MIN_TEXT_SCALE,
  nextContrast,
  nextTextScale,
  TEXT_SCALE_STEPS,
} from '../../src/preferences/limits.ts';
import { DEFAULT_PREFERENCES, type ContrastLevel } from '../../src/preferences/preferences.ts';

/** Every value on the way from one end to the other, one press at a time. */
function walk<T>(from: T, next: (current: T) => T): T[] {
  const seen = [from];
  for (let value = next(from); value !== seen.at(-1); value = next(value)) seen.push(value);
  return seen;
}

describe('text scale steps', () => {
  it('go by 0.1 to 2 and by 0.25 to 3, without rounding noise', () => {
    expect(TEXT_SCALE_STEPS).toEqual([0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.25, 2.5, 2.75, 3]);
  });

  it('begin and end at the limits and include the default', () => {
    expect(TEXT_SCALE_STEPS[0]).toBe(MIN_TEXT_SCALE);
    expect(TEXT_SCALE_STEPS.at(-1)).toBe(MAX_TEXT_SCALE);
    expect(TEXT_SCALE_STEPS).toContain(DEFAULT_PREFERENCES.textScale);
  });

  it('are all reached by pressing, both ways', () => {
    expect(walk<number>(0.8, (current) => nextTextScale(current, 1))).toEqual(TEXT_SCALE_STEPS);
    expect(walk<number>(3, (current) => nextTextScale(current, -1))).toEqual([...TEXT_SCALE_STEPS].reverse());
  });

  it.each([
    [1.05, 1, 1.1],
    [1.05, -1, 1],
    [2.1, 1, 2.25],
    [2.1, -1, 2],
    [2.9, 1, 3],
  ] as const)('from %d, between two steps, a press (%d) goes to the neighbouring one, %d', (from, direction, to) => {
    expect(nextTextScale(from, direction)).toBe(to);
  });

  it.each([
    [1.0999999999, 1, 1.2],
    [1.1000000001, -1, 1],
  ] as const)('from %d, a step but for rounding noise, a press (%d) is a whole step, to %d', (from, direction, to) => {
    expect(nextTextScale(from, direction)).toBe(to);
  });

  it('stay at the ends, also when asked from beyond them', () => {
    expect([nextTextScale(3, 1), nextTextScale(0.8, -1), nextTextScale(9, 1), nextTextScale(0, -1)]).toEqual([
      3, 0.8, 3, 0.8,
    ]);
  });
});

describe('contrast levels', () => {
  it('are all reached by pressing, both ways, and stay at the ends', () => {
    expect(walk<ContrastLevel>(-1, (current) => nextContrast(current, 1))).toEqual(CONTRAST_LEVELS);
    expect(walk<ContrastLevel>(3, (current) => nextContrast(current, -1))).toEqual([...CONTRAST_LEVELS].reverse());
  });
});
