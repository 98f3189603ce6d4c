import type { Box, ElementBox, Layout, TextLayout } from './layout.ts';
import { findOverlaps, type Overlaps } from './overlaps.ts';

/** How far a text that still counts as lying inside a box may stick out of it, px. */
const SLACK_PX = 2;

/** How much further than before it may stick out, px, before the box is helped. */
const MORE_PX = 1;

/** By how much more of a text may be cut off, as a share, before it counts as newly clipped. */
const CLIP_SLACK = 0.02;

/** Lines nearer to each other than this share of the glyphs' height run into each other. */
const CRAMPED_SHARE = 0.87;

/** Share of a text that is cut off where the reader saw nothing of it. */
const MOSTLY = 0.98;

/** Lines further apart than this many times the glyphs' height were made for one line in a tall box. */
const LOOSE_SHARE = 1.7;

/** Share of the window's height that a header which stays in view may cover. */
const COVER_SHARE = 1 / 3;

/** Share of a one-line control's height that its text may take. */
const MOST_LINE_SHARE = 0.8;

/** A text that lay inside a box and no longer does, sideways. */
export interface SidewaysEscape {
  readonly text: Text;
  readonly box: Element;
  /** The outermost element between them that sticks out of the box; null where only the text's lines do. */
  readonly culprit: Element | null;
  /** How wide the box would have to be, px. */
  readonly needed: number;
}

/** What became worse between two layouts of the same page. */
export interface Problems {
  /** Boxes that their text has outgrown in height, and by how many px. */
  readonly tooLow: ReadonlyMap<Element, number>;
  /** Boxes that hide text below or above what they show: a closed part, a slide to come. */
  readonly concealing: ReadonlySet<Element>;
  /** Texts of one line that wrapped into several far apart. */
  readonly loose: readonly Text[];
  readonly sideways: readonly SidewaysEscape[];
  /** Texts of which more is cut off than before; `lines` is how many they take now, `shown` the share that was visible. */
  readonly clipped: readonly { text: Text; lines: number; shown: number }[];
  /** Texts whose lines run into each other. */
  readonly cramped: readonly Text[];
  /** Pairs of texts that lie over each other and did not. */
  readonly overlaps: readonly (readonly [Text, Text])[];
  /** Elements that stick out of the window further than before, where the page scrolls further sideways. */
  readonly outside: readonly Element[];
  /** Elements that stay in view while the page scrolls and came to cover too much of the window. */
  readonly covering: readonly Element[];
  /** Form controls too low for a line of their text. */
  readonly lowControls: readonly Element[];
}

/** Compares a layout with the one before: whatever lay well has to lie well still. */
export function* findProblems(before: Layout, beforeOverlaps: Overlaps, now: Layout): Generator<void, Problems> {
  const tooLow = new Map<Element, number>();
  const sideways: SidewaysEscape[] = [];
  const clipped: { text: Text; lines: number; shown: number }[] = [];
  const cramped: Text[] = [];
  const concealing = new Set<Element>();
  const loose: Text[] = [];
  const further = new Set<Element>();
  const hasNewOverflow = now.overflowX > before.overflowX;
  let visited = 0;
  for (const [text, was] of before.texts) {
    const is = now.texts.get(text);
    if (++visited % 50 === 0) yield;
    if (was.hidden > MOSTLY) findConcealing(text, was.box, before, concealing);
    if (!is || was.hidden > MOSTLY) continue;
    if (is.hidden > was.hidden + CLIP_SLACK) clipped.push({ text, lines: countLines(is), shown: 1 - was.hidden });
    if (isCramped(is) && !isCramped(was)) cramped.push(text);
    if (is.lines.length > 1 && countLines(was) === 1 && isLoose(is)) loose.push(text);
    if (hasNewOverflow && outside(is.box, now) > outside(was.box, before) + 1 && text.parentElement) {
      further.add(text.parentElement);
    }
    findEscapes(text, was.box, is.box, before, now, tooLow, sideways);
  }
  const covering: Element[] = [];
  const lowControls: Element[] = [];
  for (const [element, box] of now.boxes) {
    const was = before.boxes.get(element);
    if (!was) continue;
    if (hasNewOverflow && outside(box, now) > outside(was, before) + 1) further.add(element);
    const by = outgrown(element, was, box, before, now);
    if (by) tooLow.set(by.parent, Math.max(tooLow.get(by.parent) ?? 0, by.px));
    if (covers(box, now) && !covers(was, before)) covering.push(element);
    if (box.lineShare > MOST_LINE_SHARE && was.lineShare < box.lineShare) lowControls.push(element);
  }
  const overlaps: (readonly [Text, Text])[] = [];
  for (const [first, partners] of yield* findOverlaps(now)) {
    for (const second of partners) {
      const isNew = !beforeOverlaps.get(first)?.has(second) && before.texts.has(first) && before.texts.has(second);
      if (isNew) overlaps.push([first, second]);
    }
  }
  return {
    tooLow,
    concealing,
    loose,
    sideways,
    clipped,
    cramped,
    overlaps,
    outside: [...further],
    covering,
    lowControls,
  };
}

/** Finds the boxes around a hidden text that it lies below or above of. */
function findConcealing(text: Text, was: Box, before: Layout, concealing: Set<Element>): void {
  for (let at: Element | null = text.parentElement; at; at = parentOf(at)) {
    const box = before.boxes.get(at);
    if (box && (was.top >= box.bottom - SLACK_PX || was.bottom <= box.top + SLACK_PX)) concealing.add(at);
  }
}

