import type { Color } from '../../color/color.ts';
import { contrastRatio } from '../../color/contrast-ratio.ts';
import type { Box } from './box.ts';
import type { Pictures } from './pictures.ts';

/** The least ratio of a picture's mean colour with its ground for its shape to be seen. */
const SEEN = 2;

/**
 * Whether a see-through picture of the box, a logo or an icon, would be lost on another ground than the page's: then that
 * one stays under it. Photos have no ground to lose.
 */
export function isLostOn(box: Box, ground: Color, pictures: Pictures): boolean {
  const { cover, isReplaced, element } = box;
  const isBackground = cover?.kind === 'picture' || cover?.kind === 'mark';
  if ((!isBackground && !isReplaced) || box.isOverWords) return false;
  if (isBackground && box.image.includes('gradient')) return false;
  const seen = isBackground ? { color: cover.color, isSolid: !!cover.isSolid } : pictures.ofElement(element);
  if (seen.isSolid) return false;
  return !seen.color || contrastRatio({ ...seen.color, a: 1 }, ground) < SEEN;
}
