/** Changes of one element by the page that are followed at once, within `WINDOW_MS`. */
const MOST = 30;
const WINDOW_MS = 2000;

/** How often an element that changed more often is looked at, in ms. */
const REST_MS = 1000;

/**
 * Keeps a page that changes its elements without end, in reaction to our edits or on its own, from being followed without
 * end: what changes too often is looked at once a second, and that is said once.
 */
export class Patience {
  readonly #follow: (element: Element) => void;
  readonly #report: (error: Error) => void;
  readonly #counts = new WeakMap<Element, { count: number; since: number }>();
  readonly #late = new Map<Element, ReturnType<typeof setTimeout>>();
  #hasReported = false;

  constructor(follow: (element: Element) => void, report: (error: Error) => void) {
    this.#follow = follow;
    this.#report = report;
  }

  /** Whether a change of the element may be followed at once; else it is followed later. */
  allows(element: Element): boolean {
    const now = performance.now();
    let entry = this.#counts.get(element);
    if (!entry || now - entry.since > WINDOW_MS) this.#counts.set(element, (entry = { count: 0, since: now }));
    if (++entry.count <= MOST) return true;
    // It has not come to rest, so the window goes on.
    entry.since = now;
    if (!this.#late.has(element))
      this.#late.set(
        element,
        setTimeout(() => this.#look(element), REST_MS),
      );
    if (!this.#hasReported) {
      this.#hasReported = true;
      this.#report(
        new Error(`the page changes <${element.localName}> again and again; it is looked at once a second from now on`),
      );
    }
    return false;
  }

  close(): void {
    for (const timer of this.#late.values()) clearTimeout(timer);
    this.#late.clear();
  }

  #look(element: Element): void {
    this.#late.delete(element);
    this.#follow(element);
  }
}
