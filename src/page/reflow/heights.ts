import { around, isFlexItem, styleOf, sum } from './computed.ts';
import type { Step, Steps } from './steps.ts';

/** Times a box is asked to be as high as its text was seen to need. */
const MOST_STEPS = 4;

/** Lets a fixed height become a least height; then asks for the height that the text was seen to need, `by` px more. */
export function heighten(steps: Steps, box: Element, by: number): boolean {
  const need: Step = ({ height }) => `min-height:${Math.ceil(sum(height) + by)}px`;
  return steps.take(box, 'height', letGrow, ...Array<Step>(by > 0 ? MOST_STEPS : 0).fill(need));
}

const letGrow: Step = ({ display, height, minHeight }, box) => {
  if (/^table-(row|cell)|^table$/.test(display)) return 'max-height:none';
  let css = `height:auto;max-height:none;min-height:${Math.max(sum(height), sum(minHeight))}px`;
  // Floats count for the height of what holds them together only.
  if (display === 'block' && hasFloats(box)) css += ';display:flow-root';
  if (isFlexItem(box, /^column/)) css += ';flex-shrink:0';
  return css;
};

/** Lets a box that hides more below show what it showed, and no more. */
export function stretch(steps: Steps, box: Element, by: number): boolean {
  const taller: Step = ({ height }) => `height:${Math.ceil(sum(height) + by)}px;max-height:none`;
  return steps.take(box, 'stretch', ...Array<Step>(MOST_STEPS).fill(taller));
}

/** A line height that stays at least as large as the reader asked for, who may have chosen text spacing. */
export const lines = (lineHeight: number): string => `line-height:max(${lineHeight},var(--ro-chu-least-line,0))`;

/** Sets how far apart the lines of a text are, unitless; of the block around it too, whose own line is the least. */
export function setLines(steps: Steps, text: Text, lineHeight: number): void {
  for (const element of around(text, () => false)) {
    steps.take(element, 'lines', () => lines(lineHeight));
    if (styleOf(element).display !== 'inline') return;
  }
}

/** Shows as many lines of a clamped text as the reader saw of it. */
export function unclamp(steps: Steps, text: Text, lines: number): void {
  for (const element of around(text, () => false)) {
    const clamp = parseInt(styleOf(element).getPropertyValue('-webkit-line-clamp'));
    if (!clamp) continue;
    steps.take(element, 'clamp', () => `-webkit-line-clamp:${Math.max(clamp, lines)}`);
    return;
  }
}

const hasFloats = ({ children }: Element): boolean => {
  for (let i = 0; i < children.length; i++) if (styleOf(children[i]!).float !== 'none') return true;
  return false;
};
