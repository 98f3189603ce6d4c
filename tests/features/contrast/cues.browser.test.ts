import { expect } from 'chai';
import { WHITE } from '../../../src/color/color.ts';
import { contrastRatio } from '../../../src/color/contrast-ratio.ts';
import { parseColor } from '../../../src/color/parse-color.ts';
import { openContrasted, type ContrastedHost } from './contrasted.ts';

const PICTURE =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60"><path d="M0 0h150v60H0z"/><path fill="#fff" d="M150 0h150v60H150z"/></svg>',
  );

describe('contrast: what is not text', () => {
  let host: ContrastedHost;
  afterEach(() => host.remove());

  const open = async (body: string, css = ''): Promise<void> => {
    host = await openContrasted(body, css);
  };
  const onWhite = (selector: string, property: string): number =>
    contrastRatio(parseColor(host.css(selector, property))!, WHITE);

  it('draws the border of a control at 3:1, and leaves one that reaches it', async () => {
    await open(
      '<input id="a"><input id="b"><p id="c">Chữ</p>',
      'input{background:#fff;border:1px solid #ddd}#b{border-color:#555}#c{border:1px solid #ddd}',
    );
    const [strong, ornament] = [host.css('#b', 'border-top-color'), host.css('#c', 'border-top-color')];
    await host.setLevel(1);
    expect(onWhite('#a', 'border-top-color')).to.be.at.least(3);
    expect(host.css('#b', 'border-top-color')).to.equal(strong);
    expect(host.css('#c', 'border-top-color')).to.equal(ornament);
    await host.setLevel(0);
    expect(host.find('#a').hasAttribute('style')).to.equal(false);
  });

  it('draws a line around a field that has none, and leaves one whose ground tells it', async () => {
    await open('<input id="a"><input id="b">', 'input{background:#fafafa;border:0}#b{background:#333;color:#fff}');
    await host.setLevel(1);
    const line = parseColor(/rgb\([^)]*\)/.exec(host.css('#a', 'box-shadow'))![0])!;
    expect(contrastRatio(line, WHITE)).to.be.at.least(3);
    expect(host.css('#b', 'box-shadow')).to.equal('none');
  });

  it('leaves borders alone at the softer level', async () => {
    await open('<input id="a">', 'input{background:#fff;border:1px solid #ddd}');
    const before = host.css('#a', 'border-top-color');
    await host.setLevel(-1);
    expect(host.css('#a', 'border-top-color')).to.equal(before);
  });

  it('brings a pale icon of one colour to 3:1, and leaves pictures of several', async () => {
    await open(`<button><svg id="icon" width="24" height="24"><path id="a" fill="#ccc" d="M0 0h24v24H0z"/></svg></button>
      <svg width="24" height="24"><path id="b" fill="#fcc" d="M0 0h24v12H0z"/><path fill="#ff0" d="M0 12h24v12H0z"/></svg>
      <svg width="300" height="200"><path id="c" fill="#ccc" d="M0 0h24v24H0z"/></svg>`);
    const before = [host.css('#b', 'fill'), host.css('#c', 'fill')];
    await host.setLevel(1);
    const button = parseColor(host.css('button', 'background-color'))!;
    expect(contrastRatio(parseColor(host.css('#a', 'fill'))!, button)).to.be.at.least(3);
    expect([host.css('#b', 'fill'), host.css('#c', 'fill')]).to.deep.equal(before);
  });

  it('underlines links that only colour tells from running text, and no others', async () => {
    await open(
      `<p>Xem hướng dẫn nộp hồ sơ <a id="a" href="#">tại đây</a> trước ngày hai mươi</p>
       <p>Xem hướng dẫn nộp hồ sơ <a id="b" href="#">tại đây</a> trước ngày hai mươi</p>
       <ul><li><a id="c" href="#">Giới thiệu</a></li></ul>`,
      'a{color:#06c;text-decoration:none}#b{font-weight:700}',
    );
    await host.setLevel(1);
    expect(['#a', '#b', '#c'].map((link) => host.css(link, 'text-decoration-line'))).to.deep.equal([
      'underline',
      'none',
      'none',
    ]);
  });

  it('gives the focus a ring where the page took it away, for as long as it is there', async function () {
    await open('<button id="a">Tìm</button><button id="b">Xóa</button>', ':focus{outline:none}');
    await host.setLevel(1);
    host.find('#a').focus({ focusVisible: true });
    await host.settled();
    // A window in the background has no keyboard.
    if (!host.find('#a').matches(':focus-visible')) this.skip();
    expect(host.css('#a', 'outline-style')).to.equal('solid');
    expect(onWhite('#a', 'outline-color')).to.be.at.least(3);
    host.find('#b').focus({ focusVisible: true });
    await host.settled();
    expect([host.css('#a', 'outline-style'), host.css('#b', 'outline-style')]).to.deep.equal(['none', 'solid']);
    await host.setLevel(0);
    expect(host.find('#b').hasAttribute('style')).to.equal(false);
  });

  it('leaves a ring of the page that can be seen', async () => {
    await open('<button id="a">Tìm</button>', ':focus{outline:2px dashed #900}');
    await host.setLevel(1);
    host.find('#a').focus();
    await host.settled();
    expect(host.css('#a', 'outline-style')).to.equal('dashed');
  });

  it('makes selected text known', async () => {
    await open('<p id="a">Chữ</p>', '::selection{color:#ccc;background:#ddd}');
    await host.setLevel(1);
    const [ink, ground] = ['color', 'background-color'].map((name) => parseColor(host.css('#a', name, '::selection'))!);
    expect(contrastRatio(ink!, ground!)).to.be.at.least(15);
  });
});

