import { expect } from 'chai';
import { createLinks } from '../../../src/features/links/links.ts';
import { stateOf } from '../../support/host-page.ts';
import { openAdjusted, type AdjustedHost } from '../motion/adjusted.ts';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

describe('highlightLinks', () => {
  let host: AdjustedHost;
  afterEach(() => host.remove());
  const open = async (body: string, css = 'a{text-decoration:none;color:#06c}'): Promise<void> => {
    host = await openAdjusted(createLinks, body, css);
    await host.set({ highlightLinks: true });
  };

  const expectToStandOut = (element: string | Element): void => {
    expect(host.css(element, 'text-decoration-line')).to.equal('underline');
    expect(host.css(element, 'outline-style')).to.equal('solid');
    expect(parseFloat(host.css(element, 'outline-width'))).to.be.at.least(1);
  };

  it('gives links in text, menus and lists a line and a frame, whatever weight the page has given its rules', async () => {
    await open(
      '<p>Đọc <a id="a" href="#">thông báo</a></p><ul><li><a id="b" href="#">Tin tức</a></ul><span id="c" role="link">Xem</span>',
      '#b#b{text-decoration:none!important;outline:0!important}#a:is(#a,#x#x){outline:none!important}',
    );
    for (const id of ['#a', '#b', '#c']) expectToStandOut(id);
  });

  it('leaves an anchor that leads nowhere', async () => {
    await open('<a id="a" name="x">Mục 1</a>');
    expect(host.css('#a', 'outline-style')).to.equal('none');
  });

  it('moves nothing', async () => {
    const body =
      '<p id="p">Đọc <a href="#">thông báo</a> và <a href="#"><img alt="" width="20" height="20" src=""></a></p><p id="q">Chữ</p>';
    host = await openAdjusted(createLinks, body, 'a{text-decoration:none}');
    const boxes = (): string =>
      [...host.document.querySelectorAll('*')].map((element) => JSON.stringify(element.getBoundingClientRect())).join();
    const before = boxes();
    await host.set({ highlightLinks: true });
    expect(boxes() === before).to.equal(true);
  });

  it("draws in the words' own colour, and the line below the dots of the letters", async () => {
    await open('<a id="a" href="#">Nhật ký cộng đồng</a>', 'a{color:rgb(1,2,3);font-size:40px}');
    expect(host.css('#a', 'outline-color')).to.equal('rgb(1, 2, 3)');
    expect(host.css('#a', 'text-decoration-color')).to.equal('rgb(1, 2, 3)');
    // The dot of ạ ends less than a quarter of the font size below the line of writing, in the usual fonts.
    expect(parseFloat(host.css('#a', 'text-underline-offset'))).to.be.at.least(10);
  });

  it('draws the frame inside where it would be cut off, and outside elsewhere', async () => {
    await open(
      '<div class="cut"><a id="in" href="#">Tin mới</a></div><div class="wide"><a id="out" href="#">Tin</a></div>',
      '.cut{overflow:hidden;height:24px}.cut a{display:block}.wide{overflow:hidden;padding:9px}',
    );
    expect(host.css('#in', 'outline-offset')).to.equal('-1px');
    expect(host.css('#out', 'outline-offset')).to.equal('1px');
  });

  it('puts the frame of a link without words around its picture', async () => {
    await open(`<a id="a" href="#"><img id="i" alt="Quốc huy" width="40" height="40" src="${PIXEL}"></a>`);
    expect(host.css('#i', 'outline-style')).to.equal('solid');
    expect(host.css('#i', 'outline-width')).to.equal('2px');
    expect(host.css('#a', 'outline-style')).to.equal('none');
  });

  it('frames in two colours, of which one shows on any ground, a link whose words are hidden behind a picture', async () => {
    await open('<a id="a" href="#">Trang chủ</a>', '#a{display:block;width:90px;height:40px;text-indent:-9999px}');
    expect(host.css('#a', 'outline-color')).to.equal('rgb(11, 61, 145)');
    expect(host.css('#a', 'box-shadow')).to.match(/^rgb\(255, 255, 255\).* 4px/);
  });

  it('keeps the focus apart from the frame that all links have', async () => {
    await open('<p><a id="a" href="#">Một</a> <a id="b" href="#">Hai</a></p>', 'a:focus{outline:none}');
    host.find('#a').focus({ focusVisible: true });
    expect(host.css('#a', 'outline-width')).to.equal('3px');
    expect(host.css('#b', 'outline-width')).to.equal('1px');
  });

  it('reaches content added later, shadow trees and frames', async () => {
    await open('<div id="d"></div><div id="h"></div><iframe id="f" srcdoc="<a href=#>Khung</a>"></iframe>');
    await new Promise((resolve) => setTimeout(resolve, 100));
    host.find('#d').innerHTML =
      '<div style="overflow:hidden"><a id="late" href="#" style="display:block">Mới</a></div>';
    const shadow = host.find('#h').attachShadow({ mode: 'open' });
    shadow.innerHTML = '<a href="#">Trong bóng</a>';
    // Nothing tells of a shadow tree; the page is looked at once a second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await host.settled();
    expectToStandOut('#late');
    expect(host.css('#late', 'outline-offset')).to.equal('-1px');
    expectToStandOut(shadow.querySelector('a')!);
    expectToStandOut((host.find('#f') as HTMLIFrameElement).contentDocument!.querySelector('a')!);
  });

  it('changes nothing that a screen reader is told', async () => {
    const body = `<a href="#"><img alt="Quốc huy" src="${PIXEL}"></a><a href="#">Tin</a>`;
    host = await openAdjusted(createLinks, body);
    const before = stateOf(host.document).dom;
    await host.set({ highlightLinks: true });
    expect(stateOf(host.document).dom.replaceAll(/ data-ro-chu-link="[^"]*"/g, '')).to.equal(before);
  });
});
