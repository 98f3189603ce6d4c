import { nextFrame } from '../../page/frames.ts';
import type { Edits, Page, Root } from '../../page/page.ts';
import type { Clips } from './clips.ts';
import type { Still } from './still.ts';
import { MARK } from './still-css.ts';

/** How often animations that scripts start are looked for, in ms; nothing tells of them. */
const LOOK_EVERY_MS = 500;

/** Frames that are waited for animations to end; what has a delay takes longer, and is not waited for. */
const MOST_FRAMES = 5;

/** From so many rounds on an animation goes on for ever. */
const ENDLESS = 1000;

/** What animations show and hide something by, and what they move it by. */
const FADING = ['opacity', 'visibility'];
const MOVING = ['transform', 'translate', 'left', 'right', 'top', 'marginLeft', 'marginTop', 'textIndent'];

/** How much of its opacity something may lack beside what takes turns with it, and still count as the one in sight. */
const TOLERANCE = 0.01;

/**
 * Animations. The sheet brings those of CSS to rest, but for endless ones that show and hide something: what would be hidden
 * at rest (slides that take turns) would be so for ever. These pause, and what is most in sight then is shown wholly.
 * Those of scripts end, or pause where they have no end.
 */
export class Animations implements Still {
  readonly #page: Page;
  readonly #edits: Edits;
  readonly #clips: Clips;
  readonly #paused = new Set<Animation>();
  readonly #timer: ReturnType<typeof setInterval>;
  #isClosed = false;
  /** What was paused since the last check. */
  #turns = new Set<Element>();
  /** What moved without end until then: tickers, where their words are cut off at rest. */
  #movers = new Set<HTMLElement>();

  constructor(page: Page, clips: Clips) {
    this.#page = page;
    this.#clips = clips;
    this.#edits = page.edits('motion');
    this.#timer = setInterval(() => {
      for (const root of page.roots()) for (const animation of runningIn(root)) this.#end(animation);
    }, LOOK_EVERY_MS);
  }

  take(within: Root | Element): void {
    for (const animation of runningIn(within)) {
      this.#end(animation);
      const effect = animation.effect as KeyframeEffect | null;
      if (!effect?.target || effect.pseudoElement || !('animationName' in animation)) continue;
      const { target } = effect;
      const changes = new Set(effect.getKeyframes().flatMap((frame) => Object.keys(frame)));
      const isFading = FADING.some((name) => changes.has(name));
      if (!isFading && !MOVING.some((name) => changes.has(name))) continue;
      if (this.#turns.has(target) || this.#page.isOwn(target)) continue;
      // Marked first: the sheet hides how many rounds the page has meant.
      this.#edits.setAttribute(target, MARK, 'paused');
      const rounds = styleOf(target)?.animationIterationCount.split(',') ?? [];
      const isEndless = rounds.some((count) => !(parseFloat(count) < ENDLESS));
      if (isEndless && isFading) this.#turns.add(target);
      else this.#edits.setAttribute(target, MARK, null);
      if (isEndless && !isFading) this.#movers.add(target as HTMLElement);
    }
  }

  /** Shows what is most in sight of what takes turns in one place, once the sheet is there. */
  check(): void {
    const places = new Map<Node | null, Map<Element, number>>();
    for (const element of this.#turns) {
      const place = places.get(element.parentNode) ?? new Map<Element, number>();
      places.set(element.parentNode, place.set(element, opacityOf(element)));
    }
    this.#turns = new Set();
    for (const element of this.#movers) if (this.#clips.isCut(element)) this.#clips.hold(element);
    this.#movers = new Set();
    this.#page.track(this.#rest().catch((error: unknown) => this.#page.report(error, 'motion')));
    for (const place of places.values()) {
      const most = Math.max(...place.values());
      for (const [element, opacity] of place) {
        if (opacity >= most - TOLERANCE) this.#edits.setAttribute(element, MARK, 'paused shown');
      }
    }
  }

  /** Waits until what has just been given no time has taken it: an animation begins with one frame and ends with another. */
  async #rest(): Promise<void> {
    for (let frame = 0; frame < MOST_FRAMES && !this.#isClosed; frame++) {
      await nextFrame(this.#page.window);
      const isAtRest = (animation: Animation): boolean =>
        !('animationName' in animation) || animation.playState !== 'running';
      if (this.#page.roots().every((root) => runningIn(root).every(isAtRest))) return;
    }
  }

  /** Brings an animation of a script to its end, or to a stop where it has none. */
  #end(animation: Animation): void {
    if ('animationName' in animation || 'transitionProperty' in animation || animation.playState !== 'running') return;
    const target = (animation.effect as KeyframeEffect | null)?.target;
    if (!target || this.#page.isOwn(target)) return;
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    else {
      animation.pause();
      this.#paused.add(animation);
    }
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    for (const animation of this.#paused) if (animation.playState === 'paused') animation.play();
    this.#paused.clear();
  }
}

const runningIn = (within: Root | Element): Animation[] =>
  'tagName' in within ? within.getAnimations({ subtree: true }) : within.getAnimations();

const styleOf = (element: Element): CSSStyleDeclaration | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element);

function opacityOf(element: Element): number {
  const style = styleOf(element);
  return !style || style.visibility === 'hidden' ? 0 : parseFloat(style.opacity);
}
