import { BLACK, WHITE, opaque, quantize, type Color } from './color.ts';
import { LUMINANCE, contrastRatio, relativeLuminance } from './contrast-ratio.ts';
import { fromLinear, fromOklab, linearToOklab, toLinear, toOklab } from './spaces.ts';

type Lab = readonly [number, number, number];
type Axis = 0 | 1 | 2;

/** How far a colour's hue may turn, in degrees. @see docs/decisions/0010-nearest-passing-colour.md */
export const MOST_HUE_TURN = 8;

/** OKLab chroma below which a colour has no hue that could turn: a step or two of 8 bits beside a grey. */
export const GREY_CHROMA = 0.004;

const HUE_TANGENT = Math.tan((MOST_HUE_TURN * Math.PI) / 180);

/** Halvings of a search; 2^-14 of the range lies below one step of an 8-bit channel. */
const HALVINGS = 14;

/** The same for where the walk begins, which needs no more than the neighbourhood. */
const START_HALVINGS = 6;

/** What reckoning may be off by, in 8-bit steps; each colour is tried for itself before it is taken. */
const ROUNDING = 1e-6;

/** How far outside sRGB a channel may lie before chroma is cut; half a step of an 8-bit channel. */
const GAMUT_TOLERANCE = 0.5 / 255;

/** The walk's rounds: the stride in 8-bit steps of a channel, and how many strides to either side are tried. */
const ROUNDS = [
  [16, 2],
  [4, 1],
  [1, 3],
] as const;

/** Which channel follows from the two others; green first, as it counts for most of the luminance. */
const AXES = [
  [1, 0, 2],
  [0, 1, 2],
  [2, 0, 1],
] as const;

const LINEAR = Float64Array.from({ length: 256 }, (_, step) => toLinear(step / 255));

/** The least value from 0 to 1 for which the test holds, where it holds from some value on to 1. */
function leastPassing(passes: (value: number) => boolean, halvings = HALVINGS): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Distance below which single steps of 8 bits count, and those around the text's own colour are tried too. */
const CLOSE = 0.02;

/** An 8-bit step nearest to a number. */
const toStep = (value: number): number => Math.min(255, Math.max(0, value));

const channels = ({ r, g, b }: Color): readonly [number, number, number] => [r, g, b];

/** A colour's channels in 8-bit steps. */
const toSteps = (color: Color): number[] => channels(color).map((channel) => Math.round(channel * 255));

const isGrey = ([, a, b]: Lab): boolean => a * a + b * b < GREY_CHROMA ** 2;

/** Whether a colour has a text's hue, or none. */
const keepsHue = (from: Lab, to: Lab): boolean =>
  isGrey(to) ||
  (!isGrey(from) && Math.abs(from[1] * to[2] - from[2] * to[1]) <= (from[1] * to[1] + from[2] * to[2]) * HUE_TANGENT);

