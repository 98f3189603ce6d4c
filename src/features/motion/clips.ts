import type { Edits, Page } from '../../page/page.ts';
import { MARK } from './still-css.ts';

/** How far up what cuts off is looked for: a ticker stands in one or two boxes. */
const HIGHEST = 4;

const CUTTING = /hidden|clip/;

/** What may be cut off of a line without a letter being touched, in px. */
const SLACK_PX = 2;

/** What cuts off the words of something that no longer moves past, made to scroll. */
export class Clips {
  readonly #page: Page;
  readonly #edits: Edits;

  constructor(page: Page) {
    this.#page = page;
    this.#edits = page.edits('motion');
  }

  /** Brings a ticker back to where its words begin, all of them to be read. */
  hold(element: HTMLElement): void {
    this.#edits.setAttribute(element, MARK, 'held');
    this.open(element);
  }

  /** Whether the box around an element cuts off some of its words. */
  isCut(element: HTMLElement): boolean {
    const around = element.parentElement;
    if (!around || !element.textContent.trim()) return false;
    const { overflowX, overflowY } = this.#page.window.getComputedStyle(around);
    const words = wordsOf(element);
    const box = around.getBoundingClientRect();
    return (
      (CUTTING.test(overflowX) && (words.right - box.right > SLACK_PX || box.left - words.left > SLACK_PX)) ||
      (CUTTING.test(overflowY) && (words.bottom - box.bottom > SLACK_PX || box.top - words.top > SLACK_PX))
    );
  }

  /** Lets what stands around an element be scrolled where it cuts off some of it. */
  open(element: HTMLElement): void {
    const { bottom, right } = wordsOf(element);
    let around = element.parentElement;
    for (let up = 0; around && up < HIGHEST && around !== element.ownerDocument.body; up++) {
      const { overflowX, overflowY } = this.#page.window.getComputedStyle(around);
      const box = around.getBoundingClientRect();
      const isCut = (overflow: string, by: number): boolean => CUTTING.test(overflow) && by > SLACK_PX;
      const isCutBelow = isCut(overflowY, bottom - box.bottom);
      if (isCutBelow) this.#edits.setProperty(around, 'overflow-y', 'auto', 'important');
      const isCutAside = isCut(overflowX, right - box.right);
      if (isCutAside) this.#edits.setProperty(around, 'overflow-x', 'auto', 'important');
      if (isCutBelow || isCutAside) {
        this.#edits.setProperty(around, 'scrollbar-width', 'thin', 'important');
        return;
      }
      around = around.parentElement;
    }
  }
}

function wordsOf(element: HTMLElement): DOMRect {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}
