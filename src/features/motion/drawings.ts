import type { Page, Root } from '../../page/page.ts';
import { find, type Still } from './still.ts';

const MOVING = 'animate,animateTransform,animateMotion,set';

/** Later than any animation with an end would end, in s. */
const END_S = 3600;

/** SVG drawings: animations with an end are brought to it, so that what they draw is there; endless ones pause. */
export class Drawings implements Still {
  readonly #page: Page;
  readonly #times = new Map<SVGSVGElement, number>();

  constructor(page: Page) {
    this.#page = page;
  }

  take(within: Root | Element): void {
    for (const svg of find<SVGSVGElement>(within, 'svg')) {
      if (this.#times.has(svg) || this.#page.isOwn(svg) || !svg.querySelector(MOVING) || svg.animationsPaused())
        continue;
      this.#times.set(svg, svg.getCurrentTime());
      const isEndless = svg.querySelector('[repeatCount=indefinite],[repeatDur=indefinite]') !== null;
      svg.pauseAnimations();
      if (!isEndless) svg.setCurrentTime(END_S);
    }
  }

  close(): void {
    for (const [svg, time] of this.#times) {
      if (!svg.animationsPaused()) continue;
      svg.setCurrentTime(time);
      svg.unpauseAnimations();
    }
    this.#times.clear();
  }
}
