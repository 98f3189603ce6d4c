import { createStore } from '../../../src/preferences/create-store.ts';
import type { Preferences } from '../../../src/preferences/preferences.ts';
import type { PreferencesStore } from '../../../src/preferences/store.ts';
import { defineToolbar } from '../../../src/ui/define.ts';
import type { RoChuToolbar } from '../../../src/ui/toolbar/toolbar.ts';

/** A toolbar in the test page, with what tests reach for. */
export interface MountedToolbar {
  readonly toolbar: RoChuToolbar;
  readonly store: PreferencesStore;
  /** The shadow root's element of that id. */
  find(id: string): HTMLElement;
  /** Whether there is an element of that id. */
  has(id: string): boolean;
  /** Id of the element of the shadow root that has the focus. */
  focusedId(): string | undefined;
  /** Every element of the shadow root that the selector takes. */
  findAll<T extends keyof HTMLElementTagNameMap = 'div'>(selector: T | string): HTMLElementTagNameMap[T][];
  /** The radio button or switch of a preference; of several radio buttons, the one of that value. */
  input(name: keyof Preferences, value?: string | number): HTMLInputElement;
  /** Clicks the element of that id and waits for the toolbar to follow. */
  click(id: string): Promise<void>;
  /** What the live region has said so far, the announcement under way included. */
  readonly said: readonly string[];
  /** Waits until nothing is left to be said. */
  settle(): Promise<void>;
}

type Settings = Partial<Pick<RoChuToolbar, 'language' | 'position' | 'isCompact' | 'isUnkept' | 'offersContrast'>>;

/** Puts a toolbar first in the page's body. */
export async function mountToolbar(
  settings: Settings = {},
  { open = false, ...preferences }: Partial<Preferences> & { open?: boolean } = {},
): Promise<MountedToolbar> {
  defineToolbar();
  const store = createStore();
  store.update(preferences);
  const toolbar = Object.assign(document.createElement('ro-chu-toolbar'), { store, ...settings });
  document.body.prepend(toolbar);
  await toolbar.updateComplete;
  const root = toolbar.shadowRoot!;
  const said: string[] = [];
  const region = root.querySelector('[role=status]')!;
  new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, { childList: true });
  const mounted: MountedToolbar = {
    toolbar,
    store,
    said,
    find: (id) => root.querySelector<HTMLElement>(`#${id}`)!,
    has: (id) => root.querySelector(`#${id}`) !== null,
    focusedId: () => root.activeElement?.id,
    findAll: (selector) => [...root.querySelectorAll<never>(selector)],
    input: (name, value) =>
      root.querySelector<HTMLInputElement>(`input[name=${name}]${value === undefined ? '' : `[value="${value}"]`}`)!,
    async click(id) {
      mounted.find(id).click();
      await toolbar.updateComplete;
    },
    settle: async () => {
      await toolbar.updateComplete;
      // Longer than the announcer waits: nothing is asserted about when, only about what was said in the end.
      await new Promise((resolve) => setTimeout(resolve, 400));
    },
  };
  if (open) await mounted.click('settings');
  return mounted;
}

/** Takes every toolbar out of the test page. */
export function removeToolbars(): void {
  for (const toolbar of document.querySelectorAll('ro-chu-toolbar')) toolbar.remove();
}
