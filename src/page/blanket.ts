import { firstLayer } from './first-layer.ts';
import { KnownStyles } from './known-styles.ts';
import { isStylable } from './own.ts';
import type { Edits, Page, PageChange, Root } from './page.ts';
import { isPainted, isParsed } from './readiness.ts';
import { atOnce, inSlices } from './slices.ts';
import { Stillness } from './stillness.ts';
import { isWordless } from './words.ts';

/** Elements that changed, and look like none before, read before they are painted; where there are more, all wait. */
const MOST_AT_ONCE = 2000;

/** How long changes that may concern every element are gathered, in ms. */
const GATHER_MS = 150;

/** The page is read anew no sooner than this many times what it took last. */
const REST_SHARE = 50;

/** Elements between two places where reading may pause. */
const YIELD_EVERY = 100;

/** Elements that show no text of their own. */
const UNSEEN =
  /^(HEAD|META|LINK|SCRIPT|STYLE|TITLE|BASE|TEMPLATE|BR|HR|WBR|IMG|PICTURE|SOURCE|TRACK|VIDEO|AUDIO|CANVAS|IFRAME|EMBED|AREA|COL)$/;

type Stylable = Element & ElementCSSInlineStyle;

/** One value for each custom property of a blanket, '' where the element needs none. */
export type Wish = readonly string[];

/** A look for all text of a page, of which some elements want something else. */
export interface Blanket {
  /**
   * Rules whose declarations stand as `!important`; what each element is given comes from custom properties, which are
   * inherited, so that only those elements are marked that want something else than the one around them.
   */
  readonly rules: string;
  /** What holds at the top of each document without a mark. */
  readonly initial: Wish;
  /** What an element wants, given its style as the page has it. */
  wish(element: Element, style: CSSStyleDeclaration): Wish;
}

/** What stays the same whatever blanket a feature lays over a page. */
export interface BlanketKind {
  /** The feature's name, owner of its edits. */
  readonly id: string;
  /** The custom properties, in the order of a wish. */
  readonly properties: readonly string[];
  /** Declarations that are repeated inline where the page's own inline `!important` would win, and where. */
  readonly forced: readonly { readonly property: string; readonly value: string; readonly where: string }[];
  /** Whether the rules hold well enough before the elements were read, for a page that is still to be painted. */
  readonly isEarly: boolean;
}

/** One page with a blanket over its text: in force for later content at once, and undone exactly. */
export class BlanketPage {
  readonly #page: Page;
  readonly #kind: BlanketKind;
  readonly #edits: Edits;
  readonly #stillness: Stillness;
  readonly #known: KnownStyles<Wish>;
  readonly #stopWatching: () => void;
  readonly #wishes = new WeakMap<Element, Wish>();
  readonly #forced = new Set<Stylable>();
  readonly #wordless = new Set<Element>();
  #blanket: Blanket;
  #isLaid = false;
  #isClosed = false;
  /** Whether the page changed while it was read for the first time. */
  #hasChanged = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #restUntil = 0;

