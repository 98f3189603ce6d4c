// The demo portal in narrow and wide windows, in larger text, with its ticker and its slider at work.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openPortal, settled } from './support/portal.mjs';

/** The pages that say how wide they are (`meta viewport`); the others are wider than a phone by themselves. */
const FITTING = ['tin-tuc.html', 'bai-viet.html', 'lien-he.html'];
const SIZES = [
  [320, 568],
  [360, 740],
  [1280, 800],
];
const SCALES = [1, 2, 3];

let portal;
let reader;
let tab;

before(async () => {
  portal = await openPortal();
  reader = await portal.newReader();
  tab = await reader.open();
});
after(() => portal?.close());

const choose = async (patch) => {
  await tab.evaluate((wanted) => window.roChu.set(wanted), patch);
  await settled(tab);
};

/** Width of the page, and of the window without its scrollbar, in px. */
const widths = () => tab.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);

/** The toolbar's height, and what of it lies outside of the window's width. */
const readToolbar = () =>
  tab.$eval('ro-chu-toolbar', (toolbar) => {
    const shown = [...toolbar.shadowRoot.querySelectorAll('.root, button, select, label, .label, .value, .note')];
    return {
      height: toolbar.getBoundingClientRect().height,
      outside: shown
        .filter((element) => element.getClientRects().length)
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return left < -0.5 || right > document.documentElement.clientWidth + 0.5;
        })
        .map((element) => element.id || element.className || element.localName),
    };
  });

for (const [width, height] of SIZES) {
  describe(`a window of ${width} by ${height} px`, () => {
    before(() => tab.setViewport({ width, height }));

    for (const path of FITTING) {
      it(`${path} is no wider than without, at ${SCALES.map((scale) => `${scale * 100} %`).join(', ')}`, async () => {
        await reader.go(tab, `khong/${path}`);
        const [plain] = await widths();
        await reader.go(tab, path);
        for (const textScale of SCALES) {
          await choose({ textScale });
          const [wide, room] = await widths();
          assert.ok(
            wide <= Math.max(plain, room),
            `${textScale * 100} %: ${wide} px, without ${plain} px, on ${room} px`,
          );
          const { height: tall, outside } = await readToolbar();
          assert.deepEqual(outside, [], `${textScale * 100} %`);
          assert.ok(tall <= height / 3, `${textScale * 100} %: the closed bar is ${tall} px tall`);
        }
        await choose({ textScale: 1 });
      });
    }

    it('holds the whole bar and the open panel too', async () => {
      await reader.go(tab, 'bai-viet.html');
      await tab.locator('ro-chu-toolbar >>> #settings').click();
      for (const isFull of [false, true]) {
        // Where a page has no controls of its own, ours are all there.
        if (isFull) await tab.evaluate(() => document.querySelector('.congcu').remove());
        await tab.waitForFunction(
          (wanted) => document.querySelector('ro-chu-toolbar').isCompact === !wanted,
          {},
          isFull,
        );
        for (const textScale of SCALES) {
          await choose({ textScale });
          assert.deepEqual(
            (await readToolbar()).outside,
            [],
            `${isFull ? 'whole bar' : 'one button'}, ${textScale * 100} %`,
          );
        }
      }
      await tab.locator('ro-chu-toolbar >>> #close').click();
      for (const textScale of SCALES) {
        await choose({ textScale });
        const { height: tall } = await readToolbar();
        assert.ok(tall <= height / 3, `${textScale * 100} %: the whole bar is ${tall} px tall`);
      }
      await choose({ textScale: 1 });
    });
  });
}

