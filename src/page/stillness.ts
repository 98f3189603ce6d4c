import { frameDrawn } from './frames.ts';
import type { Page, Root } from './page.ts';

const STILL = '*,::before,::after{transition:none!important}';

const isDocument = (root: Root): root is Document => root.nodeType === Node.DOCUMENT_NODE;

/** Keeps the page's own transitions from starting between what was and what our edits make of it. */
export class Stillness {
  readonly #page: Page;
  readonly #owner: string;
  #run = 0;

  /** @param owner of its edits, another for each feature, so that none lets go what another holds */
  constructor(page: Page, owner = 'stillness') {
    this.#page = page;
    this.#owner = owner;
  }

  /** Holds transitions still until the edits that follow have been drawn. */
  hold(): void {
    const run = ++this.#run;
    for (const root of this.#page.roots()) this.#edits.setSheet(root, STILL);
    this.#page.track(
      frameDrawn(this.#page.window).then((isDrawn) => {
        if (run !== this.#run) return;
        if (isDrawn) this.#edits.undo();
        else this.release();
      }),
    );
  }

  /** Lets go now, once the browser has taken up all edits. */
  release(): void {
    this.#run++;
    for (const root of this.#page.roots()) {
      // Layout is what every browser takes up new styles for.
      if (isDocument(root)) (root.documentElement as HTMLElement | null)?.getBoundingClientRect();
    }
    this.#edits.undo();
  }

  get #edits(): ReturnType<Page['edits']> {
    return this.#page.edits(this.#owner);
  }
}
