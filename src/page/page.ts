/** A tree whose elements share style sheets: a document or an open shadow root. */
export type Root = Document | ShadowRoot;

/** What changed in the page since the last report; every list may be empty. */
export interface PageChange {
  /** Roots that are new: shadow roots, same-origin frames. */
  readonly roots: readonly Root[];
  /** Style sheets that are new, or whose rules changed in number. */
  readonly sheets: readonly CSSStyleSheet[];
  /** Whether a style sheet came in that cannot be read (another origin). */
  readonly hasNewUnreadable: boolean;
  /** The topmost elements that were added; walk their subtrees. */
  readonly added: readonly Element[];
  /** Elements whose `style`, `class`, or another attribute that styles hang on, was changed by the page. */
  readonly restyled: readonly Element[];
  /** Whether text was changed in place, or nodes were removed. */
  readonly textChanged: boolean;
  /** Whether the window was resized or a media query changed. */
  readonly resized: boolean;
}

/** An element or rule whose declarations can be edited. */
export type StyleOwner = (Element & ElementCSSInlineStyle) | (CSSRule & { readonly style: CSSStyleDeclaration });

/** One feature's edits of the page, undone together; see `Journal`. */
export interface Edits {
  /** Sets a declaration; the value before our first edit is kept for the undo. An empty value takes the declaration away. */
  setProperty(owner: StyleOwner, property: string, value: string, priority?: '' | 'important'): void;
  /** Takes back this feature's edit of one declaration. */
  restoreProperty(owner: StyleOwner, property: string): void;
  /** Takes back all of this feature's edits of one owner's declarations. */
  restoreOwner(owner: StyleOwner): void;
  /** What the declaration was before us, or is where we did not touch it. */
  originalProperty(owner: StyleOwner, property: string): { readonly value: string; readonly priority: string };
  /** Whether this feature has an edit on that declaration that the page has not overwritten. */
  holds(owner: StyleOwner, property: string): boolean;
  /** Sets an attribute, or removes it where value is null. */
  setAttribute(element: Element, name: string, value: string | null): void;
  /**
   * Puts a constructed style sheet of ours into a root (or replaces its text); allowed under a strict CSP.
   * @param key tells several sheets of one feature in one root apart
   */
  setSheet(root: Root, cssText: string, key?: string): void;
  /** Undoes everything this feature did, leaving what the page itself changed since. */
  undo(): void;
}

/** The host page as we touch it. One a document; features get it, and reach the page only through it. */
export interface Page {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  /** The document, its same-origin frames' documents and all open shadow roots; ours left out. */
  roots(): readonly Root[];
  /** The style sheets of a root that can be read, imported ones after those that import them; ours left out. */
  sheets(root: Root): readonly CSSStyleSheet[];
  /** Whether some sheet of the root cannot be read (another origin). */
  hasUnreadableSheets(root: Root): boolean;
  /** All elements of a subtree in document order, ours left out, shadow trees not entered (they are roots of their own). */
  elements(within: Root | Element): Iterable<Element>;
  /** Whether the node is part of our own user interface. */
  isOwn(node: Node): boolean;
  /** Reports changes of the page, in a microtask after they happen, before they are painted; our own edits are not reported. */
  onChange(listener: (change: PageChange) => void): () => void;
  /** The journal of one owner's reversible edits. */
  edits(owner: string): Edits;
  /** Registers work that is still going on, for `settled`. */
  track(work: Promise<unknown>): void;
  /** Resolves once all tracked work is done. */
  settled(): Promise<void>;
  /** Reports an error of ours without letting it reach the host page. */
  report(error: unknown, owner: string): void;
  /** Stops watching; edits stay until undone. */
  close(): void;
}
