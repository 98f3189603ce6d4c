import type { PreferencesStore } from '../src/preferences/store.ts';
import type { Language } from '../src/ui/strings/strings.ts';

/** The part of `ro-chu-reading.js` that the shell uses. */
export interface ReadingModule {
  readonly openReader: (options: {
    document: Document;
    store: PreferencesStore;
    language: Language;
    onClose?: () => void;
  }) => { readonly hasArticle: boolean; close(): void };
}

/** Reading mode, whose code is fetched on first use. */
export interface ReadingMode {
  /** Opens the reader; true once it stands open, false where it could not be opened or was closed meanwhile. */
  open(): Promise<boolean>;
  close(): void;
}

/**
 * Prepares reading mode for a document.
 * @param load fetches the module; called again at the next opening where it failed.
 * @param onFail told of a failure, to say so to the reader.
 */
export function createReadingMode(
  options: { document: Document; store: PreferencesStore; language: Language },
  load: () => Promise<ReadingModule>,
  onFail: (error: unknown) => void,
): ReadingMode {
  let opened: { close(): void } | null = null;
  let opening: Promise<boolean> | null = null;
  let isWanted = false;
  const openNow = async (): Promise<boolean> => {
    try {
      const { openReader } = await load();
      if (isWanted) opened = openReader({ ...options, onClose: () => void (opened = null) });
      return isWanted;
    } catch (error) {
      onFail(error);
      return false;
    } finally {
      opening = null;
    }
  };
  return {
    async open() {
      isWanted = true;
      return opened ? true : (opening ??= openNow());
    },
    close() {
      isWanted = false;
      const reader = opened;
      opened = null;
      reader?.close();
    },
  };
}
