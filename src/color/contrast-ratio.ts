import type { Color } from './color.ts';
import { toLinear } from './spaces.ts';

const light = (channel: number): number => toLinear(Math.min(1, Math.max(0, channel)));

/** What red, green and blue light count for in luminance. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export const LUMINANCE = [0.2126, 0.7152, 0.0722] as const;

/**
 * Relative luminance of a colour, 0 (black) to 1 (white); its alpha is not looked at.
 * @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
 */
export const relativeLuminance = ({ r, g, b }: Color): number =>
  LUMINANCE[0] * light(r) + LUMINANCE[1] * light(g) + LUMINANCE[2] * light(b);

/**
 * Contrast ratio of two opaque colours, 1 to 21.
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastRatio(x: Color, y: Color): number {
  const p = relativeLuminance(x) + 0.05;
  const q = relativeLuminance(y) + 0.05;
  return p > q ? p / q : q / p;
}
