// The demo portal without a mouse, with a screen reader, and as the system is set: reduced motion, forced colours, print.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hear, isFirefox, look, openPortal, settled, tabTo } from './support/portal.mjs';

/** Only the DevTools protocol can ask for these. */
const CHROMIUM_ONLY = { skip: isFirefox && 'Firefox has no DevTools protocol' };
const PAGES = ['index.html', 'bai-viet.html', 'thu-tuc.html'];

let portal;
let reader;
let tab;

before(async () => {
  portal = await openPortal();
  reader = await portal.newReader({ isStill: true });
  tab = await reader.open();
});
after(() => portal?.close());

const choose = async (page, patch) => {
  await page.evaluate((wanted) => window.roChu.set(wanted), patch);
  await settled(page);
};
/** Waits until that is chosen and shown: Firefox answers before the page has had the key. */
const chosen = async (page, wanted) => {
  await page.waitForFunction(
    (values) => Object.entries(values).every(([name, value]) => window.roChu.preferences[name] === value),
    {},
    wanted,
  );
  await settled(page);
};
/** Waits until the panel of the toolbar stands open, or closed. */
const panel = (page, isOpen) =>
  page.waitForFunction(
    (wanted) => !!document.querySelector('ro-chu-toolbar').shadowRoot.getElementById('panel') === wanted,
    {},
    isOpen,
  );
const focusedId = (page) => page.evaluate(() => window.focused()?.id ?? '');

/** Id or value of what has the focus, whether it can be seen, and whether it is marked. */
const describeFocus = (page) =>
  page.evaluate(() => {
    const element = window.focused();
    const { outlineStyle, outlineWidth, visibility } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
      name: element.id || element.name || element.localName,
      isMarked: isMarked(element) || (!!element.labels?.[0] && isMarked(element.labels[0])),
      isSeen:
        visibility === 'visible' &&
        box.width > 0 &&
        box.left >= 0 &&
        box.right <= innerWidth &&
        box.bottom > 0 &&
        box.top < innerHeight,
    };
    function isMarked(one) {
      const style = one === element ? { outlineStyle, outlineWidth } : getComputedStyle(one);
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    }
  });

/** Every stop of the Tab key in the toolbar, from the first on, until the focus is in the page. */
async function walk(page) {
  const stops = [];
  while (stops.length < 30) {
    await page.keyboard.press('Tab');
    if (!(await page.evaluate(() => document.activeElement?.localName === 'ro-chu-toolbar'))) return stops;
    stops.push(await describeFocus(page));
  }
  throw new Error(`the focus does not leave the toolbar: ${stops.map(({ name }) => name).join(', ')}`);
}

/** So many stops back with Shift+Tab; not further, as the browser's own buttons come before the page. */
async function walkBack(page, count) {
  const stops = [];
  for (let press = 0; press < count; press += 1) {
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    stops.push(await describeFocus(page));
  }
  return stops;
}

