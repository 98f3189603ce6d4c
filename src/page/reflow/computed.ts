import { parentOf } from './problems.ts';

/** The computed style of an element. */
export const styleOf = (element: Element): CSSStyleDeclaration =>
  element.ownerDocument.defaultView!.getComputedStyle(element);

/** Where a text stands in the window. */
export function rectOf(text: Text): DOMRect {
  const range = text.ownerDocument.createRange();
  range.selectNodeContents(text);
  return range.getBoundingClientRect();
}

/** The sum of computed lengths, px; keywords count nothing. */
export const sum = (...lengths: readonly string[]): number =>
  lengths.reduce((total, length) => total + (parseFloat(length) || 0), 0);

/** The elements around a text, innermost first, up to one that is left out. */
export function* around(text: Text, isEnd: (element: Element) => boolean): Generator<Element, void> {
  for (let at: Element | null = text.parentElement; at && !isEnd(at); at = parentOf(at)) yield at;
}

/** Whether an element stands in a flex container of that direction. */
export function isFlexItem(element: Element, direction: RegExp): boolean {
  const parent = parentOf(element);
  if (!parent) return false;
  const { display, flexDirection } = styleOf(parent);
  return display.includes('flex') && direction.test(flexDirection);
}
