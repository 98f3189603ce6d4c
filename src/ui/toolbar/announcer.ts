// Long enough for a screen reader to notice that the region was emptied and for a row of quick presses to end.
const DELAY_MS = 150;

/** Says texts through a live region: of several in quick succession the last one, and the same text again when asked again. */
export class Announcer {
  #timer = 0;
  readonly #findRegion: () => Element | null;

  /** @param findRegion gives the live region, which has to be in the document before anything is said */
  constructor(findRegion: () => Element | null) {
    this.#findRegion = findRegion;
  }

  /** Says what `write` gives, shortly after the last call. */
  say(write: () => string): void {
    this.stop();
    this.#show('');
    this.#timer = window.setTimeout(() => this.#show(write()), DELAY_MS);
  }

  /** Drops what was not said yet. */
  stop(): void {
    window.clearTimeout(this.#timer);
  }

  #show(text: string): void {
    const region = this.#findRegion();
    if (region) region.textContent = text;
  }
}
