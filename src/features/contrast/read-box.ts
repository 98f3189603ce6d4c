import type { Color } from '../../color/color.ts';
import { parseColor } from '../../color/parse-color.ts';
import { isLargeText } from '../../color/wcag.ts';
import { WHITE } from '../../color/color.ts';
import type { Area, Box, Ink, Part } from './box.ts';

const CLEAR: Color = { r: 0, g: 0, b: 0, a: 0 };
const UNPAINTED =
  /^(head|script|style|link|meta|title|noscript|template|base|br|wbr|source|track|param|area|map|colgroup|col)$/;
const REPLACED = /^(img|video|canvas|iframe|object|embed|svg)$/;
const CONTROL = /^(input|select|textarea)$/;
const WORDLESS_INPUT = /^(hidden|range|color|checkbox|radio|image)$/;
const SVG_TEXT = /^(text|tspan|textPath)$/;
const SVG_SPACE = 'http://www.w3.org/2000/svg';

/** What may move while colours change at once: stands in for `all` in `transition-property`. */
const MOVING =
  'transform,translate,rotate,scale,opacity,visibility,filter,width,height,min-width,min-height,max-width,max-height,top,right,bottom,left,margin,padding,border-width,border-radius,font-size,letter-spacing,line-height,flex,gap,clip-path,background-position,background-size';

const colors = new Map<string, Color | null>();

/** Reads a computed colour, each text once. */
export function readColor(text: string): Color | null {
  let color = colors.get(text);
  if (color === undefined) {
    if (colors.size > 2000) colors.clear();
    colors.set(text, (color = parseColor(text)));
  }
  return color;
}

/** Whether the element may paint something, a text among it. */
export const isPainted = (element: Element): boolean => !UNPAINTED.test(element.localName);

/** The words of an element itself, not of its children. */
function ownText(element: Element): Text[] {
  const texts: Text[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE && (node as Text).data.trim()) texts.push(node as Text);
  }
  return texts;
}

/** Whether an element has words of its own that may be painted. */
export const hasWords = (element: Element): boolean =>
  element.namespaceURI !== SVG_SPACE && isPainted(element) && ownText(element).length > 0;

const areaOf = ({ left, top, right, bottom }: DOMRect, { scrollX: x, scrollY: y }: Window): Area => ({
  left: left + x,
  top: top + y,
  right: right + x,
  bottom: bottom + y,
});

/** Transitions of colours taken out of a computed `transition-property`; '' where there are none. */
function stillProperty({ transitionDuration, transitionProperty }: CSSStyleDeclaration): string {
  if (!/[1-9]/.test(transitionDuration) || !/color|all|background|fill|shadow/.test(transitionProperty)) return '';
  if (transitionProperty === 'all') return MOVING;
  return transitionProperty.replace(/[\w-]*color|\ball\b|background(-image)?(?!-)|\bfill\b|[\w-]*shadow/g, '--ro-chu');
}

/** Reads one element as it is painted now; nothing of ours may be on it. */
export function readBox(element: Element, parent: Box | null, view: Window & typeof globalThis): Box {
  const style = view.getComputedStyle(element);
  const { localName } = element;
  const isSvg = element.namespaceURI === SVG_SPACE;
  const image = style.backgroundImage === 'none' ? '' : style.backgroundImage;
  const layer = isSvg ? CLEAR : readColor(style.backgroundColor);
  const isReplaced = REPLACED.test(localName);
  const isControl = CONTROL.test(localName) && !WORDLESS_INPUT.test((element as HTMLInputElement).type);
  const texts = isSvg && !SVG_TEXT.test(localName) ? [] : ownText(element);
  const inks: Ink[] = [];
  const words: Area[] = [];
  const addInk = (part: Part, from: CSSStyleDeclaration): void => {
    const { color, opacity, backgroundColor } = from;
    const fill = isSvg ? from.fill : from.webkitTextFillColor;
    const text = fill || color;
    const read = readColor(text);
    // What is clear on purpose stays so (image replacement); text whose fill is a gradient is read as its colour.
    if (read?.a === 0 && style.backgroundClip !== 'text') return;
    inks.push({
      part,
      property: isSvg ? 'fill' : text === color ? 'color' : '-webkit-text-fill-color',
      text,
      color: read?.a === 0 ? readColor(color) : read,
      isLarge: isLargeText(parseFloat(from.fontSize), parseFloat(from.fontWeight)),
      opacity: (part && parseFloat(opacity)) || 1,
      layer: (part && readColor(backgroundColor)) || CLEAR,
      final: text,
    });
  };
  if (texts.length || isControl) addInk('', style);
  if (!isSvg && !isReplaced && !isControl) {
    for (const part of ['::before', '::after'] as const) {
      const from = view.getComputedStyle(element, part);
      if (/"\s*[^\s"]|\(/.test(from.content) && !/^url\(/.test(from.content)) addInk(part, from);
    }
  } else if (isControl && (element as HTMLInputElement).placeholder) {
    addInk('::placeholder', view.getComputedStyle(element, '::placeholder'));
  }
  let isPutAway = false;
  for (const text of texts) {
    const range = text.ownerDocument.createRange();
    range.selectNodeContents(text);
    const rects = range.getClientRects();
    for (let i = 0; i < rects.length; i++) {
      const rect = rects[i]!;
      const word = areaOf(rect, view);
      // Words put off the page's edge are for screen readers.
      if (rect.width <= 1 || rect.height <= 1) continue;
      if (word.right > 0 && word.bottom > 0) words.push(word);
      else isPutAway = true;
    }
  }
  // A picture stands in for them: a ground of their own would hide it.
  if (isPutAway && !words.length && inks[0]?.part === '') inks.shift();
  const isClipping = style.overflowX !== 'visible';
  const isPainting = isClipping || image || isReplaced || !layer || layer.a > 0 || inks.length;
  const area = isPainting ? areaOf(element.getBoundingClientRect(), view) : null;
  if (isControl && area && area.right > area.left) words.push(area);
  return {
    element,
    parent,
    layer: layer ?? CLEAR,
    image: layer ? image : image || 'unreadable',
    tiling: image && `${style.backgroundRepeat} ${style.backgroundSize}`,
    position: image && style.backgroundPosition,
    opacity: parseFloat(style.opacity) || 1,
    isReplaced,
    isClipping,
    isHiding: /hidden|clip/.test(style.overflowX),
    isInline: style.display === 'inline',
    inks,
    words,
    area,
    hasShadow: inks.length > 0 && style.textShadow !== 'none',
    still: stillProperty(style),
    cover: null,
    lies: null,
    isOnPieces: false,
    owner: null,
    isOnPicture: false,
    isMarked: false,
    isPlate: false,
    isBesideMark: false,
    ground: WHITE,
    fade: 1,
    under: WHITE,
    inked: null,
    wants: new Map(),
    partWants: new Map(),
  };
}
