import type { Box, Layout } from './layout.ts';

/** Texts that lie over each other; the key of each pair comes before its values in the document. */
export type Overlaps = ReadonlyMap<Text, ReadonlySet<Text>>;

/** Share of the smaller of two lines that has to be covered. */
const SHARE = 0.15;

/** Finds pairs of texts whose lines cover more than 15 % of the smaller of the two. */
export function* findOverlaps(layout: Layout): Generator<void, Overlaps> {
  const lines: { text: Text; box: Box }[] = [];
  for (const [text, { lines: own }] of layout.texts) for (const box of own) lines.push({ text, box });
  lines.sort((a, b) => a.box.top - b.box.top);
  const found = new Map<Text, Set<Text>>();
  for (let i = 0; i < lines.length; i++) {
    const a = lines[i]!;
    for (let j = i + 1; j < lines.length && lines[j]!.box.top < a.box.bottom; j++) {
      const b = lines[j]!;
      if (a.text === b.text || !doOverlap(a.box, b.box)) continue;
      const isFirst = a.text.compareDocumentPosition(b.text) & Node.DOCUMENT_POSITION_FOLLOWING;
      const [first, second] = isFirst ? [a.text, b.text] : [b.text, a.text];
      let partners = found.get(first);
      if (!partners) found.set(first, (partners = new Set()));
      partners.add(second);
    }
    if (i % 64 === 0) yield;
  }
  return found;
}

function doOverlap(a: Box, b: Box): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return false;
  const area = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top);
  return width * height > SHARE * Math.min(area(a), area(b));
}
