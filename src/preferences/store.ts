import type { Preferences, PreferencesPatch } from './preferences.ts';

/** Called after each change with the new value and the one before it. */
export type PreferencesListener = (current: Preferences, previous: Preferences) => void;

/** The one store of a document: every control writes here, every part of the page reads here. */
export interface PreferencesStore {
  /** The frozen value in force. */
  readonly current: Preferences;
  /** The value that the last `reset` replaced, while it can be brought back; else null. */
  readonly beforeReset: Preferences | null;
  /**
   * Changes some preferences.
   * @throws {PreferencesError} for an unknown name, a wrong type or a value out of range; nothing is changed then.
   */
  update(patch: PreferencesPatch): void;
  /** Takes a whole value, from storage or another tab. */
  replace(value: Preferences): void;
  /** Puts the page's preferences back to their defaults; `undoReset` brings them back until the next change. */
  reset(): void;
  /** Brings back what the last `reset` replaced; false where there is nothing to bring back. */
  undoReset(): boolean;
  /** Listens to changes; the returned function stops that. */
  subscribe(listener: PreferencesListener): () => void;
}
