import type { Page } from './page.ts';

/** Whether the reader has seen something of the page. */
export function isPainted({ document, window }: Page): boolean {
  return document.readyState === 'complete' || window.performance.getEntriesByType('paint').length > 0;
}

/** Resolves once the whole document is there. */
export function isParsed(document: Document): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
