import { decodePreferences, encodePreferences, type Decoded } from '../preferences/codec.ts';
import { mismatch } from '../preferences/errors.ts';
import { createListeners } from '../preferences/listeners.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { describe } from '../preferences/rules.ts';
import { cookieDomain } from './cookie-domain.ts';
import { cookiePlace } from './cookie-place.ts';
import { localPlace } from './local-place.ts';
import { STORAGE_KEY, type Place } from './place.ts';

/** What a site owner decides about storage. */
export interface PreferencesStorageOptions {
  /** Domain whose hosts share the choices, such as `.laichau.gov.vn`; default and empty: this origin alone. */
  readonly domain?: string | null | undefined;
}

/** Keeps the reader's choices in the browser, and nowhere else. None of it throws. */
export interface PreferencesStorage {
  /** The kept choices, a default for each that is missing or can't be read, and what was wrong, in English. */
  load(): {
    readonly value: Preferences;
    readonly problems: readonly string[];
    /** Whether nothing was ever kept here, though it could be: false where something is, or where the browser keeps nothing. */
    readonly isNew: boolean;
  };
  /** Keeps a choice; `isKept` says whether the next page will find it, `problems` why the other hosts of the domain will not. */
  save(value: Preferences): { readonly isKept: boolean; readonly problems: readonly string[] };
  /** Listens to choices made in other tabs and on other hosts of the domain; the returned function stops that. */
  onExternalChange(listener: (value: Preferences) => void): () => void;
  /** Stops listening to the window. */
  close(): void;
}

/** What is kept now: the text, null where there is nothing readable, and what it says. */
interface Found extends Decoded {
  readonly text: string | null;
}

/**
 * Opens the storage of a page.
 *
 * With a domain, the choices are kept in a cookie, and in localStorage for when cookies are refused or cleared. The
 * cookie wins, as the other hosts write to it. Nothing is written until the reader chooses, so that what could not be
 * read is not lost by opening a page.
 */
export function openPreferencesStorage(window: Window, options: PreferencesStorageOptions = {}): PreferencesStorage {
  const { hostname } = window.location;
  const isShared = Boolean(options.domain);
  const domain = typeof options.domain === 'string' ? cookieDomain(options.domain, hostname) : null;
  const local = localPlace(window);
  const cookie = domain === null ? null : cookiePlace(window, domain);
  const places = cookie ? [cookie, local] : [local];
  const listeners = createListeners<[value: Preferences]>();
  const closing = new AbortController();

  const find = (among: readonly Place[] = places): Found => {
    const problems: string[] = [];
    for (const place of among) {
      const text = place.read() ?? null;
      const decoded = decodePreferences(text);
      problems.push(...decoded.problems);
      if (decoded.isReadable) return { ...decoded, problems, text };
    }
    return { ...decodePreferences(null), problems, text: null };
  };

  /** What was last seen in storage, from wherever it came; nothing before `load`. */
  let known: Found = { ...decodePreferences(null), text: null };

  /** Tells of what another page kept; what is gone or unreadable changes nothing here. */
  const look = (among?: readonly Place[]): void => {
    const found = find(among);
    if (found.text === null || found.text === known.text) return;
    known = found;
    listeners.call(found.value);
  };

  const listen = (target: EventTarget | undefined, type: string, act: (event: Event) => void): void =>
    target?.addEventListener(type, act, { signal: closing.signal });
  listen(window, 'storage', (event) => {
    // Another page of this origin has just written here, after it wrote the cookie, which may reach us later.
    if ((event as StorageEvent).key === STORAGE_KEY) look([local]);
  });
  // No event tells of a cookie written on another host, nor of anything that happened while the page was put away.
  listen(window, 'pageshow', () => look());
  listen(window, 'focus', () => look());
  listen(window.document, 'visibilitychange', () => look());
  if (cookie) listen((window as { cookieStore?: EventTarget }).cookieStore, 'change', () => look());

  return {
    load() {
      known = find();
      const { value, problems } = known;
      const isNew = places.every((place) => place.read() === null);
      if (!isShared || domain !== null) return { value, problems, isNew };
      const expected = `${hostname} or a domain above it that is not public`;
      const problem = mismatch('storage domain', expected, describe(options.domain));
      return { value, problems: [`${problem}. Choices are kept for this site alone.`, ...problems], isNew };
    },
    save(value) {
      const before = find().text;
      // What came from storage is not written back: two tabs would answer each other without end, and a field of a
      // newer version that could not be read here would be lost without the reader having chosen anything.
      if (before !== null && encodePreferences(value) === encodePreferences(known.value))
        return { isKept: true, problems: [] };
      const text = encodePreferences(value, before);
      for (const place of places) place.write(text);
      known = find();
      const isShut = cookie !== null && cookie.read() !== text;
      return {
        isKept: known.text === text,
        problems: isShut ? [`The browser did not take a cookie for ${domain}.`] : [],
      };
    },
    onExternalChange: (listener) => listeners.add(listener),
    close: () => closing.abort(),
  };
}
