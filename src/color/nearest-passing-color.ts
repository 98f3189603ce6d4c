import { quantize, type Color } from './color.ts';
import { contrastRatio } from './contrast-ratio.ts';
import { distance, fromOklab, toOklab } from './spaces.ts';

type Lab = readonly [number, number, number];

/** Halvings of a search; 2^-14 of the range lies below one step of an 8-bit channel. */
const HALVINGS = 14;

/** How far outside sRGB a channel may lie before chroma is cut; half a step of an 8-bit channel. */
const GAMUT_TOLERANCE = 0.5 / 255;

/** The least value from 0 to 1 for which the test holds, where it holds from some value on to 1. */
function leastPassing(passes: (value: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const isInGamut = ({ r, g, b }: Color): boolean =>
  Math.min(r, g, b) >= -GAMUT_TOLERANCE && Math.max(r, g, b) <= 1 + GAMUT_TOLERANCE;

/** The colour of this lightness and hue that sRGB can show, chroma cut no more than that needs, in 8-bit steps. */
function fit([lightness, a, b]: Lab): Color {
  const at = (cut: number): Color => fromOklab([lightness, a * (1 - cut), b * (1 - cut)]);
  const whole = at(0);
  return quantize(isInGamut(whole) ? whole : at(leastPassing((cut) => isInGamut(at(cut)))));
}

/**
 * The colour nearest to a text's that reaches a contrast ratio on a ground: hue kept, lightness moved in OKLCH, chroma cut
 * only where sRGB cannot show it; the very same object where it passes already, null where neither black nor white passes.
 * @param ratio least contrast ratio, 1 to 21
 * @param see how a text colour comes to the eye (through opacity, say); default unchanged
 */
export function nearestPassingColor(
  text: Color,
  ground: Color,
  ratio: number,
  see: (text: Color) => Color = (color) => color,
): Color | null {
  const passes = (color: Color): boolean => contrastRatio(see(color), ground) >= ratio;
  if (passes(text)) return text;
  const [lightness, a, b] = toOklab(text);
  let nearest: Color | null = null;
  for (const end of [0, 1]) {
    const at = (way: number): Color => fit([lightness + (end - lightness) * way, a, b]);
    if (!passes(at(1))) continue;
    const found = at(leastPassing((way) => passes(at(way))));
    if (!nearest || distance(text, found) < distance(text, nearest)) nearest = found;
  }
  return nearest;
}

/**
 * A text's colour brought nearer to its ground, until the contrast ratio is no more than asked; the same object where it is.
 * @param ratio greatest contrast ratio, 1 to 21
 */
export function softenedColor(text: Color, ground: Color, ratio: number): Color {
  const isSoft = (color: Color): boolean => contrastRatio(color, ground) <= ratio;
  if (isSoft(text)) return text;
  const [lightness, a, b] = toOklab(text);
  const [end] = toOklab(ground);
  const at = (way: number): Color => fit([lightness + (end - lightness) * way, a, b]);
  return at(leastPassing((way) => isSoft(at(way))));
}
