import { expect } from 'chai';
import { openFrame, type TestPage, until } from '../support/open-frame.ts';

const OLD = 'window.oldHandlers = (window.oldHandlers || 0) + 1';

/** One line of controls in many a markup; `%` is what is pressed, in the order larger, smaller, reset. */
const MARKUPS: Record<string, string> = {
  'links with javascript:': `<a href="javascript:void(${OLD})">A+</a> <a href="javascript:void(${OLD})">A-</a> <a href="javascript:void(${OLD})">A</a>`,
  'links to #': `<a href="#" onclick="${OLD}">A+</a><a href="#" onclick="${OLD}">A−</a><a href="#" onclick="${OLD}">A</a>`,
  spans: `<span onclick="${OLD}">Phóng to chữ</span> <span onclick="${OLD}">Thu nhỏ chữ</span> <span onclick="${OLD}">Cỡ chữ mặc định</span>`,
  'spans in a list': `<ul><li><span onclick="${OLD}">A+</span></li><li><span onclick="${OLD}">A-</span></li><li><span onclick="${OLD}">A</span></li></ul>`,
  pictures: `<img onclick="${OLD}" alt="Tăng cỡ chữ"><img onclick="${OLD}" alt="Giảm cỡ chữ"><img onclick="${OLD}" title="Cỡ chữ mặc định">`,
  'pictures in links': `<a href="#"><img onclick="${OLD}" alt="Tăng cỡ chữ"></a><a href="#"><img onclick="${OLD}" title="Giảm cỡ chữ"></a><a href="#"><img onclick="${OLD}" alt="Cỡ chữ mặc định"></a>`,
  'input pictures': `<input type="image" onclick="${OLD}" alt="Phóng to chữ"><input type="image" onclick="${OLD}" alt="Thu nhỏ chữ"><input type="image" onclick="${OLD}" title="Cỡ chữ mặc định">`,
  'input buttons': `<input type="button" onclick="${OLD}" value="A+"><input type="button" onclick="${OLD}" value="A-"><input type="button" onclick="${OLD}" value="A">`,
  buttons: `<button onclick="${OLD}" title="Tăng cỡ chữ"><i></i></button><button onclick="${OLD}" title="Giảm cỡ chữ"><i></i></button><button onclick="${OLD}" aria-label="Cỡ chữ mặc định"><i></i></button>`,
  'table cells': `<table><tr><td onclick="${OLD}">A+</td><td onclick="${OLD}">A-</td><td onclick="${OLD}">A</td></tr></table>`,
  postbacks: `<a id="a1" href="javascript:__doPostBack('lnkTang','')">Tăng cỡ chữ</a> | <a href="javascript:__doPostBack('lnkGiam','')">Giảm cỡ chữ</a> | <a href="javascript:__doPostBack('lnkGoc','')">Cỡ chữ mặc định</a>`,
  'signs that are raised': `<a href="#" onclick="${OLD}">A<sup>+</sup></a> <a href="#" onclick="${OLD}">A<sup>-</sup></a> <a href="#" onclick="${OLD}">A</a>`,
  'bare signs after words': `Cỡ chữ: <a href="#" onclick="${OLD}">+</a> <a href="#" onclick="${OLD}">-</a> <a href="#" onclick="${OLD}">Mặc định</a>`,
  'letters T': `<b onclick="${OLD}">T+</b><b onclick="${OLD}">T-</b><b onclick="${OLD}">T</b>`,
  English: `<a href="#" onclick="${OLD}">Increase font size</a> <a href="#" onclick="${OLD}">Decrease font size</a> <a href="#" onclick="${OLD}">Reset font size</a>`,
  'elements with listeners':
    '<style>.fs{cursor:pointer}</style><span class="fs">A+</span> <span class="fs">A-</span> <span class="fs">A</span>',
};

const CONTRAST = '<a href="#">Tăng tương phản</a> <a href="#">Giảm tương phản</a>';

