import { Journal } from './journal.ts';
import { isOwnNode } from './own.ts';
import type { Edits, Page, PageChange, Root } from './page.ts';
import { PageReflow } from './reflow/page-reflow.ts';
import { listSheets } from './sheets.ts';
import { Watcher } from './watch.ts';

/**
 * Opens the page of a document for our features.
 * @throws {TypeError} when the document has no window (it is not shown anywhere).
 */
export function openPage(document: Document): Page {
  const window = document.defaultView;
  if (!window) throw new TypeError('openPage: expected a document shown in a window, got one without a window');
  const journal = new Journal();
  const listeners = new Set<(change: PageChange) => void>();
  const work = new Set<Promise<unknown>>();
  const report = (error: unknown, owner: string): void => console.error(`[ro-chu] ${owner}:`, error);
  const watcher = new Watcher(document, journal, (change) => {
    for (const listener of [...listeners]) {
      try {
        listener(change);
      } catch (error) {
        report(error, 'page change');
      }
    }
  });
  const page: Omit<Page, 'reflow'> = {
    document,
    window,
    roots: () => watcher.roots(),
    sheets: (root) => listSheets(root).readable.filter((sheet) => !journal.isOwnSheet(sheet)),
    hasUnreadableSheets: (root) => listSheets(root).unreadable.length > 0,
    elements: ownLeftOut,
    isOwn: isOwnNode,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    edits: (owner): Edits => journal.edits(owner),
    track(promise) {
      work.add(promise);
      const done = (): void => void work.delete(promise);
      promise.then(done, done);
    },
    async settled() {
      while (work.size) await Promise.allSettled([...work]);
    },
    report,
    close: () => watcher.close(),
  };
  return { ...page, reflow: new PageReflow(page) };
}

function* ownLeftOut(within: Root | Element): Iterable<Element> {
  if ('tagName' in within) {
    if (isOwnNode(within)) return;
    yield within;
  }
  const elements = within.querySelectorAll('*');
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i]!;
    if (element.localName.startsWith('ro-chu-')) i += element.querySelectorAll('*').length;
    else yield element;
  }
}
