import type { Page } from '../../page/page.ts';
import { ASKS } from '../../preferences/asks.ts';
import type { Dispose, Feature } from '../feature.ts';
import { StillPage } from './still-page.ts';

/**
 * What moves by itself stopped, with nothing that a movement would have shown left hidden; what can be played is played
 * again by a press on it.
 * @see https://www.w3.org/TR/WCAG22/#pause-stop-hide
 * @see https://www.w3.org/TR/WCAG22/#animation-from-interactions
 */
export function createMotion(): Feature {
  const pages = new WeakMap<Page, StillPage>();
  return {
    id: 'motion',
    isActive: ASKS.motion,
    apply(page): Dispose {
      if (!pages.has(page)) pages.set(page, new StillPage(page));
      return () => {
        pages.get(page)?.close();
        pages.delete(page);
      };
    },
  };
}
