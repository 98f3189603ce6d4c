import { describe, expect, it } from 'vitest';
import { WHITE } from '../../../src/color/color.ts';
import { contrastRatio } from '../../../src/color/contrast-ratio.ts';
import { parseColor } from '../../../src/color/parse-color.ts';
import { checkAccent, GROUND } from '../../../src/ui/toolbar/accent.ts';

const check = (color: string) => checkAccent(color, (value) => (parseColor(value) ? value : null));

describe('the accent colour', () => {
  it('is our own where the owner set none', () => {
    expect(check('')).toEqual({ color: null, problem: null });
  });

  it('is the owner’s, unchanged, where it reaches 7:1', () => {
    const { color, problem } = check('#7a0c0c');
    expect(parseColor(color!)).toEqual(parseColor('#7a0c0c'));
    expect(problem).toBeNull();
  });

  it.each(['#c8102e', '#ff0', '#ffffff', '#767676', 'rgb(0 0 0 / 0.3)', 'oklch(0.7 0.2 140)'])(
    '%s is moved until it reaches 7:1 with the bar and with white',
    (chosen) => {
      const { color, problem } = check(chosen);
      const used = parseColor(color!)!;
      expect(contrastRatio(used, GROUND)).toBeGreaterThanOrEqual(7);
      expect(contrastRatio(used, WHITE)).toBeGreaterThanOrEqual(7);
      expect(problem).toContain(`"${chosen}"`);
      expect(problem).toContain('at least 7:1');
      expect(problem).toContain(color);
    },
  );

  it('keeps its hue when moved', () => {
    const { r, g, b } = parseColor(check('#c8102e').color!)!;
    expect(r).toBeGreaterThan(2 * Math.max(g, b));
  });

  it('says how far it falls short, never rounded up to enough', () => {
    expect(check('#c8102e').problem).toMatch(/contrast of 5\.\d:1/);
    expect(check('#575757').problem).toMatch(/contrast of 6\.\d:1/);
  });

  it('is our own where the value is no colour, and says so', () => {
    expect(check('banana')).toEqual({
      color: null,
      problem: '--ro-chu-accent should be a colour, but is "banana"; our own is used.',
    });
  });
});
