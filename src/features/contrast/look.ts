import type { ColorScheme, ContrastLevel } from '../../preferences/preferences.ts';
import { PALETTES, type Palette } from './palette.ts';
import { AA, AAA, STRONGEST, type RatioThresholds } from '../../color/wcag.ts';

/** What the reader asks of the page's colours. */
export interface Look {
  readonly level: ContrastLevel;
  readonly palette: Palette;
  /** The ratio each text is to reach. */
  readonly asked: RatioThresholds;
  /** Whether contrast is brought down where it is glaring. */
  readonly isSofter: boolean;
  /** Whether the look asks something of what is no text: borders of controls, icons, links in running text. */
  readonly hasCues: boolean;
}

/** Selected text, at 16:1: browsers lay a tint over the page's own colours, of which nothing is known. */
export const SELECTION = '::selection{color:#fff!important;background-color:#002050!important}';

/** A page in other colours than its own is readable at least, whatever the level. */
const ASKED: Record<ContrastLevel, RatioThresholds> = { '-1': AA, 0: AA, 1: AA, 2: AAA, 3: STRONGEST };

/** The look of a level in a scheme; null for the page as it is. */
export function lookOf(level: ContrastLevel, scheme: ColorScheme): Look | null {
  if (!level && scheme === 'page') return null;
  return {
    level,
    palette: PALETTES[scheme],
    asked: ASKED[level],
    isSofter: level === -1,
    hasCues: level > 0 || scheme !== 'page',
  };
}