/** Finds the boxes around a text that held it before and do not now. */
function findEscapes(
  text: Text,
  was: Box,
  is: Box,
  before: Layout,
  now: Layout,
  tooLow: Map<Element, number>,
  sideways: SidewaysEscape[],
): void {
  // A box that scrolls lets its content go beyond it.
  let scrollsX = false;
  let scrollsY = false;
  let hasEscaped = false;
  let isTooLow = false;
  for (let at: Element | null = text.parentElement; at; at = parentOf(at)) {
    const wasBox = before.boxes.get(at);
    const isBox = now.boxes.get(at);
    if (!wasBox || !isBox) continue;
    scrollsX ||= wasBox.scrollsX || (isBox.canScrollX && !wasBox.canScrollX) || isTrack(at);
    scrollsY ||= wasBox.scrollsY || (isBox.canScrollY && !wasBox.canScrollY);
    const out = (sideWas: number, sideIs: number): number =>
      sideWas <= SLACK_PX && sideIs > Math.max(0, sideWas) + MORE_PX ? sideIs : 0;
    if (!scrollsY) {
      const by = Math.max(
        out(was.bottom - wasBox.bottom, is.bottom - isBox.bottom),
        out(wasBox.top - was.top, isBox.top - is.top),
      );
      // The boxes further out follow the innermost one; what they lack still shows at the next look.
      if (by) tooLow.set(at, Math.max(tooLow.get(at) ?? 0, isTooLow ? 0 : by));
      isTooLow ||= by > 0;
    }
    if (!scrollsX && !hasEscaped) {
      const right = out(was.right - wasBox.right, is.right - isBox.right);
      const left = out(wasBox.left - was.left, isBox.left - is.left);
      if (right || left) {
        hasEscaped = true;
        const needed = isBox.right - isBox.left + right + left;
        sideways.push({ text, box: at, culprit: culpritOf(text, at, isBox, now), needed });
      }
    }
    if ((scrollsX && scrollsY) || isBox.position === 'fixed') break;
  }
}

/** The box around an element that held it and is now too low for it, and by how many px. */
function outgrown(
  element: Element,
  was: ElementBox,
  is: ElementBox,
  before: Layout,
  now: Layout,
): { parent: Element; px: number } | null {
  if (/fixed|sticky/.test(is.position)) return null;
  let parent = parentOf(element);
  while (parent && !now.boxes.has(parent)) parent = parentOf(parent);
  if (is.position === 'absolute' && (element as HTMLElement).offsetParent !== parent) return null;
  const wasParent = parent && before.boxes.get(parent);
  const isParent = parent && now.boxes.get(parent);
  if (!parent || !wasParent || !isParent || isParent.canScrollY) return null;
  const wasOut = was.bottom - wasParent.bottom;
  const px = is.bottom - isParent.bottom;
  return wasOut <= SLACK_PX && px > Math.max(0, wasOut) + MORE_PX ? { parent, px } : null;
}

/** The outermost element on the way from a box down to a text that sticks out of the box sideways. */
function culpritOf(text: Text, box: Element, { left, right }: Box, now: Layout): Element | null {
  let culprit: Element | null = null;
  for (let at: Element | null = text.parentElement; at && at !== box; at = parentOf(at)) {
    const own = now.boxes.get(at);
    if (own && (own.right > right + SLACK_PX || own.left < left - SLACK_PX)) culprit = at;
  }
  return culprit;
}

/** How far a box sticks out of the window to the right, px. */
const outside = ({ left, right, top, bottom }: Box, { width }: Layout): number =>
  right > left && bottom > top ? Math.max(0, right - width) : 0;

const covers = (box: Box & { position: string }, { width, height }: Layout): boolean =>
  /fixed|sticky/.test(box.position) && box.bottom - box.top > height * COVER_SHARE && box.right - box.left > width / 2;

function lineTops({ lines }: TextLayout): number[] {
  return [...new Set(lines.map(({ top }) => Math.round(top)))].sort((a, b) => a - b);
}

/** Whether a box is moved sideways by the page, as news tickers are; its text need not fit into what is shown. */
export function isTrack(element: Element): boolean {
  const { style } = element as HTMLElement;
  const isMarquee = element.localName === 'marquee';
  if (!isMarquee && !style.transform && !style.translate && !style.marginLeft && !style.left) return false;
  const { overflowX, whiteSpace } = element.ownerDocument.defaultView!.getComputedStyle(element);
  return isMarquee ? overflowX !== 'visible' : whiteSpace === 'nowrap';
}

/** Whether words run through an element or are moved along with it: where they are is a matter of the moment. */
export const isRunning = (element: Element): boolean =>
  element.localName === 'marquee' || (!!(element as HTMLElement).style?.left && isTrack(element));

/** Whether lines stand further apart than running text needs. */
function isLoose(layout: TextLayout): boolean {
  const { top, bottom } = layout.lines[0]!;
  const tops = lineTops(layout);
  return tops.length > 1 && tops[1]! - tops[0]! > LOOSE_SHARE * (bottom - top);
}

function isCramped(layout: TextLayout): boolean {
  if (layout.lines.length < 2) return false;
  const { top, bottom } = layout.lines[0]!;
  const tops = lineTops(layout);
  return tops.some((at, i) => i > 0 && at - tops[i - 1]! > 2 && at - tops[i - 1]! < CRAMPED_SHARE * (bottom - top));
}

const countLines = (layout: TextLayout): number => lineTops(layout).length;

/** The parent of an element, through shadow roots. */
export function parentOf(element: Element): Element | null {
  const parent = element.parentNode;
  if (parent && 'tagName' in parent) return parent as Element;
  return (parent as ShadowRoot | null)?.host ?? null;
}
