import type { Color } from './color.ts';

type Triple = readonly [number, number, number];

/** Linear light of one sRGB channel (the sign is kept outside 0 to 1). @see https://www.w3.org/TR/css-color-4/#color-conversion-code */
export const toLinear = (channel: number): number => {
  const size = Math.abs(channel);
  return size <= 0.04045 ? channel / 12.92 : Math.sign(channel) * ((size + 0.055) / 1.055) ** 2.4;
};

/** The sRGB channel of linear light. */
export const fromLinear = (light: number): number => {
  const size = Math.abs(light);
  return size <= 0.0031308 ? light * 12.92 : Math.sign(light) * (1.055 * size ** (1 / 2.4) - 0.055);
};

/** Three numbers times a matrix of nine, row by row. */
export const multiply = (m: readonly number[], t: Triple): [number, number, number] => [
  m[0]! * t[0] + m[1]! * t[1] + m[2]! * t[2],
  m[3]! * t[0] + m[4]! * t[1] + m[5]! * t[2],
  m[6]! * t[0] + m[7]! * t[1] + m[8]! * t[2],
];

// OKLab's matrices, straight from and to linear sRGB. @see https://bottosson.github.io/posts/oklab/
const LINEAR_TO_LMS = [
  0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376,
  0.6299787005,
];
const LMS_TO_LAB = [
  0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662,
  -0.808675766,
];
const LAB_TO_LMS = [1, 0.3963377774, 0.2158037573, 1, -0.1055613458, -0.0638541728, 1, -0.0894841775, -1.291485548];
const LMS_TO_LINEAR = [
  4.0767416621, -3.3077115913, 0.2309699292, -1.2684380046, 2.6097574011, -0.3413193965, -0.0041960863, -0.7034186147,
  1.707614701,
];

/** Linear light of sRGB's three channels in OKLab: lightness 0 to 1, a and b about -0.4 to 0.4. */
export function linearToOklab(light: Triple): [number, number, number] {
  const lms = multiply(LINEAR_TO_LMS, light);
  return multiply(LMS_TO_LAB, [Math.cbrt(lms[0]), Math.cbrt(lms[1]), Math.cbrt(lms[2])]);
}

/** A colour in OKLab: lightness 0 to 1, a and b about -0.4 to 0.4. */
export const toOklab = ({ r, g, b }: Color): [number, number, number] =>
  linearToOklab([toLinear(r), toLinear(g), toLinear(b)]);

/** The sRGB colour of an OKLab triple; channels lie outside 0 to 1 where sRGB cannot show it. */
export function fromOklab(lab: Triple, alpha = 1): Color {
  const [l, m, s] = multiply(LAB_TO_LMS, lab);
  const [r, g, b] = multiply(LMS_TO_LINEAR, [l ** 3, m ** 3, s ** 3]);
  return { r: fromLinear(r), g: fromLinear(g), b: fromLinear(b), a: alpha };
}

/** Distance of two colours in OKLab; black to white is 1. */
export function distance(x: Color, y: Color): number {
  const p = toOklab(x);
  const q = toOklab(y);
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