describe('contrast: pseudo-elements and boxes that lie over words', () => {
  let host: ContrastedHost;
  afterEach(() => host.remove());

  const open = async (body: string, css = ''): Promise<void> => {
    host = await openContrasted(body, css);
  };

  it('takes a pseudo-element that covers its element for the ground', async () => {
    await open(
      '<div id="a"><span id="t">Tin tức</span></div>',
      '#a{position:relative;width:200px;height:40px;z-index:0;color:#333}' +
        '#a::before{content:"";position:absolute;inset:0;background:#222;z-index:-1}',
    );
    await host.setLevel(1);
    expect(host.css('#a', 'background-color', '::before')).to.equal('rgba(0, 0, 0, 0)');
    expect(host.ratio('#t')).to.be.at.least(4.5);
    const ground = parseColor(host.css('#a', 'background-color'))!;
    expect(contrastRatio(ground, WHITE), 'the ground stays dark').to.be.above(7);
  });

  it('leaves a small ornament', async () => {
    await open(
      '<div id="a">Tin tức</div>',
      '#a{position:relative;width:200px;height:40px;color:#999}#a::after{content:"";position:absolute;width:9px;height:9px;background:#c00}',
    );
    await host.setLevel(1);
    expect(host.css('#a', 'background-color', '::after')).to.equal('rgb(204, 0, 0)');
  });

  const isOnTop = (selector: string): boolean => {
    const element = host.find(selector);
    const { left, top, width, height } = element.getBoundingClientRect();
    return host.document.elementFromPoint(left + width / 2, top + height / 2)?.id === element.id;
  };

  it('brings a link above a clear box that lies over it', async () => {
    await open(
      '<div id="bar"><a id="a" href="#">Thư điện tử</a></div><h1 id="h"></h1>',
      '#bar{height:30px}#h{position:relative;margin:-30px 0 0;height:60px}',
    );
    expect(isOnTop('#a'), 'covered to begin with').to.equal(false);
    await host.setLevel(1);
    expect(isOnTop('#a')).to.equal(true);
    await host.setLevel(0);
    expect(host.find('#a').hasAttribute('style')).to.equal(false);
  });

  it('leaves words under what hides them, and under what stays in place', async () => {
    await open(
      `<p id="a">Ẩn</p><div id="over"></div><p id="b">Dưới</p><div id="fixed"></div>`,
      'p{margin:0;height:30px}#over{position:relative;margin-top:-30px;height:30px;background:#eee}' +
        '#fixed{position:fixed;inset:0}',
    );
    await host.setLevel(1);
    expect(['#a', '#b'].map((text) => host.css(text, 'z-index'))).to.deep.equal(['auto', 'auto']);
  });

  it('gives words above a clear box no clicks that were the box’s', async () => {
    await open(
      '<div id="card"><p id="a">Chi tiết</p><a id="whole" href="#"></a></div>',
      '#card{position:relative;height:40px}#whole{position:absolute;inset:0}p{margin:0}',
    );
    await host.setLevel(1);
    const { left, top } = host.find('#a').getBoundingClientRect();
    expect(host.document.elementFromPoint(left + 5, top + 5)?.id).to.equal('whole');
  });

  it('lets the ground of words reach as far as they do, and moves nothing', async () => {
    await open(
      `<div id="box"><p id="a">Hỗ trợ</p></div><p id="next">Sau</p>`,
      `#box{padding:20px;background:url("${PICTURE}") 0 0/cover}#a{margin:0;line-height:8px;font-size:20px}`,
    );
    const before = ['#a', '#next'].map((text) => host.find(text).getBoundingClientRect().top);
    const words = (): DOMRect => {
      const range = host.document.createRange();
      range.selectNodeContents(host.find('#a'));
      return range.getBoundingClientRect();
    };
    const place = words().top;
    await host.setLevel(1);
    const { top, bottom } = host.find('#a').getBoundingClientRect();
    expect(top).to.be.at.most(words().top);
    expect(bottom).to.be.at.least(words().bottom);
    expect(words().top).to.be.closeTo(place, 0.01);
    expect(host.find('#next').getBoundingClientRect().top).to.be.closeTo(before[1]!, 0.01);
  });

  it('leaves a box that cuts its last lines off as high as it is', async () => {
    await open(
      `<div id="box"><p id="a">Tập trung lắng nghe, ghi lại các ý kiến</p></div><p id="next">Sau</p>`,
      `#box{background:url("${PICTURE}") 0 0/cover}#a{margin:0;width:90px;height:24px;line-height:12px;font-size:12px;overflow:hidden}`,
    );
    const before = host.find('#next').getBoundingClientRect().top;
    await host.setLevel(2);
    expect(host.find('#next').getBoundingClientRect().top).to.equal(before);
  });
});
