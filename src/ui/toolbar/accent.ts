import { type Color, composite, formatColor, quantize, WHITE } from '../../color/color.ts';
import { contrastRatio } from '../../color/contrast-ratio.ts';
import { parseColor } from '../../color/parse-color.ts';
import { AAA } from '../../color/wcag.ts';

/** The bar's ground, the darkest that the accent stands on: what passes there passes with white too. The styles name the same. */
export const GROUND: Color = parseColor('#f3f5f8')!;

/** What became of the owner's accent colour. */
export interface AccentCheck {
  /** The colour to use, as CSS; null: our own. */
  readonly color: string | null;
  /** What to tell the owner; null: the colour was fine. */
  readonly problem: string | null;
}

/**
 * Checks the colour that the owner chose as `--ro-chu-accent`: with the grounds it stands on, and with white text on it, it has
 * to reach 7:1. A colour that falls short is darkened until it does.
 * @param chosen the value as written; empty where none was set
 * @param resolve gives the value as the browser computes it (`navy` is `rgb(0, 0, 128)`); null where it is no colour
 * @see https://www.w3.org/TR/WCAG22/#contrast-enhanced
 */
export function checkAccent(chosen: string, resolve: (value: string) => string | null): AccentCheck {
  if (!chosen) return { color: null, problem: null };
  const parsed = parseColor(resolve(chosen) ?? '');
  if (!parsed) {
    return { color: null, problem: `--ro-chu-accent should be a colour, but is "${chosen}"; our own is used.` };
  }
  const accent = quantize(composite(parsed, WHITE));
  const color = darkenToPass(accent);
  const css = formatColor(color);
  if (color === accent) return { color: css, problem: null };
  // Rounded down, so that 6.99 is not told as 7.
  const ratio = Math.floor(contrastRatio(accent, GROUND) * 10) / 10;
  return {
    color: css,
    problem: `--ro-chu-accent "${chosen}" has a contrast of ${ratio}:1 in the toolbar, expected at least ${AAA.text}:1; ${css} is used.`,
  };
}

/** How much darker each try is, as a share of the colour. */
const DARKER = 0.02;

/** The colour itself where it passes, else the lightest shade of it that does: black does. */
function darkenToPass(color: Color): Color {
  let shade = color;
  for (let share = 1; contrastRatio(shade, GROUND) < AAA.text;) {
    share -= DARKER;
    shade = quantize({ ...color, r: color.r * share, g: color.g * share, b: color.b * share });
  }
  return shade;
}
