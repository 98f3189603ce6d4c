import { note } from './note.ts';

/** How often in a minute the toolbar comes back after the page took it out; a page that insists is then let have it. */
const RETURNS_A_MINUTE = 20;
const MINUTE_MS = 60_000;

/** The toolbar's place in a page. */
export interface ToolbarPlace {
  /** Resolves once the document is parsed, and so the toolbar is in its place. */
  readonly ready: Promise<void>;
  /** Takes the toolbar out for good. */
  remove(): void;
}

/**
 * Puts a toolbar first in `<body>`, or into the element that `mount` selects, as soon as that is there, and again
 * whenever the page has taken it out (`document.open`, a replaced body).
 * @param mount a CSS selector, or empty.
 * @param after what has to be settled before the toolbar is first shown; null where nothing has.
 * @param create makes a toolbar; a new one each time, as `document.open` strips the old one of its listeners.
 */
export function keepToolbar(
  document: Document,
  mount: string,
  after: Promise<void> | null,
  create: () => HTMLElement,
): ToolbarPlace {
  let toolbar: HTMLElement | null = null;
  let returns: number[] = [];
  let isNoted = false;
  let isRemoved = false;
  let tellReady = (): void => {};
  const ready = new Promise<void>((resolve) => void (tellReady = resolve));

  const place = (): void => {
    put();
    // Not by the event alone: `document.open` drops its listeners.
    if (document.readyState !== 'loading') tellReady();
  };

  const put = (): void => {
    if (toolbar?.isConnected) return;
    const body = document.body as HTMLElement | null;
    const mounted = mount ? find(document, mount) : null;
    // A frameset has no room for a toolbar. The element to mount in may stand further down, not parsed yet.
    if (body?.localName !== 'body' || (mount && !mounted && document.readyState === 'loading')) return;
    if (toolbar && !mayReturn()) return;
    if (mount && !mounted && !isNoted) {
      isNoted = true;
      note(`data-mount: expected a selector that finds an element, got "${mount}"; the toolbar stands first in <body>`);
    }
    toolbar = create();
    if (mounted) mounted.appendChild(toolbar);
    else body.insertBefore(toolbar, body.firstChild);
  };

  const mayReturn = (): boolean => {
    const now = Date.now();
    returns = returns.filter((at) => now - at < MINUTE_MS);
    if (returns.length >= RETURNS_A_MINUTE) return false;
    if (returns.push(now) === RETURNS_A_MINUTE) {
      note(
        `expected the toolbar to stay, but the page took it out ${RETURNS_A_MINUTE} times within a minute; it stays out for a while`,
      );
    }
    return true;
  };

  const observer = new MutationObserver(place);
  const begin = (): void => {
    if (isRemoved) return;
    observer.observe(document, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', place);
    place();
  };
  if (after) after.then(begin, begin);
  else begin();
  return {
    ready,
    remove() {
      isRemoved = true;
      observer.disconnect();
      document.removeEventListener('DOMContentLoaded', place);
      toolbar?.parentNode?.removeChild(toolbar);
    },
  };
}

function find(document: Document, selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}
