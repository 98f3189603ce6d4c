import { expect } from 'chai';
import { createFont } from '../../../src/features/font/font.ts';
import type { FontFiles } from '../../../src/features/font/faces.ts';
import { runFeatures, type RunningFeatures } from '../../../src/features/run-features.ts';
import { openPage } from '../../../src/page/open-page.ts';
import type { Page } from '../../../src/page/page.ts';
import { DEFAULT_PREFERENCES, type PageFont } from '../../../src/preferences/preferences.ts';
import { drawn, openHostPage, stateOf, type HostPage } from '../../support/host-page.ts';
import { FILES } from './font-files.ts';

describe('font', () => {
  let host: HostPage;
  let page: Page;
  let running: RunningFeatures;
  let reports: string[];
  const open = async (html: string, files: FontFiles = FILES, head = ''): Promise<void> => {
    host = await openHostPage(`<!DOCTYPE html><html><head>${head}</head><body>${html}</body></html>`);
    reports = [];
    page = { ...openPage(host.document), report: (_, owner) => void reports.push(owner) };
    running = runFeatures(page, [createFont(files)]);
  };
  const set = (font: PageFont): Promise<void> => running.update({ ...DEFAULT_PREFERENCES, font });
  afterEach(() => {
    running.dispose();
    page.close();
    host.remove();
  });
  const byId = (id: string): HTMLElement => host.document.getElementById(id)!;
  const familyOf = (element: Element): string =>
    element.ownerDocument.defaultView!.getComputedStyle(element).fontFamily.replaceAll('"', '');
  const ours = (): string[] =>
    [...host.document.fonts]
      .map(({ family }) => family.replaceAll('"', ''))
      .filter((name) => name.startsWith('ro-chu'));

  it('sets all text in the chosen font, with the own one behind it', async () => {
    await open(`<style>body{font-family:Arial}@layer a{*{font-family:Arial!important}}</style>
      <p id="a">Văn bản <b id="b" style="font-family:Georgia!important">mới</b></p><button id="c">Gửi</button>`);
    const { width } = byId('b').getBoundingClientRect();
    await set('legible');
    expect(familyOf(byId('a'))).to.equal('ro-chu-legible, Arial');
    expect(familyOf(byId('b'))).to.equal('ro-chu-legible, Georgia');
    expect(familyOf(byId('c'))).to.equal('ro-chu-legible, Arial');
    expect(host.document.fonts.check('16px ro-chu-legible', 'Ủy ban nhân dân tỉnh')).to.equal(true);
    expect(byId('b').getBoundingClientRect().width).to.not.equal(width);
    await set('dyslexic');
    expect(familyOf(byId('a'))).to.equal('ro-chu-dyslexic, Arial');
    expect([...new Set(ours())]).to.deep.equal(['ro-chu-dyslexic']);
    await set('page');
    expect(ours()).to.deep.equal([]);
    expect(byId('b').getBoundingClientRect().width).to.equal(width);
    expect(reports).to.deep.equal([]);
  });

  it('leaves icons, code, drawings and old Vietnamese encodings their fonts', async () => {
    await open(`<style>body{font-family:Arial}.fa{font-family:FontAwesome}.fa::before{content:"\\f015"}
        .material-icons{font-family:"Material Icons"}</style>
      <i id="fa" class="fa"></i><i id="pua" style="font-family:Own">\ue001</i><i id="name" class="material-icons">home</i>
      <code id="code">x = 1</code><span id="mono" style="font-family:Consolas,monospace">x</span>
      <svg><text id="svg">Hình</text></svg><p id="tcvn" style="font-family:'.VnTime'">§Êt n­íc</p>
      <a id="link" class="fa">Trang chủ</a>`);
    await set('legible');
    const ids = ['fa', 'pua', 'name', 'code', 'mono', 'svg', 'tcvn'];
    expect(ids.filter((id) => familyOf(byId(id)).includes('ro-chu'))).to.deep.equal([]);
    expect(familyOf(byId('fa'))).to.equal('FontAwesome');
  });

  it('leaves the signs among words to a font that has both', async () => {
    // Ours has none for private use, so they come from the font behind it.
    await open('<p id="a" style="font-family:Own">\ue001 Trang chủ</p>');
    await set('legible');
    expect(familyOf(byId('a'))).to.equal('ro-chu-legible, Own');
  });

  it('tells the name of an icon that its font draws as one sign from a word', async () => {
    // Letters moved together to one em stand in for a font that joins them.
    await open('<i id="a" style="font:20px Arial">home</i>');
    const element = byId('a');
    const natural = element.getBoundingClientRect().width;
    element.style.letterSpacing = `${(20 - natural) / 4}px`;
    await set('legible');
    expect(familyOf(element)).to.equal('Arial');
    await set('page');
    element.style.letterSpacing = '';
    await set('legible');
    expect(familyOf(element)).to.equal('ro-chu-legible, Arial');
  });

  it('reaches shadow roots, frames and what comes later', async () => {
    await open('<div id="host"></div><iframe id="frame" srcdoc="<p>Trong khung</p>"></iframe>');
    byId('host').attachShadow({ mode: 'open' }).innerHTML = '<p style="font-family:Arial">Trong bóng</p>';
    const frame = byId('frame') as HTMLIFrameElement;
    while (!frame.contentDocument?.querySelector('p')) await drawn();
    page.close();
    page = openPage(host.document);
    running = runFeatures(page, [createFont(FILES)]);
    await set('legible');
    expect(familyOf(byId('host').shadowRoot!.querySelector('p')!)).to.equal('ro-chu-legible, Arial');
    expect(familyOf(frame.contentDocument.querySelector('p')!)).to.match(/^ro-chu-legible/);
    expect(frame.contentDocument.fonts.check('16px ro-chu-legible', 'ạ')).to.equal(true);
    byId('host').insertAdjacentHTML('afterend', '<p id="a" style="font-family:Georgia">Mới</p><code id="b">x</code>');
    await Promise.resolve();
    expect(familyOf(byId('a'))).to.equal('ro-chu-legible, Georgia');
    expect(familyOf(byId('b'))).to.equal('monospace');
    running.dispose();
    expect(frame.contentDocument.fonts.size).to.equal(0);
  });

  it('keeps the page as it is where the font is missing, and says so once', async () => {
    const missing = FILES.legible.map((file) => ({ ...file, url: file.url.replace('andika-', 'nothing-') }));
    await open('<p id="a" style="font-family:Arial">Văn bản</p>', { ...FILES, legible: missing });
    const before = stateOf(host.document);
    await set('legible');
    expect(reports).to.deep.equal(['font']);
    expect(familyOf(byId('a'))).to.equal('Arial');
    expect(stateOf(host.document).dom).to.equal(before.dom);
    await set('dyslexic');
    expect(familyOf(byId('a'))).to.equal('ro-chu-dyslexic, Arial');
  });

  it('keeps the page as it is where its policy allows no fonts', async () => {
    await open(
      '<p id="a" style="font-family:Arial">Văn bản</p>',
      FILES,
      `<meta http-equiv="Content-Security-Policy" content="font-src 'none'">`,
    );
    await set('legible');
    expect(reports).to.deep.equal(['font']);
    expect(familyOf(byId('a'))).to.equal('Arial');
    expect(ours()).to.deep.equal([]);
  });
});
