import type { Edits } from '../page.ts';
import { around, rectOf, styleOf } from './computed.ts';
import { heighten, setLines, stretch, unclamp } from './heights.ts';
import { isTrack, type Problems } from './problems.ts';
import { separate } from './separate.ts';
import { NO_OFFSETS, Steps } from './steps.ts';
import { bringInside, fit, widen } from './widths.ts';

/** Gives boxes room, one step stronger each time the same box is named again; keeps what it did to whom. */
export class Remedies {
  readonly #steps: Steps;

  constructor(edits: Edits) {
    this.#steps = new Steps(edits);
  }

  /** Takes one more step against each problem; false where nothing is left to try. */
  treat(problems: Problems): boolean {
    const steps = this.#steps;
    steps.hasActed = false;
    for (const text of problems.cramped) setLines(steps, text, 1.2);
    for (const text of problems.loose) setLines(steps, text, 1.4);
    for (const control of problems.lowControls) heighten(steps, control, 0);
    for (const element of problems.covering) unstick(steps, element);
    for (const { text, lines, shown } of problems.clipped) unclamp(steps, text, Math.ceil(lines * shown));
    // Each culprit once a round: many texts name the same one.
    const treated = new Set<Element>();
    for (const escape of problems.sideways) {
      const { culprit, box } = escape;
      if (treated.has(culprit ?? box)) continue;
      treated.add(culprit ?? box);
      if (culprit) fit(steps, culprit, escape);
      else widen(steps, escape);
    }
    // What has to wrap first would else be given height that it does not need once it has.
    const mayBeTooHigh = steps.hasActed;
    for (const [box, by] of problems.tooLow) {
      if (problems.concealing.has(box)) stretch(steps, box, by);
      else heighten(steps, box, mayBeTooHigh ? 0 : by);
    }
    if (steps.hasActed) return true;
    for (const { text } of problems.clipped) unclip(steps, text);
    for (const [first, second] of problems.overlaps) separate(steps, first, second);
    if (!steps.hasActed) for (const element of problems.outside) bringInside(steps, element);
    return steps.hasActed;
  }

  /** Takes back everything. */
  undo(): void {
    this.#steps.undo();
  }

  /** Puts everything aside for a moment; the returned function puts it back. */
  suspend(): () => void {
    return this.#steps.suspend();
  }
}

/** Gives the box that cuts a text off the room for it. */
function unclip(steps: Steps, text: Text): void {
  for (const box of around(text, isTrack)) {
    const { overflowX, overflowY } = styleOf(box);
    if (!/hidden|clip/.test(overflowX + overflowY)) continue;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const rect = rectOf(text);
    const tall = Math.max(rect.bottom - bottom, top - rect.top);
    if (tall > 1) return void heighten(steps, box, tall);
    if (rect.right > right + 1 || rect.left < left - 1) {
      return widen(steps, { text, box, culprit: null, needed: rect.width });
    }
  }
}

/** A header that came to cover too much of the window scrolls with the page. */
function unstick(steps: Steps, element: Element): void {
  steps.take(element, 'stick', ({ position }) => {
    if (position === 'sticky') return 'position:relative;' + NO_OFFSETS;
    return element.getBoundingClientRect().top <= 1 ? 'position:absolute' : 'max-height:33vh;overflow-y:auto';
  });
}
