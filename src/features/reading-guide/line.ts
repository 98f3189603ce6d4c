/** The upper and lower edge of a line of text, in px of a window. */
export interface Line {
  readonly top: number;
  readonly bottom: number;
}

/** The innermost element at a point of a document, open shadow trees entered. */
export function elementAt(document: Document, x: number, y: number): Element | null {
  let found: Element | null = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null = found?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (!inner || inner === found) return found;
    found = inner;
  }
}

/** The innermost element that has the focus in a document, open shadow trees entered; null where only the page has it. */
export function focusedIn(document: Document): Element | null {
  let found: Element | null = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found === document.body || found === document.documentElement ? null : found;
}

/** The line of an element's own text that lies nearest to a height, where one lies within half its own height of it. */
export function lineNear(element: Element, y: number): Line | null {
  let best: Line | null = null;
  let bestGap = Infinity;
  const range = element.ownerDocument.createRange();
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    range.selectNodeContents(node);
    for (const { top, bottom, width } of range.getClientRects()) {
      const gap = Math.max(top - y, y - bottom, 0);
      if (width > 0 && gap < bestGap && gap <= (bottom - top) / 2) [best, bestGap] = [{ top, bottom }, gap];
    }
  }
  return best;
}

/** The first line of what an element shows, or the element itself where it has no text; null where it is not shown. */
export function firstLine(element: Element): Line | null {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const shown = [...range.getClientRects(), ...element.getClientRects()];
  return shown.find(({ width, height }) => width > 0 && height > 0) ?? null;
}

/** The line that the caret of an editable element stands in. */
export function caretLine(editor: Element): Line | null {
  const selection = editor.ownerDocument.getSelection();
  if (!selection?.rangeCount || !editor.contains(selection.focusNode)) return null;
  const range = selection.getRangeAt(0).cloneRange();
  range.collapse(false);
  const { startContainer, startOffset } = range;
  // A caret at the end of a line or node has no box of its own in some browsers: then the letter before it has.
  if (!range.getClientRects().length && startContainer.nodeType === Node.TEXT_NODE && startOffset > 0) {
    range.setStart(startContainer, startOffset - 1);
  }
  const boxes = range.getClientRects();
  return boxes[boxes.length - 1] ?? null;
}

/** How far down the outermost window the window of a document begins, in px; null where a frame around it is gone. */
export function offsetOf(document: Document, outermost: Document): number | null {
  let offset = 0;
  for (let at = document; at !== outermost;) {
    const frame: Element | null = at.defaultView?.frameElement ?? null;
    if (!frame) return null;
    const padding = parseFloat(frame.ownerDocument.defaultView?.getComputedStyle(frame).paddingTop ?? '0');
    offset += frame.getBoundingClientRect().top + frame.clientTop + padding;
    at = frame.ownerDocument;
  }
  return offset;
}
