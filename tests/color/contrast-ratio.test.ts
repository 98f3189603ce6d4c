import { describe, it, expect } from 'vitest';
import { BLACK, WHITE } from '../../src/color/color.ts';
import { contrastRatio } from '../../src/color/contrast-ratio.ts';
import { parseColor } from '../../src/color/parse-color.ts';
import { AA, AAA, STRONGEST, isLargeText } from '../../src/color/wcag.ts';

const ratio = (a: string, b: string): number => contrastRatio(parseColor(a)!, parseColor(b)!);

describe('contrastRatio', () => {
  it('is 21 for black on white, either way round, and 1 for a colour on itself', () => {
    expect(contrastRatio(BLACK, WHITE)).toBeCloseTo(21, 10);
    expect(contrastRatio(WHITE, BLACK)).toBeCloseTo(21, 10);
    expect(contrastRatio(WHITE, WHITE)).toBe(1);
  });

  it.each([
    ['#767676', '#fff', 4.54],
    ['#777', '#fff', 4.48],
    ['#f00', '#fff', 4.0],
    ['#00f', '#fff', 8.59],
  ])('agrees with the published figure for %s on %s', (a, b, expected) => {
    expect(ratio(a, b)).toBeCloseTo(expected, 2);
  });
});

describe('thresholds', () => {
  it('are those of WCAG', () => {
    expect([AA.text, AA.large, AAA.text, AAA.large, STRONGEST.text]).toEqual([4.5, 3, 7, 4.5, 15]);
  });

  it.each([
    [24, 400, true],
    [23.9, 400, false],
    [18.67, 700, true],
    [18.66, 700, false],
    [20, 600, false],
  ])('text of %s px and weight %s is large: %s', (size, weight, expected) => {
    expect(isLargeText(size, weight)).toBe(expected);
  });
});
