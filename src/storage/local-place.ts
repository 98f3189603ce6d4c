import { STORAGE_KEY, type Place } from './place.ts';

/**
 * localStorage of one origin.
 *
 * Getting at it throws in sandboxed frames and where the reader forbids it, it is null in some web views, and writing
 * throws when it is full: https://html.spec.whatwg.org/multipage/webstorage.html#dom-localstorage-dev
 */
export function localPlace(window: Window): Place {
  return {
    read() {
      try {
        return window.localStorage.getItem(STORAGE_KEY);
      } catch {
        return undefined;
      }
    },
    write(text) {
      try {
        window.localStorage.setItem(STORAGE_KEY, text);
      } catch {
        // Whoever wrote reads again, and finds out.
      }
    },
  };
}
