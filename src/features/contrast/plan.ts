import { NOTHING, VEILED, type Box, type Ink } from './box.ts';
import type { Look } from './look.ts';
import type { Pictures } from './pictures.ts';
import { Planner } from './planner.ts';

/** Boxes decided at a stretch. */
const STRETCH = 100;

/**
 * Decides what every box and text of the page needs for a look; reads and writes nothing of the page.
 * @param boxes parents before children; what lies around them keeps what was decided before
 * @returns the boxes whose wants may have changed
 */
export function* plan(boxes: readonly Box[], look: Look, pictures: Pictures): Generator<void, Set<Box>> {
  const inksOn = new Map<Box, [Ink, Box][]>();
  let count = 0;
  for (const box of boxes) {
    standOnGround(box, pictures, inksOn);
    if (++count % STRETCH === 0) yield;
  }
  const planner = new Planner(look, boxes, pictures);
  for (const box of boxes) {
    planner.paint(box, inksOn.get(box) ?? []);
    if (++count % STRETCH === 0) yield;
  }
  return new Set([...boxes, ...planner.touched]);
}

/** Finds the box that gives each text its ground, and the texts that need a ground of their own. */
function standOnGround(box: Box, pictures: Pictures, inksOn: Map<Box, [Ink, Box][]>): void {
  const { parent, layer, veils } = box;
  box.wants = NOTHING;
  box.partWants = NOTHING;
  box.cover = box.image ? pictures.cover(box) : null;
  const kind = box.cover?.kind;
  const isVeiled = veils.some(({ share }) => share > VEILED);
  const isSolid = layer.a === 1 || kind === 'flat' || isVeiled;
  box.owner = layer.a > 0 || kind === 'flat' || kind === 'picture' || isVeiled ? box : (parent?.owner ?? null);
  box.isOnPicture = kind === 'picture' || (!isSolid && !!parent?.isOnPicture);
  box.isMarked = kind === 'mark' || (!isSolid && !!parent?.isMarked);
  const isPlain = kind !== 'picture' && kind !== 'mark' && !('ownerSVGElement' in box.element);
  const hasText = box.inks.some(({ isBinding }) => isBinding);
  box.isPlate = hasText && isPlain && (box.isOnPicture || box.isOnPieces || (box.isMarked && isSnug(box)));
  box.isBesideMark = box.isPlate && box.isMarked && !box.isOnPicture && !box.isOnPieces;
  if (box.isPlate) {
    box.owner = box;
    box.isOnPicture = box.isMarked = false;
  }
  const owner = (!box.isPlate && box.lies) || box.owner;
  if (!owner) return;
  const list = inksOn.get(owner);
  const inks = box.inks.map((ink): [Ink, Box] => [ink, box]);
  if (list) list.push(...inks);
  else inksOn.set(owner, inks);
}

/** Whether a ground of the box's own would lie behind its words alone, and not over a mark beside them. */
const isSnug = ({ area, words, isInline }: Box): boolean =>
  isInline || !area || !words.length || Math.min(...words.map((word) => word.left)) - area.left < 6;
