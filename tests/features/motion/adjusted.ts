import type { Feature } from '../../../src/features/feature.ts';
import { openPage } from '../../../src/page/open-page.ts';
import type { Page } from '../../../src/page/page.ts';
import { DEFAULT_PREFERENCES, type PreferencesPatch } from '../../../src/preferences/preferences.ts';
import type { Preferences } from '../../../src/preferences/preferences.ts';
import { drawn, openHostPage, type HostPage } from '../../support/host-page.ts';

/** A page with one of the further adjustments ready to be set. */
export interface AdjustedHost extends HostPage {
  readonly page: Page;
  /** Brings the page to preferences and waits until it shows them. */
  set(patch: PreferencesPatch): Promise<void>;
  /** Waits until a change of the page has been dealt with. */
  settled(): Promise<void>;
  find(selector: string): HTMLElement;
  /** A computed property of an element. */
  css(element: string | Element, property: string): string;
}

/** Opens a page from the inside of its body and the text of its style sheet. */
export async function openAdjusted(create: () => Feature, body: string, css = ''): Promise<AdjustedHost> {
  const host = await openHostPage(
    `<!DOCTYPE html><style>body{margin:8px;font:16px/24px Arial}${css}</style><body>${body}`,
  );
  const page = openPage(host.document);
  const feature = create();
  let dispose = (): void => undefined;
  const find = (selector: string): HTMLElement => host.document.querySelector<HTMLElement>(selector)!;
  const settled = async (): Promise<void> => {
    await drawn();
    await page.settled();
    await drawn();
    await page.settled();
  };
  return {
    ...host,
    page,
    find,
    settled,
    async set(patch) {
      const preferences = { ...DEFAULT_PREFERENCES, ...patch } as Preferences;
      if (feature.isActive(preferences)) dispose = feature.apply(page, preferences);
      else dispose();
      await settled();
    },
    css(element, property) {
      const found = typeof element === 'string' ? find(element) : element;
      return found.ownerDocument.defaultView!.getComputedStyle(found).getPropertyValue(property);
    },
    remove() {
      dispose();
      page.close();
      host.remove();
    },
  };
}
