import { describe, it, expect } from 'vitest';
import { BLACK, WHITE, formatColor, opaque, quantize, type Color } from '../../src/color/color.ts';
import { contrastRatio } from '../../src/color/contrast-ratio.ts';
import {
  GREY_CHROMA,
  MOST_HUE_TURN,
  nearestPassingColor,
  softenedColor,
} from '../../src/color/nearest-passing-color.ts';
import { distance, toOklab } from '../../src/color/spaces.ts';
import { leastDistance } from './brute-force.ts';

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

const SEED = 20;
const random = randomNumbers(SEED);
const color = (): Color => quantize(opaque(random(), random(), random()));

const hueOf = (c: Color): { hue: number; chroma: number } => {
  const [, a, b] = toOklab(c);
  return { hue: (Math.atan2(b, a) * 180) / Math.PI, chroma: Math.hypot(a, b) };
};

const RATIOS = [3, 4.5, 7, 15];
const PAIRS_PROVEN = 300;
/** What the decision note promises. */
const MOST_EXCESS = 1.02;

describe('nearestPassingColor', () => {
  const pairs = Array.from({ length: 400 }, () => [color(), color()] as const);

  it.each(RATIOS)('passes at %s:1 on every random pair, or says that no colour can', (ratio) => {
    for (const [text, ground] of pairs) {
      const found = nearestPassingColor(text, ground, ratio);
      const most = Math.max(contrastRatio(BLACK, ground), contrastRatio(WHITE, ground));
      if (!found) expect(most).toBeLessThan(ratio);
      else expect(contrastRatio(found, ground)).toBeGreaterThanOrEqual(ratio);
    }
  });

  describe('against a brute-force search over all 8-bit colours', () => {
    const half = (c: Color): Color => opaque((c.r + 1) / 2, (c.g + 1) / 2, (c.b + 1) / 2);
    const allowed = { hueTurn: MOST_HUE_TURN, greyChroma: GREY_CHROMA };

    it('the search finds the same with and without leaving blocks out', () => {
      for (const ratio of [3, 7]) {
        const question = { text: opaque(0.8, 0.4, 0.2), ground: opaque(0.6, 0.7, 0.6), ratio, ...allowed };
        const whole = leastDistance(question, Infinity, true);
        expect(whole).toBeLessThan(1);
        expect(leastDistance(question, Infinity)).toBe(whole);
      }
    });

    it.each([
      ...RATIOS.map((ratio) => ({ ratio, how: 'as it is', see: undefined })),
      { ratio: 3, how: 'half there', see: half },
    ])('passes, and lies within 2 % of the best, at $ratio:1, the text $how', ({ ratio, see }) => {
      const excesses: number[] = [];
      while (excesses.length < PAIRS_PROVEN) {
        const [text, ground] = [color(), color()];
        const found = nearestPassingColor(text, ground, ratio, see);
        if (!found || found === text) continue;
        const far = distance(text, found);
        // A hair more than what was found, so that the search has to find that colour or a nearer one.
        const best = leastDistance({ text, ground, ratio, ...allowed, ...(see && { see }) }, far * 1.000001);
        const pair = `seed ${SEED}: ${formatColor(text)} on ${formatColor(ground)}, found ${formatColor(found)}`;
        expect(contrastRatio(see ? see(found) : found, ground), pair).toBeGreaterThanOrEqual(ratio);
        expect(far / best, pair).toBeLessThanOrEqual(MOST_EXCESS);
        excesses.push(far / best);
      }
      excesses.sort((x, y) => x - y);
      expect(excesses[PAIRS_PROVEN / 2]).toBeLessThan(1.0001);
    });
  });

  it('keeps the hue', () => {
    let count = 0;
    for (const [text, ground] of pairs) {
      const found = nearestPassingColor(text, ground, 4.5);
      if (!found || found === text) continue;
      const before = hueOf(text);
      const after = hueOf(found);
      if (after.chroma < GREY_CHROMA) continue;
      const turn = Math.abs(((after.hue - before.hue + 540) % 360) - 180);
      expect(turn).toBeLessThanOrEqual(MOST_HUE_TURN + 1e-6);
      count++;
    }
    expect(count).toBeGreaterThan(200);
  });

  it('leaves a grey a grey', () => {
    for (let step = 0; step < 256; step += 5) {
      const found = nearestPassingColor(opaque(step / 255, step / 255, step / 255), WHITE, 7)!;
      expect(hueOf(found).chroma).toBeLessThan(GREY_CHROMA);
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
