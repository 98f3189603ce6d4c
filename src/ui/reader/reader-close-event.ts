/** Tells that the reader was closed, by whatever way; fired once by `<ro-chu-reader>`. */
export class ReaderCloseEvent extends Event {
  /** The name that listeners use. */
  static readonly eventName = 'ro-chu-reader-close';

  constructor() {
    super(ReaderCloseEvent.eventName);
  }
}

declare global {
  interface HTMLElementEventMap {
    'ro-chu-reader-close': ReaderCloseEvent;
  }
}
