import { describe, expect, it } from 'vitest';
import { contrastRatio } from '../../../src/color/contrast-ratio.ts';
import { parseColor } from '../../../src/color/parse-color.ts';
import { READING_SCHEMES } from '../../../src/preferences/limits.ts';
import { PALETTES } from '../../../src/ui/reader/schemes.ts';

const ratio = (x: string, y: string): number => contrastRatio(parseColor(x)!, parseColor(y)!);

describe.each(READING_SCHEMES)('the scheme %s', (scheme) => {
  const palette = PALETTES[scheme];

  it.each(['ink', 'muted', 'link'] as const)('shows %s at 7:1 on everything it lies on', (name) => {
    expect(ratio(palette[name], palette.ground)).toBeGreaterThanOrEqual(7);
    expect(ratio(palette[name], palette.surface)).toBeGreaterThanOrEqual(7);
  });

  it('shows borders of controls and focus rings at 3:1', () => {
    for (const ground of [palette.ground, palette.surface]) {
      expect(ratio(palette.line, ground)).toBeGreaterThanOrEqual(3);
      expect(ratio(palette.link, ground)).toBeGreaterThanOrEqual(3);
    }
  });
});
