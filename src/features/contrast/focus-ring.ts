import { BLACK, formatColor, WHITE, type Color } from '../../color/color.ts';
import { contrastRatio } from '../../color/contrast-ratio.ts';
import { NON_TEXT } from '../../color/wcag.ts';
import { isStylable } from '../../page/own.ts';
import type { Edits, Page } from '../../page/page.ts';
import { over } from './layers.ts';
import { readColor } from './read-color.ts';

/** Width of a ring of ours, and its distance from the element, in px. */
const RING_PX = 3;
const GAP_PX = 2;

/**
 * Gives the element that has the keyboard's focus a ring where the page draws none that can be seen.
 * @see https://www.w3.org/TR/WCAG22/#focus-visible
 * @see https://www.w3.org/TR/WCAG22/#focus-appearance
 */
export class FocusRing {
  readonly #edits: Edits;
  #ringed: Element | null = null;

  constructor(page: Page) {
    this.#edits = page.edits('contrast-focus');
  }

  /** @param ground the colour around the element */
  give(element: Element, ground: Color): void {
    if (element === this.#ringed) return;
    this.take();
    if (!isStylable(element) || !element.matches(':focus-visible')) return;
    const { outlineStyle, outlineWidth, outlineColor } = element.ownerDocument.defaultView!.getComputedStyle(element);
    // Browsers' own rings are drawn in two tones, or in a colour the system answers for.
    if (outlineStyle === 'auto') return;
    const color = readColor(outlineColor);
    const isDrawn = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !!color;
    if (isDrawn && contrastRatio(over(color, ground), ground) >= NON_TEXT) return;
    const ring = contrastRatio(BLACK, ground) > contrastRatio(WHITE, ground) ? BLACK : WHITE;
    this.#ringed = element;
    this.#edits.setProperty(element, 'outline-style', 'solid', 'important');
    this.#edits.setProperty(element, 'outline-width', `${RING_PX}px`, 'important');
    this.#edits.setProperty(element, 'outline-color', formatColor(ring), 'important');
    this.#edits.setProperty(element, 'outline-offset', `${GAP_PX}px`, 'important');
  }

  /** Takes the ring off again. */
  take(): void {
    this.#ringed = null;
    this.#edits.undo();
  }
}
