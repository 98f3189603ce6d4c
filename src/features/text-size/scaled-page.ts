import type { Page, PageChange } from '../../page/page.ts';
import { inSlices } from '../../page/slices.ts';
import { PageGuard } from './reflow/page-guard.ts';
import { ScaledSizes } from './scaled-sizes.ts';

/** One page whose text is scaled. */
export class ScaledPage {
  readonly #page: Page;
  readonly #sizes: ScaledSizes;
  readonly #guard: PageGuard;
  readonly #stopWatching: () => void;
  #scale = 1;
  #isRewritten = false;
  #isClosed = false;

  constructor(page: Page) {
    this.#page = page;
    this.#sizes = new ScaledSizes(page, page.edits('text-size'));
    this.#guard = new PageGuard(page, (scale) => this.#sizes.show(scale ?? this.#scale));
    this.#stopWatching = page.onChange((change) => this.#take(change));
  }

  /** Brings the page to a scale; what takes longer than a moment goes on as tracked work. */
  setScale(scale: number): void {
    const before = this.#scale;
    if (scale === before) return;
    this.#scale = scale;
    if (this.#isRewritten) {
      this.#sizes.setScale(scale);
      this.#page.track(this.#guard.step(scale < before));
    } else if (before === 1) {
      this.#page.track(isPainted(this.#page) ? this.#beginCalmly() : this.#beginAtOnce());
    }
  }

  /** On a page that is shown already: measured first, so that nothing has to be put aside for it. */
  async #beginCalmly(): Promise<void> {
    await this.#guard.takeBaseline();
    const measured = await this.#inSlices(this.#sizes.measure());
    if (this.#isClosed) return;
    this.#rewrite();
    await this.#inSlices(this.#sizes.verify(measured));
    await this.#guard.step(false);
  }

  /** On a page that is still to be painted: never shown at its own size. */
  async #beginAtOnce(): Promise<void> {
    this.#rewrite();
    await isParsed(this.#page.document);
    if (this.#isClosed) return;
    await this.#inSlices(this.#sizes.verify());
    await this.#guard.refresh();
  }

  #inSlices<T>(work: Generator<unknown, T>): Promise<T | null> {
    return inSlices(work, () => this.#isClosed);
  }

  #rewrite(): void {
    this.#isRewritten = true;
    this.#sizes.rewrite(this.#scale);
  }

  close(): void {
    this.#isClosed = true;
    this.#stopWatching();
    this.#sizes.still(() => {
      this.#guard.close();
      this.#sizes.close();
    });
  }

  #take(change: PageChange): void {
    if (!this.#isRewritten) return;
    this.#sizes.take(change);
    this.#guard.noticeChange();
  }
}

/** Whether the reader has seen something of the page. */
function isPainted({ document, window }: Page): boolean {
  return document.readyState === 'complete' || window.performance.getEntriesByType('paint').length > 0;
}

/** Resolves once the whole document is there. */
function isParsed(document: Document): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