describe('adopted controls', () => {
  let page: TestPage;
  const open = async (html: string): Promise<void> => {
    page = await openFrame({ html: `<div id="bar">${html}</div>` });
    Object.assign(page.window, { __doPostBack: () => void page.window.eval(OLD) });
    for (const element of all('.fs')) element.addEventListener('click', () => void page.window.eval(OLD));
    await page.start({ controls: 'auto' });
  };
  const all = (selector: string): HTMLElement[] => [...page.document.querySelectorAll<HTMLElement>(selector)];
  const bar = (): HTMLElement => page.document.getElementById('bar')!;
  const adopted = (): HTMLElement[] =>
    all('#bar *').filter(
      (element) => element.getAttribute('role') === 'button' || /^(BUTTON|INPUT)$/.test(element.tagName),
    );
  const oldHandlers = (): number => (page.window as unknown as { oldHandlers?: number }).oldHandlers ?? 0;
  const scale = (): number => page.window.roChu!.preferences.textScale;
  const contrast = (): number => page.window.roChu!.preferences.contrast;
  const press = (target: HTMLElement, key: string): boolean =>
    target.dispatchEvent(
      new page.window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }),
    );
  afterEach(() => {
    expect(page.errors).to.deep.equal([]);
    page.close();
  });

  for (const [what, html] of Object.entries(MARKUPS)) {
    it(`are found as ${what}; their old handlers no longer run, and they are as before in the end`, async () => {
      page = await openFrame({ html: `<div id="bar">${html}</div>` });
      Object.assign(page.window, { __doPostBack: () => void page.window.eval(OLD) });
      for (const element of all('.fs')) element.addEventListener('click', () => void page.window.eval(OLD));
      const before = bar().outerHTML;
      const widget = (await page.start({ controls: 'auto' }))!;
      const [larger, smaller, reset] = adopted();
      expect(adopted().length).to.equal(3);
      for (const control of adopted()) expect(control.tabIndex).to.equal(0);
      larger!.click();
      larger!.click();
      expect(scale()).to.equal(1.2);
      smaller!.click();
      expect(scale()).to.equal(1.1);
      reset!.click();
      expect(scale()).to.equal(1);
      expect(page.window.location.hash).to.equal('');
      expect(oldHandlers()).to.equal(0);
      widget.dispose();
      expect(bar().outerHTML).to.equal(before);
      if (!larger!.matches('[href]')) {
        larger!.click();
        expect(oldHandlers()).to.equal(1);
      }
    });
  }

  it('are left alone by default', async () => {
    page = await openFrame({ html: MARKUPS.spans! });
    const before = page.document.body.innerHTML;
    await page.start();
    expect(page.document.body.innerHTML.endsWith(before)).to.equal(true);
  });

  it('have names in words, beside what is seen on them', async () => {
    await open(
      `${MARKUPS['links to #']} <span onclick="">Tăng cỡ chữ</span> <span onclick="" title="Giảm cỡ chữ"></span>`,
    );
    expect(adopted().map((control) => control.getAttribute('aria-label'))).to.deep.equal([
      'A+ Tăng cỡ chữ',
      'A− Giảm cỡ chữ',
      'A Cỡ chữ gốc',
      null,
      'Giảm cỡ chữ',
    ]);
  });

  it('take Enter and Space', async () => {
    await open(MARKUPS['links to #']!);
    const [larger] = adopted();
    expect(press(larger!, 'Enter')).to.equal(false);
    expect(press(larger!, ' ')).to.equal(false);
    expect(press(larger!, 'Tab')).to.equal(true);
    expect(scale()).to.equal(1.2);
  });

  it('do not run handlers that wait on the document or on other events', async () => {
    page = await openFrame({ html: `<div id="bar">${MARKUPS['letters T']!}</div>` });
    for (const type of ['click', 'mousedown', 'pointerdown', 'mouseup', 'keydown', 'touchstart']) {
      page.document.addEventListener(
        type,
        (event) => {
          if ((event.target as Element).closest('b')) page.window.eval(OLD);
        },
        true,
      );
    }
    await page.start({ controls: 'auto' });
    const [larger] = adopted();
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'touchstart', 'click']) {
      larger!.dispatchEvent(new page.window.Event(type, { bubbles: true, cancelable: true }));
    }
    press(larger!, 'Enter');
    expect(oldHandlers()).to.equal(0);
    expect(scale()).to.equal(1.2);
  });

  it('are found when they arrive later, and forgotten when they go', async () => {
    await open('');
    bar().innerHTML = MARKUPS.spans! + CONTRAST;
    await until(() => adopted().length === 5);
    await until(() => page.toolbar().isCompact);
    bar().innerHTML = '';
    await until(() => !page.toolbar().isCompact);
  });

  it('include contrast, and shrink the bar to one button when the set is full', async () => {
    await open(`${MARKUPS['links to #']} | ${CONTRAST}`);
    expect(page.toolbar().isCompact).to.equal(true);
    const [more, less] = adopted().slice(3);
    more!.click();
    more!.click();
    less!.click();
    expect(contrast()).to.equal(1);
  });

  it('leave the bar whole without contrast, or where they are hidden', async () => {
    await open(MARKUPS['links to #']!);
    expect(page.toolbar().isCompact).to.equal(false);
    page.close();
    await open(`<div style="display:none">${MARKUPS['links to #']} | ${CONTRAST}</div>`);
    expect(page.toolbar().isCompact).to.equal(false);
  });

  it('make a lone contrast control go through the levels and round again', async () => {
    await open(`${MARKUPS['links to #']} <a href="#">Độ tương phản</a>`);
    const control = adopted()[3]!;
    const levels = [1, 2, 3, 4].map(() => (control.click(), contrast()));
    expect(levels).to.deep.equal([1, 2, 3, 0]);
  });

  for (const [what, html] of Object.entries({
    'grades in a table':
      '<table><tr><td onclick="">Toán</td><td onclick="">A+</td></tr><tr><td onclick="">Văn</td><td onclick="">A-</td></tr></table>',
    'grades to choose from':
      '<a href="#">A+</a> <a href="#">A</a> <a href="#">A-</a> <a href="#">B+</a> <a href="#">B</a>',
    'blood groups': '<p>Nhóm máu: <span onclick="">A+</span> <span onclick="">A-</span></p>',
    'ratings with pages': '<a href="/xep-hang/a-cong">A+</a> <a href="/xep-hang/a-tru">A-</a>',
    'letters to go through': '<a href="#">A</a> <a href="#">B</a> <a href="#">C</a>',
    'a lone A': '<a href="#">A</a>',
    'a lone A+': '<a href="#">A+</a>',
    'a heading': '<h2>Cỡ chữ</h2><p>A- A A+</p><p>Tăng cỡ chữ, Giảm cỡ chữ</p>',
    'text that can not be pressed': '<span>A+</span> <span>A-</span>',
    'a guide to other pages': '<a href="/tro-giup/tang">Tăng cỡ chữ</a> <a href="/tro-giup/giam">Giảm cỡ chữ</a>',
    'contents of this page':
      '<a href="#tang">Tăng cỡ chữ</a> <a href="#giam">Giảm cỡ chữ</a><h3 id="tang">1</h3><h3 id="giam">2</h3>',
    'a number of copies': '<p>Số bản sao: <b onclick="">-</b> 1 <b onclick="">+</b></p>',
    'a map': '<p>Bản đồ <a href="#" title="Phóng to">+</a><a href="#" title="Thu nhỏ">−</a></p>',
    'a tree': '<ul><li onclick="">+<ul><li onclick="">-</li></ul></li></ul>',
    'a lone contrast': '<a href="#">Tương phản</a>',
    headlines: '<a href="javascript:open(1)">Tăng lương cơ sở</a> <a href="javascript:open(2)">Giảm nghèo bền vững</a>',
    'declared controls': '<a data-ro-chu="text-larger">A+</a> <a data-ro-chu="text-smaller">A-</a>',
  })) {
    it(`are not seen in ${what}`, async () => {
      page = await openFrame({ html: `<div id="bar">${html}</div>` });
      const before = bar().outerHTML;
      await page.start({ controls: 'auto' });
      expect(bar().outerHTML).to.equal(before);
    });
  }
});
