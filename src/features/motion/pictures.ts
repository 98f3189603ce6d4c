import type { Edits, Page, Root } from '../../page/page.ts';
import { find, type Still } from './still.ts';
import { MARK } from './still-css.ts';

/** Pictures that may move; whether one does, no browser says without its bytes, and a still copy of a still one looks the same. */
const MAY_MOVE = /\.(gif|apng|webp)([?#]|$)|^data:image\/(gif|apng|webp)/i;

/** WebP is for photos first, and those that move are small; larger ones are not worth the work, in px. */
const LARGEST_WEBP = 250_000;

const SIZES: Readonly<Record<string, string>> = { contain: 'contain', cover: 'cover', none: 'auto' };

/**
 * Moving pictures, covered by their first frame: painted as the background of the very image, whose own picture is pushed
 * out of sight, so that its text, source and place stay. A press on one that is no link plays it, and stops it again.
 * Pictures of other origins cannot be read and go on.
 */
export class Pictures implements Still {
  readonly #page: Page;
  readonly #edits: Edits;
  readonly #listening = new Set<Root>();
  readonly #drawn = new WeakSet<HTMLImageElement>();
  #isClosed = false;

  constructor(page: Page) {
    this.#page = page;
    this.#edits = page.edits('motion');
  }

  take(within: Root | Element): void {
    if (!('tagName' in within)) {
      this.#listening.add(within);
      within.addEventListener('click', this.#onClick, true);
      within.addEventListener('load', this.#onLoad, true);
    }
    for (const image of find<HTMLImageElement>(within, 'img')) this.#take(image);
  }

  close(): void {
    this.#isClosed = true;
    for (const root of this.#listening) {
      root.removeEventListener('click', this.#onClick, true);
      root.removeEventListener('load', this.#onLoad, true);
    }
    this.#listening.clear();
  }

  #take(image: HTMLImageElement): void {
    const { complete, currentSrc, naturalWidth, naturalHeight } = image;
    if (!MAY_MOVE.test(currentSrc) || !complete || !naturalWidth || this.#page.isOwn(image)) return;
    if (/webp/i.test(currentSrc) && naturalWidth * naturalHeight > LARGEST_WEBP) return;
    this.#page.track(this.#draw(image).catch(() => undefined));
  }

  readonly #onLoad = (event: Event): void => {
    const image = event.target as HTMLImageElement;
    if (image.localName !== 'img') return;
    // Another picture than the one that was drawn.
    this.#release(image);
    this.#take(image);
  };

  readonly #onClick = (event: Event): void => {
    const image = event.composedPath()[0] as HTMLImageElement;
    if (image.localName !== 'img' || image.closest('a,button,label,[onclick]')) return;
    if (!this.#release(image)) this.#take(image);
  };

  #release(image: HTMLImageElement): boolean {
    if (!this.#drawn.delete(image)) return false;
    this.#edits.setAttribute(image, MARK, null);
    this.#edits.restoreOwner(image);
    return true;
  }

  async #draw(image: HTMLImageElement): Promise<void> {
    const { currentSrc, naturalWidth, naturalHeight } = image;
    const canvas = this.#page.document.createElement('canvas');
    canvas.width = naturalWidth;
    canvas.height = naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    // Throws for a picture of another origin.
    const still = canvas.toDataURL();
    // Fails where the page's policy forbids such pictures: then it had better go on moving than be gone.
    const probe = this.#page.document.createElement('img');
    probe.src = still;
    await probe.decode();
    if (this.#isClosed || image.currentSrc !== currentSrc) return;
    const { objectFit, objectPosition } = this.#page.window.getComputedStyle(image);
    const looks = {
      'background-image': `url("${still}")`,
      'background-size': SIZES[objectFit] ?? '100% 100%',
      'background-position': objectPosition,
      'background-repeat': 'no-repeat',
      'background-origin': 'content-box',
      'background-clip': 'content-box',
    };
    for (const [name, value] of Object.entries(looks)) this.#edits.setProperty(image, name, value, 'important');
    this.#edits.setAttribute(image, MARK, 'drawn');
    this.#drawn.add(image);
  }
}