  constructor(page: Page, kind: BlanketKind, blanket: Blanket) {
    this.#page = page;
    this.#kind = kind;
    this.#blanket = blanket;
    this.#edits = page.edits(kind.id);
    this.#stillness = new Stillness(page, `${kind.id}-stillness`);
    const properties = kind.forced.map(({ property }) => property);
    this.#known = new KnownStyles<Wish>(
      (element) => properties.map((name) => element.style.getPropertyValue(name)).join('~') + isWordless(element),
    );
    this.#stopWatching = page.onChange((change) => this.#take(change));
    const isEarly = kind.isEarly && !isPainted(page);
    if (isEarly) this.#writeSheets(page.roots());
    page.reflow.join(kind.id, () => this.#putAside(), isEarly);
    page.track(this.#begin(isEarly));
  }

  /** Exchanges the blanket for another of its kind. */
  change(blanket: Blanket): void {
    this.#blanket = blanket;
    this.#known.clear();
    if (!this.#isLaid) return;
    this.#stillness.hold();
    this.#edits.undo();
    this.#forced.clear();
    this.#readAll();
    this.#page.track(this.#page.reflow.step(true));
  }

  close(): void {
    this.#isClosed = true;
    this.#stopWatching();
    clearTimeout(this.#timer);
    this.#stillness.hold();
    this.#page.reflow.leave(this.#kind.id);
    this.#edits.undo();
    this.#stillness.release();
  }

  async #begin(isEarly: boolean): Promise<void> {
    const { document, reflow } = this.#page;
    if (!isPainted(this.#page)) await isParsed(document);
    await reflow.begin(this.#kind.id, async () => {
      // Nothing of ours is in force on a page that is shown already and that no other feature is at.
      const isUntouched = !isEarly && !reflow.hasOthers(this.#kind.id);
      const blanket = this.#blanket;
      this.#hasChanged = false;
      if (isUntouched) await inSlices(this.#read(this.#all()), () => this.#isClosed);
      if (this.#isClosed) return;
      this.#isLaid = true;
      this.#stillness.hold();
      if (isUntouched && !this.#hasChanged && blanket === this.#blanket) this.#write(this.#all());
      else this.#readAll();
      this.#writeSheets(this.#page.roots());
    });
  }

  #readAll(): void {
    const elements = [...this.#all()];
    this.#page.reflow.unadjusted(() => atOnce(this.#read(elements)));
    this.#write(elements);
    this.#writeSheets(this.#page.roots());
  }

  *#all(): Iterable<Element> {
    for (const root of this.#page.roots()) yield* this.#page.elements(root);
  }

  /** Notes what elements want; yields often, so that it can run in slices. */
  *#read(elements: Iterable<Element>): Generator<void, void> {
    let count = 0;
    for (const element of elements) {
      const view = element.ownerDocument.defaultView;
      if (!view || UNSEEN.test(element.tagName)) continue;
      this.#wishes.set(element, this.#blanket.wish(element, view.getComputedStyle(element)));
      if (isWordless(element)) this.#wordless.add(element);
      if (++count % YIELD_EVERY === 0) yield;
    }
  }

  /** Marks elements, in document order, that want something else than what is around them. */
  #write(elements: Iterable<Element>): void {
    for (const element of elements) this.#mark(element);
    this.#force();
  }

  #mark(element: Element): void {
    const wish = this.#wishes.get(element);
    if (!wish || !isStylable(element)) return;
    const around = this.#around(element);
    for (const [i, property] of this.#kind.properties.entries()) {
      const value = wish[i]!;
      if (!value || value === around?.[i]) this.#edits.restoreProperty(element, property);
      else if (element.style.getPropertyValue(property) !== value || !this.#edits.holds(element, property))
        this.#edits.setProperty(element, property, value);
    }
  }

  /** What an element inherits; undefined where that is not known, as in a slot. */
  #around(element: Element): Wish | undefined {
    const { parentNode, assignedSlot, ownerDocument } = element;
    if (assignedSlot) return undefined;
    if (parentNode === ownerDocument) return this.#blanket.initial;
    const isInShadow = parentNode?.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
    const parent = isInShadow ? (parentNode as ShadowRoot).host : element.parentElement;
    return parent ? this.#wishes.get(parent) : undefined;
  }

  #writeSheets(roots: readonly Root[]): void {
    for (const root of roots) {
      // The first layer of all wins among `!important` declarations, whatever their selectors.
      this.#edits.setSheet(root, `@layer ${firstLayer(this.#page.sheets(root))}{${this.#blanket.rules}}`);
    }
  }

  /** Repeats declarations inline where the page has its own there as `!important`, which no sheet overrides. */
  #force(): void {
    for (const root of this.#page.roots()) {
      const elements = root.querySelectorAll('[style*="important" i]');
      for (let i = 0; i < elements.length; i++) {
        const element = elements[i]!;
        if (isStylable(element) && !this.#page.isOwn(element)) this.#forceOn(element);
      }
    }
    for (const element of this.#forced) if (!element.isConnected) this.#forced.delete(element);
  }

  #forceOn(element: Stylable): void {
    for (const { property, value, where } of this.#kind.forced) {
      if (this.#edits.originalProperty(element, property).priority !== 'important' || !element.matches(where)) {
        this.#edits.restoreProperty(element, property);
      } else if (!this.#edits.holds(element, property)) {
        this.#edits.setProperty(element, property, value, 'important');
        this.#forced.add(element);
      }
    }
  }

  #putAside(): () => void {
    this.#stillness.hold();
    for (const root of this.#page.roots()) this.#edits.setSheet(root, '');
    for (const element of this.#forced) {
      for (const { property } of this.#kind.forced) this.#edits.restoreProperty(element, property);
    }
    return () => {
      this.#writeSheets(this.#page.roots());
      for (const element of this.#forced) this.#forceOn(element);
    };
  }

  #take({ roots, sheets, added, restyled, hasNewUnreadable, resized, textChanged }: PageChange): void {
    this.#hasChanged = true;
    if (!this.#isLaid) return;
    if (roots.length || sheets.length) this.#writeSheets(this.#page.roots());
    if (sheets.length || hasNewUnreadable || resized) {
      this.#known.clear();
      this.#readSoon();
    }
    const unknown: Element[] = [];
    const touched: Element[] = [];
    const look = (element: Element, kind: number): void => {
      if (UNSEEN.test(element.tagName) || this.#page.isOwn(element)) return;
      const wish = this.#known.result(kind);
      if (wish) this.#wishes.set(element, wish);
      else unknown.push(element);
      touched.push(element);
    };
    const lookWithin = (element: Element): void => {
      for (const [inner, kind] of this.#known.kindsWithin(element)) {
        this.#adoptCopy(inner);
        look(inner, kind);
      }
    };
    for (const root of roots) for (const element of root.children) lookWithin(element);
    for (const element of added) lookWithin(element);
    for (const element of restyled) {
      if (!element.isConnected) continue;
      const kind = this.#known.kindOf(element);
      if (this.#known.result(kind)) look(element, kind);
      else lookWithin(element);
      touched.push(...element.children);
    }
    if (textChanged) this.#findWords((element) => look(element, this.#known.kindOf(element)));
    if (unknown.length > MOST_AT_ONCE) {
      this.#readSoon();
    } else if (unknown.length) {
      this.#page.reflow.unadjusted(() => atOnce(this.#read(unknown)));
      for (const element of unknown) this.#known.learn(this.#known.kindOf(element), this.#wishes.get(element) ?? []);
    }
    if (touched.length) this.#write(touched);
  }

  /** Finds elements that were signs and hold words now. */
  #findWords(look: (element: Element) => void): void {
    for (const element of this.#wordless) {
      if (element.isConnected && isWordless(element)) continue;
      this.#wordless.delete(element);
      if (element.isConnected) look(element);
    }
  }

  /** Takes over what a copy of a marked element brought along, so that it goes with our own edits. */
  #adoptCopy(element: Element): void {
    if (!isStylable(element)) return;
    for (const property of this.#kind.properties) {
      const value = element.style.getPropertyValue(property);
      if (!value || this.#edits.holds(element, property)) continue;
      this.#edits.setProperty(element, property, value);
      this.#edits.restoreProperty(element, property);
    }
  }

  /** Reads the whole page anew soon: its rules changed, or what they hang on. */
  #readSoon(): void {
    if (this.#timer !== undefined) return;
    const delay = Math.max(GATHER_MS, this.#restUntil - performance.now());
    this.#timer = setTimeout(() => {
      const start = performance.now();
      this.#timer = undefined;
      this.#known.clear();
      this.#readAll();
      const end = performance.now();
      this.#restUntil = end + REST_SHARE * (end - start);
    }, delay);
  }
}
