import type { Page } from '../../page/page.ts';
import { ASKS } from '../../preferences/asks.ts';
import type { Dispose, Feature } from '../feature.ts';
import { GuidedPage } from './guided-page.ts';

/** A line under the text being read, or a mask that dims what lies around it; it follows the pointer and the focus. */
export function createReadingGuide(): Feature {
  const pages = new WeakMap<Page, GuidedPage>();
  return {
    id: 'reading-guide',
    isActive: ASKS.readingGuide,
    apply(page, { readingGuide, textScale }): Dispose {
      let guided = pages.get(page);
      if (!guided) pages.set(page, (guided = new GuidedPage(page)));
      if (readingGuide !== 'off') guided.show(readingGuide, textScale);
      return () => {
        pages.get(page)?.close();
        pages.delete(page);
      };
    },
  };
}
