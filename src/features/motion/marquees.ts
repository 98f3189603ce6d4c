import { nextFrame } from '../../page/frames.ts';
import type { Edits, Page, Root } from '../../page/page.ts';
import type { Clips } from './clips.ts';
import { find, type Still } from './still.ts';
import { MARK } from './still-css.ts';

/** A `<marquee>`; in Firefox, and in a content script, without methods at times. */
interface Marquee extends HTMLElement {
  start?(): void;
  stop?(): void;
}

/** Marquees stopped with all their words to be read; a press on the words starts one again, and stops it again. */
export class Marquees implements Still {
  readonly #page: Page;
  readonly #edits: Edits;
  readonly #clips: Clips;
  readonly #listening = new Set<Root>();
  readonly #stopped = new Set<Marquee>();

  constructor(page: Page, clips: Clips) {
    this.#page = page;
    this.#edits = page.edits('motion');
    this.#clips = clips;
  }

  take(within: Root | Element): void {
    if (!('tagName' in within)) {
      this.#listening.add(within);
      within.addEventListener('click', this.#onClick, true);
      // The usual `onmouseout="this.start()"`.
      within.addEventListener('mouseout', this.#onOut);
    }
    for (const marquee of find<Marquee>(within, 'marquee')) if (!this.#page.isOwn(marquee)) this.#stop(marquee);
  }

  close(): void {
    for (const root of this.#listening) {
      root.removeEventListener('click', this.#onClick, true);
      root.removeEventListener('mouseout', this.#onOut);
    }
    this.#listening.clear();
    for (const marquee of this.#stopped) marquee.start?.();
    this.#stopped.clear();
  }

  readonly #onClick = (event: Event): void => {
    const target = event.composedPath()[0] as Element;
    const marquee = target.closest?.<Marquee>('marquee');
    if (!marquee || target.closest('a,button,input,select,textarea,label')) return;
    if (this.#stopped.delete(marquee)) {
      this.#edits.setAttribute(marquee, MARK, null);
      this.#edits.restoreOwner(marquee);
      marquee.start?.();
    } else this.#stop(marquee);
  };

  readonly #onOut = (event: Event): void => {
    const marquee = (event.target as Element).closest?.<Marquee>('marquee');
    if (marquee && this.#stopped.has(marquee)) marquee.stop?.();
  };

  #stop(marquee: Marquee): void {
    marquee.stop?.();
    this.#stopped.add(marquee);
    this.#edits.setAttribute(marquee, MARK, 'stopped');
    this.#bringBack(marquee);
    // Chromium comes to a stop with the next frame.
    const stopped = nextFrame(this.#page.window).then(() => {
      if (!this.#stopped.has(marquee)) return;
      this.#bringBack(marquee);
      this.#clips.open(marquee);
    });
    this.#page.track(stopped.catch((error: unknown) => this.#page.report(error, 'motion')));
  }

  /** The words stay where the movement had brought them, in a part of the marquee that no rule reaches: it is moved back whole. */
  #bringBack(marquee: Marquee): void {
    const range = marquee.ownerDocument.createRange();
    range.selectNodeContents(marquee);
    const words = range.getBoundingClientRect();
    if (!words.width) return;
    const box = marquee.getBoundingClientRect();
    const isUpright = /^(up|down)$/i.test(marquee.getAttribute('direction') ?? '');
    const by = Math.round(isUpright ? box.top - words.top : box.left - words.left);
    this.#edits.setProperty(marquee, 'position', 'relative', 'important');
    this.#edits.setProperty(marquee, isUpright ? 'top' : 'left', `${by}px`, 'important');
  }
}
