import type { Color } from './color.ts';
import { fromLinear, fromOklab, multiply, toLinear } from './spaces.ts';

type Triple = [number, number, number];

const fromLinearRgb = ([r, g, b]: Triple, a: number): Color => ({
  r: fromLinear(r),
  g: fromLinear(g),
  b: fromLinear(b),
  a,
});

// From linear light of other spaces to linear sRGB. @see https://www.w3.org/TR/css-color-4/#color-conversion-code
const P3 = [1.2249401763, -0.2249401763, 0, -0.0420569547, 1.0420569547, 0, -0.0196375546, -0.0786360456, 1.0982736001];
const D65 = [
  3.2409699419, -1.5373831776, -0.4986107603, -0.9692436363, 1.8759675015, 0.0415550574, 0.0556300797, -0.2039769589,
  1.0569715142,
];
const D50 = [
  3.1341358529, -1.6172889596, -0.4906604594, -0.9787955029, 1.9162543773, 0.0334427343, 0.0719553989, -0.2289767598,
  1.4053860282,
];

/** CSS `lab()` to sRGB. @see https://www.w3.org/TR/css-color-4/#lab-to-lch */
function fromLab([lightness, a, b]: Triple, alpha: number): Color {
  const fy = (lightness + 16) / 116;
  const cube = (f: number): number => (f ** 3 > 216 / 24389 ? f ** 3 : (116 * f - 16) / (24389 / 27));
  const y = lightness > 8 ? fy ** 3 : lightness / (24389 / 27);
  return fromLinearRgb(multiply(D50, [0.9642956764 * cube(fy + a / 500), y, 0.8251046025 * cube(fy - b / 200)]), alpha);
}

const polar = ([lightness, chroma, hue]: Triple): Triple => {
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
};

/** What each function's three numbers mean; the second value is what 100 % stands for, channel by channel. */
const SPACES: Record<string, readonly [(numbers: Triple, alpha: number) => Color, number, number?]> = {
  rgb: [([r, g, b], a) => ({ r: r / 255, g: g / 255, b: b / 255, a }), 255],
  srgb: [([r, g, b], a) => ({ r, g, b, a }), 1],
  'srgb-linear': [fromLinearRgb, 1],
  'display-p3': [([r, g, b], a) => fromLinearRgb(multiply(P3, [toLinear(r), toLinear(g), toLinear(b)]), a), 1],
  xyz: [(xyz, a) => fromLinearRgb(multiply(D65, xyz), a), 1],
  'xyz-d50': [(xyz, a) => fromLinearRgb(multiply(D50, xyz), a), 1],
  oklab: [fromOklab, 1, 0.4],
  oklch: [(lch, a) => fromOklab(polar(lch), a), 1, 0.4],
  lab: [fromLab, 100, 125],
  lch: [(lch, a) => fromLab(polar(lch), a), 100, 150],
};

/**
 * Reads a colour as getComputedStyle writes it (`rgb()`, `rgba()`, `color()`, `oklab()`, `oklch()`, `lab()`, `lch()`), `#hex`
 * or `transparent`; null where it is none of these.
 */
export function parseColor(text: string): Color | null {
  const css = text.trim().toLowerCase();
  if (css === 'transparent') return { r: 0, g: 0, b: 0, a: 0 };
  const hex = /^#([\da-f]{3,8})$/.exec(css)?.[1];
  if (hex) return parseHex(hex);
  const [, name, inner] = /^([a-z]+)\(([^()]+)\)$/.exec(css) ?? [];
  if (!name || !inner) return null;
  const parts = inner.split(/[\s,/]+/).filter(Boolean);
  const space = SPACES[name === 'color' ? parts.shift()!.replace('-d65', '') : name.replace('rgba', 'rgb')];
  if (!space || parts.length < 3) return null;
  const [convert, whole, rest = whole] = space;
  const numbers = parts.map((part, i) => {
    const number = part === 'none' ? 0 : parseFloat(part);
    return part.endsWith('%') ? (number / 100) * (i === 3 ? 1 : i ? rest : whole) : number;
  });
  if (numbers.some(Number.isNaN)) return null;
  return convert(numbers.slice(0, 3) as Triple, Math.min(1, Math.max(0, numbers[3] ?? 1)));
}

function parseHex(hex: string): Color | null {
  const isShort = hex.length < 5;
  const digits = hex.match(isShort ? /./g : /../g)!;
  if (!isShort && hex.length % 2) return null;
  const [r, g, b, a = 1] = digits.map((digit) => parseInt(isShort ? digit + digit : digit, 16) / 255);
  return { r: r!, g: g!, b: b!, a };
}
