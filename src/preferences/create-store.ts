import { createListeners } from './listeners.ts';
import { applyPatch } from './patch.ts';
import { DEFAULT_PREFERENCES, type Preferences } from './preferences.ts';
import type { PreferencesStore } from './store.ts';

/** Changes that listeners may set off within one change before they are taken for a quarrel without end. */
const MAX_CHANGES_IN_A_ROW = 100;

/**
 * Makes the store of a document.
 *
 * A listener may change the store. `current` is then new at once; the listeners hear of that change after all of them
 * have heard of the one before, so that each hears every change, in order.
 * @throws {PreferencesError} where `initial` is not a value of preferences.
 */
export function createStore(initial: Preferences = DEFAULT_PREFERENCES): PreferencesStore {
  const listeners = createListeners<[current: Preferences, previous: Preferences]>();
  const unheard: [current: Preferences, previous: Preferences][] = [];
  let current = applyPatch(DEFAULT_PREFERENCES, initial);
  let beforeReset: Preferences | null = null;
  let isTelling = false;

  const change = (next: Preferences, replaced: Preferences | null = null): void => {
    if (next === current) return;
    unheard.push([next, current]);
    current = next;
    beforeReset = replaced;
    if (isTelling) return;
    isTelling = true;
    try {
      for (let count = 0; unheard.length > 0; count++) {
        if (count === MAX_CHANGES_IN_A_ROW) {
          console.error(
            `ro-chu: listeners changed the preferences ${count} times in a row; what followed is not announced.`,
          );
          break;
        }
        listeners.call(...unheard.shift()!);
      }
    } finally {
      unheard.length = 0;
      isTelling = false;
    }
  };

  return {
    get current() {
      return current;
    },
    get beforeReset() {
      return beforeReset;
    },
    update: (patch) => change(applyPatch(current, patch)),
    replace: (value) => change(applyPatch(current, value)),
    reset() {
      // What reading mode looks like is chosen there, and stays.
      change(applyPatch(current, { ...DEFAULT_PREFERENCES, reading: current.reading }), current);
    },
    undoReset() {
      if (!beforeReset) return false;
      change(beforeReset);
      return true;
    },
    subscribe: (listener) => listeners.add(listener),
  };
}
