/** Tells the shell that the reader does not want the contrast that was offered; fired by the toolbar. */
export class OfferDismissEvent extends CustomEvent<null> {
  /** The name that listeners use. */
  static readonly eventName = 'ro-chu-offer-dismiss';

  constructor() {
    super(OfferDismissEvent.eventName);
  }
}

declare global {
  interface HTMLElementEventMap {
    'ro-chu-offer-dismiss': OfferDismissEvent;
  }
}
