import type { Page, PutAside, Reflow } from '../page.ts';
import type { Around } from '../slices.ts';
import { ReflowGuard } from './reflow-guard.ts';

/** How long changes of the page are gathered before it is looked at again, in ms. */
const GATHER_MS = 150;

/** A look after a change of the page comes no sooner than this many times what the last one took: under 1 % of a core. */
const REST_SHARE = 150;

interface Member {
  readonly putAside: PutAside;
  /** Whether it has begun to edit the page. */
  isAdjusting: boolean;
}

/**
 * Guards every document of a page against what all features together do to its boxes, also while the page goes on
 * changing: one baseline, the page without any of them, and one look for all.
 */
export class PageReflow implements Reflow {
  readonly #page: Omit<Page, 'reflow'>;
  readonly #members = new Map<string, Member>();
  readonly #guards = new Map<Document, ReflowGuard>();
  readonly #scrolled = new Set<Element>();
  #stopWatching: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #restUntil = 0;
  #spent = 0;
  #lastTurn: Promise<void> = Promise.resolve();
  #waiting = 0;
  #mustStartAfresh = false;

  constructor(page: Omit<Page, 'reflow'>) {
    this.#page = page;
  }

  join(owner: string, putAside: PutAside, isAdjusting = false): void {
    this.#members.set(owner, { putAside, isAdjusting });
    if (this.#stopWatching) return;
    const stop = this.#page.onChange(() => this.#noticeChange());
    const { document } = this.#page;
    document.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
    this.#stopWatching = () => {
      stop();
      document.removeEventListener('scroll', this.#onScroll, { capture: true });
      clearTimeout(this.#timer);
      this.#timer = undefined;
    };
  }

  begin(owner: string, edit: () => Promise<void>): Promise<void> {
    const member = this.#members.get(owner);
    return this.#inTurn(async () => {
      if (!member || this.#members.get(owner) !== member) return;
      if (!member.isAdjusting) await this.#takeBaselineOnce();
      member.isAdjusting = true;
      // What was done for the others would not be what is needed for all: the order of features must not matter.
      if (this.#members.get(owner) === member) await edit();
      this.#mustStartAfresh ||= this.hasOthers(owner);
    });
  }

  step(isSmaller: boolean): Promise<void> {
    this.#mustStartAfresh ||= isSmaller;
    // Who has a turn looks at the end of it.
    return this.#waiting ? this.#lastTurn : this.#look(true);
  }

  leave(owner: string): void {
    if (!this.#members.delete(owner)) return;
    for (const guard of this.#guards.values()) guard.undo();
    if (this.#members.size) {
      // Its own edits are undone by the end of this task.
      this.#page.track(Promise.resolve().then(() => this.step(true)));
    } else {
      this.#stopWatching?.();
      this.#stopWatching = null;
      this.#guards.clear();
      this.#scrolled.clear();
    }
  }

  hasOthers(owner: string): boolean {
    return this.#members.size > (this.#members.has(owner) ? 1 : 0);
  }

  without<T>(work: () => T, kept?: string): T {
    const resume: (() => void)[] = [];
    for (const [owner, { putAside, isAdjusting }] of this.#members) {
      if (isAdjusting && owner !== kept) resume.push(putAside());
    }
    try {
      return work();
    } finally {
      for (const putBack of resume) putBack();
    }
  }

  unadjusted<T>(work: () => T): T {
    const start = performance.now();
    const { window } = this.#page;
    const { scrollX, scrollY } = window;
    const offsets = [...this.#scrolled].map((element) => ({
      element,
      left: element.scrollLeft,
      top: element.scrollTop,
    }));
    const resume = this.#each().map((guard) => guard.suspend());
    try {
      return this.without(work);
    } finally {
      for (const putBack of resume) putBack();
      if (window.scrollX !== scrollX || window.scrollY !== scrollY) {
        window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
      }
      for (const { element, left, top } of offsets) {
        if (element.scrollTop !== top || element.scrollLeft !== left)
          element.scrollTo({ left, top, behavior: 'instant' });
      }
      this.#spent += performance.now() - start;
    }
  }

  /** Runs one piece of work after the other, then looks at the page once for all of them. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#waiting++;
    const turn = this.#lastTurn.then(async () => {
      try {
        await work();
      } catch (error) {
        this.#page.report(error, 'reflow');
      }
      if (--this.#waiting === 0) await this.#look(true);
    });
    this.#lastTurn = turn;
    return turn;
  }

  /** Looks at the page after a step; afresh where boxes may have grown more than they need now. */
  async #look(isNewStep: boolean): Promise<void> {
    await this.#takeBaselineOnce();
    if (!this.#members.size) return;
    if (this.#mustStartAfresh) for (const guard of this.#each()) guard.undo();
    this.#mustStartAfresh = false;
    for (const guard of this.#each()) await guard.guard(isNewStep);
  }

  /** Measures what was not measured yet. */
  async #takeBaselineOnce(): Promise<void> {
    const missing = this.#each().filter((guard) => !guard.hasBaseline);
    if (missing.length) await this.#takeBaseline(missing);
  }

  /** Measures documents as they are without us; in one go where something of ours is in force. */
  async #takeBaseline(guards: readonly ReflowGuard[]): Promise<void> {
    const isInForce = [...this.#members.values()].some(({ isAdjusting }) => isAdjusting);
    const around: Around | undefined = isInForce ? (slice) => this.unadjusted(slice) : undefined;
    for (const guard of guards) await guard.takeBaseline(around);
  }

  readonly #onScroll = ({ target }: Event): void => {
    if (target instanceof this.#page.window.Element) this.#scrolled.add(target);
  };

  /** Has the page looked at again soon, and seldom enough to cost next to nothing on a page that never rests. */
  #noticeChange(): void {
    if (this.#timer !== undefined) return;
    const delay = Math.max(GATHER_MS, this.#restUntil - performance.now());
    this.#timer = setTimeout(() => {
      this.#page.track(this.#lookAgain());
    }, delay);
  }

  async #lookAgain(): Promise<void> {
    // Before anything of ours is there, what the page changes is its own affair.
    await this.#lastTurn;
    const start = performance.now();
    this.#spent = 0;
    const guards = this.#each();
    if (guards.some((guard) => guard.hasNewWidth())) for (const guard of guards) guard.undo();
    await this.#takeBaseline(guards);
    await this.#look(false);
    const end = performance.now();
    this.#restUntil = end + REST_SHARE * Math.min(end - start, 4 * this.#spent);
    this.#timer = undefined;
  }

  #each(): ReflowGuard[] {
    if (!this.#members.size) return [];
    const documents = this.#page.roots().filter((root): root is Document => root.nodeType === Node.DOCUMENT_NODE);
    for (const document of this.#guards.keys()) if (!documents.includes(document)) this.#guards.delete(document);
    return documents.map((document) => {
      let guard = this.#guards.get(document);
      if (!guard) {
        guard = new ReflowGuard(document, this.#page.edits('reflow'), (node) => this.#page.isOwn(node));
        this.#guards.set(document, guard);
      }
      return guard;
    });
  }
}
