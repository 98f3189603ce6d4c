// What contrast does to the saved portals: a line of JSON for each page, level and scheme, and a total.
//
//   node bench/contrast-corpus.mjs [--match STR] [--level 1,2] [--scheme page] [--width 1280]
//                                  [--parts axe,kept,pictures,pixels] [--texts 200] [--widget DIR] [--off] [--calibrate]
//
// How to read it: bench/README.md. `--off` leaves the engine off and judges the page as it is by the same promises;
// `--calibrate` shows how exact the pixel check is.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { askAxe } from './contrast/axe.mjs';
import { calibrate, CALIBRATION_PAGE } from './contrast/calibrate.mjs';
import { comparePictures, photograph } from './contrast/pictures.mjs';
import { measurePixels, SCALE, TOLERANCE } from './contrast/pixels.mjs';
import { hasPortals, openPortals, portalNames, set } from './contrast/portals.mjs';

const { values: given } = parseArgs({
  options: {
    match: { type: 'string', default: '' },
    level: { type: 'string', default: '1,2' },
    scheme: { type: 'string', default: 'page' },
    width: { type: 'string', default: '1280' },
    parts: { type: 'string', default: 'axe,kept,pictures,pixels' },
    texts: { type: 'string', default: '200' },
    widget: { type: 'string', default: fileURLToPath(new URL('../dist/widget', import.meta.url)) },
    off: { type: 'boolean', default: false },
    calibrate: { type: 'boolean', default: false },
  },
});
if (!hasPortals()) {
  console.log('The saved portals are not beside this project (../shared); there is nothing to judge.');
  process.exit(0);
}

const parts = new Set(given.parts.split(','));
const width = Number(given.width);
const choices = given.scheme
  .split(',')
  .flatMap((scheme) => given.level.split(',').map((level) => ({ scheme, level: Number(level) })));
const total = {};
const add = (name, value) => (total[name] = (total[name] ?? 0) + value);
const portals = await openPortals({ widgetFolder: given.widget });
try {
  if (given.calibrate) {
    const page = await portals.open({ html: CALIBRATION_PAGE, width, scale: SCALE });
    console.log(JSON.stringify({ scale: SCALE, tolerance: TOLERANCE, ...(await calibrate(page)) }));
  } else {
    for (const name of portalNames(given.match)) {
      await judge(name).catch((error) => {
        console.log(JSON.stringify({ page: name, error: String(error.message ?? error).split('\n')[0] }));
        add('errors', 1);
      });
      add('pages', 1);
    }
    console.log(JSON.stringify({ total }));
  }
} finally {
  await portals.close();
}

async function judge(name) {
  const rows = choices.map(({ scheme, level }) => ({ page: name, scheme, level }));
  if (['axe', 'kept', 'pictures'].some((part) => parts.has(part))) {
    const page = await portals.open({ name, width });
    if (parts.has('axe') || parts.has('kept')) await askAxe(page, 2, { isBefore: true });
    await portals.mount(page);
    const photos = parts.has('pictures') ? await beforePictures(page) : null;
    for (const row of rows) {
      await choose(page, row);
      if (parts.has('axe')) row.axe = await askAxe(page, row.level);
      if (parts.has('kept')) row.kept = await page.evaluate(() => window.judge.kept());
      if (photos) row.pictures = await afterPictures(page, photos);
    }
    await page.close();
  }
  if (parts.has('pixels')) {
    const page = await portals.open({ name, width, scale: SCALE });
    await portals.mount(page);
    for (const row of rows) {
      await choose(page, row);
      row.pixels = await measurePixels(page, { level: row.level, count: Number(given.texts) });
    }
    await page.close();
  }
  for (const row of rows) {
    console.log(JSON.stringify(row));
    sumUp(row);
  }
}

function choose(page, { scheme, level }) {
  return given.off ? null : set(page, { contrast: level, colorScheme: scheme });
}

async function beforePictures(page) {
  await page.evaluate(() => [window.judge.findPictures(), window.judge.newFilters(true)]);
  return [await photograph(page), await photograph(page)];
}

async function afterPictures(page, [before, again]) {
  const { compared, covered, moving, moved, changed } = comparePictures(before, again, await photograph(page));
  const named = async (id) => page.evaluate((n) => window.judge.pictureName(n), id);
  const [backgrounds, filters] = await page.evaluate(() => [
    window.judge.changedBackgrounds(),
    window.judge.newFilters(false),
  ]);
  return {
    compared,
    covered,
    moving,
    moved: await Promise.all(moved.map(named)),
    changed: await Promise.all(
      changed.map(async ({ id, kind, share, isDimmed }) => ({
        name: await named(id),
        kind,
        share: Number(share.toFixed(5)),
        isDimmed,
      })),
    ),
    backgrounds,
    filters,
  };
}

function sumUp({ scheme, level, axe, kept, pictures, pixels }) {
  const at = (name, value) => add(`${scheme}.${level}.${name}`, value);
  if (axe) {
    at('violations', axe.violations);
    at('undecided', axe.undecided);
    for (const [cause, count] of Object.entries(axe.causes)) at(`undecided.${cause}`, count);
  }
  if (kept) {
    at('passed', kept.passed);
    at('kept', kept.kept);
    at('moved', kept.moved);
    at('turnedOver10', kept.turned);
  }
  if (pictures) {
    const changed = pictures.changed.filter(({ kind }) => kind === 'picture');
    at('pictures', pictures.compared);
    at('picturesDimmed', changed.filter(({ isDimmed }) => isDimmed).length);
    at('picturesChanged', changed.filter(({ isDimmed }) => !isDimmed).length);
    at('svgsChanged', pictures.changed.length - changed.length);
    at('picturesMoved', pictures.moved.length);
    at('backgroundsChanged', pictures.backgrounds.length);
    at('newFilters', pictures.filters.length);
  }
  if (pixels) {
    at('texts', pixels.measured);
    at('textsUnseen', pixels.unseen);
    at('textsFailed', pixels.failed);
  }
}
