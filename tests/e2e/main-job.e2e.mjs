// The main job: a person comes to the portal, makes it readable, reads an article, goes on and finds it all as chosen.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { follow, hear, look, openPortal, settled, tabTo } from './support/portal.mjs';
import { readPage } from './support/whole-page.mjs';

const LARGER = '.congcu a:nth-child(3)';
const MORE = '.congcu a:nth-child(4)';
const NEWS = '.chuyenmuc li a';
/** Pale grey on white in the portal: nothing to read for many. */
const PALE = '.ngaydang';

let portal;
let reader;
let tab;
/** What the portal itself looks like, before any choice. */
const plain = {};

before(async () => {
  portal = await openPortal();
  reader = await portal.newReader({ isStill: true });
  tab = await reader.open();
});
after(() => portal?.close());

const preferences = (page) => page.evaluate(() => window.roChu.preferences);

describe('a person at the portal', () => {
  it("finds the page's own controls at work, as buttons", async () => {
    const names = await tab.$$eval('.congcu [role=button]', (all) => all.map((one) => one.textContent));
    assert.deepEqual(names, ['A-', 'A', 'A+', 'Tăng tương phản', 'Giảm tương phản']);
    Object.assign(plain, { news: await look(tab, NEWS), pale: await look(tab, PALE) });
  });

  it('presses A+ with the mouse, and it is done and said once, in words', async () => {
    await tab.click(LARGER);
    assert.deepEqual(await hear(tab, 'Cỡ chữ 110\u202f%'), ['Cỡ chữ 110\u202f%']);
    await settled(tab);
    assert.ok(Math.abs((await look(tab, NEWS)).size / plain.news.size - 1.1) < 0.01);
  });

  it('presses A+ with Tab and Enter', async () => {
    await tab.focus('.mainmenu .cap1 > li:last-child > a');
    await tabTo(tab, '.congcu a:nth-child(3)');
    for (let press = 0; press < 4; press += 1) await tab.keyboard.press('Enter');
    // Quick presses need not each be said, but where they end is; nothing is said twice.
    const said = await hear(tab, 'Cỡ chữ 150\u202f%');
    assert.equal(new Set(said).size, said.length, said.join());
    await settled(tab);
    assert.ok(Math.abs((await look(tab, NEWS)).size / plain.news.size - 1.5) < 0.01);
    assert.equal(await tab.evaluate(() => window.focused().textContent), 'A+');
  });

  it('raises the contrast', async () => {
    await tab.click(MORE);
    assert.deepEqual(await hear(tab, 'Tương phản: rõ'), ['Tương phản: rõ']);
    await tab.click(MORE);
    assert.deepEqual(await hear(tab, 'Tương phản: rất rõ'), ['Tương phản: rất rõ']);
    await settled(tab);
    assert.ok((await contrastOnWhite(tab, PALE)) >= 7);
  });

  it('sees the present values in the panel', async () => {
    await tab.locator('ro-chu-toolbar >>> #settings').click();
    const [size, level] = await tab.evaluate(() => {
      const { shadowRoot } = document.querySelector('ro-chu-toolbar');
      return [
        shadowRoot.querySelector('select').selectedOptions[0].text,
        shadowRoot.querySelector(':checked[type=radio]').value,
      ];
    });
    assert.deepEqual([size, level], ['150\u202f%', '2']);
    await tab.keyboard.press('Escape');
  });

  it('opens the article by its link, and finds all as chosen', async () => {
    await follow(tab, '.chuyenmuc .dau a');
    assert.match(tab.url(), /bai-viet\.html$/);
    assert.deepEqual([(await preferences(tab)).textScale, (await preferences(tab)).contrast], [1.5, 2]);
    const without = await reader.open('khong/bai-viet.html');
    const plainSize = (await look(without, '.noidungtin p, .cot-giua p')).size;
    await without.close();
    assert.ok(Math.abs((await look(tab, '.noidungtin p, .cot-giua p')).size / plainSize - 1.5) < 0.01);
  });

  it('opens reading mode by keyboard, and sees title, date, text, pictures with captions and the table', async () => {
    await tabTo(tab, '#settings');
    await tab.keyboard.press('Enter');
    await tabTo(tab, '#reading-mode');
    await tab.keyboard.press('Enter');
    await tab.waitForSelector('ro-chu-reader >>> dialog[open]');
    const seen = await tab.evaluate(() => {
      const { shadowRoot } = document.querySelector('ro-chu-reader');
      const isSeen = (element) =>
        element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
      const texts = (selector) =>
        [...shadowRoot.querySelectorAll(selector)].filter(isSeen).map((one) => one.textContent.trim());
      return {
        title: texts('h1'),
        date: texts('time'),
        paragraphs: texts('.text p').length,
        captions: texts('figcaption'),
        pictures: [...shadowRoot.querySelectorAll('img')]
          .filter(isSeen)
          .filter((image) => image.complete && image.naturalWidth).length,
        rows: texts('tr').length,
        notice: texts('.notice'),
        focused: window.focused().localName,
      };
    });
    assert.deepEqual(seen.title, [
      'Nghiệm thu đề tài khoa học và công nghệ cấp tỉnh về thâm canh chè Shan theo hướng hữu cơ tại huyện Nà Pung',
    ]);
    assert.match(seen.date.join(), /10.*7.*2024/);
    assert.ok(seen.paragraphs >= 10, `${seen.paragraphs} paragraphs`);
    assert.equal(seen.pictures, 2);
    assert.deepEqual(seen.captions, [
      'Quang cảnh phiên họp Hội đồng tư vấn đánh giá, nghiệm thu đề tài',
      'Nông dân xã Khau Nhang thu hái chè Shan tại mô hình của đề tài',
    ]);
    assert.equal(seen.rows, 7);
    assert.deepEqual(seen.notice, []);
    assert.equal(seen.focused, 'h1');
  });

  it("changes the reader's own size and colours by keyboard", async () => {
    const size = () => tab.$eval('ro-chu-reader >>> .text p', (text) => parseFloat(getComputedStyle(text).fontSize));
    const ground = () => tab.$eval('ro-chu-reader >>> dialog', (dialog) => getComputedStyle(dialog).backgroundColor);
    const before = { size: await size(), ground: await ground() };
    await tabTo(tab, '[part~=text-larger]', { isBack: true });
    await tab.keyboard.press('Enter');
    await tab.keyboard.press(' ');
    assert.ok(Math.abs((await size()) / before.size - 1.2) < 0.01);
    await tabTo(tab, '[name=scheme]:checked');
    await tab.keyboard.press('ArrowRight');
    await tab.keyboard.press('ArrowRight');
    const { reading, textScale } = await preferences(tab);
    assert.deepEqual([reading.scheme, reading.textScale, textScale], ['dark', 1.2, 1.5]);
    assert.notEqual(await ground(), before.ground);
  });

  it('leaves with Esc, and is where they were', async () => {
    await tab.keyboard.press('Escape');
    await tab.waitForFunction(() => !document.querySelector('ro-chu-reader')?.shadowRoot.querySelector('dialog[open]'));
    assert.equal(await tab.evaluate(() => window.focused().id), 'reading-mode');
    await tab.keyboard.press('Escape');
    assert.equal(await tab.evaluate(() => window.focused().id), 'settings');
  });

  it('goes on to the next page, and finds all as chosen', async () => {
    await follow(tab, '.mainmenu a[href="van-ban.html"]');
    const { textScale, contrast, reading } = await preferences(tab);
    assert.deepEqual([textScale, contrast, reading.scheme], [1.5, 2, 'dark']);
  });

  it('opens a second tab: the same; and what is changed there shows in the first', async () => {
    await tab.goto(`${portal.url}index.html`, { waitUntil: 'load' });
    await settled(tab);
    const second = await reader.open('lien-he.html');
    assert.deepEqual([(await preferences(second)).textScale, (await preferences(second)).contrast], [1.5, 2]);
    await second.click(LARGER);
    assert.deepEqual(await hear(second, 'Cỡ chữ 160\u202f%'), ['Cỡ chữ 160\u202f%']);
    const hasFollowed = async () => Math.abs((await look(tab, NEWS)).size / (plain.news.size * 1.6) - 1) <= 0.01;
    // Asked from here: a hidden tab's own timers may be held back for many seconds.
    const end = Date.now() + 10_000;
    while (!(await hasFollowed()) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(await hasFollowed());
    await second.close();
    await tab.bringToFront();
  });

  it('resets, takes that back, and resets again: the page is exactly as it was', async () => {
    await tab.locator('ro-chu-toolbar >>> #settings').click();
    await tab.locator('ro-chu-toolbar >>> #reset').click();
    const wasReset = 'Đã đặt lại như ban đầu, có thể hoàn tác';
    // What the other tab chose may still have been said here.
    assert.equal((await hear(tab, wasReset)).at(-1), wasReset);
    assert.equal((await preferences(tab)).textScale, 1);
    await tab.locator('ro-chu-toolbar >>> #undo').click();
    await settled(tab);
    assert.equal((await preferences(tab)).textScale, 1.6);
    assert.ok(Math.abs((await look(tab, NEWS)).size / plain.news.size - 1.6) < 0.01);
    assert.equal((await hear(tab, 'Cỡ chữ 160\u202f%. Tương phản: rất rõ')).length, 1);
    assert.equal(await tab.evaluate(() => window.focused().id), 'reset');
    await tab.locator('ro-chu-toolbar >>> #reset').click();
    await tab.locator('ro-chu-toolbar >>> #close').click();
    await settled(tab);
  });

  for (const path of ['index.html', 'bai-viet.html', 'thu-tuc.html', 'van-ban.html', 'tin-tuc.html', 'lien-he.html']) {
    it(`${path}: after 200 %, the strongest contrast and Reset it is as /khong/${path}`, async () => {
      await reader.go(tab, path);
      await tab.evaluate(() => window.roChu.set({ textScale: 2, contrast: 3 }));
      const changed = await readPage(tab);
      await tab.evaluate(() => window.roChu.reset());
      await tab.mouse.move(2, 880);
      await settled(tab);
      const found = await readPage(tab);
      await reader.go(tab, `khong/${path}`);
      await tab.mouse.move(2, 880);
      const wanted = await readPage(tab);
      assert.equal(found.html, wanted.html);
      assert.equal(found.css, wanted.css);
      assert.equal(found.elements.length, wanted.elements.length);
      const differing = found.elements.flatMap((style, index) => differences(style, wanted.elements[index]));
      assert.deepEqual(differing.slice(0, 10), []);
      // A look that sees no change at all would pass the lines above.
      assert.ok(changed.elements.some((style, index) => differences(style, wanted.elements[index]).length));
    });
  }

  it('has met no error, no warning, and no request to anywhere else', () => {
    assert.deepEqual(reader.complaints, []);
  });
});

describe('reading mode on a page without an article', () => {
  for (const path of ['index.html', 'tin-tuc.html']) {
    it(`${path}: says so, and shows the main part of the page`, async () => {
      await reader.go(tab, path);
      assert.equal(await tab.evaluate(() => window.roChu.openReadingMode()), true);
      const { notice, text, links } = await tab.$eval('ro-chu-reader', ({ shadowRoot }) => ({
        notice: shadowRoot.querySelector('.notice')?.textContent,
        text: shadowRoot.querySelector('.text').innerText,
        links: shadowRoot.querySelectorAll('.text a').length,
      }));
      assert.equal(notice, 'Trang này không có bài viết. Dưới đây là phần nội dung chính của trang.');
      // The news, not the menus around it.
      assert.match(text, /Khau Nhang/);
      assert.match(text, /(Đông Sách|đo lường)/);
      assert.doesNotMatch(text, /Lượt truy cập|Liên kết website|Giấy phép số/i);
      assert.ok(links >= 5, `${links} links`);
      await tab.keyboard.press('Escape');
      await tab.waitForFunction(
        () => !document.querySelector('ro-chu-reader')?.shadowRoot.querySelector('dialog[open]'),
      );
    });
  }
});

/** Contrast of a text with white, WCAG. */
async function contrastOnWhite(page, selector) {
  const { color } = await look(page, selector);
  const [red, green, blue] = color.match(/[\d.]+/g).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function differences(found, wanted) {
  if (found.style === wanted.style) return [];
  const other = wanted.style.split('\n');
  return found.style
    .split('\n')
    .map((line, at) => (line === other[at] ? '' : `${found.name} ${line}, expected ${other[at]}`))
    .filter(Boolean);
}
