/** The cursors that we draw. */
export type CursorName = 'arrow' | 'hand' | 'caret';

/** Side of the smallest and largest cursor, in CSS px; browsers refuse more than 128, on screens of double density too. */
const SMALLEST_PX = 48;
const LARGEST_PX = 96;

/** A drawing on a grid of 48, its point of action on that grid, and the keyword that stands in where images are refused. */
interface Drawing {
  readonly path: string;
  readonly hotspot: readonly [x: number, y: number];
  readonly keyword: string;
}

const DRAWINGS: Readonly<Record<CursorName, Drawing>> = {
  arrow: { path: 'M4 3v37l9-8 6 13 7-3-6-13h13z', hotspot: [4, 3], keyword: 'default' },
  hand: {
    path: 'M18 5a3 3 0 0 1 6 0v15a3 3 0 0 1 6 1a3 3 0 0 1 6 1a3 3 0 0 1 6 2v9c0 7-4 12-11 12h-4c-5 0-8-2-11-7l-9-13a3 3 0 0 1 5-4l6 6z',
    hotspot: [21, 3],
    keyword: 'pointer',
  },
  caret: {
    path: 'M15 4h7l2 2 2-2h7v4h-6l-1 1v30l1 1h6v4h-7l-2-2-2 2h-7v-4h6l1-1v-30l-1-1h-6z',
    hotspot: [24, 24],
    keyword: 'text',
  },
};

/** Side of the cursors at a text size, in CSS px, 48 to 96. */
export const cursorSize = (textScale: number): number =>
  Math.min(LARGEST_PX, Math.max(SMALLEST_PX, Math.round(SMALLEST_PX * textScale)));

/**
 * The value of the `cursor` property: black with a white rim, to be seen on every ground.
 * @param size side in CSS px
 */
export function cursorValue(name: CursorName, size: number): string {
  const { path, hotspot, keyword } = DRAWINGS[name];
  const svg =
    `<svg id="ro-chu-${name}" xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 48 48">` +
    `<path d="${path}" stroke="#fff" stroke-width="5" stroke-linejoin="round"/><path d="${path}"/></svg>`;
  const at = hotspot.map((place) => Math.round((place * size) / 48)).join(' ');
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}") ${at},${keyword}`;
}

/** Whether a computed `cursor` is the arrow that we gave the root, inherited. */
export const isOurArrow = (cursor: string): boolean => cursor.includes('ro-chu-arrow');
