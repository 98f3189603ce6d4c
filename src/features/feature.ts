import type { Preferences } from '../preferences/preferences.ts';
import type { Page } from '../page/page.ts';

/** Undoes what was applied, exactly; a second call does nothing. */
export type Dispose = () => void;

/**
 * One adjustment of the host page.
 *
 * Laws (tests/features/laws.ts runs them on every feature): apply twice = apply once; dispose puts the page back exactly;
 * disposing twice is harmless; the order of features does not matter. `apply` is called again, without a dispose between,
 * when the preferences change while the feature is active: it brings the page to the new value and returns the same undo.
 * Work that goes on after `apply` returns is handed to `page.track`, so that a caller can wait for it.
 */
export interface Feature {
  /** Kebab-case name, used in reports and as the owner of its edits in the journal. */
  readonly id: string;
  /** Whether these preferences ask anything of this feature. */
  isActive(preferences: Preferences): boolean;
  /** Resolves once what has to be there at the first paint is, or its code could not be fetched; left out where it always is. */
  loaded?(): Promise<void>;
  /** Brings the page to these preferences. */
  apply(page: Page, preferences: Preferences): Dispose;
}
