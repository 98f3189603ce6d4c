import type { Page } from '../../page/page.ts';
import { ASKS } from '../../preferences/asks.ts';
import type { Dispose, Feature } from '../feature.ts';
import { ContrastedPage } from './contrasted-page.ts';
import { lookOf } from './look.ts';

/**
 * Contrast: every text taken as a pair with what is painted under it, and moved to the nearest colour that reaches what the
 * level asks; the ground moves only where no text colour can.
 */
export function createContrast(): Feature {
  const pages = new Map<Page, ContrastedPage>();
  return {
    id: 'contrast',
    isActive: ASKS.contrast,
    async loaded() {
      await Promise.all([...pages.values()].map(({ first }) => first));
    },
    apply(page, { contrast, colorScheme }): Dispose {
      let contrasted = pages.get(page);
      if (!contrasted) pages.set(page, (contrasted = new ContrastedPage(page)));
      contrasted.show(lookOf(contrast, colorScheme));
      return () => {
        pages.get(page)?.close();
        pages.delete(page);
      };
    },
  };
}
