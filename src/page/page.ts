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

/** Puts what a feature did aside for a moment, so that the page is as without it; the returned function puts it back. */
export type PutAside = () => () => void;

/**
 * Helps the page where what features do to its text makes boxes clip, overlap or stick out: what became worse than on the
 * page without any of them is let grow. One guard for all, so that their order does not matter.
 */
export interface Reflow {
  /**
   * Takes a feature in, until it leaves.
   * @param isAdjusting whether it edits the page at once, without waiting to begin
   */
  join(owner: string, putAside: PutAside, isAdjusting?: boolean): void;
  /**
   * Runs a feature's first edits once the page was measured without them and no other feature is at its own, then looks
   * at the page; settles when nothing more is done about it. Nothing is run for one that has left.
   */
  begin(owner: string, edit: () => Promise<void>): Promise<void>;
  /** Looks at the page after a step; afresh after a smaller one, as boxes may have grown more than they need now. */
  step(isSmaller: boolean): Promise<void>;
  /** Lets a feature go; its own edits are its own to undo, now. The last one takes all that was done here along. */
  leave(owner: string): void;
  /** Whether features other than this one are in. */
  hasOthers(owner: string): boolean;
  /** Runs a piece of work on the page as it would be without the features; nothing of that is painted. */
  without<T>(work: () => T, kept?: string): T;
  /** The same, without what was done here too, and with every scroll position kept. */
  unadjusted<T>(work: () => T): T;
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
  /** The guard against clipped and overlapping text. */
  readonly reflow: Reflow;
  /** Registers work that is still going on, for `settled`. */
  track(work: Promise<unknown>): void;
  /** Resolves once all tracked work is done. */
  settled(): Promise<void>;
  /** Reports an error of ours without letting it reach the host page. */
  report(error: unknown, owner: string): void;
  /** Stops watching; edits stay until undone. */
  close(): void;
}
