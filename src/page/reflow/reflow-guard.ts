import type { Edits } from '../page.ts';
import { atOnce, giveWay, inSlices, type Around } from '../slices.ts';
import { measureLayout, type Layout } from './layout.ts';
import { findOverlaps, type Overlaps } from './overlaps.ts';
import { findProblems, isRunning } from './problems.ts';
import { Remedies } from './remedies.ts';

/** Times a page is looked at again after helping it; each look needs a layout. */
const MOST_ROUNDS = 20;

/** Lets what newly clips, overlaps or pushes one document sideways grow, without moving what was fine. */
export class ReflowGuard {
  readonly #document: Document;
  readonly #isOwn: (node: Node) => boolean;
  readonly #remedies: Remedies;
  #before: { layout: Layout; overlaps: Overlaps } | null = null;
  #run = 0;
  /** Whether all was done that could be since the reader last chose something. */
  #isDone = false;

  constructor(document: Document, edits: Edits, isOwn: (node: Node) => boolean) {
    this.#document = document;
    this.#isOwn = isOwn;
    this.#remedies = new Remedies(edits);
  }

  /** Whether the document was measured as it is without us. */
  get hasBaseline(): boolean {
    return this.#before !== null;
  }

  /** Whether the window has another width than the baseline was taken at. */
  hasNewWidth(): boolean {
    return !!this.#before && this.#before.layout.width !== (this.#document.scrollingElement?.clientWidth ?? 0);
  }

  /**
   * Measures the document as it is without us.
   * @param around puts our edits aside while it is measured, where they are in force already: in one go, as each time
   * costs two layouts of the whole page
   */
  async takeBaseline(around?: Around): Promise<void> {
    const run = ++this.#run;
    const isStale = (): boolean => run !== this.#run || !this.#document.defaultView;
    const work = measureLayout(this.#document, this.#isOwn);
    let layout: Layout | null = null;
    if (around) around(() => (layout = atOnce(work)));
    else layout = await inSlices(work, isStale);
    const overlaps = layout && (await inSlices(findOverlaps(layout), isStale));
    if (layout && overlaps) this.#before = { layout, overlaps };
  }

  /**
   * Looks at the document as it is now and helps what became worse, until nothing more can be done.
   * @param isNewStep whether the reader chose another size; else the page changed, and what runs along is left as it is,
   * since each look would find it elsewhere
   */
  async guard(isNewStep: boolean): Promise<void> {
    const run = ++this.#run;
    if (isNewStep) this.#isDone = false;
    const isLeftOut = this.#isDone ? isRunning : undefined;
    const isStale = (): boolean => run !== this.#run || !this.#document.defaultView;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      await giveWay();
      if (isStale() || !this.#before) return;
      const now = await inSlices(measureLayout(this.#document, this.#isOwn, isLeftOut), isStale);
      const problems = now && (await inSlices(findProblems(this.#before.layout, this.#before.overlaps, now), isStale));
      if (!problems) return;
      if (!this.#remedies.treat(problems)) break;
    }
    this.#isDone = true;
  }

  /** Puts what was done aside for a moment; the returned function puts it back. */
  suspend(): () => void {
    return this.#remedies.suspend();
  }

  /** Takes back what was done, so that the next look starts afresh. */
  undo(): void {
    this.#run++;
    this.#isDone = false;
    this.#remedies.undo();
  }
}
