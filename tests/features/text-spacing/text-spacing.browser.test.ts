import { expect } from 'chai';
import { runFeatures, type RunningFeatures } from '../../../src/features/run-features.ts';
import { createTextSize } from '../../../src/features/text-size/text-size.ts';
import { createTextSpacing } from '../../../src/features/text-spacing/text-spacing.ts';
import { openPage } from '../../../src/page/open-page.ts';
import type { Page } from '../../../src/page/page.ts';
import { DEFAULT_PREFERENCES, type PreferencesPatch } from '../../../src/preferences/preferences.ts';
import { drawn, openHostPage, stateOf, type HostPage } from '../../support/host-page.ts';

const LONG = 'Ủy ban nhân dân tỉnh công bố danh mục thủ tục hành chính được sửa đổi, bổ sung trong lĩnh vực đất đai';

describe('text spacing', () => {
  let host: HostPage | undefined;
  let page: Page;
  let running: RunningFeatures;
  const open = async (html: string, isReversed = false): Promise<void> => {
    host = await openHostPage(`<!DOCTYPE html><html><body>${html}</body></html>`);
    page = openPage(host.document);
    const features = [createTextSize(), createTextSpacing()];
    running = runFeatures(page, isReversed ? features.reverse() : features);
  };
  const set = (patch: Omit<PreferencesPatch, 'textSpacing' | 'reading'> & { textSpacing?: boolean }): Promise<void> =>
    running.update({ ...DEFAULT_PREFERENCES, ...patch });
  afterEach(() => {
    running.dispose();
    page.close();
    host?.remove();
    host = undefined;
  });
  const byId = (id: string): HTMLElement => host!.document.getElementById(id)!;

  /** Line height, letter and word spacing, and room after, as multiples of the font size. */
  const room = (element: Element): Record<'line' | 'letter' | 'word' | 'after', number> => {
    const style = host!.window.getComputedStyle(element);
    const share = (length: string): number => Math.round((parseFloat(length) / parseFloat(style.fontSize)) * 100) / 100;
    return {
      line: share(style.lineHeight),
      letter: share(style.letterSpacing),
      word: share(style.wordSpacing),
      after: share(style.marginBottom),
    };
  };
  const WCAG = { line: 1.5, letter: 0.12, word: 0.16, after: 2 };

  it('gives every text the four values of WCAG 1.4.12', async () => {
    await open(`<p id="a" style="font:14px Arial;margin:0">${LONG} <b id="b" style="font-size:20px">mới</b></p>
      <ul><li id="c">Một</li></ul><table><tr><td id="d" style="line-height:13px">Ô</td></tr></table>`);
    await set({ textSpacing: true });
    expect(room(byId('a'))).to.deep.equal(WCAG);
    for (const id of ['b', 'c', 'd']) expect(room(byId(id)), id).to.deep.equal({ ...WCAG, after: 0 });
  });

  it('leaves what the page has more of', async () => {
    await open(`<style>#a{font:14px/2 Arial;letter-spacing:3px;word-spacing:1em;margin-bottom:50px}</style>
      <p id="a">Văn bản <span id="b">mới</span></p><p id="c" style="line-height:40px">Menu</p>`);
    await set({ textSpacing: true });
    const { line, letter, word, after } = room(byId('a'));
    expect([line, letter, word, after]).to.deep.equal([2, 0.21, 1, 3.57]);
    expect(room(byId('b')).line).to.equal(2);
    expect(room(byId('c')).line).to.equal(2.5);
  });

  it('wins over !important, inline !important and layers, and gives way exactly', async () => {
    await open(`<style>@layer a, b; @layer a.c { * { line-height: 1 !important } }
        * { letter-spacing: 0 !important } html body #a#a#a { word-spacing: 0 !important; margin: 0 !important }</style>
      <p id="a">Văn bản</p>
      <p id="b" style="line-height:1!important;letter-spacing:-1px ! important;margin:0 !important">Thông báo</p>`);
    const before = stateOf(host!.document);
    await set({ textSpacing: true });
    expect(room(byId('a'))).to.deep.equal(WCAG);
    expect(room(byId('b'))).to.deep.equal(WCAG);
    await set({});
    const after = stateOf(host!.document);
    expect(after.dom).to.equal(before.dom);
    expect(after.styles === before.styles).to.equal(true);
  });

  it('reaches shadow roots and frames of the page', async () => {
    await open(
      '<div id="host" style="letter-spacing:0"></div><iframe id="frame" srcdoc="<p>Trong khung</p>"></iframe>',
    );
    byId('host').attachShadow({ mode: 'open' }).innerHTML =
      '<style>:host{line-height:1!important}p{line-height:1!important;margin:0}</style><p>Trong bóng</p><slot></slot>';
    byId('host').append(host!.document.createElement('b'));
    byId('host').lastElementChild!.textContent = 'Trong khe';
    const frame = byId('frame') as HTMLIFrameElement;
    while (!frame.contentDocument?.querySelector('p')) await drawn();
    page.close();
    page = openPage(host!.document);
    running = runFeatures(page, [createTextSpacing()]);
    await set({ textSpacing: true });
    expect(room(byId('host').shadowRoot!.querySelector('p')!)).to.deep.equal(WCAG);
    expect(room(byId('host').lastElementChild!).line).to.equal(1.5);
    const inner = frame.contentDocument.querySelector('p')!;
    expect(parseFloat(frame.contentWindow!.getComputedStyle(inner).letterSpacing)).to.be.closeTo(16 * 0.12, 0.01);
  });

  it('holds for what the page adds later, before it is painted', async () => {
    await open('<style>.tall{line-height:3}</style><div id="list"></div><span id="late"></span>');
    await set({ textSpacing: true });
    byId('list').innerHTML = '<p id="a" style="line-height:1!important">Một</p><p id="b" class="tall">Hai</p>';
    byId('late').textContent = 'Đến sau';
    await Promise.resolve();
    expect(room(byId('a'))).to.deep.equal(WCAG);
    expect(room(byId('b')).line).to.equal(3);
    expect(room(byId('late')).line).to.equal(1.5);
    byId('b').after(byId('b').cloneNode(true));
    byId('b').className = '';
    await Promise.resolve();
    expect(room(byId('b')).line).to.equal(1.5);
    const copy = byId('list').lastElementChild!;
    running.dispose();
    expect([copy.getAttribute('style') ?? '', room(copy).line]).to.deep.equal(['', 3]);
  });

  it('takes up rules that come later', async () => {
    await open('<style id="css"></style><p id="a">Một</p>');
    await set({ textSpacing: true });
    byId('css').textContent = 'p{line-height:2.5;letter-spacing:1em}';
    while (room(byId('a')).line === 1.5) await drawn();
    expect(room(byId('a')).line).to.equal(2.5);
    expect(room(byId('a')).letter).to.equal(1);
  });

  it('leaves signs, drawings and the columns of pre as they are', async () => {
    await open(`<style>i::before{content:"\\f015"}i.word::before{content:"Mới"}</style>
      <i id="icon" style="line-height:1"></i><i id="word" class="word"></i><button id="close" style="line-height:1">×</button>
      <svg><text id="svg" y="9">Hình</text></svg><pre><b id="pre">a  b</b></pre>
      <p id="spacer" style="margin:0">&nbsp;</p><a id="picture" style="line-height:0"><img alt=""></a>`);
    await set({ textSpacing: true });
    expect([
      room(byId('icon')).line,
      host!.window.getComputedStyle(byId('icon')).letterSpacing.replace('0px', 'normal'),
    ]).to.deep.equal([1, 'normal']);
    expect(room(byId('word')).letter).to.equal(0.12);
    expect(room(byId('close')).line).to.equal(1);
    expect(room(byId('svg')).letter || 0).to.equal(0);
    expect([room(byId('pre')).letter, room(byId('pre')).word || 0]).to.deep.equal([0.12, 0]);
    expect(room(byId('spacer')).after).to.equal(0);
    expect(room(byId('picture')).line).to.equal(0);
  });

  it('gives room after blocks that stand for paragraphs, and only after those', async () => {
    await open(`<div><div id="a">${LONG}</div><div id="b">${LONG}</div></div><div id="c">Ngắn</div><div>Ngắn</div>`);
    await set({ textSpacing: true });
    expect([room(byId('a')).after, room(byId('b')).after, room(byId('c')).after]).to.deep.equal([2, 0, 0]);
  });

  for (const isReversed of [false, true]) {
    it(`comes to the same page with text size, in ${isReversed ? 'one' : 'the other'} order`, async () => {
      const html = `<style>p{font:14px/16px Arial;letter-spacing:2px}#box{height:40px;overflow:hidden;width:240px}</style>
        <div id="box"><p id="a" style="line-height:20px!important">${LONG}</p></div><p id="b">${LONG}</p>`;
      await open(html, isReversed);
      const before = stateOf(host!.document);
      await set({ textSpacing: true });
      const spaced = stateOf(host!.document);
      await set({ textScale: 2, textSpacing: true });
      expect(parseFloat(host!.window.getComputedStyle(byId('a')).fontSize)).to.equal(28);
      expect([room(byId('a')).line, room(byId('b')).line, room(byId('b')).letter]).to.deep.equal([1.5, 1.5, 0.14]);
      await set({ textScale: 2 });
      const larger = stateOf(host!.document);
      expect(host!.window.getComputedStyle(byId('a')).lineHeight).to.equal('40px');
      await set({});
      expect(stateOf(host!.document).styles === before.styles, 'undone').to.equal(true);
      await set({ textScale: 2 });
      expect(stateOf(host!.document).styles === larger.styles, 'text size as if alone').to.equal(true);
      await set({ textScale: 2, textSpacing: true });
      await set({ textSpacing: true });
      expect(stateOf(host!.document).styles === spaced.styles, 'text spacing as if alone').to.equal(true);
      await set({});
      expect(stateOf(host!.document).dom).to.equal(before.dom);
    });
  }
});
