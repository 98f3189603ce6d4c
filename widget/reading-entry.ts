import { extractReading } from '../src/features/reading-mode/extract.ts';
import type { PreferencesStore } from '../src/preferences/store.ts';
import { defineReader } from '../src/ui/define-reader.ts';
import { ReaderCloseEvent } from '../src/ui/reader/reader-close-event.ts';
import type { Language } from '../src/ui/strings/strings.ts';

/** A reader that stands open. */
export interface OpenReader {
  /** Whether the page has an article; else its main part is shown, and the reader says so. */
  readonly hasArticle: boolean;
  /** Closes the reader; a second call does nothing. */
  close(): void;
}

/** What to open the reader with. */
export interface OpenReaderOptions {
  /** The page to read. */
  readonly document: Document;
  /** Where text size and colours of reading mode are kept. */
  readonly store: PreferencesStore;
  /** Language of the words around the text. */
  readonly language: Language;
  /** Called once, when the reader was closed by whatever way. */
  readonly onClose?: () => void;
}

const opened = new WeakMap<Document, OpenReader>();

/**
 * Opens the article of a page over it; where the reader of that page is open already, returns that one.
 * @throws {TypeError} when the document has no window (it is not shown anywhere).
 */
export function openReader(options: OpenReaderOptions): OpenReader {
  const { document, store, language, onClose } = options;
  const present = opened.get(document);
  if (present) return present;
  const reading = extractReading(document);
  defineReader();
  const reader = document.createElement('ro-chu-reader');
  Object.assign(reader, { store, language, reading });
  const handle: OpenReader = { hasArticle: reading.kind === 'article', close: () => reader.close() };
  opened.set(document, handle);
  reader.addEventListener(
    ReaderCloseEvent.eventName,
    () => {
      opened.delete(document);
      reader.remove();
      onClose?.();
    },
    { once: true },
  );
  // Beside the body, not in it: what the page does to its body (zoom, filters, hiding it, emptying it) stays there.
  document.documentElement.append(reader);
  reader.show();
  return handle;
}
