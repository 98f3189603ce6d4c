import type { Edits } from '../../page/page.ts';
import { isStylable } from '../../page/own.ts';
import { SCALE_PROPERTY, times } from './scale-value.ts';
import { PATCH } from './user-agent-sizes.ts';

/** An element's text size and line height, in px; the latter NaN where it is `normal`. */
interface Size {
  readonly font: number;
  readonly line: number;
}

/** Text sizes of elements as they are on the page without us. */
export type Sizes = ReadonlyMap<Element, Size>;

/** How far a size may be from its due before it is patched, as a share. */
const TOLERANCE = 0.01;

/** Nesting of sizes that neither rewrite nor inheritance reaches, as deep as it is looked into. */
const MOST_ROUNDS = 8;

/** Elements between two places where reading may pause. */
const YIELD_EVERY = 100;

type Key = keyof Size;
const KEYS = [
  ['font', PATCH['font-size']],
  ['line', PATCH['line-height']],
] as const satisfies readonly (readonly [Key, string])[];

function sizeOf(element: Element): Size {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return { font: parseFloat(style?.fontSize ?? ''), line: parseFloat(style?.lineHeight ?? '') };
}

/** Reads the text size and line height of each element; yields often, so that it can run in slices. */
export function* readSizes(elements: Iterable<Element>): Generator<void, Sizes> {
  const sizes = new Map<Element, Size>();
  for (const element of elements) {
    sizes.set(element, sizeOf(element));
    if (sizes.size % YIELD_EVERY === 0) yield;
  }
  return sizes;
}

/**
 * Reads sizes back after the rewrite and patches only what did not scale: sizes from sheets that cannot be read,
 * monospace's own size, system fonts, and what else no rewritten declaration stands behind.
 * @param before sizes at scale 1
 * @param currentScale the scale in force; the reader may choose another while this runs
 * @returns whether something was patched
 */
export function* patchSizes(edits: Edits, before: Sizes, currentScale: () => number): Generator<void, boolean> {
  let suspects = [...before.keys()];
  let hasPatched = false;
  for (let round = 0; round < MOST_ROUNDS && suspects.length; round++) {
    const scale = currentScale();
    const now = yield* readSizes(suspects);
    if (scale !== currentScale()) continue;
    const next = new Set<Element>();
    const wrong: [Element & ElementCSSInlineStyle, string, string][] = [];
    for (const element of suspects) {
      if (!isStylable(element) || !element.isConnected) continue;
      for (const [key, property] of KEYS) {
        if (isDue(element, key, before, now, scale)) continue;
        next.add(element);
        if (!followsParent(element, key, before, now, scale)) {
          wrong.push([element, property, patchFor(element, key, before.get(element)![key])]);
        }
      }
    }
    for (const [element, property, value] of wrong) edits.setProperty(element, property, value);
    if (!wrong.length) break;
    hasPatched = true;
    suspects = [...next];
  }
  return hasPatched;
}

function isDue(element: Element, key: Key, before: Sizes, now: Sizes, scale: number): boolean {
  const due = before.get(element)![key];
  const size = now.get(element)?.[key];
  return !due || !size || Math.abs(size / (due * scale) - 1) <= TOLERANCE;
}

/** What keeps its ratio to a parent that is wrong too most likely follows it: patch the parent, then look again. */
function followsParent(element: Element, key: Key, before: Sizes, now: Sizes, scale: number): boolean {
  // A line height given as a number follows the element's own text.
  if (key === 'line' && !isDue(element, 'font', before, now, scale)) return true;
  const parent = element.parentElement ?? (element.parentNode as Partial<ShadowRoot> | null)?.host;
  const parentDue = parent && before.get(parent)?.[key];
  const parentSize = parent && now.get(parent)?.[key];
  if (!parentDue || !parentSize || isDue(parent, key, before, now, scale)) return false;
  const ratio = now.get(element)![key] / parentSize / (before.get(element)![key] / parentDue);
  return Math.abs(ratio - 1) <= TOLERANCE;
}

/** Children of the root keep following it, as its size may hang on the window; others are set to their own size. */
function patchFor(element: Element, key: Key, due: number): string {
  const root = element.ownerDocument.documentElement;
  if (key === 'line') return times(`${round(due)}px`, `${SCALE_PROPERTY}-all`);
  const size = element.parentNode === root ? `${round(due / sizeOf(root).font)}em` : `${round(due)}px`;
  return times(size);
}

const round = (n: number): number => Math.round(n * 1e4) / 1e4;
