/** The selectors of a list; commas within brackets part none. */
export const splitSelectors = (text: string): string[] => text.split(/,(?![^(]*\))/);

/** Whether the browser knows a text for a selector, and would not throw at it. */
export function isSelector(document: Document, text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}
