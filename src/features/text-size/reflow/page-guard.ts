import type { Page } from '../../../page/page.ts';
import type { Around } from '../../../page/slices.ts';
import { ReflowGuard } from './reflow-guard.ts';

/** How long changes of the page are gathered before it is looked at again, in ms. */
const GATHER_MS = 150;

/** A look after a change of the page comes no sooner than this many times what the last one took: under 1 % of a core. */
const REST_SHARE = 150;

/** Guards every document of a page, also while the page goes on changing. */
export class PageGuard {
  readonly #page: Page;
  readonly #writeScale: (scale?: number) => void;
  readonly #guards = new Map<Document, ReflowGuard>();
  readonly #scrolled = new Set<Element>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #restUntil = 0;
  #spent = 0;
  #isClosed = false;

  /** @param writeScale puts a scale in force; called without one, the reader's */
  constructor(page: Page, writeScale: (scale?: number) => void) {
    this.#page = page;
    this.#writeScale = writeScale;
    page.document.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
  }

  readonly #onScroll = ({ target }: Event): void => {
    if (target instanceof this.#page.window.Element) this.#scrolled.add(target);
  };

  /** Measures a page that is not scaled yet. */
  async takeBaseline(around?: Around): Promise<void> {
    for (const guard of this.#each()) await guard.takeBaseline(around);
  }

  /** Looks at the page after a step; a smaller one starts afresh, as boxes may have grown more than they need now. */
  async step(isSmaller: boolean): Promise<void> {
    if (isSmaller) for (const guard of this.#each()) guard.undo();
    for (const guard of this.#each()) await guard.guard(true);
  }

  /** Measures the page anew as it would be without us, then looks at it. */
  async refresh(): Promise<void> {
    await this.takeBaseline((slice) => this.unscaled(slice));
    for (const guard of this.#each()) await guard.guard(false);
  }

  /** Runs a piece of work on the page as it would be without us; nothing of that is painted. */
  unscaled(work: () => void): void {
    const start = performance.now();
    const { window } = this.#page;
    const { scrollX, scrollY } = window;
    const offsets = [...this.#scrolled].map((element) => ({
      element,
      left: element.scrollLeft,
      top: element.scrollTop,
    }));
    const resume = this.#each().map((guard) => guard.suspend());
    this.#writeScale(1);
    try {
      work();
    } finally {
      this.#writeScale();
      for (const putBack of resume) putBack();
      if (window.scrollX !== scrollX || window.scrollY !== scrollY) {
        window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
      }
      for (const { element, left, top } of offsets) {
        if (element.scrollTop !== top || element.scrollLeft !== left)
          element.scrollTo({ left, top, behavior: 'instant' });
      }
      this.#spent += performance.now() - start;
    }
  }

  /** Has the page looked at again soon, and seldom enough to cost next to nothing on a page that never rests. */
  noticeChange(): void {
    if (this.#timer !== undefined || this.#isClosed) return;
    const delay = Math.max(GATHER_MS, this.#restUntil - performance.now());
    this.#timer = setTimeout(() => {
      this.#page.track(this.#lookAgain());
    }, delay);
  }

  async #lookAgain(): Promise<void> {
    const start = performance.now();
    this.#spent = 0;
    const hasNewWidth = this.#each().some((guard) => guard.hasNewWidth());
    if (hasNewWidth) for (const guard of this.#each()) guard.undo();
    await this.refresh();
    const end = performance.now();
    this.#restUntil = end + REST_SHARE * Math.min(end - start, 4 * this.#spent);
    this.#timer = undefined;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#page.document.removeEventListener('scroll', this.#onScroll, { capture: true });
    for (const guard of this.#guards.values()) guard.undo();
  }

  #each(): ReflowGuard[] {
    const documents = this.#page.roots().filter((root): root is Document => root.nodeType === Node.DOCUMENT_NODE);
    for (const document of this.#guards.keys()) if (!documents.includes(document)) this.#guards.delete(document);
    return documents.map((document) => {
      let guard = this.#guards.get(document);
      if (!guard) {
        guard = new ReflowGuard(document, this.#page.edits('reflow'), (node) => this.#page.isOwn(node));
        this.#guards.set(document, guard);
      }
      return guard;
    });
  }
}
