import { around, rectOf, styleOf, sum } from './computed.ts';
import { heighten, lines } from './heights.ts';
import { isTrack } from './problems.ts';
import { NO_OFFSETS, type Step, type Steps } from './steps.ts';

/** Times one positioned text is moved below others that it came to lie on. */
const MOST_PUSHES = 12;

/** Share of its box's width up to which a text that is put into the flow keeps its distance from the left edge. */
const MOST_INDENT = 0.4;

/** Gives two texts that came to lie over each other a place each; the gentlest way first. */
export function separate(steps: Steps, first: Text, second: Text): void {
  const pairs = [
    [first, second],
    [second, first],
  ] as const;
  /** Whether a step could be taken on some element that holds only one of the two. */
  const tryOn = (order: readonly (readonly [Text, Text])[], take: (at: Element, text: Text) => boolean): boolean =>
    order.some(([text, other]) => [...around(text, (at) => at.contains(other))].some((at) => take(at, text)));
  const reversed = [...pairs].reverse();
  if (tryOn(pairs, (at) => isScrolledAway(at) && steps.take(at, 'unscroll', () => 'height:auto;max-height:none')))
    return;
  if (pushDown(steps, first, second)) return;
  for (const step of [intoFlow, unshift, unpull]) {
    if (tryOn(reversed, (at) => step(styleOf(at), at) !== false && steps.take(at, 'flow', step))) return;
  }
  const holdAll = (at: Element, text: Text): boolean => {
    const by = rectOf(text).bottom - at.getBoundingClientRect().bottom;
    return by > 1 && styleOf(at).display !== 'inline' && heighten(steps, at, by);
  };
  if (tryOn(pairs, holdAll)) return;
  tryOn(reversed, (at, text) => at === text.parentElement && steps.take(at, 'lines', () => lines(1.2)));
}

/** Of two texts positioned in the same box, moves the lower one further down. */
function pushDown(steps: Steps, first: Text, second: Text): boolean {
  const one = positionedAround(first, second);
  const other = positionedAround(second, first);
  if (!one || !other || one.offsetParent !== other.offsetParent) return false;
  const isSwapped = other.getBoundingClientRect().top < one.getBoundingClientRect().top;
  const [upper, lower] = isSwapped ? [second, one] : [first, other];
  const by = rectOf(upper).bottom - lower.getBoundingClientRect().top;
  if (by <= 0) return false;
  const push: Step = ({ top }) => `top:${Math.ceil(sum(top) + by)}px;bottom:auto`;
  return steps.take(lower, 'push', ...Array<Step>(MOST_PUSHES).fill(push));
}

/** The positioned element around a text that leaves another text out. */
function positionedAround(text: Text, other: Text): HTMLElement | null {
  for (const at of around(text, (element) => element.contains(other))) {
    if (styleOf(at).position === 'absolute') return at as HTMLElement;
  }
  return null;
}

/** What floats over the page goes back among the rest, but is still what its own positioned descendants hang on. */
const intoFlow: Step = ({ position, transform, left }, element) => {
  // What the page's script moves along, as a news ticker, would stand still.
  if (position !== 'absolute' || isTrack(element)) return false;
  const indent = sum(left);
  const width = (element as HTMLElement).offsetParent?.clientWidth ?? 0;
  let css = 'position:relative;' + NO_OFFSETS;
  if (transform !== 'none') css += ';transform:none';
  if (indent > 0 && indent < width * MOST_INDENT) css += `;margin-left:${indent}px`;
  return css;
};

const unshift: Step = ({ position, top, left, right, bottom }, element) =>
  position === 'relative' &&
  !isTrack(element) &&
  [top, left, right, bottom].some((offset) => sum(offset)) &&
  NO_OFFSETS;

const unpull: Step = ({ marginTop, marginBottom }) =>
  (sum(marginTop) < 0 || sum(marginBottom) < 0) && 'margin-top:0;margin-bottom:0';

/** Whether a box scrolls up and down, and holds more than it shows. */
const isScrolledAway = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(styleOf(element).overflowY);
