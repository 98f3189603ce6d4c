/** A colour in sRGB: red, green, blue from 0 to 1 (outside where sRGB cannot show it) and alpha from 0 to 1. */
export interface Color {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

/** An opaque colour of sRGB channels from 0 to 1. */
export const opaque = (r: number, g: number, b: number): Color => ({ r, g, b, a: 1 });

/** Black. */
export const BLACK: Color = opaque(0, 0, 0);

/** White. */
export const WHITE: Color = opaque(1, 1, 1);

const toByte = (channel: number): number => Math.round(255 * Math.min(1, Math.max(0, channel)));

/** An opaque colour as getComputedStyle writes it, `rgb(r, g, b)`; the alpha is left out. */
export const formatColor = ({ r, g, b }: Color): string => `rgb(${toByte(r)}, ${toByte(g)}, ${toByte(b)})`;

/** A colour as getComputedStyle writes it, `rgb(r, g, b)` or `rgba(r, g, b, a)`. */
export const formatLayer = (color: Color): string =>
  color.a === 1 ? formatColor(color) : formatColor(color).replace('(', 'a(').replace(')', `, ${color.a})`);

/** The colour a screen of 8 bits a channel shows. */
export const quantize = ({ r, g, b, a }: Color): Color => ({
  r: toByte(r) / 255,
  g: toByte(g) / 255,
  b: toByte(b) / 255,
  a,
});

/**
 * Lays one colour over another.
 * @see https://www.w3.org/TR/compositing-1/#simplealphacompositing
 */
export function composite(top: Color, under: Color): Color {
  if (top.a >= 1) return top;
  const a = top.a + under.a * (1 - top.a);
  if (!a) return under;
  const mix = (t: number, u: number): number => (t * top.a + u * under.a * (1 - top.a)) / a;
  return { r: mix(top.r, under.r), g: mix(top.g, under.g), b: mix(top.b, under.b), a };
}