/** Squared distance in OKLab. */
const gap = (p: Lab, q: Lab): number => (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2;

/**
 * The 8-bit sRGB colour nearest to a text's in OKLab that reaches a contrast ratio on a ground and keeps the hue within
 * `MOST_HUE_TURN` degrees, or is a grey; it lies within 2 % of the least distance there is
 * (in all but one of 40,000 random pairs). The very same object where the
 * text passes already, null where neither black nor white does.
 * @param ratio least contrast ratio, 1 to 21
 * @param see how a text colour comes to the eye: each channel mixed with something fixed, as opacity does; default unchanged
 * @see docs/decisions/0010-nearest-passing-colour.md
 */
export function nearestPassingColor(
  text: Color,
  ground: Color,
  ratio: number,
  see: (text: Color) => Color = (color) => color,
): Color | null {
  const passes = (color: Color): boolean => contrastRatio(see(color), ground) >= ratio;
  if (passes(text)) return text;
  const from = toOklab(text);
  const light = relativeLuminance(ground) + 0.05;
  const sides: [Color, number][] = [
    [BLACK, light / ratio - 0.05],
    [WHITE, light * ratio - 0.05],
  ];
  return sides
    .filter(([end]) => passes(end))
    .map(([end, bound]) => nearestTowards(end, bound, text, see, passes))
    .reduce<Color | null>(
      (nearest, found) => (nearest && gap(from, toOklab(nearest)) <= gap(from, toOklab(found)) ? nearest : found),
      null,
    );
}

/** The nearest colour on the way to black or to white; `bound` is the luminance that it must be seen below or above. */
function nearestTowards(
  end: Color,
  bound: number,
  text: Color,
  see: (text: Color) => Color,
  passes: (color: Color) => boolean,
): Color {
  const from = toOklab(text);
  const isUp = end === WHITE;
  const low = channels(see(BLACK));
  const high = channels(see(WHITE));
  const lights = new Float64Array(3 * 256);
  /** What a channel adds to the luminance that is seen. */
  const light = (axis: Axis, step: number): number =>
    (lights[axis * 256 + step] ||= LUMINANCE[axis] * toLinear(low[axis] + ((high[axis] - low[axis]) * step) / 255));

  const goal = toOklab(end);
  /** The first colour that passes straight on the way to the end. */
  const first = (origin: Lab): Color => {
    const at = (way: number): Color => {
      const [l, a, b] = origin.map((value, i) => value + (goal[i]! - value) * way);
      return quantize(fromOklab([l!, a!, b!]));
    };
    return at(leastPassing((way) => passes(at(way)), START_HALVINGS));
  };
  // On that way the hue is kept, but for what 8 bits make of it; a grey is always in keeping.
  const start = first(from);
  const isKept = keepsHue(from, toOklab(start));
  let best = isKept ? start : first(toOklab(isUp ? BLACK : WHITE));
  let least = gap(from, toOklab(best));
  let steps = toSteps(best);

  /** Sets two channels and lets the third follow from the luminance; goes there if that is nearer. */
  const goesTo = (axis: Axis, u: Axis, atU: number, v: Axis, atV: number): boolean => {
    const rest = (bound - light(u, atU) - light(v, atV)) / LUMINANCE[axis];
    if (isUp ? rest > 1 : rest < 0) return false;
    const exact = ((fromLinear(rest) - low[axis]) / (high[axis] - low[axis])) * 255;
    const step = isUp ? Math.max(0, Math.ceil(exact - ROUNDING)) : Math.min(255, Math.floor(exact + ROUNDING));
    if (!(step >= 0 && step <= 255)) return false;
    const next: [number, number, number] = [0, 0, 0];
    next[axis] = step;
    next[u] = atU;
    next[v] = atV;
    const [r, g, b] = next;
    const lab = linearToOklab([LINEAR[r]!, LINEAR[g]!, LINEAR[b]!]);
    const color = gap(from, lab) < least && keepsHue(from, lab) && opaque(r / 255, g / 255, b / 255);
    if (!color || !passes(color)) return false;
    best = color;
    least = gap(from, lab);
    steps = next;
    return true;
  };

  const walk = (stride: number, radius: number): void => {
    for (let hasMoved = true; hasMoved;) {
      hasMoved = false;
      for (const [axis, u, v] of AXES) {
        for (let i = -radius; i <= radius; i++) {
          for (let j = -radius; j <= radius; j++) {
            if (goesTo(axis, u, toStep(steps[u]! + i * stride), v, toStep(steps[v]! + j * stride))) hasMoved = true;
          }
        }
      }
    }
  };
  for (const [stride, radius] of ROUNDS) walk(stride, radius);
  if (!isKept) {
    steps = toSteps(start);
    walk(1, 6);
  }
  if (least < CLOSE ** 2) {
    steps = toSteps(quantize(text));
    walk(1, 3);
  }
  return best;
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
