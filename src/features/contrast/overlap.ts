import type { Area, Box } from './box.ts';
import { Rows } from './rows.ts';
import { LEVEL } from './stand.ts';

/** How far words must lie on a box to count, as a share of their height; lines reach beyond their glyphs. */
const LEAST_OVERLAP = 0.3;

/**
 * Finds texts that lie on boxes which are not their ancestors (a caption over a picture, a cell pulled over another), and
 * such as reach beyond the box that gives them their ground; only reads.
 * @param boxes all boxes of the page, parents before children
 * @param spots those whose words are looked at
 */
export function* findOverlaps(boxes: Iterable<Box>, spots: Iterable<Box>): Generator<void, void> {
  const rows = new Rows();
  let sorted = 0;
  for (const box of boxes) {
    if (++sorted % 1000 === 0) yield;
    if (paints(box)) rows.add(box);
  }
  let count = 0;
  for (const spot of spots) {
    if (++count % 100 === 0) yield;
    spot.lies = null;
    let owner = groundBox(spot);
    const words = shownWords(spot);
    spot.isOnPieces = !!owner?.area && !owner.isInline && !isCanvas(owner) && !holds(owner.area, uncut(spot));
    const [first] = words;
    if (!first) continue;
    if (spot.isOnPieces) {
      // Words reach beyond the box that paints their ground: what lies there is the next box around that holds them.
      const seen = uncut(spot);
      while (owner?.parent && !isCanvas(owner) && !(paints(owner) && holds(owner.area!, seen))) owner = owner.parent;
      spot.lies = owner;
    }
    let top: Box | null = null;
    const last = words[words.length - 1]!;
    for (const other of rows.near(first.top, last.bottom)) {
      if (!words.some((word) => meets(other.area!, word)) || isKin(other, spot)) continue;
      if (!isUnder(other, spot, true)) continue;
      // What lies under an opaque ground is not seen; through a translucent one it is.
      if (owner && hides(owner) && isUnder(other, owner, false)) continue;
      if (!top || isUnder(top, other, false)) top = other;
    }
    if (!top) continue;
    // A gradient becomes one colour, so it is a ground like any other.
    const isGradient = /gradient/.test(top.image) && !/url\(/.test(top.image);
    const isVeiled = !!owner && !hides(owner) && isUnder(top, owner, false);
    const isPlain = isGradient || (!top.image && top.layer.a === 1);
    if (top.isReplaced || isVeiled || !isPlain || !holds(top.area!, words)) {
      spot.isOnPieces = true;
      spot.lies = null;
    } else {
      spot.lies = top;
    }
  }
}

/** Whether nothing can be seen through a box. */
const hides = ({ layer, image }: Box): boolean => layer.a === 1 || !!image;

export const paints = (box: Box): boolean => box.layer.a > 0 || !!box.image || box.isReplaced;

/** The parts of words that neither their box nor one around it cuts off for good. */
function uncut(spot: Box): readonly Area[] {
  let shown = spot.words;
  for (let box: Box | null = spot; box && shown.length; box = box.parent) {
    const { isHiding, area } = box;
    if (isHiding && area && !isCanvas(box)) {
      shown = shown.filter((word) => meets(area, word)).map((word) => common(area, word));
    }
  }
  return shown;
}

/** Where words stand that neither their box nor one around it cuts off. */
export function shownWords(spot: Box): readonly Area[] {
  let shown = spot.words;
  for (let box: Box | null = spot; box && shown.length; box = box.parent) {
    const { isClipping, area } = box;
    if (isClipping && area && !isCanvas(box)) shown = shown.filter((word) => meets(area, word));
  }
  return shown;
}

/** The nearest box around words that paints something. */
function groundBox(spot: Box): Box | null {
  for (let box: Box | null = spot; box; box = box.parent) if (paints(box)) return box;
  return null;
}

/** Whether a box's background is painted over the whole canvas. */
const isCanvas = ({ element }: Box): boolean =>
  element === element.ownerDocument.documentElement || element === element.ownerDocument.body;

const holds = (area: Area, words: readonly Area[]): boolean =>
  words.every(
    ({ left, top, right, bottom }) =>
      left >= area.left - 1 && right <= area.right + 1 && top >= area.top - 1 && bottom <= area.bottom + 1,
  );

export function meets(area: Area, word: Area): boolean {
  const width = Math.min(area.right, word.right) - Math.max(area.left, word.left);
  const height = Math.min(area.bottom, word.bottom) - Math.max(area.top, word.top);
  return width > 1 && height > LEAST_OVERLAP * (word.bottom - word.top);
}

const common = (a: Area, b: Area): Area => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

function contains(outer: Box, inner: Box): boolean {
  for (let box: Box | null = inner; box; box = box.parent) if (box === outer) return true;
  return false;
}

export const isKin = (a: Box, b: Box): boolean => contains(a, b) || contains(b, a);

/** Whether a box's background lies under another's (or, where asked, under the other's words). */
export function isUnder(lower: Box, upper: Box, isText: boolean): boolean {
  if (contains(lower, upper)) return true;
  if (contains(upper, lower)) return false;
  const around = commonOf(lower, upper);
  const low = levelOf(lower, around, lower.isReplaced);
  const high = levelOf(upper, around, isText);
  if (low !== high) return low < high;
  return !!(lower.element.compareDocumentPosition(upper.element) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** The nearest box around both. */
export function commonOf(a: Box, b: Box): Box | null {
  const chain = new Set<Box>();
  for (let box: Box | null = a; box; box = box.parent) chain.add(box);
  let common: Box | null = b;
  while (common && !chain.has(common)) common = common.parent;
  return common;
}

/** The level of a box among what the common box holds. */
export function levelOf(box: Box, common: Box | null, isInline: boolean): number {
  let level: number = isInline || box.isInline ? LEVEL.inline : LEVEL.block;
  for (let at: Box | null = box; at && at !== common; at = at.parent) {
    const { stand } = at;
    level = stand.isContext ? stand.level : Math.max(level, stand.level);
  }
  return level;
}
