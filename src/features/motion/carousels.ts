import type { Page, Root } from '../../page/page.ts';
import { find, type Hand, type Still } from './still.ts';

/** What the usual carousels offer to stop and start them; absent where the page, or an extension's own world, has none. */
interface CarouselWindow {
  readonly jQuery?: (elements: Element[]) => Record<string, ((...words: string[]) => unknown) | undefined>;
  readonly bootstrap?: { Carousel?: { getInstance(element: Element): { pause(): void; cycle(): void } | null } };
}

interface Autoplay {
  readonly running?: boolean;
  stop?(): void;
  start?(): void;
}

/** jQuery plug-ins: what marks them, the method, and the words for stop and start. */
const PLUGINS = [
  ['.carousel', 'carousel', 'pause', 'cycle'],
  ['.slick-initialized', 'slick', 'slickPause', 'slickPlay'],
  ['.owl-loaded', 'trigger', 'stop.owl.autoplay', 'play.owl.autoplay'],
  ['.flexslider', 'flexslider', 'pause', 'play'],
] as const;

const SWIPERS = '.swiper,.swiper-container';

/**
 * Carousels of the libraries in common use, stopped by what each offers for it. What other scripts show in turns by a timer
 * of their own cannot be told from what a page shows for good reason, and goes on.
 */
export class Carousels implements Still {
  readonly #page: Page;
  readonly #hand: Hand;
  readonly #listening = new Set<Root>();
  /** How each is started again. */
  readonly #starts = new Map<Element, () => void>();

  constructor(page: Page, hand: Hand) {
    this.#page = page;
    this.#hand = hand;
  }

  take(within: Root | Element): void {
    if (!('tagName' in within)) {
      this.#listening.add(within);
      // Bootstrap starts again when the pointer leaves; each turn may be refused.
      within.addEventListener('slide.bs.carousel', this.#onTurn, true);
    }
    const window = (within.ownerDocument ?? within).defaultView as (Window & CarouselWindow) | null;
    if (!window) return;
    for (const [selector, method, stop, start] of PLUGINS) {
      for (const element of find(within, selector))
        this.#guarded(() => this.#plugin(window, element, method, stop, start));
    }
    for (const element of find(within, '.carousel')) {
      this.#guarded(() => {
        const carousel = window.bootstrap?.Carousel?.getInstance(element);
        if (!carousel) return;
        carousel.pause();
        this.#starts.set(element, () => carousel.cycle());
      });
    }
    for (const element of find(within, SWIPERS)) {
      this.#guarded(() => {
        const autoplay = (element as { swiper?: { autoplay?: Autoplay } }).swiper?.autoplay;
        if (!autoplay?.running) return;
        autoplay.stop?.();
        this.#starts.set(element, () => autoplay.start?.());
      });
    }
  }

  #plugin(window: CarouselWindow, element: Element, method: string, stop: string, start: string): void {
    const plugin = window.jQuery?.([element]);
    if (typeof plugin?.[method] !== 'function') return;
    plugin[method](stop);
    this.#starts.set(element, () => plugin[method]?.(start));
  }

  close(): void {
    for (const root of this.#listening) root.removeEventListener('slide.bs.carousel', this.#onTurn, true);
    this.#listening.clear();
    for (const [element, start] of this.#starts) if (element.isConnected) this.#guarded(start);
    this.#starts.clear();
  }

  readonly #onTurn = (event: Event): void => {
    if (!this.#hand.wasUsed()) event.preventDefault();
  };

  /** What a page's own code throws is reported, and stops nothing of ours. */
  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#page.report(error, 'motion');
    }
  }
}
