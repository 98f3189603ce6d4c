import type { Box } from './box.ts';
import { isPainted, readBox, type ReadingRules } from './read-box.ts';
import type { Writer } from './writer.ts';

/** Elements read at a stretch, between taking our edits off them and putting these back. */
export const BATCH = 200;

/** What boxes are read with. */
export interface Reading {
  /** Every box that is known; those that are read take the place of older ones. */
  readonly boxes: Map<Element, Box>;
  readonly writer: Writer;
  readonly rules: ReadingRules;
}

/** Reads elements as the page has them, our own edits off while they are read. */
export function* read(reading: Reading, elements: Iterable<Element>): Generator<void, Box[]> {
  const boxes: Box[] = [];
  let batch: Element[] = [];
  for (const element of elements) {
    if (!isPainted(element)) continue;
    batch.push(element);
    if (batch.length < BATCH) continue;
    readBatch(reading, batch, boxes);
    batch = [];
    yield;
  }
  readBatch(reading, batch, boxes);
  return boxes;
}

function readBatch({ boxes: known, writer, rules }: Reading, batch: readonly Element[], boxes: Box[]): void {
  // Ancestors too: what an element inherits must be the page's.
  const involved = new Set(batch);
  for (const element of batch) {
    for (let up = flatParent(element); up && !involved.has(up); up = flatParent(up)) involved.add(up);
  }
  const held = [...involved].filter((element) => writer.isHeld(element));
  for (const element of held) writer.release(element);
  for (const element of batch) {
    const view = element.ownerDocument.defaultView;
    if (!view) continue;
    const box = readBox(element, known.get(flatParent(element)!) ?? null, view, rules);
    // Stilled by us already, it is read as still.
    box.still ||= writer.stillOf(element);
    known.set(element, box);
    boxes.push(box);
  }
  for (const element of held) writer.hold(element);
}

/** The element around one in the tree as it is painted: the slot, the shadow host, the frame. */
function flatParent(element: Element): Element | null {
  const { assignedSlot, parentNode, ownerDocument } = element;
  if (assignedSlot) return assignedSlot;
  if (parentNode === ownerDocument) return ownerDocument.defaultView?.frameElement ?? null;
  // Links have a `host` too, a piece of their address.
  const isInShadow = parentNode?.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
  return isInShadow ? ((parentNode as Partial<ShadowRoot>).host ?? null) : element.parentElement;
}
