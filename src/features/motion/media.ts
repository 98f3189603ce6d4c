import type { Edits, Page, Root } from '../../page/page.ts';
import { find, type Hand, type Still } from './still.ts';

/**
 * Video and sound that start by themselves, paused. What the reader starts plays: a start that follows a press of theirs is
 * theirs, and what has no buttons gets the browser's.
 */
export class Media implements Still {
  readonly #page: Page;
  readonly #edits: Edits;
  readonly #hand: Hand;
  readonly #listening = new Set<Root>();
  /** What we paused and nobody started since. */
  readonly #paused = new Set<HTMLMediaElement>();

  constructor(page: Page, hand: Hand) {
    this.#page = page;
    this.#edits = page.edits('motion');
    this.#hand = hand;
  }

  take(within: Root | Element): void {
    if (!('tagName' in within)) {
      this.#listening.add(within);
      within.addEventListener('play', this.#onPlay, true);
    }
    for (const media of find<HTMLMediaElement>(within, 'video,audio')) {
      // What plays with sound and was not made to start by itself, the reader has started.
      if (!media.paused && (media.autoplay || media.muted || media.loop)) this.#pause(media);
    }
  }

  close(): void {
    for (const root of this.#listening) root.removeEventListener('play', this.#onPlay, true);
    this.#listening.clear();
    for (const media of this.#paused) {
      // The browser may refuse, or the page may have taken it out: then it stays as it is.
      if (media.paused && media.isConnected) media.play().catch(() => undefined);
    }
    this.#paused.clear();
  }

  readonly #onPlay = (event: Event): void => {
    const media = event.composedPath()[0] as HTMLMediaElement;
    if (!('pause' in media) || this.#page.isOwn(media)) return;
    if (this.#hand.wasUsed()) this.#paused.delete(media);
    else this.#pause(media);
  };

  #pause(media: HTMLMediaElement): void {
    media.pause();
    this.#paused.add(media);
    if (media.localName === 'video' && !media.controls) this.#edits.setAttribute(media, 'controls', '');
  }
}
