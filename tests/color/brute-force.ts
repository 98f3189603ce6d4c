// The best there is, by trying all 16.7 million colours of 8-bit sRGB. Blocks of 8 x 8 x 8 colours that cannot hold a nearer
// one are left out as a whole; `isWhole` leaves none out. Shares no search with what it judges, only the spaces' matrices.
import type { Color } from '../../src/color/color.ts';
import { relativeLuminance } from '../../src/color/contrast-ratio.ts';
import { linearToOklab, toLinear, toOklab } from '../../src/color/spaces.ts';

const SIDE = 8;
const BLOCKS = 256 / SIDE;
const LINEAR = Array.from({ length: 256 }, (_, step) => toLinear(step / 255));
const STEPS = Array.from({ length: 256 }, (_, step) => step);

type Rgb = readonly [number, number, number];
type Lab = readonly [number, number, number];
interface Block {
  readonly first: Rgb;
  readonly centre: Lab;
  readonly radius: number;
}

const lab = ([r, g, b]: Rgb): Lab => linearToOklab([LINEAR[r]!, LINEAR[g]!, LINEAR[b]!]);
const gap = (p: Lab, q: Lab): number => Math.sqrt((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2);

function eachOf([r, g, b]: Rgb, visit: (color: Rgb) => void): void {
  for (let i = r; i < r + SIDE; i++)
    for (let j = g; j < g + SIDE; j++) for (let k = b; k < b + SIDE; k++) visit([i, j, k]);
}

let blocks: readonly Block[] | undefined;

function allBlocks(): readonly Block[] {
  return (blocks ??= Array.from({ length: BLOCKS ** 3 }, (_, i) => {
    const first = [Math.floor(i / BLOCKS ** 2), Math.floor(i / BLOCKS) % BLOCKS, i % BLOCKS].map((v) => v * SIDE);
    const corner = first as unknown as Rgb;
    const centre = lab([corner[0] + 4, corner[1] + 4, corner[2] + 4]);
    let radius = 0;
    eachOf(corner, (color) => (radius = Math.max(radius, gap(lab(color), centre))));
    return { first: corner, centre, radius };
  }));
}

/** What the best is looked for: a text, its ground, the ratio, and what is allowed. */
export interface Question {
  readonly text: Color;
  readonly ground: Color;
  readonly ratio: number;
  /** Degrees that the hue may turn. */
  readonly hueTurn: number;
  /** Chroma below which a colour is a grey: always allowed, and all that is allowed for a grey text. */
  readonly greyChroma: number;
  /** How a text comes to the eye; each channel for itself, lighter for lighter. */
  readonly see?: (text: Color) => Color;
}

/**
 * The least OKLab distance of an 8-bit colour that passes, where it is below `atMost`; else `atMost`.
 * @param isWhole whether to try every single colour
 */
export function leastDistance(question: Question, atMost: number, isWhole = false): number {
  const { text, ground, ratio, hueTurn, greyChroma, see = (color: Color): Color => color } = question;
  const greys = STEPS.map((step) => see({ r: step / 255, g: step / 255, b: step / 255, a: 1 }));
  const red = greys.map(({ r }) => 0.2126 * toLinear(r));
  const green = greys.map(({ g }) => 0.7152 * toLinear(g));
  const blue = greys.map(({ b }) => 0.0722 * toLinear(b));
  const light = ([r, g, b]: Rgb): number => red[r]! + green[g]! + blue[b]!;
  const groundLight = relativeLuminance(ground) + 0.05;
  const above = groundLight * ratio - 0.05;
  const below = groundLight / ratio - 0.05;
  const from = toOklab(text);
  const hue = Math.atan2(from[2], from[1]);
  let least = atMost;
  const visit = (color: Rgb): void => {
    const seen = light(color);
    if (seen < above && seen > below) return;
    const there = lab(color);
    const distance = gap(there, from);
    if (distance >= least) return;
    const isGrey = Math.hypot(there[1], there[2]) < greyChroma;
    const turn = Math.abs(Math.atan2(there[2], there[1]) - hue) * (180 / Math.PI);
    if (!isGrey && (Math.hypot(from[1], from[2]) < greyChroma || Math.min(turn, 360 - turn) > hueTurn)) return;
    least = distance;
  };
  for (const { first, centre, radius } of allBlocks()) {
    if (!isWhole) {
      if (gap(centre, from) - radius >= least) continue;
      const [r, g, b] = first;
      if (light(first) > below && light([r + SIDE - 1, g + SIDE - 1, b + SIDE - 1]) < above) continue;
    }
    eachOf(first, visit);
  }
  return least;
}
