import type { Page } from '../../page/page.ts';
import { ASKS } from '../../preferences/asks.ts';
import type { Dispose, Feature } from '../feature.ts';
import { FontedPage } from './fonted-page.ts';
import type { FontFiles } from './faces.ts';

/**
 * Font: the page's words set in a font of ours, one of high legibility or one for dyslexic readers; what ours has no
 * letters for, and what is no running text, keeps the page's.
 *
 * @param files where each font lies, beside the script on the site owner's own host
 */
export function createFont(files: FontFiles): Feature {
  const pages = new WeakMap<Page, FontedPage>();
  return {
    id: 'font',
    isActive: ASKS.font,
    apply(page, { font }): Dispose {
      let fonted = pages.get(page);
      if (!fonted) pages.set(page, (fonted = new FontedPage(page, files)));
      if (font !== 'page') fonted.setFont(font);
      return () => {
        pages.get(page)?.close();
        pages.delete(page);
      };
    },
  };
}
