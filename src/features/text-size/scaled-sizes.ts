import { isStylable } from '../../page/own.ts';
import type { Edits, Page, PageChange, Root } from '../../page/page.ts';
import { atOnce, inSlices } from '../../page/slices.ts';
import { Stillness } from '../../page/stillness.ts';
import { KnownStyles } from '../../page/known-styles.ts';
import { Rewriter } from './rewrite.ts';
import { scaleCss } from './scale-value.ts';
import { PATCH, readUserAgentSizes, svgSizes, userAgentCss, type UserAgentSizes } from './user-agent-sizes.ts';
import { patchSizes, readSizes, type Sizes } from './verify.ts';

/** The name of text size among the features. */
export const OWNER = 'text-size';

/** Elements whose own size the rewrite may miss even where every sheet can be read: monospace has a size of its own. */
const SUSPECTS = 'pre,code,kbd,samp,tt,xmp,listing,plaintext,textarea,math';

/** New elements of unknown looks that are measured before they are painted; more wait for `verify`. */
const MOST_AT_ONCE = 2000;

/** Elements that are all read back; on larger pages one of each kind stands for those that look alike. */
const MOST_READ = 6000;

/** Sizes as they are without us, of one element of each kind on large pages. */
export interface MeasuredSizes {
  readonly elements: readonly Element[];
  /** Elements that look alike; empty where all are measured. */
  readonly alike: ReadonlyMap<number, readonly Element[]>;
  readonly sizes: Sizes;
}

const samples = (elements: readonly Element[], alike: MeasuredSizes['alike']): readonly Element[] =>
  elements.length <= MOST_READ ? elements : [...alike.values()].map(([first]) => first!);

const sizesOf = ({ style }: ElementCSSInlineStyle): string => `~${style.fontSize}~${style.lineHeight}`;

const isDocument = (root: Root): root is Document => root.nodeType === Node.DOCUMENT_NODE;

const rootOf = (element: Element): Root => element.getRootNode() as Root;

/** The text sizes of one page, scaled: rewritten, read back, and patched where they did not follow. */
export class ScaledSizes {
  readonly #page: Page;
  readonly #edits: Edits;
  readonly #rewriter: Rewriter;
  /** Whether an element of that kind needed a patch. */
  readonly #known = new KnownStyles<boolean>(sizesOf);
  readonly #stillness: Stillness;
  readonly #userAgentCss = new WeakMap<Root, string>();
  readonly #svgSizes = new WeakMap<Root, Set<string>>();
  #userAgent: UserAgentSizes | null = null;
  #scale = 1;
  #run = 0;

  constructor(page: Page, edits: Edits = page.edits(OWNER)) {
    this.#page = page;
    this.#edits = edits;
    this.#stillness = new Stillness(page, 'text-size-stillness');
    this.#rewriter = new Rewriter(page, edits, (keyword) => this.#keywordPx(keyword));
  }

  /** Rewrites the page so that its sizes follow the scale; all in one go, so that no mixture is ever painted. */
  rewrite(scale: number): void {
    const roots = this.#page.roots();
    // Read while nothing has changed yet, or the browser would have to take up the styles of the whole page twice.
    this.#userAgent ??= readUserAgentSizes(this.#page.document);
    this.#rewriter.rewriteRoots(roots);
    for (const root of roots) this.#writeUserAgentCss(root);
    this.setScale(scale);
  }

