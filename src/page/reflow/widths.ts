import { around, isFlexItem, styleOf, sum } from './computed.ts';
import { parentOf, type SidewaysEscape } from './problems.ts';
import type { Step, Steps } from './steps.ts';

/** How many boxes inside each other are widened for one word. */
const MOST_NARROW = 5;

const BREAK_WORDS = 'min-width:0;overflow-wrap:anywhere';

/** Lets lines wrap, then the box be as wide as its longest word where there is room, then words break. */
export function widen(steps: Steps, { text, box, needed }: SidewaysEscape): void {
  if (wrapLines(steps, text, parentOf(box))) return;
  steps.take(
    box,
    'width',
    () => takeRoom(steps, box, needed),
    () => BREAK_WORDS,
  );
}

/** Makes an element that sticks out of a box fit into it: wrap, shrink, or let the box take the room around it. */
export function fit(steps: Steps, element: Element, { text, box, needed }: SidewaysEscape): void {
  if (wrapLines(steps, text, box)) return;
  const parent = parentOf(element) ?? box;
  steps.take(
    element,
    'fit',
    (style) => (/absolute|fixed/.test(style.position) ? fitPositioned(element, style) : shrink(steps, element, parent)),
    () => takeRoom(steps, box, needed),
    () => BREAK_WORDS,
    () => unline(steps, element, parent),
    ({ marginLeft, marginRight }) => !!(sum(marginLeft) || sum(marginRight)) && 'margin-left:0;margin-right:0',
    () => !/^(BODY|HTML)$/.test(box.tagName) && steps.take(box, 'scroll', () => 'overflow-x:auto'),
  );
}

/** What sticks out of the window is made to fit where its parent does. */
export function bringInside(steps: Steps, element: Element): void {
  const { body, documentElement } = element.ownerDocument;
  const limit = documentElement.clientWidth + 1;
  let culprit = element;
  for (let at = parentOf(element); at && at !== body; at = parentOf(at)) {
    if (at.getBoundingClientRect().right > limit) culprit = at;
  }
  const found = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  const text = (found ?? element.ownerDocument.createTextNode('')) as Text;
  for (const at of new Set([culprit, element])) {
    const box = parentOf(at);
    if (!box) return;
    const { hasActed } = steps;
    steps.hasActed = false;
    fit(steps, at, { text, box, culprit: at, needed: Infinity });
    if (steps.hasActed) return;
    steps.hasActed = hasActed;
  }
}

/** Lets every line around a text wrap, up to an element that is left out. */
function wrapLines(steps: Steps, text: Text, end: Element | null): boolean {
  let wraps = false;
  for (const element of around(text, (at) => at === end)) {
    const { whiteSpace } = styleOf(element);
    if (!/nowrap|^pre$/.test(whiteSpace)) continue;
    const value = whiteSpace === 'pre' ? 'pre-wrap' : 'normal';
    if (steps.take(element, 'wrap', () => `white-space:${value}`)) wraps = true;
  }
  return wraps;
}

/** Lets a box, and those around it that are as narrow, be as wide as its longest word where there is room further up. */
function takeRoom(steps: Steps, box: Element, needed: number): boolean {
  const narrow: Element[] = [];
  for (let at: Element | null = box; at && narrow.length < MOST_NARROW; at = parentOf(at)) {
    narrow.push(at);
    const parent = parentOf(at);
    if (!parent || styleOf(at).display === 'table-cell') return false;
    const { paddingLeft, paddingRight } = styleOf(parent);
    if (parent.clientWidth - sum(paddingLeft, paddingRight) < needed) continue;
    for (const element of narrow) steps.take(element, 'room', () => 'min-width:min-content');
    return true;
  }
  return false;
}

/** Lets an element be narrower than it asks to be, and a row of boxes take a second line. */
function shrink(steps: Steps, element: Element, parent: Element): string {
  if (isFlexItem(element, /^row/)) steps.take(parent, 'flex', wrapFlex);
  const style = styleOf(element);
  const edges = sum(style.paddingLeft, style.paddingRight, style.borderLeftWidth, style.borderRightWidth);
  let css = 'max-width:100%;min-width:0';
  if (edges > 0 && style.boxSizing !== 'border-box') css += ';box-sizing:border-box';
  if (style.flexShrink === '0') css += ';flex-shrink:1';
  return css;
}

const wrapFlex: Step = ({ flexWrap }) => flexWrap === 'nowrap' && 'flex-wrap:wrap';

/** Takes an element out of a row that cannot hold it: grid columns, floats, table columns. */
function unline(steps: Steps, element: Element, parent: Element): string | false {
  const { display, gridTemplateColumns } = styleOf(parent);
  if (display.includes('grid') && gridTemplateColumns.includes(' ')) {
    steps.take(parent, 'grid', () => 'grid-template-columns:minmax(0,1fr)');
    return 'grid-column:auto';
  }
  const style = styleOf(element);
  if (style.float !== 'none') return 'float:none;width:auto';
  return style.display === 'table' && 'table-layout:fixed;width:100%';
}

/** A positioned box may reach from where it begins to the end of what it hangs on. */
function fitPositioned(element: Element, { left }: CSSStyleDeclaration): string {
  const { clientWidth } = (element as HTMLElement).offsetParent ?? element.ownerDocument.documentElement;
  const room = Math.max(clientWidth - Math.max(0, sum(left)), clientWidth / 2);
  return `max-width:${room}px;min-width:0;white-space:normal`;
}
