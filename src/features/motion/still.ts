import type { Root } from '../../page/page.ts';

/** One kind of moving thing, held still. */
export interface Still {
  /** Stops what moves in a part of the page. */
  take(within: Root | Element): void;
  /** Lets it go on as the page has it. */
  close(): void;
}

/** What the reader does by hand, and starts by it, is never stopped. */
export interface Hand {
  /** Whether the reader pressed a key or button, or scrolled, a moment ago. */
  wasUsed(): boolean;
}

/** The elements of a part of the page that match, itself included. */
export function find<T extends Element>(within: Root | Element, selector: string): T[] {
  const found = [...within.querySelectorAll<T>(selector)];
  if ('tagName' in within && within.matches(selector)) found.unshift(within as T);
  return found;
}
