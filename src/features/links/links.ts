import type { Page } from '../../page/page.ts';
import { ASKS } from '../../preferences/asks.ts';
import type { Dispose, Feature } from '../feature.ts';
import { HighlightedPage } from './highlighted-page.ts';

/**
 * Links made to stand out by more than colour: a line under their words and a frame around them, neither of which moves
 * anything.
 * @see https://www.w3.org/TR/WCAG22/#use-of-color
 */
export function createLinks(): Feature {
  const pages = new WeakMap<Page, HighlightedPage>();
  return {
    id: 'links',
    isActive: ASKS.links,
    apply(page): Dispose {
      if (!pages.has(page)) pages.set(page, new HighlightedPage(page));
      return () => {
        pages.get(page)?.close();
        pages.delete(page);
      };
    },
  };
}
