import { BLACK, opaque, quantize, WHITE, type Color } from '../../color/color.ts';
import { fromOklab, toOklab } from '../../color/spaces.ts';
import type { ColorScheme } from '../../preferences/preferences.ts';

/** What a colour scheme makes of the page's colours, before contrast is looked at. */
export interface Palette {
  readonly scheme: ColorScheme;
  /** The ground where the page paints none. */
  readonly canvas: Color;
  /** What `color-scheme` says, so that controls and scrollbars of the browser go along; '' leaves it to the page. */
  readonly browserScheme: '' | 'light' | 'dark';
  /** Whether text comes in one colour only, so that links must be told apart by something else. */
  readonly isTwoColored: boolean;
  /** What a ground of the page becomes; its alpha stays. */
  readonly ground: (color: Color) => Color;
  /**
   * What a text becomes, before it is moved to where it passes.
   * @param color as it is seen on the page
   * @param pageGround what it stands on without us
   * @param ground what it stands on now
   */
  readonly text: (color: Color, pageGround: Color, ground: Color) => Color;
}

/** Lightness in OKLab that parts light grounds from dark ones; near a relative luminance of 0.18. */
const MIDDLE = 0.57;

const DARK_CANVAS = opaque(20 / 255, 20 / 255, 22 / 255);
const YELLOW = opaque(1, 1, 0);

const lightnessOf = (color: Color): number => toOklab(color)[0];

const isInGamut = ({ r, g, b }: Color): boolean => Math.min(r, g, b) >= -0.002 && Math.max(r, g, b) <= 1.002;

/** A colour of this lightness with the hue of another, its chroma scaled, and cut where sRGB cannot show it. */
function relit(color: Color, lightness: number, chroma: number): Color {
  const [, a, b] = toOklab(color);
  for (let share = chroma; ; share -= 0.05) {
    const found = fromOklab([lightness, a * share, b * share], color.a);
    if (share <= 0 || isInGamut(found)) return quantize(found);
  }
}

/** Text that is darker than its ground becomes light where the ground is dark now, and the other way round; other text stays. */
function turnedText(color: Color, pageGround: Color, ground: Color): Color {
  const isLighter = lightnessOf(color) > lightnessOf(pageGround);
  const isOnDark = lightnessOf(ground) <= MIDDLE;
  if (isLighter === isOnDark) return color;
  // A little short of white and black: pure white on nearly black dazzles.
  return relit(color, Math.min(0.95, Math.max(0.1, 1.05 - lightnessOf(color))), 1);
}

/** Chroma from which a colour is a signal, as a red menu is, and not a tint. */
const VIVID = 0.1;

/** Light grounds become dark ones of their hue, lighter for what was darker; dark ones stay. */
function darkened(color: Color): Color {
  const [lightness, a, b] = toOklab(color);
  if (lightness <= 0.4) return color;
  if (Math.hypot(a, b) > VIVID || lightness <= MIDDLE) return relit(color, 0.4, 1);
  return relit(color, 0.19 + (1 - lightness) * 0.35, 0.5);
}

/** Dark grounds become pale ones of their hue; light ones stay. */
function lightened(color: Color): Color {
  const lightness = lightnessOf(color);
  return lightness >= 0.85 ? color : relit(color, 0.98 - (0.85 - lightness) * 0.12, 0.35);
}

const twoColored = (scheme: ColorScheme, ground: Color, text: Color): Palette => ({
  scheme,
  canvas: ground,
  browserScheme: ground === BLACK ? 'dark' : 'light',
  isTwoColored: true,
  ground: ({ a }) => ({ ...ground, a }),
  text: () => text,
});

/** The palettes by their names. */
export const PALETTES: Readonly<Record<ColorScheme, Palette>> = {
  page: {
    scheme: 'page',
    canvas: WHITE,
    browserScheme: '',
    isTwoColored: false,
    ground: (color) => color,
    text: (color) => color,
  },
  light: {
    scheme: 'light',
    canvas: WHITE,
    browserScheme: 'light',
    isTwoColored: false,
    ground: lightened,
    text: turnedText,
  },
  dark: {
    scheme: 'dark',
    canvas: DARK_CANVAS,
    browserScheme: 'dark',
    isTwoColored: false,
    ground: darkened,
    text: turnedText,
  },
  'yellow-on-black': twoColored('yellow-on-black', BLACK, YELLOW),
  'black-on-yellow': twoColored('black-on-yellow', YELLOW, BLACK),
};
