import type { Edits, Page, PageChange, Root } from '../../page/page.ts';
import { Animations } from './animations.ts';
import { Carousels } from './carousels.ts';
import { Clips } from './clips.ts';
import { Drawings } from './drawings.ts';
import { Hands } from './hand.ts';
import { Marquees } from './marquees.ts';
import { Media } from './media.ts';
import { Pictures } from './pictures.ts';
import type { Still } from './still.ts';
import { STILL_CSS } from './still-css.ts';
import { Tickers } from './tickers.ts';

/** One page on which nothing moves by itself. */
export class StillPage {
  readonly #page: Page;
  readonly #edits: Edits;
  readonly #animations: Animations;
  readonly #tickers: Tickers;
  readonly #stills: readonly Still[];
  readonly #stop: () => void;

  constructor(page: Page) {
    this.#page = page;
    this.#edits = page.edits('motion');
    const hands = new Hands();
    const clips = new Clips(page);
    this.#animations = new Animations(page, clips);
    this.#tickers = new Tickers(page, hands, clips);
    this.#stills = [
      hands,
      this.#animations,
      new Media(page, hands),
      new Marquees(page, clips),
      new Drawings(page),
      new Pictures(page),
      new Carousels(page, hands),
    ];
    this.#take(page.roots());
    this.#stop = page.onChange((change) => this.#notice(change));
    // What scripts set up while the page loads (carousels) is there by then.
    page.window.addEventListener('load', this.#onLoad);
  }

  close(): void {
    this.#stop();
    this.#page.window.removeEventListener('load', this.#onLoad);
    for (const still of this.#stills) this.#guarded(() => still.close());
    this.#edits.undo();
  }

  readonly #onLoad = (): void => this.#take(this.#page.roots());

  #notice({ roots, added, restyled }: PageChange): void {
    this.#take([...roots, ...added]);
    this.#tickers.notice(restyled);
  }

  #take(parts: readonly (Root | Element)[]): void {
    if (!parts.length) return;
    for (const part of parts) for (const still of this.#stills) this.#guarded(() => still.take(part));
    for (const part of parts) if (!('tagName' in part)) this.#edits.setSheet(part, STILL_CSS);
    this.#guarded(() => this.#animations.check());
  }

  /** One kind of thing that cannot be stilled stops no other. */
  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#page.report(error, 'motion');
    }
  }
}
