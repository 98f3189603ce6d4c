import type { Box } from './box.ts';

/** Height of a row, in px. */
const ROW_PX = 256;

const rowOf = (y: number): number => Math.floor(y / ROW_PX);

/** Boxes sorted by the rows of the page that they reach into, to find those near a place without asking all. */
export class Rows {
  readonly #rows = new Map<number, Box[]>();

  /** Adds a box; one that stands nowhere is left out. */
  add(box: Box): void {
    if (!box.area) return;
    for (let row = rowOf(box.area.top); row <= rowOf(box.area.bottom); row++) {
      const found = this.#rows.get(row);
      if (found) found.push(box);
      else this.#rows.set(row, [box]);
    }
  }

  /** The boxes that reach into the rows from one height to another, in px; one of several rows comes once for each. */
  *near(top: number, bottom: number): Iterable<Box> {
    for (let row = rowOf(top); row <= rowOf(bottom); row++) yield* this.#rows.get(row) ?? [];
  }
}
