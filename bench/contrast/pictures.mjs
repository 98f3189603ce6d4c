import { eachWindow, shoot } from './tiles.mjs';

const CELL = 4;

/**
 * Photographs the pictures of a page where nothing lies over them and nothing shows through.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {number} [most] windows looked at, from the top
 * @returns {Promise<Map<number, { kind: string, place: string, cells: Map<string, Uint8Array> }>>} by picture
 */
export async function photograph(page, most) {
  const photos = new Map();
  await eachWindow(
    page,
    async () => {
      const pictures = await page.evaluate(() => window.judge.picturesInView());
      const shot = pictures.length ? await shoot(page) : null;
      for (const { id, kind, left, top, place, cells } of pictures) {
        const photo = photos.get(id) ?? { kind, place, cells: new Map() };
        photos.set(id, photo);
        for (const [column, row] of cells) {
          photo.cells.set(`${column},${row}`, cut(shot, left + column * CELL, top + row * CELL));
        }
      }
    },
    { most },
  );
  return photos;
}

function cut({ width, channels, data }, left, top) {
  const cell = new Uint8Array(CELL * CELL * 3);
  for (let i = 0; i < CELL * CELL; i += 1) {
    const at = ((top + (i >> 2)) * width + left + (i & 3)) * channels;
    cell.set(data.subarray(at, at + 3), i * 3);
  }
  return cell;
}

/**
 * Compares photographs of the same pictures.
 *
 * @param {Awaited<ReturnType<typeof photograph>>} before
 * @param {Awaited<ReturnType<typeof photograph>>} again the same, once more before anything was set: what differs moves by itself
 * @param {Awaited<ReturnType<typeof photograph>>} after
 * @returns {{ compared: number, covered: number, moving: number, moved: number[], changed: { id: number, kind: string, share: number, isDimmed: boolean }[] }}
 *   `covered`: nothing of it is free; `moving`: by itself; `moved`: stands elsewhere or is gone; `share`: of its free pixels
 */
export function comparePictures(before, again, after) {
  const result = { compared: 0, covered: 0, moving: 0, moved: [], changed: [] };
  for (const [id, photo] of before) {
    const [second, third] = [again.get(id), after.get(id)];
    if (!photo.cells.size) result.covered += 1;
    else if (second?.place !== photo.place || difference(photo, second).changed) result.moving += 1;
    else if (third?.place !== photo.place) result.moved.push(id);
    else {
      const { shared, changed, likeness } = difference(photo, third);
      if (!shared) {
        result.covered += 1;
        continue;
      }
      result.compared += 1;
      if (changed) result.changed.push({ id, kind: photo.kind, share: changed / shared, isDimmed: likeness > 0.98 });
    }
  }
  return result;
}

/** Pixels that both photographs have, those that differ, and how alike light and dark lie in them (1 the same, -1 inverted). */
function difference({ cells }, other) {
  let shared = 0;
  let changed = 0;
  const [xs, ys] = [[], []];
  for (const [name, cell] of cells) {
    const after = other.cells.get(name);
    if (!after) continue;
    for (let i = 0; i < cell.length; i += 3) {
      shared += 1;
      if (cell[i] !== after[i] || cell[i + 1] !== after[i + 1] || cell[i + 2] !== after[i + 2]) changed += 1;
      xs.push(cell[i] + cell[i + 1] + cell[i + 2]);
      ys.push(after[i] + after[i + 1] + after[i + 2]);
    }
  }
  return { shared, changed, likeness: correlation(xs, ys) };
}

function correlation(xs, ys) {
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < xs.length; i += 1) {
    xy += (xs[i] - mx) * (ys[i] - my);
    xx += (xs[i] - mx) ** 2;
    yy += (ys[i] - my) ** 2;
  }
  return xx && yy ? xy / Math.sqrt(xx * yy) : 1;
}
