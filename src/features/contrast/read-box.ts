import type { Color } from '../../color/color.ts';
import { isLargeText } from '../../color/wcag.ts';
import { WHITE } from '../../color/color.ts';
import { NOTHING, type Area, type Box, type Ink, type Part, type Spill, type Veil } from './box.ts';
import { readColor } from './read-color.ts';
import type { PseudoHosts } from './pseudo-hosts.ts';
import { isPlainLink, readEdge, readVeil, signProperties } from './read-signs.ts';
import { standOf } from './stand.ts';
import type { VisitedColors } from './visited.ts';

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

/** What of the page's rules the reading of elements hangs on. */
export interface ReadingRules {
  readonly visited: VisitedColors;
  readonly pseudoHosts: PseudoHosts;
  /** Whether the lines of tables are read, which only other colours than the page's can hide. */
  hasLines: boolean;
}

/** How far words of one block reach above and below it. */
function readSpill(words: readonly Area[], area: Area, style: CSSStyleDeclaration): Spill | null {
  const top = Math.ceil(area.top - Math.min(...words.map((word) => word.top)));
  const bottom = Math.ceil(Math.max(...words.map((word) => word.bottom)) - area.bottom);
  // Whole lines beyond a box are not letters higher than their line.
  const most = parseFloat(style.fontSize) / 2;
  if ((top <= 0 && bottom <= 0) || top > most || bottom > most) return null;
  const { paddingTop, paddingBottom, marginTop, marginBottom } = style;
  return {
    top: Math.max(0, top),
    bottom: Math.max(0, bottom),
    paddings: [parseFloat(paddingTop), parseFloat(paddingBottom)],
    margins: [parseFloat(marginTop), parseFloat(marginBottom)],
  };
}

/** Reads one element as it is painted now; nothing of ours may be on it. */
export function readBox(
  element: Element,
  parent: Box | null,
  view: Window & typeof globalThis,
  { visited: visitedColors, pseudoHosts, hasLines }: ReadingRules,
): Box {
  const style = view.getComputedStyle(element);
  const { localName } = element;
  const isSvg = element.namespaceURI === SVG_SPACE;
  const { backgroundImage } = style;
  const image = backgroundImage === 'none' ? '' : backgroundImage;
  const layer = isSvg ? CLEAR : readColor(style.backgroundColor);
  const isReplaced = REPLACED.test(localName);
  const isControl = CONTROL.test(localName) && !WORDLESS_INPUT.test((element as HTMLInputElement).type);
  const texts = isSvg && !SVG_TEXT.test(localName) ? [] : ownText(element);
  const inks: Ink[] = [];
  const words: Area[] = [];
  const veils: Veil[] = [];
  let holdsPlaced = false;
  const addInk = (part: Part, from: CSSStyleDeclaration): void => {
    const { color, opacity, backgroundColor } = from;
    // Gradients and patterns of drawings are no one colour.
    const fill = isSvg ? from.fill : from.webkitTextFillColor;
    const text = fill || color;
    if (isSvg && !readColor(fill)) return;
    const read = readColor(text);
    // What is clear on purpose stays so (image replacement); text whose fill is a gradient is read as its colour.
    if (read?.a === 0 && style.backgroundClip !== 'text') return;
    inks.push({
      part,
      property: isSvg ? 'fill' : text === color ? 'color' : '-webkit-text-fill-color',
      text,
      color: read?.a === 0 ? readColor(color) : read,
      isSign: false,
      // A link without words of its own only hands its colour on.
      isBinding: !!part || texts.length > 0 || isControl,
      isLarge: isLargeText(parseFloat(from.fontSize), parseFloat(from.fontWeight)),
      opacity: (part && parseFloat(opacity)) || 1,
      layer: (part && readColor(backgroundColor)) || CLEAR,
      final: text,
    });
  };
  const isLink = localName === 'a' && !isSvg && element.hasAttribute('href') && !!element.textContent?.trim();
  if (texts.length || isControl || isLink) addInk('', style);
  if (isSvg) {
    for (const property of signProperties(element, style, view)) {
      const text = style[property];
      inks.push({
        part: '',
        property,
        text,
        color: readColor(text),
        isSign: true,
        isBinding: false,
        isLarge: true,
        opacity: 1,
        layer: CLEAR,
        final: text,
      });
    }
  }
  if (!isSvg && !isReplaced && !isControl && pseudoHosts.has(element)) {
    for (const part of ['::before', '::after'] as const) {
      const from = view.getComputedStyle(element, part);
      const { content } = from;
      if (content === 'none') continue;
      if (from.position === 'absolute') holdsPlaced = true;
      if (/"\s*[^\s"]|\(/.test(content) && !/^url\(/.test(content)) addInk(part, from);
      const veil = readVeil(part, from, element);
      if (veil) veils.push(veil);
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
  const { overflowX } = style;
  const isClipping = overflowX !== 'visible';
  const opacity = parseFloat(style.opacity);
  const stand = standOf(style, opacity, !!parent?.stand.holdsItems);
  const isOut = stand.position !== 'static' || stand.isFloating;
  const edge = isSvg ? null : readEdge(element, style, hasLines);
  const isPainting =
    isClipping || image || isReplaced || !layer || layer.a > 0 || inks.length || isOut || edge || veils.length;
  const area = isPainting ? areaOf(element.getBoundingClientRect(), view) : null;
  if (isControl && area && area.right > area.left) words.push(area);
  return {
    element,
    parent,
    layer: layer ?? CLEAR,
    image: layer ? image : image || 'unreadable',
    tiling: image && `${style.backgroundRepeat} ${style.backgroundSize}`,
    position: image && style.backgroundPosition,
    opacity: opacity || 1,
    isReplaced,
    isClipping,
    isHiding: /hidden|clip/.test(overflowX),
    isInline: stand.isInline,
    inks,
    words,
    area,
    stand,
    holdsPlaced,
    isLink,
    isPlainLink:
      isLink && !!element.parentElement && isPlainLink(element, style, view.getComputedStyle(element.parentElement)),
    visited: isLink ? visitedColors.of(element, style.color) : null,
    edge,
    veils,
    isBlended: inks.length > 0 && style.mixBlendMode !== 'normal',
    hasShadow: inks.length > 0 && style.textShadow !== 'none',
    still: inks.length || image || layer?.a ? stillProperty(style) : '',
    cover: null,
    lies: null,
    isOnPieces: false,
    owner: null,
    isOnPicture: false,
    isMarked: false,
    isPlate: false,
    isBesideMark: false,
    ground: WHITE,
    pageGround: WHITE,
    raise: null,
    isOverWords: false,
    holdsRaised: false,
    lift: null,
    spill: area && words.length && !stand.isInline && !isClipping ? readSpill(words, area, style) : null,
    fade: 1,
    under: WHITE,
    inked: null,
    wants: NOTHING,
    partWants: NOTHING,
  };
}