  /** Undoes everything and stops all work that goes on. */
  close(): void {
    this.#run++;
    this.still(() => this.#edits.undo());
  }

  /** Brings a rewritten page to another scale: the whole of a step. */
  setScale(scale: number): void {
    this.#scale = scale;
    this.show(scale);
  }

  /** Shows the page at a scale for a moment, to measure something (at 1: as it is without us); `show()` ends that. */
  show(scale = this.#scale): void {
    if (this.#rewriter.hasTransitions) this.#stillness.hold();
    this.#write(scale);
  }

  /** Edits the page in one go, without starting the transitions that it has for sizes. */
  still(edit: () => void): void {
    if (!this.#rewriter.hasTransitions) {
      edit();
      return;
    }
    this.#stillness.hold();
    try {
      edit();
    } finally {
      this.#stillness.release();
    }
  }

  /** Runs what reads sizes, which have to be the page's and ours alone: in slices, or at once with others put aside. */
  run<T>(work: Generator<unknown, T>, isStale: () => boolean): Promise<T | null> {
    if (!this.#page.reflow.hasOthers(OWNER)) return inSlices(work, isStale);
    return Promise.resolve(this.#alone(() => atOnce(work)));
  }

  /** Reads the sizes of a page that is not rewritten yet, for `verify`; yields often, so that it can run in slices. */
  *measure(): Generator<void, MeasuredSizes> {
    const { elements, alike } = yield* this.#sort();
    return { elements, alike, sizes: yield* readSizes(samples(elements, alike)) };
  }

  /**
   * Reads sizes back and patches what did not scale; yields often, so that it can run in slices.
   * @param measured what `measure` read before the rewrite; without it the page is put back to scale 1 for a moment
   * @returns whether something was patched
   */
  *verify(measured?: MeasuredSizes | null): Generator<void, boolean> {
    const { elements, alike } = measured ?? (yield* this.#sort());
    const hasPatched = yield* this.#check(samples(elements, alike), measured?.sizes);
    if (elements.length <= MOST_READ) return hasPatched;
    for (const [first, ...others] of alike.values()) {
      for (const other of others) this.#copyPatch(first!, other);
      yield;
    }
    return hasPatched;
  }

  /** Lists the elements of the page, and those that look alike together. */
  *#sort(): Generator<void, Omit<MeasuredSizes, 'sizes'>> {
    const elements: Element[] = [];
    for (const root of this.#page.roots()) {
      for (const element of this.#page.elements(root)) {
        // The root keeps its size: `rem` hangs on it.
        if (element.parentNode !== element.ownerDocument) elements.push(element);
      }
    }
    const alike = new Map<number, Element[]>();
    if (elements.length <= MOST_READ) return { elements, alike };
    yield;
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i]!;
      const kind = this.#known.kindOf(element);
      const others = alike.get(kind);
      if (others) others.push(element);
      else alike.set(kind, [element]);
      if (i % 100 === 0) yield;
    }
    return { elements, alike };
  }

  /** Takes up what the page changed, before it is painted. */
  take({ roots, sheets, added, restyled, hasNewUnreadable }: PageChange): void {
    if (roots.length) {
      this.#rewriter.rewriteRoots(roots);
      for (const root of roots) this.#writeUserAgentCss(root);
      this.#write(this.#scale);
    }
    if (sheets.length) {
      this.#rewriter.rewriteSheets(sheets);
      for (const root of this.#page.roots()) this.#writeUserAgentCss(root);
    }
    if (sheets.length || hasNewUnreadable) this.#known.clear();
    for (const element of added) this.#rewriter.rewriteElements(element);
    for (const element of restyled) if (isStylable(element)) this.#rewriter.rewriteElement(element);
    const suspects = new Set<Element>();
    for (const element of [...added, ...restyled]) this.#takeSvgSizes(element);
    for (const element of added) this.#addSuspects(element, suspects);
    for (const element of restyled) this.#addRestyled(element, suspects);
    if (hasNewUnreadable || suspects.size > MOST_AT_ONCE) this.#verifyLater();
    else if (suspects.size) this.#alone(() => atOnce(this.#check([...suspects])));
  }

  *#check(elements: readonly Element[], measured?: Sizes): Generator<void, boolean> {
    const before = measured ?? this.#readUnscaled(elements);
    yield;
    const hasPatched = yield* patchSizes(this.#edits, before, () => this.#scale);
    let visited = 0;
    for (const element of elements) {
      this.#known.learn(this.#known.kindOf(element), this.#isPatched(element));
      if (++visited % 100 === 0) yield;
    }
    return hasPatched;
  }

  /** In one go: nothing of it may be painted. */
  #readUnscaled(elements: readonly Element[]): Sizes {
    this.show(1);
    try {
      return atOnce(readSizes(elements));
    } finally {
      this.show();
    }
  }

  #alone<T>(work: () => T): T {
    return this.#page.reflow.without(work, OWNER);
  }

  #verifyLater(): void {
    const run = ++this.#run;
    this.#page.track(this.run(this.verify(), () => run !== this.#run));
  }

  #addSuspects(within: Element, suspects: Set<Element>): void {
    if (!within.isConnected) return;
    if (!this.#page.hasUnreadableSheets(rootOf(within))) {
      if (within.matches(SUSPECTS)) suspects.add(within);
      for (const element of within.querySelectorAll(SUSPECTS)) suspects.add(element);
      return;
    }
    for (const [element, kind] of this.#known.kindsWithin(within)) {
      if (this.#known.result(kind) !== false && !this.#page.isOwn(element)) suspects.add(element);
    }
  }

  #addRestyled(element: Element, suspects: Set<Element>): void {
    if (!element.isConnected || element === element.ownerDocument.documentElement) return;
    const wasPatched = this.#isPatched(element);
    // A patch hides what the page wants now.
    if (wasPatched)
      for (const property of Object.values(PATCH)) this.#edits.restoreProperty(element as HTMLElement, property);
    if (wasPatched) suspects.add(element);
    const kind = this.#known.kindOf(element);
    if (this.#known.result(kind) === undefined) this.#addSuspects(element, suspects);
  }

  #isPatched(element: Element): boolean {
    return isStylable(element) && Object.values(PATCH).some((property) => this.#edits.holds(element, property));
  }

  #copyPatch(from: Element, to: Element): void {
    if (!isStylable(from) || !isStylable(to)) return;
    for (const property of Object.values(PATCH)) {
      if (this.#edits.holds(from, property))
        this.#edits.setProperty(to, property, from.style.getPropertyValue(property));
    }
  }

  #takeSvgSizes(element: Element): void {
    const values = svgSizes(element);
    if (!values.size || !element.isConnected) return;
    const root = rootOf(element);
    const known = this.#svgSizes.get(root);
    if ([...values].some((value) => !known?.has(value))) this.#writeUserAgentCss(root);
  }

  #writeUserAgentCss(root: Root): void {
    this.#svgSizes.set(root, svgSizes(root));
    this.#userAgent ??= readUserAgentSizes(this.#page.document);
    const css = userAgentCss(root, this.#page.sheets(root), this.#userAgent);
    this.#userAgentCss.set(root, css);
    this.#edits.setSheet(root, css, 'user-agent');
  }

  /** At scale 1 our sheets are empty: every rewritten value falls back to what it was, and quirks of keywords come back. */
  #write(scale: number): void {
    for (const root of this.#page.roots()) {
      this.#edits.setSheet(root, scale === 1 ? '' : (this.#userAgentCss.get(root) ?? ''), 'user-agent');
      if (isDocument(root)) this.#edits.setSheet(root, scale === 1 ? '' : scaleCss(scale), 'scale');
    }
  }

  #keywordPx(keyword: string): number | undefined {
    this.#userAgent ??= readUserAgentSizes(this.#page.document);
    return this.#userAgent.keywords.get(keyword === 'initial' ? 'medium' : keyword);
  }
}
