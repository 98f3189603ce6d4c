import { nextFrame } from '../../page/frames.ts';
import type { Edits, Page, PageChange, Root } from '../../page/page.ts';
import { inSlices } from '../../page/slices.ts';
import { Stillness } from '../../page/stillness.ts';
import { LINK_CSS, LINKS, MARK } from './link-css.ts';
import { readLink, type Cuts } from './read-link.ts';

/** Links read at a stretch before any of them is written, so that layout is worked out once for all. */
const BATCH = 100;

/** One page whose links stand out. */
export class HighlightedPage {
  readonly #page: Page;
  readonly #edits: Edits;
  readonly #stillness: Stillness;
  readonly #stop: () => void;
  readonly #marks = new WeakMap<Element, string>();
  readonly #changed = new Set<Root | Element>();
  #isWorking = false;
  #isClosed = false;

  constructor(page: Page) {
    this.#page = page;
    this.#edits = page.edits('links');
    this.#stillness = new Stillness(page, 'links-still');
    this.#stillness.hold();
    this.#show(page.roots());
    this.#stop = page.onChange((change) => this.#take(change));
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
    this.#stillness.hold();
    this.#edits.undo();
    this.#stillness.release();
  }

  #take({ roots, added, resized }: PageChange): void {
    for (const element of added) this.#changed.add(element);
    this.#show(resized ? this.#page.roots() : roots);
  }

  /** Puts the sheet into roots at once; how each frame is drawn follows once they are laid out. */
  #show(roots: readonly Root[]): void {
    for (const root of roots) {
      this.#edits.setSheet(root, LINK_CSS);
      this.#changed.add(root);
    }
    if (!this.#changed.size || this.#isWorking) return;
    this.#isWorking = true;
    const work = this.#work().finally(() => void (this.#isWorking = false));
    this.#page.track(work.catch((error: unknown) => this.#page.report(error, 'links')));
  }

  async #work(): Promise<void> {
    while (this.#changed.size) {
      await nextFrame(this.#page.window);
      const changed = [...this.#changed];
      this.#changed.clear();
      await inSlices(this.#mark(changed), () => this.#isClosed);
      if (this.#isClosed) return;
    }
  }

  *#mark(changed: readonly (Root | Element)[]): Generator<void, void> {
    const links = changed.flatMap((within) => [
      ...('tagName' in within && within.matches(LINKS) ? [within] : []),
      ...within.querySelectorAll(LINKS),
    ]);
    for (let at = 0; at < links.length && !this.#isClosed; at += BATCH) {
      const cuts: Cuts = new Map();
      const batch = links.slice(at, at + BATCH).filter((link) => link.isConnected && !this.#page.isOwn(link));
      const marks = batch.map((link) => readLink(link, cuts));
      batch.forEach((link, index) => {
        const mark = marks[index]!;
        if (mark === (this.#marks.get(link) ?? '')) return;
        this.#marks.set(link, mark);
        this.#edits.setAttribute(link, MARK, mark || null);
      });
      yield;
    }
  }
}