for (const isFull of [false, true]) {
  describe(`${isFull ? 'the whole bar' : 'the one button beside adopted controls'}, by keyboard alone`, () => {
    const closed = isFull ? ['text-smaller'] : ['settings'];
    const open = [
      'settings',
      ...(isFull ? ['select'] : ['text-smaller', 'text-reset', 'text-larger', 'select', 'reading-mode']),
      // Groups of radio buttons are one stop each, switches too.
      'contrast',
      'colorScheme',
      'font',
      'readingGuide',
      'textSpacing',
      'highlightLinks',
      'stillMotion',
      'bigPointer',
      'reset',
      'close',
    ];

    before(async () => {
      await reader.go(tab, 'index.html');
      // Where a page has no controls of its own, ours are all there.
      if (isFull) await tab.evaluate(() => document.querySelector('.congcu').remove());
      await tab.waitForFunction((wanted) => document.querySelector('ro-chu-toolbar').isCompact === !wanted, {}, isFull);
    });

    it('is the first thing that Tab comes to, and marks where the focus is', async () => {
      const stops = await walk(tab);
      assert.deepEqual(
        stops.map(({ name }) => name),
        closed,
      );
      assert.ok(
        stops.every(({ isMarked, isSeen }) => isMarked && isSeen),
        JSON.stringify(stops),
      );
    });

    it('takes the arrow keys along the row', { skip: !isFull }, async () => {
      await reader.go(tab, 'index.html');
      await tab.evaluate(() => document.querySelector('.congcu').remove());
      await tab.waitForFunction(() => !document.querySelector('ro-chu-toolbar').isCompact);
      await tabTo(tab, '#text-smaller');
      const row = [];
      for (let press = 0; press < 7; press += 1) {
        await tab.keyboard.press('ArrowRight');
        const focus = await describeFocus(tab);
        assert.ok(focus.isMarked && focus.isSeen, JSON.stringify(focus));
        row.push(focus.name);
      }
      assert.deepEqual(row, [
        'text-reset',
        'text-larger',
        'contrast-less',
        'contrast-more',
        'reading-mode',
        'settings',
        'text-smaller',
      ]);
      await tab.keyboard.press('End');
      assert.equal(await focusedId(tab), 'settings');
    });

    it('opens the panel, whose every control is come by both ways, and does not hold the focus', async () => {
      await tab.evaluate(() => document.querySelector('ro-chu-toolbar').shadowRoot.getElementById('settings').focus());
      await tab.keyboard.press('Enter');
      await panel(tab, true);
      assert.equal(await focusedId(tab), 'settings');
      const stops = await walk(tab);
      assert.deepEqual(
        stops.map(({ name }) => name),
        open.slice(1),
      );
      assert.deepEqual(
        stops.filter(({ isMarked, isSeen }) => !isMarked || !isSeen),
        [],
      );
      const back = await walkBack(tab, open.length);
      assert.deepEqual(back.map(({ name }) => name).reverse(), open);
    });

    it('does with its keys what its words say', async () => {
      await tabTo(tab, 'select');
      await tab.keyboard.press('End');
      await chosen(tab, { textScale: 3, contrast: 0 });
      await tabTo(tab, '[name=contrast]:checked');
      await tab.keyboard.press('ArrowRight');
      await chosen(tab, { textScale: 3, contrast: 1 });
      await tab.keyboard.press('ArrowDown');
      await chosen(tab, { textScale: 3, contrast: 2 });
      const rest = { colorScheme: 'light', font: 'legible', readingGuide: 'line' };
      for (const [name, value] of Object.entries(rest)) {
        await tabTo(tab, `[name=${name}]:checked`, { limit: 1 });
        await tab.keyboard.press('ArrowRight');
        await chosen(tab, { [name]: value });
      }
      const switches = ['textSpacing', 'highlightLinks', 'stillMotion', 'bigPointer'];
      for (const name of switches) {
        await tabTo(tab, `[name=${name}]`, { limit: 1 });
        await tab.keyboard.press(' ');
        await chosen(tab, { [name]: true });
      }
      const all = { textScale: 3, contrast: 2, ...rest, ...Object.fromEntries(switches.map((name) => [name, true])) };
      const none = {
        ...{ textScale: 1, contrast: 0, colorScheme: 'page', font: 'page', readingGuide: 'off' },
        ...Object.fromEntries(switches.map((name) => [name, false])),
      };
      await tabTo(tab, '#reset');
      await tab.keyboard.press('Enter');
      await chosen(tab, none);
      await tabTo(tab, '#undo');
      await tab.keyboard.press(' ');
      await chosen(tab, all);
      assert.equal(await focusedId(tab), 'reset');
      await tab.keyboard.press(' ');
      await chosen(tab, none);
    });

    it('closes the panel with Esc from within, and with its button, and is back at the button that opened it', async () => {
      await tabTo(tab, 'select', { isBack: true });
      await tab.keyboard.press('Escape');
      await panel(tab, false);
      assert.equal(await focusedId(tab), 'settings');
      await tab.keyboard.press(' ');
      await panel(tab, true);
      await tabTo(tab, '#close');
      await tab.keyboard.press('Enter');
      await panel(tab, false);
      assert.equal(await focusedId(tab), 'settings');
    });
  });
}

