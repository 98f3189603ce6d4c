import type { Color } from '../../color/color.ts';
import { parseColor } from '../../color/parse-color.ts';

/** The most colours kept; a page has some dozens. */
const MOST = 2000;

const colors = new Map<string, Color | null>();

/** Reads a computed colour, each text once. */
export function readColor(text: string): Color | null {
  let color = colors.get(text);
  if (color === undefined) {
    if (colors.size > MOST) colors.clear();
    colors.set(text, (color = parseColor(text)));
  }
  return color;
}
