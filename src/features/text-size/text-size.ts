import type { Page } from '../../page/page.ts';
import { ASKS } from '../../preferences/asks.ts';
import type { Dispose, Feature } from '../feature.ts';
import { ScaledPage } from './scaled-page.ts';

/**
 * Text size: the page's own sizes rewritten to follow one custom property, what did not scale patched, and what newly
 * clips, overlaps or pushes the page sideways let grow.
 */
export function createTextSize(): Feature {
  const pages = new WeakMap<Page, ScaledPage>();
  return {
    id: 'text-size',
    isActive: ASKS.textSize,
    apply(page, { textScale }): Dispose {
      let scaled = pages.get(page);
      if (!scaled) pages.set(page, (scaled = new ScaledPage(page)));
      scaled.setScale(textScale);
      return () => {
        pages.get(page)?.close();
        pages.delete(page);
      };
    },
  };
}
