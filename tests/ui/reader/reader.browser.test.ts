import { expect } from 'chai';
import { createStore } from '../../../src/preferences/create-store.ts';
import { READING_SCHEMES } from '../../../src/preferences/limits.ts';
import { defineReader } from '../../../src/ui/define-reader.ts';
import type { RoChuReader } from '../../../src/ui/reader/reader.ts';
import { ReaderCloseEvent } from '../../../src/ui/reader/reader-close-event.ts';
import { expectAccessible } from '../../support/axe.ts';
import { openIn, someContent } from './helpers.ts';

defineReader();

const closed = (reader: RoChuReader): Promise<Event> =>
  new Promise((resolve) => reader.addEventListener(ReaderCloseEvent.eventName, resolve, { once: true }));

describe('<ro-chu-reader>', () => {
  let reader: RoChuReader | null = null;
  const open = (...args: Parameters<typeof openIn>): ReturnType<typeof openIn> => {
    const opened = openIn(...args);
    reader = opened.reader;
    return opened;
  };
  const part = (selector: string): HTMLElement => reader!.shadowRoot!.querySelector<HTMLElement>(selector)!;

  before(() => {
    document.documentElement.lang = 'vi';
    document.title = 'Trang thử';
  });

  afterEach(() => {
    reader?.remove();
    reader = null;
  });

  for (const scheme of READING_SCHEMES) {
    for (const textScale of [1, 3]) {
      it(`has nothing for axe to complain of: ${scheme}, ${textScale * 100} %`, async () => {
        const store = createStore();
        store.update({ reading: { scheme, textScale } });
        const { dialog } = open({ kind: scheme === 'sepia' ? 'other' : 'article' }, store);
        await Promise.all(dialog.getAnimations().map((animation) => animation.finished));
        await expectAccessible(reader!);
      });
    }
  }

  it('is one modal dialog named by the title, with landmarks and headings in order', () => {
    const { dialog } = open();
    expect(dialog.matches(':modal')).to.be.true;
    expect(part(`#${dialog.getAttribute('aria-labelledby')!}`).textContent).to.include('Huyện Sông Mây');
    expect(dialog.lang).to.equal('vi');
    expect(part('article').lang).to.equal('vi');
    expect([...dialog.querySelectorAll('section, main, h1, h2, h3')].map((element) => element.localName)).to.deep.equal(
      ['section', 'main', 'h1', 'h2', 'h3'],
    );
    expect(part('.host').textContent).to.equal('sonongnghiep.example.gov.vn');
    expect(part('time').getAttribute('datetime')).to.equal('2024-08-05T08:30');
    expect(part('time').textContent).to.match(/5 tháng 8.*2024.*08:30/);
  });

  it('covers the whole window and begins at the title', () => {
    const { dialog } = open();
    const box = dialog.getBoundingClientRect();
    expect([box.left, box.top, box.width, box.height]).to.deep.equal([
      0,
      0,
      document.documentElement.clientWidth,
      innerHeight,
    ]);
    expect(reader!.shadowRoot!.activeElement).to.equal(part('h1'));
    expect(dialog.scrollTop).to.equal(0);
  });

  it('gives the focus back to where it was, also into a shadow root', async () => {
    const host = document.createElement('div');
    const button = document.createElement('button');
    host.attachShadow({ mode: 'open' }).append(button);
    document.body.append(host);
    button.focus();
    const { dialog } = open();
    const done = closed(reader!);
    dialog.close();
    await done;
    expect(host.shadowRoot!.activeElement).to.equal(button);
    host.remove();
  });

  it('closes by its button, and tells so once', async () => {
    open();
    let count = 0;
    reader!.addEventListener(ReaderCloseEvent.eventName, () => count++);
    const done = closed(reader!);
    part('.close').click();
    await done;
    reader!.close();
    expect(count).to.equal(1);
    expect(reader!.isOpen).to.be.false;
  });

  it('gives the page back as it was', async () => {
    const tall = document.createElement('div');
    tall.style.height = '4000px';
    document.body.append(tall);
    window.scrollTo({ top: 700, behavior: 'instant' });
    const sheets = [...document.adoptedStyleSheets];
    const before = [
      document.documentElement.outerHTML,
      getComputedStyle(document.documentElement).overflow,
      getComputedStyle(document.body).overflow,
    ];
    open();
    expect(getComputedStyle(document.documentElement).overflow).to.equal('hidden');
    const done = closed(reader!);
    reader!.close();
    await done;
    reader!.remove();
    expect([
      document.documentElement.outerHTML,
      getComputedStyle(document.documentElement).overflow,
      getComputedStyle(document.body).overflow,
    ]).to.deep.equal(before);
    expect(document.adoptedStyleSheets).to.deep.equal(sheets);
    expect(window.scrollY).to.equal(700);
    tall.remove();
  });

  it('gives the page back when a script takes the reader away', () => {
    open();
    reader!.remove();
    expect(getComputedStyle(document.documentElement).overflow).not.to.equal('hidden');
  });

  it('changes its size by steps, keeps it, and says so', () => {
    const { dialog, store } = open();
    const size = (): number => parseFloat(getComputedStyle(part('article')).fontSize);
    expect(size()).to.equal(20);
    part('.text-larger').click();
    expect(store.current.reading.textScale).to.equal(1.1);
    expect(size()).to.be.closeTo(22, 0.01);
    expect(part('[role=status]').textContent).to.equal('Cỡ chữ 110\u202f%');
    expect(part('.value').textContent).to.equal('110\u202f%');
    part('.text-reset').click();
    expect(size()).to.equal(20);
    for (let i = 0; i < 30; i++) part('.text-larger').click();
    expect(store.current.reading.textScale).to.equal(3);
    expect(size()).to.equal(60);
    expect(part('.text-larger').getAttribute('aria-disabled')).to.equal('true');
    expect(part('[role=status]').textContent).to.include('lớn nhất');
    for (let i = 0; i < 30; i++) part('.text-smaller').click();
    expect(store.current.reading.textScale).to.equal(0.8);
    expect(part('[role=status]').textContent).to.include('nhỏ nhất');
    expect(store.current.textScale, 'the page’s own size is another matter').to.equal(1);
    expect(dialog.querySelector('[style]')).to.be.null;
    expect(reader!.getAttribute('style')).to.be.null;
  });

  it('changes its colours and keeps them', () => {
    const { dialog, store } = open();
    expect(getComputedStyle(dialog).backgroundColor).to.equal('rgb(253, 253, 251)');
    part('input[value=dark]').click();
    expect(store.current.reading.scheme).to.equal('dark');
    expect(getComputedStyle(dialog).backgroundColor).to.equal('rgb(22, 24, 28)');
    store.update({ reading: { scheme: 'sepia' } });
    expect(part('input[value=sepia]').matches(':checked'), 'follows the store').to.be.true;
    expect(getComputedStyle(dialog).backgroundColor).to.equal('rgb(246, 238, 221)');
  });

  it('works without a store', () => {
    reader = document.createElement('ro-chu-reader');
    reader.reading = someContent();
    reader.show();
    expect(reader.isOpen, 'not in a document yet').to.be.false;
    document.documentElement.append(reader);
    reader.show();
    part('.text-larger').click();
    expect(parseFloat(getComputedStyle(part('article')).fontSize)).to.be.closeTo(22, 0.01);
  });

  it('says where a page has no article, and where it has nothing', () => {
    open({ kind: 'other' });
    expect(part('.notice').textContent).to.include('không có bài viết');
    expect(part('dialog').getAttribute('aria-describedby')).to.equal('notice');
    reader!.remove();
    open({ kind: 'other', content: document.createDocumentFragment() });
    expect(part('.notice').textContent).to.include('Không tìm thấy nội dung');
    reader!.remove();
    open();
    expect(part('dialog').hasAttribute('aria-describedby')).to.be.false;
  });

  it('speaks English where it is asked to', () => {
    reader = document.createElement('ro-chu-reader');
    Object.assign(reader, { language: 'en', reading: someContent() });
    document.documentElement.append(reader);
    reader.show();
    expect(part('.close').getAttribute('aria-label')).to.equal('Close');
    expect(part('dialog').lang).to.equal('en');
    expect(part('article').lang, 'the text stays Vietnamese').to.equal('vi');
  });

  it('has targets of 44 px and lines of a good length', () => {
    open();
    for (const target of reader!.shadowRoot!.querySelectorAll('button, .swatch')) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), target.className).to.be.at.least(44);
    }
    const article = getComputedStyle(part('article'));
    expect(parseFloat(article.lineHeight) / parseFloat(article.fontSize)).to.be.at.least(1.6);
    expect(article.hyphens).to.equal('manual');
  });

  it('is out of reach of the page’s styles', () => {
    const style = document.createElement('style');
    style.textContent = `body { display: none !important } * { color: red !important; font: 9px cursive !important; visibility: hidden !important; letter-spacing: 9px !important; background: red !important }
      ro-chu-reader { display: none !important; opacity: 0 !important; zoom: 0.1 !important; direction: rtl !important; --_ink: red !important; --_ground: red !important; --_scale: 0.1 !important }`;
    document.head.append(style);
    open();
    const title = getComputedStyle(part('h1'));
    expect([title.color, title.letterSpacing, title.visibility, title.direction]).to.deep.equal([
      'rgb(26, 28, 31)',
      '-0.175px',
      'visible',
      'ltr',
    ]);
    expect(part('h1').getBoundingClientRect().height).to.be.above(30);
    expect(getComputedStyle(part('article')).fontSize).to.equal('20px');
    expect(getComputedStyle(part('dialog')).backgroundColor).to.equal('rgb(253, 253, 251)');
    style.remove();
  });

  it('keeps what is done in it from the page’s scripts', () => {
    const heard: string[] = [];
    const listen = (event: Event): void => {
      heard.push(event.type);
      event.preventDefault();
    };
    for (const name of ['keydown', 'click', 'contextmenu', 'copy', 'selectstart'])
      document.addEventListener(name, listen);
    open();
    for (const name of ['keydown', 'click', 'contextmenu', 'copy', 'selectstart']) {
      const event = new Event(name, { bubbles: true, composed: true, cancelable: true });
      part('.text p').dispatchEvent(event);
      expect(event.defaultPrevented, name).to.be.false;
    }
    for (const name of ['keydown', 'click', 'contextmenu', 'copy', 'selectstart'])
      document.removeEventListener(name, listen);
    expect(heard).to.deep.equal([]);
  });

  it('prints black on white in every scheme, without the controls', () => {
    const store = createStore();
    store.update({ reading: { scheme: 'dark' } });
    const { dialog } = open({}, store);
    // What the print rules say, said for the screen.
    const print = reader!
      .shadowRoot!.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])
      .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.media.mediaText === 'print')
      .flatMap((rule) => [...rule.cssRules].map(({ cssText }) => cssText));
    expect(print).not.to.be.empty;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(print.join(''));
    reader!.shadowRoot!.adoptedStyleSheets.push(sheet);
    expect(getComputedStyle(dialog).backgroundColor).to.equal('rgb(255, 255, 255)');
    for (const [selector, color] of [
      ['h1', 'rgb(0, 0, 0)'],
      ['.about span', 'rgb(0, 0, 0)'],
      ['time', 'rgb(51, 51, 51)'],
      ['figcaption', 'rgb(51, 51, 51)'],
      ['a', 'rgb(0, 0, 0)'],
      ['th', 'rgb(0, 0, 0)'],
    ] as const) {
      expect(getComputedStyle(part(selector)).color, selector).to.equal(color);
    }
    expect(getComputedStyle(part('.bar')).display).to.equal('none');
    expect(getComputedStyle(dialog).overflow).to.equal('visible');
  });

  it('lets a wide table scroll in a box of its own', () => {
    const store = createStore();
    store.update({ reading: { textScale: 3 } });
    const { dialog } = open({}, store);
    const box = part('.table');
    expect(box.scrollWidth).to.be.above(box.clientWidth);
    expect(box.tabIndex).to.equal(0);
    expect(box.getAttribute('aria-label')).to.equal('Bảng 1');
    expect(dialog.scrollWidth).to.equal(dialog.clientWidth);
  });
});
