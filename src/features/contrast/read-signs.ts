import type { Color } from '../../color/color.ts';
import type { Edge, Veil } from './box.ts';
import { readColor } from './read-color.ts';

const LINED = /^(td|th|table|hr|fieldset)$/;
const CONTROL = /^(input|select|textarea|button)$/;
const SIDES = ['top', 'right', 'bottom', 'left'] as const;
const SHAPES = 'path,circle,rect,polygon,polyline,line,ellipse,use';

/** The largest side of a drawing that is taken for an icon, in px. */
const ICON_PX = 64;

/** The most shapes of an icon. */
const ICON_SHAPES = 12;

/** Words around a link from which they are running text, in letters. */
const RUNNING_LETTERS = 12;

/** The border of a control, or where asked of a cell; null for what has none to judge. */
export function readEdge(element: Element, style: CSSStyleDeclaration, hasLines: boolean): Edge | null {
  const isControl = CONTROL.test(element.localName);
  if (!isControl && !(hasLines && LINED.test(element.localName))) return null;
  const properties: string[] = [];
  let color: Color | null = null;
  for (const side of SIDES) {
    if (style.getPropertyValue(`border-${side}-style`) === 'none') continue;
    if (!parseFloat(style.getPropertyValue(`border-${side}-width`))) continue;
    const read = readColor(style.getPropertyValue(`border-${side}-color`));
    if (!read?.a) continue;
    color = read;
    properties.push(`border-${side}-color`);
  }
  return color || isControl ? { color: color ?? { r: 0, g: 0, b: 0, a: 0 }, properties, isControl } : null;
}

/** Pseudo-elements that paint over or under all of their element, words or not. */
export function readVeil(part: '::before' | '::after', style: CSSStyleDeclaration, element: Element): Veil | null {
  const { content, position, display, backgroundImage } = style;
  if (content === 'none' || content === 'normal' || position !== 'absolute' || display === 'none') return null;
  const layer = readColor(style.backgroundColor);
  const image = backgroundImage === 'none' ? '' : backgroundImage;
  if (!layer || (!layer.a && !image)) return null;
  const { width, height } = element.getBoundingClientRect();
  const share = (parseFloat(style.width) * parseFloat(style.height)) / (width * height);
  return share > 0 ? { part, layer, image, share: Math.min(1, share) } : null;
}

/** Whether only colour tells a link from running text around it. @see https://www.w3.org/TR/WCAG22/#use-of-color */
export function isPlainLink(element: Element, style: CSSStyleDeclaration, around: CSSStyleDeclaration): boolean {
  const { textDecorationLine, display, borderBottomStyle, borderBottomWidth, fontWeight, backgroundColor } = style;
  if (display !== 'inline' || textDecorationLine.includes('underline') || fontWeight !== around.fontWeight)
    return false;
  if (borderBottomStyle !== 'none' && parseFloat(borderBottomWidth)) return false;
  if (readColor(backgroundColor)?.a) return false;
  let letters = 0;
  for (let node = element.parentNode?.firstChild ?? null; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) letters += (node as Text).data.replace(/[^\p{L}\p{N}]+/gu, '').length;
  }
  return letters >= RUNNING_LETTERS;
}

const icons = new WeakMap<SVGSVGElement, boolean>();

/** Whether a drawing is an icon: small, of few shapes and one colour, so that its colour carries no picture. */
export function isIcon(drawing: SVGSVGElement, view: Window): boolean {
  const known = icons.get(drawing);
  if (known !== undefined) return known;
  const shapes = drawing.querySelectorAll(SHAPES);
  const { width, height } = drawing.getBoundingClientRect();
  const paints = new Set<string>();
  let isSmall = width <= ICON_PX && height <= ICON_PX && shapes.length > 0 && shapes.length <= ICON_SHAPES;
  if (isSmall && drawing.querySelector('image,linearGradient,radialGradient,pattern,foreignObject,text'))
    isSmall = false;
  if (isSmall) {
    for (const shape of shapes) {
      const { fill, stroke } = view.getComputedStyle(shape);
      for (const paint of [fill, stroke]) if (paint !== 'none' && readColor(paint)?.a) paints.add(paint);
    }
  }
  const answer = isSmall && paints.size === 1;
  icons.set(drawing, answer);
  return answer;
}

/** The properties that colour a shape of an icon; none for a shape of a picture. */
export function signProperties(element: Element, style: CSSStyleDeclaration, view: Window): ('fill' | 'stroke')[] {
  if (!element.matches(SHAPES)) return [];
  const drawing = (element as SVGElement).ownerSVGElement;
  if (!drawing || !isIcon(drawing, view)) return [];
  return (['fill', 'stroke'] as const).filter(
    (property) => style[property] !== 'none' && readColor(style[property])?.a,
  );
}
