import type { Journal } from './journal.ts';
import { KnownSheets } from './known-sheets.ts';
import { isOwnNode, isStylable } from './own.ts';
import type { PageChange, Root } from './page.ts';

/** How often the page is looked at for what nothing tells of (rules put in by scripts, adopted sheets, late shadow roots), in ms. */
const LOOK_EVERY_MS = 1000;

/** Each of how many such looks goes into every rule: rules that were exchanged, or put into others, are rare. */
const CLOSE_LOOK_OF = 3;

/** Elements that one such look searches for late shadow roots; larger pages take several looks. */
const SEARCHED_AT_ONCE = 2000;

const OBSERVED: MutationObserverInit = { subtree: true, childList: true, characterData: true, attributes: true };

interface Pending {
  roots: Root[];
  sheets: Set<CSSStyleSheet>;
  hasNewUnreadable: boolean;
  added: Set<Element>;
  restyled: Set<Element>;
  textChanged: boolean;
  resized: boolean;
}

const nothing = (): Pending => ({
  roots: [],
  sheets: new Set(),
  hasNewUnreadable: false,
  added: new Set(),
  restyled: new Set(),
  textChanged: false,
  resized: false,
});

interface WatchedRoot {
  readonly observer: MutationObserver;
  /** Listens to the root's events; doing so twice is harmless, and `document.open` makes it necessary. */
  readonly listen: () => void;
  readonly stop: () => void;
}

/**
 * Watches a document, its open shadow roots and same-origin frames, and reports what changed, our own edits left out.
 * Built-ins stay untouched: what no observer tells is found by a cheap look once a second.
 */
export class Watcher {
  readonly #document: Document;
  readonly #journal: Journal;
  readonly #report: (change: PageChange) => void;
  readonly #roots = new Map<Root, WatchedRoot>();
  readonly #sheets: KnownSheets;
  /** Elements that may get a shadow root later, and the names of those that wait for their definition. */
  readonly #hosts = new Set<WeakRef<Element>>();
  readonly #undefined = new Set<string>();
  readonly #frames = new Set<WeakRef<HTMLIFrameElement>>();
  readonly #timer: ReturnType<typeof setInterval>;
  #searched = 0;
  #looks = 0;
  #isClosed = false;
  #pending = nothing();

  constructor(document: Document, journal: Journal, report: (change: PageChange) => void) {
    this.#document = document;
    this.#journal = journal;
    this.#report = report;
    this.#sheets = new KnownSheets((sheet) => journal.isOwnSheet(sheet));
    this.#addRoot(document);
    this.#pending = nothing();
    this.#timer = setInterval(() => this.#lookAround(), LOOK_EVERY_MS);
  }

