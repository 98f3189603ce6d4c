import { composite, quantize, type Color } from '../../color/color.ts';
import { relativeLuminance } from '../../color/contrast-ratio.ts';

/** One colour laid over another, as a screen shows it. */
export const over = (top: Color, under: Color): Color => (top.a ? quantize(composite(top, under)) : under);

/** What an opacity from 0 to 1 leaves of a colour over another. */
export const mix = (top: Color, under: Color, share: number): Color =>
  share >= 1 ? top : quantize(composite({ ...top, a: share }, under));

/** Whether a colour is light rather than dark. */
export const isLight = (color: Color): boolean => relativeLuminance(color) > 0.18;