describe('reading mode by keyboard alone', () => {
  it('holds the focus while it is open, marks it, and gives it back', async () => {
    await reader.go(tab, 'bai-viet.html');
    await tabTo(tab, '#settings');
    await tab.keyboard.press('Enter');
    await panel(tab, true);
    await tabTo(tab, '#reading-mode');
    await tab.keyboard.press(' ');
    await tab.waitForSelector('ro-chu-reader >>> dialog[open]');
    // The focus begins at the title; the controls are before it.
    const controls = await walkBack(tab, 5);
    const bare = controls.filter(({ name, isMarked }) => !isMarked && !name.startsWith('input'));
    assert.deepEqual(bare, []);
    await tabTo(tab, '.close');
    for (const name of ['input[type=radio]', '.text-larger', '.text-reset', '.text-smaller'])
      await tabTo(tab, name, { isBack: true, limit: 1 });
    await tabTo(tab, '.table');
    assert.ok((await describeFocus(tab)).isMarked);
    // From the last stop on, Firefox gives synthetic keys to its own buttons, and no more to the page.
    for (let press = 0; press < 14 && !isFirefox; press += 1) {
      await tab.keyboard.press('Tab');
      const place = await tab.evaluate(() => document.activeElement.localName);
      assert.match(place, /^(body|ro-chu-reader)$/);
    }
    await tab.keyboard.press('Escape');
    await tab.waitForFunction(() => window.focused().id === 'reading-mode');
  });
});

describe('what a screen reader is given', CHROMIUM_ONLY, () => {
  it('is the toolbar, with its names and its live region', async () => {
    await reader.go(tab, 'index.html');
    await tabTo(tab, '#settings');
    await tab.keyboard.press('Enter');
    const { ours } = await readTree(tab);
    assert.ok(ours.includes('region: Tùy chỉnh hiển thị'), ours.join('\n'));
    for (const name of [
      'button: Tùy chỉnh hiển thị',
      'button: Giảm cỡ chữ, A−',
      'button: Cỡ chữ gốc, A',
      'button: Tăng cỡ chữ, A+',
      'combobox: Chọn cỡ chữ',
      'group: Tương phản',
      'radio: Như trang gốc Giữ màu của trang',
      'group: Màu hiển thị',
      'radio: Vàng trên đen',
      'group: Phông chữ',
      'radio: Rõ, dễ đọc',
      'group: Thước đọc',
      'radio: Vạch dưới dòng',
      'group: Hỗ trợ đọc',
      'switch: Giãn dòng, giãn chữ Dòng, từ và chữ cái thưa hơn',
      'switch: Làm nổi liên kết Dễ nhận ra giữa các dòng chữ',
      'switch: Dừng chuyển động Ảnh động, chữ chạy, video',
      'switch: Con trỏ lớn Con trỏ chuột to, dễ thấy',
      'button: Chế độ đọc',
      'button: Đặt lại',
      'button: Đóng',
    ]) {
      assert.ok(ours.includes(name), `${name} is not in\n${ours.join('\n')}`);
    }
    assert.ok(
      ours.some((node) => node.startsWith('status:')),
      ours.join('\n'),
    );
  });

  for (const path of PAGES) {
    it(`${path} stays what it is in roles, names and order, at 200 % and the strongest contrast too`, async () => {
      await reader.go(tab, path);
      const untouched = await readTree(tab);
      await choose(tab, { textScale: 2, contrast: 3 });
      const adjusted = await readTree(tab);
      await tab.evaluate(() => window.roChu.reset());
      await reader.go(tab, `khong/${path}`);
      const plain = await readTree(tab);
      assert.ok(plain.page.length > 100);
      assert.deepEqual(untouched.page, plain.page);
      assert.deepEqual(adjusted.page, plain.page);
    });
  }

  it("names the page's own controls, now that they are buttons", async () => {
    await reader.go(tab, 'index.html');
    const { adopted } = await readTree(tab);
    assert.deepEqual(adopted, [
      'button: A- Giảm cỡ chữ',
      'button: A Cỡ chữ gốc',
      'button: A+ Tăng cỡ chữ',
      'button: Tăng tương phản',
      'button: Giảm tương phản',
    ]);
  });
});

