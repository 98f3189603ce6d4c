import type { Journal } from './journal.ts';
import { isOwnNode, isStylable } from './own.ts';
import type { PageChange, Root } from './page.ts';
import { listSheets } from './sheets.ts';

/** How often sheets are compared where nothing tells us of a change (insertRule, adoptedStyleSheets, disabled), in ms. */
const SHEET_CHECK_MS = 1000;

const OBSERVED: MutationObserverInit = { subtree: true, childList: true, characterData: true, attributes: true };

interface Pending {
  roots: Root[];
  sheets: CSSStyleSheet[];
  added: Set<Element>;
  restyled: Set<Element>;
  textChanged: boolean;
  resized: boolean;
}

const nothing = (): Pending => ({
  roots: [],
  sheets: [],
  added: new Set(),
  restyled: new Set(),
  textChanged: false,
  resized: false,
});

/**
 * Watches a document, its open shadow roots and same-origin frames, and reports what changed, our own edits left out.
 * Built-ins stay untouched: what no observer tells (CSSOM edits of sheets) is found by a cheap look once a second.
 */
export class Watcher {
  readonly #journal: Journal;
  readonly #report: (change: PageChange) => void;
  readonly #roots = new Map<Root, { observer: MutationObserver; stop: () => void }>();
  readonly #sheetSizes = new WeakMap<CSSStyleSheet, number>();
  readonly #hosts = new Set<WeakRef<Element>>();
  readonly #timer: ReturnType<typeof setInterval>;
  #pending = nothing();

  constructor(document: Document, journal: Journal, report: (change: PageChange) => void) {
    this.#journal = journal;
    this.#report = report;
    this.#addRoot(document);
    this.#pending = nothing();
    this.#timer = setInterval(() => this.#look(), SHEET_CHECK_MS);
  }

  roots(): readonly Root[] {
    return [...this.#roots.keys()];
  }

  close(): void {
    clearInterval(this.#timer);
    for (const { observer, stop } of this.#roots.values()) {
      observer.disconnect();
      stop();
    }
    this.#roots.clear();
  }

  #addRoot(root: Root): void {
    if (this.#roots.has(root)) return;
    const observer = new MutationObserver((records) => this.#take(records));
    observer.observe(root, OBSERVED);
    this.#roots.set(root, { observer, stop: this.#listen(root) });
    this.#pending.roots.push(root);
    for (const sheet of listSheets(root)) if (sheet) this.#sheetSizes.set(sheet, sheet.cssRules.length);
    this.#enter(root);
  }

  #listen(root: Root): () => void {
    const onLoad = (event: Event): void => {
      const target = event.target as Element | null;
      if (target && 'tagName' in target && /^(LINK|STYLE|I?FRAME)$/.test(target.tagName)) {
        if (/FRAME$/.test(target.tagName)) this.#enterElement(target);
        this.#look();
      }
    };
    const window = root.nodeType === Node.DOCUMENT_NODE ? (root as Document).defaultView : null;
    const onResize = (): void => {
      this.#pending.resized = true;
      this.#flush();
    };
    root.addEventListener('load', onLoad, true);
    window?.addEventListener('resize', onResize);
    return () => {
      root.removeEventListener('load', onLoad, true);
      window?.removeEventListener('resize', onResize);
    };
  }

  /** Looks for the shadow roots and frames of a subtree. */
  #enter(within: Root | Element): void {
    if ('tagName' in within) this.#enterElement(within);
    const elements = within.querySelectorAll('*');
    for (let i = 0; i < elements.length; i++) this.#enterElement(elements[i]!);
  }

  #enterElement(element: Element): void {
    const { shadowRoot, localName } = element;
    if (shadowRoot) {
      if (!localName.startsWith('ro-chu-')) this.#addRoot(shadowRoot);
    } else if (localName.includes('-') && !localName.startsWith('ro-chu-')) {
      this.#hosts.add(new WeakRef(element));
    } else if (localName === 'iframe' || localName === 'frame') {
      const inner = innerDocument(element as HTMLIFrameElement);
      if (inner) this.#addRoot(inner);
    }
  }

  #take(records: readonly MutationRecord[]): void {
    this.#journal.commit();
    const pending = this.#pending;
    let mayChangeSheets = false;
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if (type === 'attributes') {
        if (!isStylable(target) || isOwnNode(target)) continue;
        if (attributeName === 'style' && this.#journal.isOwnStyle(target)) continue;
        if (attributeName?.startsWith('data-ro-chu')) continue;
        pending.restyled.add(target);
        mayChangeSheets ||= /^(LINK|STYLE)$/.test(target.tagName);
      } else if (type === 'characterData') {
        pending.textChanged = true;
        mayChangeSheets ||= target.parentNode?.nodeName === 'STYLE';
      } else {
        if (isOwnNode(target)) continue;
        mayChangeSheets ||= target.nodeName === 'STYLE';
        if (removedNodes.length) {
          pending.textChanged = true;
          mayChangeSheets = true;
        }
        for (let i = 0; i < addedNodes.length; i++) {
          const node = addedNodes[i]!;
          if (node.nodeType === Node.TEXT_NODE) pending.textChanged = true;
          else if ('tagName' in node && node.isConnected && !isOwnNode(node)) {
            pending.added.add(node as Element);
            this.#enter(node as Element);
            mayChangeSheets = true;
          }
        }
      }
    }
    if (mayChangeSheets || this.#hosts.size) this.#look();
    else this.#flush();
  }

  /** Compares sheets and late shadow roots with what was last seen, then reports. */
  #look(): void {
    for (const reference of [...this.#hosts]) {
      const host = reference.deref();
      if (!host?.isConnected) this.#hosts.delete(reference);
      else if (host.shadowRoot) {
        this.#hosts.delete(reference);
        this.#addRoot(host.shadowRoot);
      }
    }
    for (const [root, { observer, stop }] of [...this.#roots]) {
      if (isGone(root)) {
        observer.disconnect();
        stop();
        this.#roots.delete(root);
        continue;
      }
      for (const sheet of listSheets(root)) {
        if (!sheet || this.#journal.isOwnSheet(sheet)) continue;
        const size = sheet.cssRules.length;
        if (this.#sheetSizes.get(sheet) === size) continue;
        this.#sheetSizes.set(sheet, size);
        this.#pending.sheets.push(sheet);
      }
    }
    this.#journal.readopt();
    this.#flush();
  }

  #flush(): void {
    const pending = this.#pending;
    const { roots, sheets, added, restyled, textChanged, resized } = pending;
    if (!roots.length && !sheets.length && !added.size && !restyled.size && !textChanged && !resized) return;
    this.#pending = nothing();
    this.#report({ roots, sheets, added: topmost(added), restyled: [...restyled], textChanged, resized });
  }
}

function topmost(elements: ReadonlySet<Element>): Element[] {
  const tops: Element[] = [];
  for (const element of elements) {
    if (!element.isConnected) continue;
    let up = element.parentElement;
    while (up && !elements.has(up)) up = up.parentElement;
    if (!up) tops.push(element);
  }
  return tops;
}

function innerDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

const isGone = (root: Root): boolean =>
  root.nodeType === Node.DOCUMENT_NODE ? !(root as Document).defaultView : !(root as ShadowRoot).host.isConnected;
