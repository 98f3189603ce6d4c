import { DEFAULT_PREFERENCES, type Preferences } from '../src/preferences/preferences.ts';
import type { Engine } from './engine-entry.ts';

/** `ro-chu-engine.js`. */
export interface EngineModule {
  readonly startEngine: (document: Document, onFail: (error: unknown) => void) => Engine;
}

/** The engine, whose code is fetched once the reader asks something of the page. */
export interface PageEngine {
  /** Brings the page to the preferences; settles once the page shows them, or the engine could not be had. */
  show(preferences: Preferences): Promise<void>;
  /** The engine, fetched where it was not yet; null where it could not be had. */
  get(): Promise<Engine | null>;
  dispose(): void;
}

/** How long a page that is still to be painted is held back for the engine, in ms. */
const HOLD_MS = 1500;

/**
 * Prepares the engine for a document.
 * @param load fetches the module; called again at the next change where it failed.
 * @param onFail told of a failure, to say so to the reader.
 */
export function createPageEngine(
  document: Document,
  load: () => Promise<EngineModule>,
  onFail: (error: unknown) => void,
): PageEngine {
  let engine: Engine | null = null;
  let starting: Promise<Engine | null> | null = null;
  let isDisposed = false;
  let wanted = DEFAULT_PREFERENCES;

  const start = async (): Promise<Engine | null> => {
    try {
      const { startEngine } = await load();
      if (!isDisposed) engine = startEngine(document, onFail);
    } catch (error) {
      onFail(error);
    }
    starting = null;
    return engine;
  };
  const get = (): Promise<Engine | null> => (engine ? Promise.resolve(engine) : (starting ??= start()));

  return {
    get,
    async show(preferences) {
      wanted = preferences;
      if (engine) return engine.update(wanted);
      if (!starting && !asksOfPage(preferences)) return;
      const release = holdPaint(document);
      const started = await get();
      if (started) await started.update(wanted, release);
      else release();
    },
    dispose() {
      isDisposed = true;
      engine?.dispose();
    },
  };
}

/** Whether the preferences ask anything of the page itself. */
function asksOfPage(preferences: Preferences): boolean {
  return (Object.keys(DEFAULT_PREFERENCES) as (keyof Preferences)[]).some(
    (name) => name !== 'reading' && preferences[name] !== DEFAULT_PREFERENCES[name],
  );
}

/**
 * Keeps a page that nobody has seen yet unpainted, so that it does not flash up at its own size.
 * @returns lets it be painted; called of itself after a while.
 */
function holdPaint(document: Document): () => void {
  const window = document.defaultView;
  if (!window || document.readyState !== 'loading' || window.performance.getEntriesByType('paint').length) {
    return () => {};
  }
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(':root{visibility:hidden!important}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const release = (): void => {
    clearTimeout(timer);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter((other) => other !== sheet);
  };
  const timer = setTimeout(release, HOLD_MS);
  return release;
}
