import type { Page } from '../../page/page.ts';
import { ASKS } from '../../preferences/asks.ts';
import type { Dispose, Feature } from '../feature.ts';
import { PointedPage } from './pointed-page.ts';

/** A large pointer: arrow, hand and text caret drawn by us; the page's own cursors that say more (resize, wait) stay. */
export function createPointer(): Feature {
  const pages = new WeakMap<Page, PointedPage>();
  return {
    id: 'pointer',
    isActive: ASKS.pointer,
    apply(page, { textScale }): Dispose {
      let pointed = pages.get(page);
      if (!pointed) pages.set(page, (pointed = new PointedPage(page)));
      pointed.setScale(textScale);
      return () => {
        pages.get(page)?.close();
        pages.delete(page);
      };
    },
  };
}
