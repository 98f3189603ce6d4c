// CustomEvent, not Event: MooTools puts a constructor of its own in the place of `window.Event`.
/** Asks the page's shell to open reading mode; fired by the toolbar, bubbles out of its shadow root. */
export class ReadingModeRequestEvent extends CustomEvent<null> {
  /** The name that listeners use. */
  static readonly eventName = 'ro-chu-reading-mode';

  constructor() {
    super(ReadingModeRequestEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ro-chu-reading-mode': ReadingModeRequestEvent;
  }
}
