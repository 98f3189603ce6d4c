import type { Found } from './find-controls.ts';
import { namesGrades, namesTextSize } from './labels.ts';

/** How far above a control the element around its whole set may lie. */
const CLIMB_LIMIT = 5;
/** A row of controls has few words around it, in characters. */
const WORDS_LIMIT = 240;

/**
 * Those of the found controls that belong to a set: "larger" with "smaller", or "more" with "less contrast", standing
 * together, and what else stands there. One alone may mean anything.
 */
export function inSets(found: readonly Found[]): Found[] {
  const sets = [...pairs(found, 'text-larger', 'text-smaller'), ...pairs(found, 'contrast-more', 'contrast-less')];
  const members = new Set<Found>();
  for (const { up, down } of sets) members.add(up).add(down);
  for (const control of found) {
    if (sets.some(({ around }) => belongs(control, around))) members.add(control);
  }
  return [...members];
}

/** Whether a control is one more of the set that stands in an element. */
function belongs({ element, certainty }: Found, around: Element): boolean {
  // What says it in words may stand in a row of its own beside the set.
  if (certainty === 2) return !!around.parentElement?.contains(element);
  if (!around.contains(element)) return false;
  const words = wordsIn(around);
  return words.length <= WORDS_LIMIT && (certainty === 1 || namesTextSize(words));
}

/** The text of an element without scripts, at least as far as the limit. */
function wordsIn(element: Element): string {
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let words = '';
  for (let node = texts.nextNode(); node && words.length <= WORDS_LIMIT; node = texts.nextNode()) {
    if (/^(script|style|noscript)$/i.test(node.parentNode!.nodeName)) continue;
    words += ` ${node.nodeValue!.trim()}`;
  }
  return words;
}

interface Pair {
  readonly up: Found;
  readonly down: Found;
  readonly around: Element;
}

function pairs(found: readonly Found[], upward: string, downward: string): Pair[] {
  const all: Pair[] = [];
  for (const up of found) {
    if (up.action !== upward) continue;
    for (const down of found) {
      if (down.action !== downward) continue;
      const around = commonAncestor(up.element, down.element);
      if (around && isSet(up, down, around)) all.push({ up, down, around });
    }
  }
  return all;
}

function isSet(up: Found, down: Found, around: Element): boolean {
  const certainty = Math.min(up.certainty, down.certainty);
  if (certainty === 2) return true;
  const words = wordsIn(around);
  if (words.length > WORDS_LIMIT || namesGrades(words)) return false;
  // One mark in each row of a table.
  if (up.element.closest('tr') !== down.element.closest('tr')) return false;
  return (
    certainty === 1 || namesTextSize(words) || (!!around.parentElement && namesTextSize(wordsIn(around.parentElement)))
  );
}

function commonAncestor(one: Element, other: Element): Element | null {
  if (one.contains(other) || other.contains(one)) return null;
  let at = one.parentElement;
  for (let level = 0; at && level < CLIMB_LIMIT; level++, at = at.parentElement) {
    if (at.contains(other)) return at.localName === 'body' && level > 1 ? null : at;
  }
  return null;
}
