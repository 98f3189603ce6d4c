import { expect } from 'chai';
import { openContrasted, type ContrastedHost } from './contrasted.ts';

const PICTURE =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><path fill="#fff" d="M0 0h200v100H0z"/><path d="M200 0h200v100H200z"/></svg>',
  );

describe('contrast: text and ground as a pair', () => {
  let host: ContrastedHost;
  afterEach(() => host.remove());

  const open = async (body: string, css = ''): Promise<void> => {
    host = await openContrasted(body, css);
  };

  /** Passes when the text reaches AA at level 1, AAA at 2 and 15:1 at 3; it must fail AA to begin with. */
  const expectRaised = async (selector: string, pseudo = ''): Promise<void> => {
    expect(host.ratio(selector, pseudo), 'to begin with').to.be.below(4.5);
    for (const [level, ratio] of [
      [1, 4.5],
      [2, 7],
      [3, 15],
    ] as const) {
      await host.setLevel(level);
      expect(host.ratio(selector, pseudo), `level ${level}`).to.be.at.least(ratio);
    }
  };

  it('raises grey on white', async () => {
    await open('<p id="t">Chú thích</p>', '#t{color:#aaa}');
    await expectRaised('#t');
  });

  it('keeps the exact colour of what passes already, beside and inside what is moved', async () => {
    await open(
      '<div id="out">Mờ <p id="in">Rõ</p></div><p id="red">Đỏ</p><p id="pass">Qua</p>',
      '#out{color:#aaa}#in{background:#000}#red{color:#b00}#pass{color:rgb(0, 0, 128)}',
    );
    const before = ['#in', '#pass', '#red'].map((selector) => host.css(selector, 'color'));
    await host.setLevel(1);
    expect(['#in', '#pass', '#red'].map((selector) => host.css(selector, 'color'))).to.deep.equal(before);
    expect(host.find('#pass').hasAttribute('style')).to.equal(false);
  });

  it('asks only 3:1 of large text, and of large bold text', async () => {
    await open(
      '<h1 id="a">Lớn</h1><b id="b">Đậm</b><b id="c">Nhỏ</b>',
      '*{color:#888}#a{font:24px Arial}#b{font-size:19px}',
    );
    const grey = host.css('#a', 'color');
    await host.setLevel(1);
    expect([host.css('#a', 'color'), host.css('#b', 'color')]).to.deep.equal([grey, grey]);
    expect(host.ratio('#c')).to.be.at.least(4.5);
  });

  it('moves the text and not the ground where some text colour passes', async () => {
    await open('<p id="t">Menu</p>', '#t{background:#f60;color:#c00}');
    await host.setLevel(1);
    expect(host.css('#t', 'background-color')).to.equal('rgb(255, 102, 0)');
    expect(host.ratio('#t')).to.be.at.least(4.5);
  });

  it('moves the ground where no text colour can pass, away from the text', async () => {
    await open('<p id="t">Menu <a id="a">mục</a></p>', '#t{background:#777;color:#fff}#a{color:#fff}');
    await host.setLevel(2);
    expect(host.css('#t', 'color')).to.equal('rgb(255, 255, 255)');
    expect(host.css('#t', 'background-color')).not.to.equal('rgb(119, 119, 119)');
    expect(host.ratio('#t')).to.be.at.least(7);
    expect(host.ratio('#a')).to.be.at.least(7);
  });

  it('softens black on white, and raises what fails AA, at the softer level', async () => {
    await open('<p id="t">Đen</p><p id="u">Mờ</p><p id="v">Vừa</p>', '#u{color:#bbb}#v{color:#555}');
    await host.setLevel(-1);
    expect(host.ratio('#t')).to.be.within(11, 12);
    expect(host.ratio('#u')).to.be.at.least(4.5);
    expect(host.css('#v', 'color')).to.equal('rgb(85, 85, 85)');
  });

  it('reckons with translucent grounds, stacked', async () => {
    await open('<div><p id="t">Chữ</p></div>', 'div{background:rgb(0 0 0/.5)}#t{background:rgb(0 0 0/.3);color:#222}');
    await expectRaised('#t');
  });

  it('knows the ground around a link', async () => {
    await open('<div><a href="#x"><b id="t">Chữ</b></a></div>', 'div{background:#222}#t{color:#666}');
    await expectRaised('#t');
  });

  it('reckons with translucent text', async () => {
    await open('<p id="t">Chữ</p>', '#t{color:rgb(0 0 0/.4)}');
    await expectRaised('#t');
  });

  it('takes opacity off where no colour passes through it', async () => {
    await open('<div id="o"><p id="t">Chữ</p></div>', '#o{opacity:.3}');
    await host.setLevel(1);
    expect(host.css('#o', 'opacity')).to.equal('1');
  });

  it('leaves opacity that lets enough through', async () => {
    await open('<div id="o"><p id="t">Chữ</p></div>', '#o{opacity:.9}');
    await host.setLevel(1);
    expect(host.css('#o', 'opacity')).to.equal('0.9');
  });

  it('beats !important in rules and in inline style', async () => {
    await open('<p id="t"><b id="b" style="color:#bbb!important">Chữ</b></p>', '#t#t#t{color:#ccc!important}');
    await expectRaised('#b');
  });

  it('raises <font color> on a bgcolor table', async () => {
    await open('<table bgcolor="#ffcc00"><tr><td><font id="t" color="#ff9900">Chữ</font></table>');
    await expectRaised('#t');
  });

  it('raises ::before text and placeholders', async () => {
    await open(
      '<p id="t">Chữ</p><input id="i" placeholder="Tìm">',
      '#t::before{content:"* ";color:#ccc}#i::placeholder{color:#ccc}',
    );
    await expectRaised('#t', '::before');
    await host.setLevel(0);
    // WebKit does not tell a placeholder's colour; the rule that sets it can be seen all the same.
    if (host.css('#i', 'color', '::placeholder') !== host.css('#i', 'color')) await expectRaised('#i', '::placeholder');
    await host.setLevel(1);
    const name = host.find('#i').getAttribute('data-ro-chu-ink')!;
    const rules = host.document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    expect(rules.find((rule) => rule.includes(name))).to.match(/::placeholder \{ color: rgb/);
  });

  it('raises values of controls, disabled ones too', async () => {
    await open(
      '<input id="i" value="Hà Nội" disabled><select id="s"><option>Huế</select>',
      'input,select{color:#ccc;background:#fff}',
    );
    await expectRaised('#i');
    await host.setLevel(0);
    await expectRaised('#s');
  });

  it('raises SVG text by its fill', async () => {
    await open('<svg><text id="t" y="20" fill="#cccccc">Hình</text></svg>');
    await host.setLevel(1);
    expect(host.css('#t', 'fill')).not.to.equal('rgb(204, 204, 204)');
  });

  it('raises text in open shadow roots, on the ground around the host', async () => {
    await open(
      '<div id="h"><template shadowrootmode="open"><style>p{color:#ccc}</style><p>Chữ</p></template></div>',
      '#h{background:#fff}',
    );
    const shadow = host.find('#h').shadowRoot!;
    await host.setLevel(1);
    expect(host.window.getComputedStyle(shadow.querySelector('p')!).color).not.to.equal('rgb(204, 204, 204)');
  });

  it('raises text in frames of the same origin', async () => {
    await open('<iframe srcdoc="<p style=color:silver>Chữ</p>"></iframe>');
    const frame = host.find('iframe') as HTMLIFrameElement;
    if (!frame.contentDocument?.querySelector('p')) await new Promise((done) => (frame.onload = done));
    await host.setLevel(1);
    await host.settled();
    const text = frame.contentDocument!.querySelector('p')!;
    expect(frame.contentWindow!.getComputedStyle(text).color).not.to.equal('rgb(192, 192, 192)');
  });

  it('reads wide-gamut and Lab colours', async () => {
    await open('<p id="t">Chữ</p><p id="u">Chữ</p>', '#t{color:oklch(.8 .1 200)}#u{color:color(display-p3 .8 .8 .7)}');
    await expectRaised('#t');
    await host.setLevel(0);
    await expectRaised('#u');
  });

  it('drops a shadow of the text', async () => {
    await open('<p id="t">Chữ</p>', '#t{text-shadow:1px 1px #000;color:#999}');
    await host.setLevel(1);
    expect(host.css('#t', 'text-shadow')).to.equal('none');
  });

  it('makes a gradient under text one colour', async () => {
    await open('<p id="t">Chữ</p><p id="u"></p>', 'p{background:linear-gradient(#9cf,#fff);color:#aaa;height:1em}');
    await host.setLevel(1);
    expect(host.css('#t', 'background-image')).to.equal('none');
    expect(host.ratio('#t')).to.be.at.least(4.5);
    expect(host.css('#u', 'background-image'), 'no text, untouched').to.contain('gradient');
  });

  it('gives text over a background picture a ground of its own, and leaves the picture', async () => {
    await open(
      `<div id="d"><h2 id="t">Sở Y tế</h2></div>`,
      `#d{background:url("${PICTURE}") center/cover;width:400px}#t{color:#888}`,
    );
    await host.setLevel(1);
    expect(host.css('#d', 'background-image')).to.contain('url(');
    expect(host.css('#t', 'background-color')).to.match(/^rgb\(/);
    expect(host.ratio('#t')).to.be.at.least(3);
  });

  it('gives text over an <img> a ground of its own, and leaves the image', async () => {
    await open(
      `<div style="position:relative"><img id="i" src='${PICTURE}' width="400" height="100"><p id="t">Chú thích</p></div>`,
      '#t{position:absolute;top:20px;left:20px;margin:0;color:#999}',
    );
    await host.setLevel(2);
    expect(host.css('#t', 'background-color')).to.match(/^rgb\(/);
    expect(host.ratio('#t')).to.be.at.least(7);
    expect(host.find('#i').hasAttribute('style')).to.equal(false);
  });

  it('gives a caption on a translucent strip over an <img> a ground of its own', async () => {
    await open(
      `<div style="position:relative"><img src='${PICTURE}' width="400" height="100"><div id="s"><b id="t">Chú thích</b></div></div>`,
      '#s{position:absolute;inset:0;background:rgb(0 0 0/.5)}#t{color:#fff;font-weight:400}',
    );
    await host.setLevel(2);
    expect(host.css('#t', 'background-color')).to.match(/^rgb\(/);
    expect(host.ratio('#t')).to.be.at.least(7);
  });

  it('makes a gradient that a text is laid over one colour, with no patch behind the words', async () => {
    await open(
      '<h3 id="h">Tin</h3><a id="t">Xem tiếp</a>',
      '#h{background:linear-gradient(#fda,#fec);margin:0;height:40px;width:300px}#t{position:absolute;top:20px;left:100px;color:#cb8}',
    );
    await host.setLevel(2);
    expect(host.css('#h', 'background-image')).to.equal('none');
    expect(host.css('#t', 'background-color')).to.equal('rgba(0, 0, 0, 0)');
    const [, channel] = /rgb\((\d+)/.exec(host.css('#t', 'color'))!;
    expect(Number(channel)).to.be.below(110);
  });

  it('moves pale words that reach beyond their box, and not the known ground they lie on', async () => {
    await open(
      '<div id="d"><a id="t">Xem tiếp</a></div>',
      '#d{background:#fff;width:80px;height:30px}#t{position:absolute;top:90px;color:#aaa}body{background:#f2f2f2}',
    );
    await host.setLevel(1);
    expect(host.css('#t', 'background-color')).to.equal('rgb(242, 242, 242)');
    expect(host.ratio('#t')).to.be.at.least(4.5);
  });

  it('knows that words beyond their box lie on a later box there', async () => {
    await open(
      '<div id="w"><div id="d"><a id="t">Xem tiếp</a></div><div id="e"></div></div>',
      '#w{position:relative}#d{background:#fff;width:80px;height:30px}#t{position:absolute;top:50px;color:#777}#e{background:#222;height:80px}',
    );
    await host.setLevel(1);
    expect(host.css('#t', 'background-color')).to.equal('rgb(34, 34, 34)');
    expect(host.ratio('#t')).to.be.at.least(4.5);
  });

  it('takes the box that a text is laid over for its ground', async () => {
    await open(
      '<div id="d"></div><p id="t">Chữ</p>',
      '#d{background:#222;height:60px}#t{margin:-50px 0 0;position:relative;color:#333}',
    );
    await host.setLevel(1);
    const [, channel] = /rgb\((\d+)/.exec(host.css('#t', 'color'))!;
    expect(Number(channel)).to.be.above(100);
  });

  it('keeps a bullet drawn as a background image', async () => {
    const bullet = PICTURE.replace('400', '8').replace('%22100%22', '%228%22');
    await open(
      `<ul><li id="l">Mục</li></ul>`,
      `#l{background:url("${bullet}") no-repeat 0 4px;padding-left:16px;color:#bbb}`,
    );
    await host.setLevel(1);
    expect(host.css('#l', 'background-image')).to.contain('url(');
    expect(host.ratio('#l')).to.be.at.least(4.5);
  });

  const ICON =
    'data:image/svg+xml,' +
    encodeURIComponent(
      '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><path fill="#fff" d="M0 0h60v60H0z"/></svg>',
    );

  it('leaves a picture whose words are put off the page', async () => {
    await open(
      '<h1><a id="t">Sở Khoa học và Công nghệ</a></h1>',
      `#t{display:block;width:400px;height:100px;text-indent:-9999px;overflow:hidden;color:#aaa;background:url("${PICTURE}")}`,
    );
    await host.setLevel(2);
    expect(host.css('#t', 'background-image')).to.contain('url(');
    expect(host.css('#t', 'background-color')).to.equal('rgba(0, 0, 0, 0)');
  });

  it('leaves the colours of a button whose icon stands beside its words', async () => {
    await open(
      '<a id="t">Dịch vụ công</a>',
      `#t{display:block;width:200px;height:70px;color:#fff;background:#1c6aa8 url("${ICON}") no-repeat right 8px center}`,
    );
    await host.setLevel(1);
    expect(host.css('#t', 'color')).to.equal('rgb(255, 255, 255)');
    expect(host.css('#t', 'background-color')).to.equal('rgb(28, 106, 168)');
  });

  it('darkens a pale date beside a bullet on white, and leaves the ground white', async () => {
    await open(
      '<ul><li>Tập huấn nghiệp vụ <span id="t">(04/7)</span></li></ul>',
      `li{background:url("${ICON}") no-repeat 0 50% / 6px;padding-left:14px}#t{color:#999}`,
    );
    await host.setLevel(2);
    expect(host.css('#t', 'background-color')).to.be.oneOf(['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(host.ratio('#t')).to.be.at.least(7);
  });

  it('judges words that their own box cuts off, as an ellipsis does, by what is seen of them', async () => {
    await open(
      '<div id="bar"><span id="t">Thông tin về dự án, hạng mục đầu tư, đấu thầu, mua sắm công</span></div>',
      'body{background:#def}#bar{width:150px;background:#0059b0;color:#fff}#t{display:block;width:140px;overflow:hidden;white-space:nowrap}',
    );
    await host.setLevel(2);
    expect(host.css('#t', 'color')).to.equal('rgb(255, 255, 255)');
    expect(host.css('#t', 'background-color')).to.equal('rgba(0, 0, 0, 0)');
  });

  it('keeps a photo that fills its box, though it would be repeated', async () => {
    await open(
      `<div id="hero"><p id="t">Thông tin đánh giá</p></div>`,
      `#hero{width:300px;height:80px;background-image:url("${PICTURE}");color:#555}`,
    );
    await host.setLevel(2);
    expect(host.css('#hero', 'background-image')).to.include('data:image');
    expect(host.ratio('#t')).to.be.at.least(7);
  });

  it('judges words that a box cuts off by what is seen of them', async () => {
    await open(
      '<div id="bar"><div id="clip"><span id="t">Chào mừng bạn đến với Cổng thông tin điện tử của Sở</span></div></div>',
      '#bar{background:#7a1010;width:300px;overflow:hidden}#clip{width:200px;overflow:hidden;white-space:nowrap}#t{color:#ffe9b8}',
    );
    await host.setLevel(2);
    expect(host.css('#t', 'color')).to.equal('rgb(255, 233, 184)');
    expect(host.css('#t', 'background-color')).to.equal('rgba(0, 0, 0, 0)');
  });

  it('leaves text that is clear on purpose', async () => {
    await open('<a id="t">Logo</a>', '#t{color:transparent}');
    await host.setLevel(2);
    expect(host.find('#t').hasAttribute('style')).to.equal(false);
  });
});
