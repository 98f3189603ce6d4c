import type { Preferences, PreferencesPatch } from '../src/preferences/preferences.ts';

/** What a page can ask of the widget: `window.roChu`. Frozen. */
export interface RoChu {
  /** Resolves once the toolbar is in the page and the page shows the reader's stored choice. */
  readonly ready: Promise<void>;
  /** The reader's preferences now; a frozen value, replaced at each change. */
  readonly preferences: Preferences;
  /**
   * Changes some preferences; settles once the page shows it.
   * @throws {PreferencesError} (as a rejection) for an unknown name, a wrong type or a value out of range; nothing is changed then.
   */
  set(patch: PreferencesPatch): Promise<void>;
  /** Puts the page back as it was; settles once the page shows it. */
  reset(): Promise<void>;
  /** Opens the page's article in reading mode; true once it is open, false where it could not be loaded or was closed meanwhile. */
  openReadingMode(): Promise<boolean>;
  /** Closes reading mode; does nothing where it is not open. */
  closeReadingMode(): void;
}

/** What changed, in the `detail` of `ro-chu-change`. */
export interface ChangeDetail {
  /** The preferences in force. */
  readonly preferences: Preferences;
  /** The preferences before. */
  readonly previous: Preferences;
}

/** Fired on `document` after each change of the preferences, before the page shows it. */
export class RoChuChangeEvent extends CustomEvent<ChangeDetail> {
  static readonly type = 'ro-chu-change';

  constructor(detail: ChangeDetail) {
    super(RoChuChangeEvent.type, { detail: Object.freeze(detail) });
  }
}

declare global {
  interface Window {
    /** The widget, once it has started. */
    readonly roChu?: RoChu;
  }
  interface DocumentEventMap {
    'ro-chu-change': RoChuChangeEvent;
  }
}
