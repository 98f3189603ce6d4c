/** A rectangle in document coordinates, px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An element's border box, and how its content may leave it. */
export interface ElementBox extends Box {
  /** Whether a reader could scroll it sideways, or up and down, if it held more than it shows. */
  readonly canScrollX: boolean;
  readonly canScrollY: boolean;
  /** Whether it holds more than it shows, and so scrolls. */
  readonly scrollsX: boolean;
  readonly scrollsY: boolean;
  /** Computed position. */
  readonly position: string;
  /** Share of its height that one line of a form control's text needs, 0 for what is no such control. */
  readonly lineShare: number;
}

/** Where one text lies. */
export interface TextLayout {
  /** Around all its lines. */
  readonly box: Box;
  /** One box a line, or part of a line. */
  readonly lines: readonly Box[];
  /** Share of it that boxes with hidden overflow cut off, 0 to 1. */
  readonly hidden: number;
}

/** Where everything that a reader sees lies. */
export interface Layout {
  readonly texts: ReadonlyMap<Text, TextLayout>;
  /** Boxes of non-inline elements that hold visible text, or are replaced or form controls. */
  readonly boxes: ReadonlyMap<Element, ElementBox>;
  /** Width and height of the window's content area, px. */
  readonly width: number;
  readonly height: number;
  /** How far the page scrolls sideways, px. */
  readonly overflowX: number;
}

const SKIPPED = /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION|TITLE|HEAD)$/;
const REPLACED = /^(IMG|INPUT|SELECT|TEXTAREA|BUTTON|VIDEO|IFRAME|OBJECT|CANVAS|SVG)$/i;

/** Controls whose text is no text node: one line of it has to fit. */
const ONE_LINE = /^(INPUT|SELECT)$/;

/** Elements between two places where measuring may pause. */
const YIELD_EVERY = 50;

const NO_CLIP: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/**
 * Measures a document's visible text and the boxes around it; yields often, so that it can run in slices.
 * @param isLeftOut tells which elements are not measured, with all that is in them; none by default
 */
export function* measureLayout(
  document: Document,
  isOwn: (node: Node) => boolean,
  isLeftOut?: (element: Element) => boolean,
): Generator<void, Layout> {
  const window = document.defaultView!;
  const range = document.createRange();
  const texts = new Map<Text, TextLayout>();
  const boxes = new Map<Element, ElementBox>();
  const scroller = document.scrollingElement ?? document.documentElement;
  let visited = 0;
  const toBox = (rect: DOMRect): Box => ({
    left: rect.left + window.scrollX,
    top: rect.top + window.scrollY,
    right: rect.right + window.scrollX,
    bottom: rect.bottom + window.scrollY,
  });

  function* walk(element: Element, clip: Box): Generator<void, boolean> {
    if (SKIPPED.test(element.tagName) || element.localName.startsWith('ro-chu-') || isLeftOut?.(element)) return false;
    const style = window.getComputedStyle(element);
    const { display } = style;
    if (display === 'none' || style.opacity === '0') return false;
    const isBox = display !== 'inline' && display !== 'contents';
    let own: ElementBox | null = null;
    let inner = clip;
    if (isBox && element !== document.body) {
      const { overflowX, overflowY } = style;
      const rect = element.getBoundingClientRect();
      const canScrollX = isScrollable(overflowX);
      const canScrollY = isScrollable(overflowY);
      own = {
        ...toBox(rect),
        canScrollX,
        canScrollY,
        scrollsX: canScrollX && element.scrollWidth > element.clientWidth + 1,
        scrollsY: canScrollY && element.scrollHeight > element.clientHeight + 1,
        position: style.position,
        lineShare: ONE_LINE.test(element.tagName) && rect.height ? parseFloat(style.fontSize) / rect.height : 0,
      };
      if (overflowX !== 'visible' || overflowY !== 'visible') inner = cut(clip, own, overflowX, overflowY);
    }
    const isVisible = style.visibility === 'visible';
    let holdsText = false;
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (!isVisible || element.tagName === 'TEXTAREA' || !/\S/.test((node as Text).data)) continue;
        range.selectNodeContents(node);
        const layout = layOut(range.getClientRects(), inner, toBox);
        if (!layout) continue;
        texts.set(node as Text, layout);
        holdsText = true;
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        if (yield* walk(node as Element, inner)) holdsText = true;
      }
    }
    const { shadowRoot } = element;
    for (let node = shadowRoot?.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === Node.ELEMENT_NODE && (yield* walk(node as Element, inner))) holdsText = true;
    }
    if (own && (holdsText || REPLACED.test(element.tagName))) boxes.set(element, own);
    if (++visited % YIELD_EVERY === 0) yield;
    return holdsText;
  }

  if (document.body && !isOwn(document.body)) yield* walk(document.body, NO_CLIP);
  const { clientWidth: width, clientHeight: height } = scroller;
  return { texts, boxes, width, height, overflowX: Math.max(0, scroller.scrollWidth - width) };
}

const isScrollable = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';

/** Boxes that scroll lose nothing; those that hide cut, each direction apart. */
function cut(clip: Box, own: Box, overflowX: string, overflowY: string): Box {
  const hidesX = /hidden|clip/.test(overflowX);
  const hidesY = /hidden|clip/.test(overflowY);
  return {
    left: hidesX ? Math.max(clip.left, own.left) : clip.left,
    right: hidesX ? Math.min(clip.right, own.right) : clip.right,
    top: hidesY ? Math.max(clip.top, own.top) : clip.top,
    bottom: hidesY ? Math.min(clip.bottom, own.bottom) : clip.bottom,
  };
}

function layOut(rects: DOMRectList, clip: Box, toBox: (rect: DOMRect) => Box): TextLayout | null {
  const lines: Box[] = [];
  let { left, top, right, bottom } = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  let area = 0;
  let shown = 0;
  for (let i = 0; i < rects.length; i++) {
    const rect = rects[i]!;
    if (rect.width <= 1 || rect.height <= 1) continue;
    const box = toBox(rect);
    lines.push(box);
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.right);
    bottom = Math.max(bottom, box.bottom);
    area += rect.width * rect.height;
    shown +=
      Math.max(0, Math.min(box.right, clip.right) - Math.max(box.left, clip.left)) *
      Math.max(0, Math.min(box.bottom, clip.bottom) - Math.max(box.top, clip.top));
  }
  return lines.length ? { box: { left, top, right, bottom }, lines, hidden: 1 - shown / area } : null;
}
