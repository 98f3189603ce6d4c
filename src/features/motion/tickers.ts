import type { Page } from '../../page/page.ts';
import type { Clips } from './clips.ts';
import type { Hand } from './still.ts';
import { MARK } from './still-css.ts';

/** Where a script writes what it moves step by step. */
const MOVING = ['left', 'top', 'margin-left', 'margin-top', 'text-indent', 'transform', 'translate'];

/** Steps that follow each other as fast as this, in ms, for as long as this, in ms, are a movement without end. */
const STEP_MS = 250;
const STEADY_MS = 1200;
const FEWEST_STEPS = 6;

interface Movement {
  place: string;
  readonly since: number;
  last: number;
  steps: number;
}

/**
 * Tickers that a script moves by writing places into `style`, held at their beginning: rules of ours outweigh what it goes
 * on writing. A slide that moves and rests is not a ticker.
 */
export class Tickers {
  readonly #page: Page;
  readonly #hand: Hand;
  readonly #clips: Clips;
  #movements = new WeakMap<Element, Movement>();

  constructor(page: Page, hand: Hand, clips: Clips) {
    this.#page = page;
    this.#hand = hand;
    this.#clips = clips;
  }

  /** Takes note of elements whose style the page has changed. */
  notice(restyled: readonly Element[]): void {
    if (this.#hand.wasUsed()) return;
    const now = performance.now();
    for (const element of restyled) {
      if (!('style' in element) || this.#page.isOwn(element)) continue;
      const { style } = element as HTMLElement;
      const place = MOVING.map((name) => style.getPropertyValue(name)).join();
      const movement = this.#movements.get(element);
      if (movement?.place === place) continue;
      if (!movement || now - movement.last > STEP_MS) {
        this.#movements.set(element, { place, since: now, last: now, steps: 0 });
        continue;
      }
      movement.place = place;
      movement.last = now;
      if (++movement.steps < FEWEST_STEPS || now - movement.since < STEADY_MS || element.hasAttribute(MARK)) continue;
      this.#clips.hold(element as HTMLElement);
    }
  }
}