describe('the sticky menu', () => {
  for (const [width, height] of SIZES) {
    it(`covers at most a third of ${width} by ${height} px at 300 %, wherever one scrolls`, async () => {
      await tab.setViewport({ width, height });
      await reader.go(tab, 'bai-viet.html');
      await choose({ textScale: 3 });
      for (const top of [0, 500, 2000, 4000]) {
        await tab.evaluate((y) => scrollTo(0, y), top);
        await settled(tab);
        // What stays in the window while the page moves.
        const covered = await tab.evaluate(() => {
          const fixed = [...document.querySelectorAll('body *')].filter(
            (element) => /sticky|fixed/.test(getComputedStyle(element).position) && element.getClientRects().length,
          );
          return fixed
            .map((element) => ({
              position: getComputedStyle(element).position,
              ...element.getBoundingClientRect().toJSON(),
            }))
            .filter((box) => box.position === 'fixed' || box.top <= 0.5)
            .map((box) => Math.min(box.bottom, innerHeight) - Math.max(box.top, 0))
            .reduce((sum, tall) => sum + Math.max(0, tall), 0);
        });
        assert.ok(covered <= height / 3, `scrolled to ${top} px: ${covered} px of ${height} px`);
      }
      await tab.evaluate(() => window.roChu.reset());
    });
  }
});

describe('the menu that opens under the mouse', () => {
  for (const textScale of [2, 3]) {
    it(`opens at ${textScale * 100} %, with every item within the window and in full view`, async () => {
      await tab.setViewport({ width: 1280, height: 900 });
      await reader.go(tab, 'index.html');
      await choose({ textScale });
      // At 300 % the banner fills the window; one scrolls until the menu is at the top, where it stays.
      await tab.$eval('.mainmenu', (menu) => scrollTo(0, menu.offsetTop + 40));
      await settled(tab);
      const { length } = await tab.$$('.cap1 > li');
      for (let index = 1; index <= length; index += 1) {
        const item = `.cap1 > li:nth-child(${index})`;
        if (!(await tab.$(`${item} > .cap2`))) continue;
        await tab.mouse.move(2, 890);
        assert.equal(await tab.$eval(`${item} > .cap2`, (list) => list.offsetHeight), 0);
        await tab.hover(`${item} > a`);
        const hidden = await tab.$$eval(`${item} > .cap2 a`, (links) =>
          links
            .filter((link) => {
              const box = link.getBoundingClientRect();
              const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
              const isOnTop = link.contains(document.elementFromPoint(x, y));
              return (
                !box.height ||
                box.left < 0 ||
                box.right > innerWidth ||
                !isOnTop ||
                link.scrollWidth > link.clientWidth + 1
              );
            })
            .map((link) => link.textContent),
        );
        assert.deepEqual(hidden, [], await tab.$eval(item, (one) => one.firstElementChild.textContent));
        // The way down to the last item must not close it.
        await tab.hover(`${item} > .cap2 > li:last-child`);
        assert.ok(await tab.$eval(`${item} > .cap2`, (list) => list.offsetHeight > 0));
      }
      await tab.evaluate(() => window.roChu.reset());
    });
  }
});

describe('ticker, slider and running lines', () => {
  it('go on at 200 %, and nothing drifts: two rounds of the slider give the same heights', async () => {
    await tab.setViewport({ width: 1280, height: 900 });
    await reader.go(tab, 'index.html');
    await choose({ textScale: 2 });
    const heights = () =>
      tab.evaluate(() =>
        ['#wrapper', '.tinchay', '.mainmenu', '.bo-cuc', '.anhchay', '.thongbao'].map(
          (selector) => `${selector} ${document.querySelector(selector).getBoundingClientRect().height}`,
        ),
      );
    const shown = (index) =>
      tab.waitForFunction(
        (at) => document.querySelectorAll('.anhchay .tam')[at].offsetHeight > 0,
        { timeout: 20_000 },
        index,
      );
    const read = [];
    for (let round = 0; round < 2; round += 1) {
      for (const index of [0, 1, 2]) {
        await shown(index);
        await settled(tab);
        read.push(await heights());
      }
    }
    // The first round lets the boxes of each picture grow; the second finds them grown.
    assert.deepEqual(read.slice(3, 6), [read[5], read[5], read[5]]);
    const left = await tab.$eval('#ds-tin-chay', (list) => list.offsetLeft);
    await tab.waitForFunction((from) => document.getElementById('ds-tin-chay').offsetLeft !== from, {}, left);
    await tab.evaluate(() => window.roChu.reset());
  });
});

describe('all of this', () => {
  it('has met no error and no warning', () => assert.deepEqual(reader.complaints, []));
});
