/** While the reader is open the page under it does not scroll, and only the reader is printed. */
const LOCKED = `
html, body { overflow: hidden !important; }
@media print {
  html { overflow: visible !important; height: auto !important; position: static !important; }
  body { display: none !important; }
}`;

/**
 * Holds the page still without touching its elements: one adopted sheet, taken away again by the returned function, which puts
 * every scroll position back where it was (a body that scrolls by itself loses its own while it is held).
 */
export function lockPage(document: Document): () => void {
  const window = document.defaultView;
  if (!window) return () => undefined;
  const { scrollX, scrollY } = window;
  const body = document.body as HTMLElement | null;
  const within = body ? [body.scrollLeft, body.scrollTop] : [0, 0];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOCKED);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  let isLocked = true;
  return () => {
    if (!isLocked) return;
    isLocked = false;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    if (body && (body.scrollLeft !== within[0] || body.scrollTop !== within[1])) {
      body.scrollTo({ left: within[0]!, top: within[1]!, behavior: 'instant' });
    }
    if (window.scrollX !== scrollX || window.scrollY !== scrollY)
      window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  };
}

/** The element that has the focus, looked for through open shadow roots; null when only the body has it. */
export function focusedElement(document: Document): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== document.body && active !== document.documentElement ? (active as HTMLElement) : null;
}
