import type { Action } from '../src/preferences/actions.ts';
import { createStore } from '../src/preferences/create-store.ts';
import { nextContrast } from '../src/preferences/limits.ts';
import { performAction } from '../src/preferences/perform-action.ts';
import type { Preferences } from '../src/preferences/preferences.ts';
import { openPreferencesStorage } from '../src/storage/preferences-storage.ts';
import { defineToolbar } from '../src/ui/define.ts';
import { toolbar as en } from '../src/ui/strings/en.ts';
import { toolbar as vi } from '../src/ui/strings/vi.ts';
import type { RoChuToolbar } from '../src/ui/toolbar/toolbar.ts';
import { RoChuChangeEvent, type RoChu } from './api.ts';
import type { Config } from './config.ts';
import { listenForControls } from './declarative-controls.ts';
import { note } from './note.ts';
import type { AdoptedControls } from './page-controls/adopt.ts';
import { createPageEngine, type EngineModule } from './page-engine.ts';
import { createReadingMode, type ReadingModule } from './reading.ts';
import { keepToolbar } from './toolbar-place.ts';

/** A widget at work. */
export interface Widget {
  /** What the page can ask of it. */
  readonly api: RoChu;
  /** Takes everything out again: the page is as if the widget had never come. */
  dispose(): void;
}

/** Fetches the parts of the widget that are not needed at once. */
export interface Parts {
  readonly loadEngine: () => Promise<EngineModule>;
  readonly loadReading: () => Promise<ReadingModule>;
}

/** Starts the widget in a document, which may still be being parsed. */
export function boot(document: Document, config: Config, { loadEngine, loadReading }: Parts): Widget {
  const { lang: language, position, storageDomain: domain } = config;
  const strings = language === 'en' ? en : vi;
  const { defaultView: window } = document;
  if (!window) throw new TypeError('boot: expected a document shown in a window, got one without a window');
  const openStorage = (): ReturnType<typeof openPreferencesStorage> => openPreferencesStorage(window, { domain });
  let storage = openStorage();
  const stored = storage.load();
  stored.problems.forEach(note);
  const store = createStore(stored.value);
  const engine = createPageEngine(document, loadEngine, (error) => {
    note(`the page could not be adjusted: ${String(error)}`);
    toolbar?.announce(strings.engineFailed);
  });
  const show = (preferences: Preferences): Promise<void> =>
    engine.show(preferences).catch((error: unknown) => note(`features: ${String(error)}`));
  let toolbar: RoChuToolbar | null = null;
  let shown = show(store.current);
  // A tick later, as a change made in a listener of another change is heard of after that one.
  const whenShown = async (): Promise<void> => {
    await Promise.resolve();
    await shown;
  };

  // Nothing is offered to a reader who has chosen before, nor where the answer could not be remembered.
  let offersContrast = stored.isNew;
  let isCompact = false;
  let isUnkept = false;
  const refreshToolbar = (): void => {
    if (toolbar) Object.assign(toolbar, { isCompact, isUnkept, offersContrast });
  };
  const endOffer = (): void => {
    offersContrast = false;
    refreshToolbar();
  };
  const stopStore = store.subscribe((preferences, previous) => {
    shown = show(preferences);
    const { isKept, problems } = storage.save(preferences);
    problems.forEach(note);
    isUnkept = !isKept;
    endOffer();
    document.dispatchEvent(new RoChuChangeEvent({ preferences, previous }));
  });

  const reading = createReadingMode({ document, store, language }, loadReading, (error) => {
    note(`reading mode could not be opened: ${String(error)}`);
    toolbar?.announce(strings.readingModeFailed);
  });
  const openReading = (): void => void reading.open();
  const perform = (action: Action): void => {
    if (toolbar?.isConnected) toolbar.perform(action);
    else if (!performAction(store, action) && action === 'reading-mode') openReading();
  };

  const declared = listenForControls(document, perform);
  let adopted: AdoptedControls | undefined;
  const adopt = async (): Promise<void> => {
    const started = await engine.get();
    adopted = started?.adoptControls(
      strings,
      (action) => {
        const { contrast } = store.current;
        if (action !== 'contrast-cycle') perform(action);
        else perform(nextContrast(contrast, 1) === contrast ? 'contrast-reset' : 'contrast-more');
      },
      (isFull) => {
        isCompact = isFull;
        refreshToolbar();
      },
    );
    adopted?.listen();
  };
  // `document.open` drops every listener; adding one that is still there changes nothing.
  const listen = (): void => {
    storage.onExternalChange((value) => {
      // An offer that was dismissed in another tab changes no preference.
      endOffer();
      store.replace(value);
    });
    declared.listen();
    adopted?.listen();
  };
  listen();

  defineToolbar();
  // Where the page's own controls may take over most of the bar, that is settled before the bar is shown.
  const adoption = config.controls === 'auto' ? adopt() : null;
  const place = keepToolbar(document, config.mount, adoption, () => {
    if (toolbar) {
      storage.close();
      (storage = openStorage()).load();
      listen();
    }
    const made = document.createElement('ro-chu-toolbar');
    Object.assign(made, { store, language, position, isCompact, isUnkept, offersContrast });
    made.addEventListener('ro-chu-reading-mode', openReading);
    made.addEventListener('ro-chu-offer-dismiss', () => {
      // To leave things as they are is a choice too: once it is kept, the offer never comes back.
      storage.save(store.current);
      endOffer();
    });
    declared.listenTo(made);
    return (toolbar = made);
  });

  const api: RoChu = Object.freeze({
    ready: place.ready.then(whenShown),
    get preferences() {
      return store.current;
    },
    async set(patch) {
      store.update(patch);
      await whenShown();
    },
    async reset() {
      store.reset();
      await whenShown();
    },
    openReadingMode: () => reading.open(),
    closeReadingMode: () => reading.close(),
  } satisfies RoChu);

  return {
    api,
    dispose() {
      reading.close();
      stopStore();
      storage.close();
      declared.stop();
      adopted?.stop();
      place.remove();
      engine.dispose();
    },
  };
}
