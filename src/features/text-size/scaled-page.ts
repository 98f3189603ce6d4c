import type { Page, PageChange } from '../../page/page.ts';
import { isPainted, isParsed } from '../../page/readiness.ts';
import { OWNER, ScaledSizes } from './scaled-sizes.ts';

/** One page whose text is scaled. */
export class ScaledPage {
  readonly #page: Page;
  readonly #sizes: ScaledSizes;
  readonly #stopWatching: () => void;
  #scale = 1;
  #isRewritten = false;
  #isClosed = false;

  constructor(page: Page) {
    this.#page = page;
    this.#sizes = new ScaledSizes(page);
    this.#stopWatching = page.onChange((change) => this.#take(change));
  }

  /** Brings the page to a scale; what takes longer than a moment goes on as tracked work. */
  setScale(scale: number): void {
    const before = this.#scale;
    if (scale === before) return;
    this.#scale = scale;
    if (this.#isRewritten) {
      this.#sizes.setScale(scale);
      this.#page.track(this.#page.reflow.step(scale < before));
    } else if (before === 1) {
      this.#begin();
    }
  }

  #begin(): void {
    const { reflow } = this.#page;
    // A page that is still to be painted is never shown at its own size; one that is shown already is measured first, so
    // that nothing has to be put aside for it.
    const isShown = isPainted(this.#page);
    reflow.join(OWNER, () => this.#putAside(), !isShown);
    if (!isShown) this.#rewrite();
    this.#page.track(reflow.begin(OWNER, isShown ? () => this.#beginCalmly() : () => this.#verifyOnceParsed()));
  }

  async #beginCalmly(): Promise<void> {
    const measured = await this.#check(this.#sizes.measure());
    if (this.#isClosed) return;
    this.#rewrite();
    await this.#check(this.#sizes.verify(measured));
  }

  async #verifyOnceParsed(): Promise<void> {
    await isParsed(this.#page.document);
    if (!this.#isClosed) await this.#check(this.#sizes.verify());
  }

  #check<T>(work: Generator<unknown, T>): Promise<T | null> {
    return this.#sizes.run(work, () => this.#isClosed);
  }

  #putAside(): () => void {
    this.#sizes.show(1);
    return () => this.#sizes.show();
  }

  #rewrite(): void {
    this.#isRewritten = true;
    this.#sizes.rewrite(this.#scale);
  }

  close(): void {
    this.#isClosed = true;
    this.#stopWatching();
    this.#sizes.still(() => {
      this.#page.reflow.leave(OWNER);
      this.#sizes.close();
    });
  }

  #take(change: PageChange): void {
    if (this.#isRewritten) this.#sizes.take(change);
  }
}