describe('as the system is set', CHROMIUM_ONLY, () => {
  /** @param among the session of an earlier call, as what each asks for holds beside the others */
  const emulate = async (page, features, media = '', among = null) => {
    const session = among ?? (await page.createCDPSession());
    await session.send('Emulation.setEmulatedMedia', {
      media,
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
    await settled(page);
    return session;
  };

  it('forced colours: the controls are all there, and contrast leaves the colours to the system', async () => {
    await reader.go(tab, 'khong/index.html');
    const session = await emulate(tab, { 'forced-colors': 'active' });
    const plain = await look(tab, '.ngaydang');
    await reader.go(tab, 'index.html');
    await choose(tab, { contrast: 3, textScale: 2 });
    const chosen = await look(tab, '.ngaydang');
    assert.equal(chosen.color, plain.color);
    assert.ok(Math.abs(chosen.size / plain.size - 2) < 0.02);
    await tabTo(tab, '#settings');
    await tab.keyboard.press('Enter');
    const bare = await tab.$$eval('ro-chu-toolbar >>> button, ro-chu-toolbar >>> input', (controls) =>
      controls
        .filter((control) => {
          const style = getComputedStyle(control);
          return (
            !control.getClientRects().length || style.color === style.backgroundColor || style.borderTopStyle === 'none'
          );
        })
        .map(({ id, name }) => id || name),
    );
    assert.deepEqual(bare, []);
    // A switch that is on differs from one that is off, and its knob can be seen on it.
    await tab.evaluate(() => window.roChu.set({ bigPointer: true }));
    const [on, off] = await tab.evaluate(() =>
      ['bigPointer', 'stillMotion'].map((name) => {
        const input = document.querySelector('ro-chu-toolbar').shadowRoot.querySelector(`[name=${name}]`);
        const ground = getComputedStyle(input).backgroundColor;
        return { ground, knob: getComputedStyle(input, '::before').borderTopColor };
      }),
    );
    assert.notEqual(on.ground, off.ground);
    assert.notEqual(on.knob, on.ground);
    assert.notEqual(off.knob, off.ground);
    assert.ok((await describeFocus(tab)).isMarked);
    await session.send('Emulation.setEmulatedMedia', { media: '', features: [] });
    // Back among colours of its own the page has the contrast that was chosen.
    await tab.waitForFunction(
      (color) => getComputedStyle(document.querySelector('.ngaydang')).color !== color,
      {},
      plain.color,
    );
    await tab.evaluate(() => window.roChu.reset());
  });

  it('more contrast: offered until it is answered, never imposed, and not where colours are forced', async () => {
    const newcomer = await portal.newReader({ isStill: true });
    const page = await newcomer.open();
    const offer = () =>
      page.evaluate(() => {
        const line = document.querySelector('ro-chu-toolbar').shadowRoot.querySelector('.offer');
        return !!line?.getClientRects().length;
      });
    assert.equal(await offer(), false);
    const session = await emulate(page, { 'prefers-contrast': 'more' });
    assert.equal(await offer(), true);
    assert.equal(await page.evaluate(() => window.roChu.preferences.contrast), 0);
    await newcomer.go(page, 'bai-viet.html');
    assert.equal(await offer(), true);
    await emulate(page, { 'prefers-contrast': 'more', 'forced-colors': 'active' }, '', session);
    assert.equal(await offer(), false);
    await emulate(page, { 'prefers-contrast': 'more' }, '', session);
    await tabTo(page, '#offer-dismiss');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.focused().id === 'settings');
    assert.equal(await offer(), false);
    await newcomer.go(page, 'index.html');
    assert.equal(await offer(), false);
    assert.equal(await page.evaluate(() => window.roChu.preferences.contrast), 0);

    const second = await portal.newReader({ isStill: true });
    const other = await second.open();
    await emulate(other, { 'prefers-contrast': 'more' });
    await tabTo(other, '#offer-use');
    await other.keyboard.press('Enter');
    await chosen(other, { contrast: 2 });
    await hear(other, 'Tương phản: rất rõ');
    assert.deepEqual([...newcomer.complaints, ...second.complaints], []);
    await session.detach();
    await Promise.all([newcomer.close(), second.close()]);
  });

  it('reduced motion: nothing of ours moves', async () => {
    const session = await emulate(tab, { 'prefers-reduced-motion': 'reduce' });
    await reader.go(tab, 'bai-viet.html');
    await tabTo(tab, '#settings');
    await tab.keyboard.press('Enter');
    await tab.evaluate(() => window.roChu.openReadingMode());
    const moving = await tab.evaluate(
      () =>
        ['ro-chu-toolbar', 'ro-chu-reader'].flatMap((name) =>
          [...document.querySelector(name).shadowRoot.querySelectorAll('*')].filter((element) => {
            const { transitionDuration, animationName } = getComputedStyle(element);
            return animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0);
          }),
        ).length,
    );
    assert.equal(moving, 0);
    await tab.keyboard.press('Escape');
    await session.send('Emulation.setEmulatedMedia', { media: '', features: [] });
  });

  it('print: the toolbar is left out, and an open reader is printed without its controls', async () => {
    await reader.go(tab, 'bai-viet.html');
    const session = await emulate(tab, {}, 'print');
    const heights = () =>
      tab.evaluate(() => [
        document.querySelector('ro-chu-toolbar').offsetHeight,
        document.querySelector('ro-chu-reader')?.shadowRoot.querySelector('.bar').offsetHeight ?? null,
      ]);
    assert.deepEqual(await heights(), [0, null]);
    await tab.evaluate(() => window.roChu.openReadingMode());
    assert.deepEqual(await heights(), [0, 0]);
    await session.send('Emulation.setEmulatedMedia', { media: '', features: [] });
    await tab.evaluate(() => window.roChu.closeReadingMode());
    assert.ok((await heights())[0] > 0);
  });
});

