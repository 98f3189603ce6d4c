import Readability from '@mozilla/readability/Readability.js';

/** The article that Readability takes out of an inert copy (which it uses up), or null where it finds none. */
export function grabArticle(copy: Document): Element | null {
  keepFromParsing(copy.body);
  try {
    return (
      new Readability<Element>(copy, {
        keepClasses: true,
        disableJSONLD: true,
        // The node itself: no HTML is written out to be parsed again, where markup could change its meaning.
        serializer: (node) => node as Element,
      }).parse()?.content ?? null
    );
  } catch (error) {
    console.warn('[ro-chu] reading mode:', error);
    return null;
  }
}

/**
 * Readability saves the body as HTML and parses it again for each further attempt. Where a page demands Trusted Types that is
 * refused, so this one body answers with a copy of its nodes instead.
 */
function keepFromParsing(body: HTMLElement): void {
  let saved: Node | null = null;
  Object.defineProperty(body, 'innerHTML', {
    configurable: true,
    get() {
      saved = body.cloneNode(true);
      return '';
    },
    set() {
      if (saved) body.replaceChildren(...saved.cloneNode(true).childNodes);
    },
  });
}
