import type { Root } from '../../page/page.ts';
import type { Hand, Still } from './still.ts';

/** For how long what happens counts as the reader's doing, in ms. */
const MOMENT_MS = 1000;

const EVENTS = ['pointerdown', 'click', 'keydown', 'wheel', 'touchmove'];

/** Notices what the reader does. */
export class Hands implements Hand, Still {
  readonly #listening = new Set<Root>();
  #usedAt = -Infinity;

  readonly #onUse = (): void => void (this.#usedAt = performance.now());

  take(within: Root | Element): void {
    if ('tagName' in within) return;
    this.#listening.add(within);
    for (const name of EVENTS) within.addEventListener(name, this.#onUse, { capture: true, passive: true });
  }

  wasUsed(): boolean {
    return performance.now() - this.#usedAt < MOMENT_MS;
  }

  close(): void {
    for (const root of this.#listening) {
      for (const name of EVENTS) root.removeEventListener(name, this.#onUse, true);
    }
    this.#listening.clear();
  }
}