describe('all of this', () => {
  it('has met no error and no warning', () => assert.deepEqual(reader.complaints, []));
});

/** The accessibility tree: what is the page's, what of it was adopted, and what is ours, in order. */
async function readTree(page) {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const told = { page: [], adopted: [], ours: [] };
  const visit = (node, list) => {
    const name = node.name?.value?.trim() ?? '';
    const role = node.role?.value ?? '';
    // A role of ours begins here, or a control of the page that became ours.
    if (list === told.page && role === 'region' && name === 'Tùy chỉnh hiển thị') list = told.ours;
    const isControl =
      list === told.page && /^(A[-+]?|(Tăng|Giảm) tương phản)\b/.test(name) && /^(button|link|generic)$/.test(role);
    if (isControl) {
      if (role === 'button') told.adopted.push(`${role}: ${name}`);
      return;
    }
    const isText = /^(StaticText|InlineTextBox|none|generic|RootWebArea)$/.test(role);
    // Lines break elsewhere in larger text; words stay the same.
    if (!node.ignored && role !== 'InlineTextBox' && !(isText && !name)) list.push(`${role}: ${name}`);
    for (const id of node.childIds ?? []) if (byId.has(id)) visit(byId.get(id), list);
  };
  visit(nodes[0], told.page);
  return told;
}
