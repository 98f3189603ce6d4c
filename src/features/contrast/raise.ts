import type { Area, Box } from './box.ts';
import { commonOf, isKin, isUnder, levelOf, meets, paints, shownWords } from './overlap.ts';
import type { Pictures } from './pictures.ts';
import { Rows } from './rows.ts';
import { LEVEL } from './stand.ts';

/**
 * Finds words that see-through boxes lie over (a heading as wide as the page, the clear corner of a picture), so that they
 * can be brought above these: then what is under them is known, and their links can be clicked. What hides words, or stays
 * in place while the page is scrolled, is left above them.
 * @param boxes all boxes of the page, parents before children
 * @param spots those whose words are looked at
 */
export function* findRaised(boxes: Iterable<Box>, spots: Iterable<Box>, pictures: Pictures): Generator<void, void> {
  const rows = new Rows();
  let sorted = 0;
  for (const box of boxes) {
    if (++sorted % 1000 === 0) yield;
    const { stand, parent } = box;
    if (stand.position === 'absolute' || stand.isOverlay) markHolders(parent);
    if (stand.level > LEVEL.positioned) markRaised(parent);
    if (stand.position !== 'static' || stand.isFloating || box.isReplaced) rows.add(box);
  }
  let count = 0;
  for (const spot of spots) {
    if (++count % 100 === 0) yield;
    spot.raise = null;
    spot.lift = isSunken(spot)
      ? liftOf(
          spot,
          others(rows, [spot.area!]).filter((other) => !isKin(other, spot)),
        )
      : null;
    const words = shownWords(spot);
    if (!words.length || !spot.inks.some(({ isBinding }) => isBinding)) continue;
    const above = others(rows, words).filter((other) => !isKin(other, spot) && !isUnder(other, spot, true));
    for (const other of above) other.isOverWords ||= other.isReplaced;
    spot.raise = raiseOf(spot, words, above, pictures);
  }
}

/** Says of the boxes around a placed one, up to that which it is placed in, that they must not begin or cease to hold it. */
function markHolders(from: Box | null): void {
  for (let at = from; at; at = at.parent) {
    at.holdsPlaced = true;
    if (at.stand.position !== 'static') return;
  }
}

/** Says of the boxes around a raised one, up to the stacking context it is raised in, that they must not become one. */
function markRaised(from: Box | null): void {
  for (let at = from; at && !at.stand.isContext; at = at.parent) at.holdsRaised = true;
}

/** Boxes of some rows that meet a place. */
function others(rows: Rows, places: readonly Area[]): Box[] {
  const found = new Set<Box>();
  for (const place of places) {
    for (const box of rows.near(place.top, place.bottom)) if (meets(box.area!, place)) found.add(box);
  }
  return [...found];
}

/** Whether a positioned float stands in a positioned box. */
function isSunken({ stand, area, parent }: Box): boolean {
  const { position, isFloating, isContext } = stand;
  if (position !== 'relative' || !isFloating || isContext || !area) return false;
  for (let at = parent; at; at = at.parent) if (at.stand.position !== 'static') return true;
  return false;
}

/** The least that lifts it and leaves what lies over what: not to be positioned, or the lowest `z-index`. */
function liftOf(spot: Box, near: readonly Box[]): Box['lift'] {
  if (!near.length && !spot.holdsPlaced && !spot.stand.isShifted) return ['position', 'static'];
  return spot.holdsRaised || near.some((other) => !isUnder(other, spot, false)) ? null : ['z-index', '1'];
}

/** The `z-index` that brings words above all that lies over them; null where nothing does, or something hides them. */
function raiseOf(spot: Box, words: readonly Area[], above: readonly Box[], pictures: Pictures): number | null {
  let raise: number | null = null;
  // Raised words get a ground as large as their box without its padding: nothing of a picture may be under it.
  const ground = above.length ? contentOf(spot, words) : spot.area!;
  for (const other of above) {
    if (other.stand.isOverlay || spot.holdsPlaced) return null;
    if (other.words.some((word) => words.some((own) => meets(word, own)))) return null;
    const isClear = (place: Area): boolean => !meets(other.area!, place) || pictures.isClearAt(other, place);
    if (other.isReplaced ? ![...words, ground].every(isClear) : paints(other)) return null;
    const common = commonOf(other, spot);
    for (let at = spot.parent; at && at !== common; at = at.parent) if (at.stand.isContext) return null;
    const level = levelOf(other, common, other.isReplaced) - LEVEL.positioned;
    raise = Math.max(raise ?? 0, level < 0 ? 0 : level + 1);
  }
  return raise;
}

/** A box without its padding, as high as its words. */
function contentOf({ element, area }: Box, words: readonly Area[]): Area {
  const { paddingLeft, paddingRight } = element.ownerDocument.defaultView!.getComputedStyle(element);
  return {
    left: area!.left + parseFloat(paddingLeft),
    right: area!.right - parseFloat(paddingRight),
    top: Math.min(...words.map(({ top }) => top)),
    bottom: Math.max(...words.map(({ bottom }) => bottom)),
  };
}
