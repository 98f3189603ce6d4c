import { createTextSize } from '../../../../src/features/text-size/text-size.ts';
import { openPage } from '../../../../src/page/open-page.ts';
import type { Page } from '../../../../src/page/page.ts';
import { DEFAULT_PREFERENCES } from '../../../../src/preferences/preferences.ts';

/** A small page under test. */
export interface ScaledFixture {
  readonly page: Page;
  /** Brings the page to a scale and waits until nothing more is done about it. */
  scale(textScale: number): Promise<void>;
  /** The element with an id. */
  byId(id: string): HTMLElement;
  /** Undoes everything and takes the fixture away. */
  end(): void;
}

/** Shows HTML in the test page, ready to be scaled. */
export function showFixture(html: string, css = ''): ScaledFixture {
  const host = document.createElement('div');
  host.innerHTML = `<style>${css}</style>${html}`;
  document.body.append(host);
  const page = openPage(document);
  const feature = createTextSize();
  let dispose: (() => void) | null = null;
  return {
    page,
    async scale(textScale) {
      if (textScale === 1) {
        dispose?.();
        dispose = null;
      } else {
        dispose = feature.apply(page, { ...DEFAULT_PREFERENCES, textScale });
      }
      await page.settled();
    },
    byId: (id) => document.getElementById(id)!,
    end() {
      dispose?.();
      page.close();
      host.remove();
    },
  };
}

/** Where the text of an element lies. */
export function textRect(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}