  roots(): readonly Root[] {
    return [...this.#roots.keys()];
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    for (const root of [...this.#roots.keys()]) this.#removeRoot(root);
    this.#hosts.clear();
    this.#frames.clear();
  }

  #addRoot(root: Root): void {
    if (this.#roots.has(root)) return;
    const observer = new MutationObserver((records) => this.#take(records));
    observer.observe(root, OBSERVED);
    const watched = { observer, ...this.#listeners(root) };
    watched.listen();
    this.#roots.set(root, watched);
    this.#pending.roots.push(root);
    this.#sheets.look(root, false);
    this.#enter(root);
  }

  #removeRoot(root: Root): void {
    const watched = this.#roots.get(root);
    this.#roots.delete(root);
    watched?.observer.disconnect();
    watched?.stop();
  }

  #listeners(root: Root): Pick<WatchedRoot, 'listen' | 'stop'> {
    const onLoad = (event: Event): void => {
      const target = event.target as Element | null;
      if (target && 'tagName' in target && /^(LINK|STYLE|I?FRAME)$/.test(target.tagName)) this.#look(false);
    };
    const onResize = (): void => {
      this.#pending.resized = true;
      this.#flush();
    };
    // A frame that goes on to another page: the next document is there in the next task, long before it has loaded.
    const onLeave = (): void => void setTimeout(() => this.#look(false));
    const window = root.nodeType === Node.DOCUMENT_NODE ? (root as Document).defaultView : null;
    const isFrame = root !== this.#document;
    const scheme = isFrame ? undefined : window?.matchMedia('(prefers-color-scheme: dark)');
    return {
      listen: () => {
        root.addEventListener('load', onLoad, true);
        window?.addEventListener('resize', onResize);
        scheme?.addEventListener('change', onResize);
        if (isFrame) window?.addEventListener('pagehide', onLeave);
      },
      stop: () => {
        root.removeEventListener('load', onLoad, true);
        window?.removeEventListener('resize', onResize);
        scheme?.removeEventListener('change', onResize);
        window?.removeEventListener('pagehide', onLeave);
      },
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
    if (localName.startsWith('ro-chu-')) return;
    if (shadowRoot) {
      if (!isOwnNode(element)) this.#addRoot(shadowRoot);
    } else if (localName.includes('-')) {
      this.#hosts.add(new WeakRef(element));
      this.#awaitDefinition(localName);
    } else if (localName === 'iframe' || localName === 'frame') {
      if (isOwnNode(element)) return;
      this.#frames.add(new WeakRef(element as HTMLIFrameElement));
      this.#enterFrame(element as HTMLIFrameElement);
    }
  }

  #enterFrame(frame: HTMLIFrameElement): void {
    const inner = innerDocument(frame);
    if (inner?.defaultView) this.#addRoot(inner);
  }

  /** A custom element gets its shadow root when it is defined, of which no observer tells. */
  #awaitDefinition(name: string): void {
    // In a content script Chromium has no registry.
    const registry = this.#document.defaultView?.customElements as CustomElementRegistry | null | undefined;
    if (!registry || this.#undefined.has(name) || registry.get(name)) return;
    this.#undefined.add(name);
    registry.whenDefined(name).then(
      () => {
        if (!this.#isClosed) this.#look(false);
      },
      // A name that can never be defined (annotation-xml).
      () => undefined,
    );
  }

  #take(records: readonly MutationRecord[]): void {
    this.#journal.commit();
    const pending = this.#pending;
    let mayChangeSheets = false;
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if (type === 'attributes') {
        if (!isStylable(target) || isOwnNode(target) || this.#isOwnEdit(target, attributeName!)) continue;
        pending.restyled.add(target);
        mayChangeSheets ||= /^(LINK|STYLE)$/.test(target.tagName);
      } else if (type === 'characterData') {
        if (isOwnNode(target)) continue;
        pending.textChanged = true;
        mayChangeSheets ||= target.parentNode?.nodeName === 'STYLE';
      } else {
        if (isOwnNode(target)) continue;
        for (let i = 0; i < removedNodes.length; i++) {
          if (isOwnNode(removedNodes[i]!)) continue;
          pending.textChanged = true;
          mayChangeSheets = true;
        }
        for (let i = 0; i < addedNodes.length; i++) {
          const node = addedNodes[i]!;
          if (node.nodeType === Node.TEXT_NODE) {
            pending.textChanged = true;
            mayChangeSheets = true;
          } else if ('tagName' in node && node.isConnected && !isOwnNode(node)) {
            if (pending.added.has(node as Element)) continue;
            pending.added.add(node as Element);
            this.#enter(node as Element);
            mayChangeSheets = true;
          }
        }
      }
    }
    if (mayChangeSheets || this.#hosts.size) this.#look(false);
    else this.#flush();
  }

  #isOwnEdit(element: Element & ElementCSSInlineStyle, attribute: string): boolean {
    if (attribute === 'style') return this.#journal.isOwnStyle(element);
    return attribute.startsWith('data-ro-chu') || this.#journal.isOwnAttribute(element, attribute);
  }

  /** The look once a second, also for shadow roots that no mutation came with. */
  #lookAround(): void {
    if (this.#document.hidden) return;
    for (const { listen } of this.#roots.values()) listen();
    const elements = this.#document.getElementsByTagName('*');
    const end = Math.min(this.#searched + SEARCHED_AT_ONCE, elements.length);
    for (let i = this.#searched; i < end; i++) {
      const element = elements[i]!;
      if (element.shadowRoot && !this.#roots.has(element.shadowRoot)) this.#enterElement(element);
    }
    this.#searched = end < elements.length ? end : 0;
    this.#look(++this.#looks % CLOSE_LOOK_OF === 0);
  }

  /** Compares sheets, frames and late shadow roots with what was last seen, then reports. */
  #look(isDeep: boolean): void {
    if (this.#isClosed) return;
    for (const reference of this.#hosts) {
      const host = reference.deref();
      if (!host?.isConnected) this.#hosts.delete(reference);
      else if (host.shadowRoot) {
        this.#hosts.delete(reference);
        if (!isOwnNode(host)) this.#addRoot(host.shadowRoot);
      }
    }
    for (const reference of this.#frames) {
      const frame = reference.deref();
      if (frame?.isConnected) this.#enterFrame(frame);
      else this.#frames.delete(reference);
    }
    for (const root of [...this.#roots.keys()]) {
      if (isGone(root)) {
        this.#removeRoot(root);
        continue;
      }
      const { changed, hasNewUnreadable } = this.#sheets.look(root, isDeep);
      for (const sheet of changed) this.#pending.sheets.add(sheet);
      this.#pending.hasNewUnreadable ||= hasNewUnreadable;
    }
    this.#journal.readopt();
    if (isDeep) this.#journal.letGo();
    this.#flush();
  }

  #flush(): void {
    const pending = this.#pending;
    const { roots, sheets, hasNewUnreadable, added, restyled, textChanged, resized } = pending;
    const isNothing = !roots.length && !sheets.size && !added.size && !restyled.size;
    if (isNothing && !hasNewUnreadable && !textChanged && !resized) return;
    this.#pending = nothing();
    this.#report({ ...pending, sheets: [...sheets], added: topmost(added), restyled: [...restyled] });
    // What other observers of the page do to our edits in this very microtask is theirs.
    this.#journal.commit();
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

// In Firefox the first, empty document of a frame keeps a window, which is by then another document's.
const isGone = (root: Root): boolean =>
  root.nodeType === Node.DOCUMENT_NODE
    ? (root as Document).defaultView?.document !== root
    : !(root as ShadowRoot).host.isConnected;
