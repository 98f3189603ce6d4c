import { describe, it, expect } from 'vitest';
import { composite, formatColor, opaque } from '../../src/color/color.ts';
import { parseColor } from '../../src/color/parse-color.ts';

const css = (text: string): string | null => {
  const color = parseColor(text);
  return color && formatColor(color) + (color.a < 1 ? ` ${color.a}` : '');
};

describe('parseColor', () => {
  it.each([
    ['rgb(255, 0, 10)', 'rgb(255, 0, 10)'],
    ['rgba(1, 2, 3, 0.5)', 'rgb(1, 2, 3) 0.5'],
    ['rgb(1 2 3 / 50%)', 'rgb(1, 2, 3) 0.5'],
    ['rgb(100% 0% 50%)', 'rgb(255, 0, 128)'],
    ['#0a5', 'rgb(0, 170, 85)'],
    ['#00aa5580', `rgb(0, 170, 85) ${128 / 255}`],
    ['transparent', 'rgb(0, 0, 0) 0'],
    ['rgba(0, 0, 0, 0)', 'rgb(0, 0, 0) 0'],
    ['color(srgb 1 0.5 0)', 'rgb(255, 128, 0)'],
    ['color(srgb 1 0.5 none / 0.25)', 'rgb(255, 128, 0) 0.25'],
    ['color(srgb-linear 0.5 0.5 0.5)', 'rgb(188, 188, 188)'],
    ['color(display-p3 0.6 0.6 0.6)', 'rgb(153, 153, 153)'],
    ['color(display-p3 0.21604 0.49418 0.13151)', 'rgb(0, 128, 0)'],
    ['color(xyz-d65 0.9505 1 1.089)', 'rgb(255, 255, 255)'],
    ['color(xyz-d50 0.9643 1 0.8251)', 'rgb(255, 255, 255)'],
    ['oklch(0.627955 0.257683 29.2339)', 'rgb(255, 0, 0)'],
    ['oklab(0.452014 -0.032455 -0.311528)', 'rgb(0, 0, 255)'],
    ['oklab(1 0 0 / 0.5)', 'rgb(255, 255, 255) 0.5'],
    ['lab(54.29 80.8 69.89)', 'rgb(255, 0, 0)'],
    ['lab(50% 0 0)', 'rgb(119, 119, 119)'],
    ['lch(29.57 131.2 301.36)', 'rgb(0, 0, 255)'],
    ['lab(4 0 0)', 'rgb(14, 14, 14)'],
  ])('reads %s', (text, expected) => {
    expect(css(text)).toBe(expected);
  });

  it.each(['', 'currentcolor', 'rgb(1, 2)', 'rgb(a, b, c)', 'color(unknown 1 1 1)', '#12345', 'url(x.png)', 'rgb()'])(
    'refuses %s',
    (text) => {
      expect(parseColor(text)).toBeNull();
    },
  );
});

describe('composite', () => {
  it('lays a translucent colour over an opaque one', () => {
    expect(formatColor(composite({ r: 0, g: 0, b: 0, a: 0.5 }, opaque(1, 1, 1)))).toBe('rgb(128, 128, 128)');
  });

  it('lays translucent over translucent', () => {
    const { a, r } = composite({ r: 1, g: 0, b: 0, a: 0.5 }, { r: 0, g: 0, b: 0, a: 0.5 });
    expect(a).toBe(0.75);
    expect(r).toBeCloseTo(2 / 3);
  });
});
