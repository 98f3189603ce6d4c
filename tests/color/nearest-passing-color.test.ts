import { describe, it, expect } from 'vitest';
import { BLACK, WHITE, opaque, quantize, type Color } from '../../src/color/color.ts';
import { contrastRatio } from '../../src/color/contrast-ratio.ts';
import { nearestPassingColor, softenedColor } from '../../src/color/nearest-passing-color.ts';
import { distance, fromOklab, toOklab } from '../../src/color/spaces.ts';

/** A repeatable run of pseudo-random numbers from 0 to 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = randomNumbers(20);
const color = (): Color => quantize(opaque(random(), random(), random()));

const isShown = ({ r, g, b }: Color): boolean => Math.min(r, g, b) >= -0.002 && Math.max(r, g, b) <= 1.002;

/** The distance of the best colour of the same hue, by trying every lightness and every chroma up to the text's own. */
function bestDistance(text: Color, ground: Color, ratio: number): number {
  const [lightness, a, b] = toOklab(text);
  let best = Infinity;
  for (let l = 0; l <= 400; l++) {
    for (let c = 0; c <= 50; c++) {
      const [x, y, z] = [l / 400, (a * c) / 50, (b * c) / 50];
      const far = Math.hypot(x - lightness, y - a, z - b);
      if (far >= best) continue;
      const tried = fromOklab([x, y, z]);
      if (isShown(tried) && contrastRatio(tried, ground) >= ratio) best = far;
    }
  }
  return best;
}

const hueOf = (c: Color): { hue: number; chroma: number } => {
  const [, a, b] = toOklab(c);
  return { hue: (Math.atan2(b, a) * 180) / Math.PI, chroma: Math.hypot(a, b) };
};

describe('nearestPassingColor', () => {
  const pairs = Array.from({ length: 400 }, () => [color(), color()] as const);

  it.each([3, 4.5, 7, 15])('passes at %s:1 on every random pair, or says that no colour can', (ratio) => {
    for (const [text, ground] of pairs) {
      const found = nearestPassingColor(text, ground, ratio);
      const most = Math.max(contrastRatio(BLACK, ground), contrastRatio(WHITE, ground));
      if (!found) expect(most).toBeLessThan(ratio);
      else expect(contrastRatio(found, ground)).toBeGreaterThanOrEqual(ratio);
    }
  });

  it('lies as near as a brute-force search finds', () => {
    let excess = 0;
    let count = 0;
    for (const [text, ground] of pairs.slice(0, 80)) {
      const found = nearestPassingColor(text, ground, 4.5);
      if (!found || found === text) continue;
      const best = bestDistance(text, ground, 4.5);
      const far = distance(text, found);
      // A step of 8 bits is about 0.004; the search's own grid is 0.0025 in lightness.
      expect(far).toBeLessThan(best * 1.1 + 0.006);
      excess += far / best - 1;
      count++;
    }
    expect(count).toBeGreaterThan(30);
    expect(excess / count).toBeLessThan(0.02);
  });

  it('keeps the hue', () => {
    for (const [text, ground] of pairs) {
      const found = nearestPassingColor(text, ground, 4.5);
      if (!found) continue;
      const before = hueOf(text);
      const after = hueOf(found);
      if (before.chroma < 0.03 || after.chroma < 0.03) continue;
      const turn = Math.abs(((after.hue - before.hue + 540) % 360) - 180);
      expect(turn).toBeLessThan(5);
    }
  });

  it('gives back the very colour that passes already', () => {
    const text = opaque(0.1, 0.1, 0.4);
    expect(nearestPassingColor(text, WHITE, 7)).toBe(text);
  });

  it('says null for a mid grey ground at 7:1', () => {
    expect(nearestPassingColor(WHITE, opaque(0.5, 0.5, 0.5), 7)).toBeNull();
  });

  it('reckons with what opacity leaves of the text', () => {
    const half = (c: Color): Color => opaque((c.r + 1) / 2, (c.g + 1) / 2, (c.b + 1) / 2);
    expect(nearestPassingColor(BLACK, WHITE, 4.5, half)).toBeNull();
    const found = nearestPassingColor(opaque(0.9, 0.2, 0.2), WHITE, 3, half)!;
    expect(contrastRatio(half(found), WHITE)).toBeGreaterThanOrEqual(3);
  });
});

describe('softenedColor', () => {
  it('brings black on white down to the ratio asked, not further', () => {
    const ratio = contrastRatio(softenedColor(BLACK, WHITE, 12), WHITE);
    expect(ratio).toBeLessThanOrEqual(12);
    expect(ratio).toBeGreaterThan(11.7);
  });

  it('leaves what is soft as it is', () => {
    const grey = opaque(0.4, 0.4, 0.4);
    expect(softenedColor(grey, WHITE, 12)).toBe(grey);
  });
});
