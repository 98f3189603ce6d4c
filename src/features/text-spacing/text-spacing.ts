import { BlanketPage } from '../../page/blanket.ts';
import type { Page } from '../../page/page.ts';
import { ASKS } from '../../preferences/asks.ts';
import { WCAG_TEXT_SPACING } from '../../preferences/limits.ts';
import type { Dispose, Feature } from '../feature.ts';
import { KIND, spacing } from './spacing.ts';

/**
 * Text spacing: at least so much room between lines, paragraphs, letters and words for every text of the page; where the
 * page gives more, it stays.
 *
 * @see https://www.w3.org/TR/WCAG22/#text-spacing
 */
export function createTextSpacing(): Feature {
  const pages = new WeakMap<Page, { readonly blanket: BlanketPage; readonly least: string }>();
  return {
    id: KIND.id,
    isActive: ASKS.textSpacing,
    apply(page, { textSpacing }): Dispose {
      const values = typeof textSpacing === 'object' ? textSpacing : WCAG_TEXT_SPACING;
      const least = JSON.stringify(values);
      const known = pages.get(page);
      if (known?.least !== least) {
        const blanket = known?.blanket ?? new BlanketPage(page, KIND, spacing(values));
        if (known) blanket.change(spacing(values));
        pages.set(page, { blanket, least });
      }
      return () => {
        pages.get(page)?.blanket.close();
        pages.delete(page);
      };
    },
  };
}
