import { formatColor, type Color } from '../../color/color.ts';
import { contrastRatio } from '../../color/contrast-ratio.ts';
import { nearestPassingColor } from '../../color/nearest-passing-color.ts';
import { NON_TEXT } from '../../color/wcag.ts';
import { want, type Box } from './box.ts';
import { over } from './layers.ts';
import type { Palette } from './palette.ts';

/** Inputs whose whole shape is drawn by the browser, or by the page in its place. */
const UNBOXED = /^(hidden|range|color|checkbox|radio|image|submit|button|reset|file)$/;

/**
 * What is not text but tells something: the borders of controls, and in other colours than the page's those of cells;
 * underlines of links that only colour tells apart.
 * @see https://www.w3.org/TR/WCAG22/#non-text-contrast
 * @see https://www.w3.org/TR/WCAG22/#use-of-color
 */
export function giveCues(box: Box, palette: Palette): void {
  const { isLink, isPlainLink } = box;
  if (isPlainLink || (isLink && palette.isTwoColored)) want(box, 'text-decoration-line', 'underline');
  drawEdge(box, palette);
}

function drawEdge(box: Box, palette: Palette): void {
  const { element, edge, ground, pageGround, parent } = box;
  if (!edge || !parent) return;
  const outside = parent.ground;
  const { color, properties, isControl } = edge;
  if (!isControl) {
    // What parts cells is seen as well as on the page, or better.
    if (palette.scheme === 'page' || contrastRatio(over(color, pageGround), pageGround) < 1.2) return;
  } else if (contrastRatio(ground, outside) >= NON_TEXT) return;
  const shown = over(color, ground);
  if (properties.length && Math.min(contrastRatio(shown, outside), contrastRatio(shown, ground)) >= NON_TEXT) return;
  const found = nearestPassingColor({ ...shown, a: 1 }, nearer(shown, ground, outside), NON_TEXT + 0.05);
  if (!found) return;
  for (const property of properties) want(box, property, formatColor(found));
  if (properties.length || !/^(input|select|textarea)$/.test(element.localName)) return;
  if (!UNBOXED.test((element as HTMLInputElement).type))
    want(box, 'box-shadow', `inset 0 0 0 1px ${formatColor(found)}`);
}

/** Of the grounds on both sides of a line, the one it is harder to tell from. */
const nearer = (color: Color, a: Color, b: Color): Color => (contrastRatio(color, a) < contrastRatio(color, b) ? a : b);
