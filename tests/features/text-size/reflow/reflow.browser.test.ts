import { expect } from 'chai';
import { showFixture, textRect, type ScaledFixture } from './with-text-size.ts';

const WORDS = 'Quyết định về việc công bố thủ tục hành chính được sửa đổi, bổ sung';

describe('reflow guard', () => {
  let shown: ScaledFixture | undefined;
  const show = (html: string, css?: string): ScaledFixture => (shown = showFixture(html, css));
  afterEach(() => {
    shown?.end();
    shown = undefined;
  });

  const expectInside = (inner: Element, outer: Element): void => {
    const text = textRect(inner);
    const box = outer.getBoundingClientRect();
    expect(text.bottom, 'bottom').to.be.at.most(box.bottom + 3);
    expect(text.right, 'right').to.be.at.most(box.right + 3);
    expect(text.top, 'top').to.be.at.least(box.top - 3);
    expect(text.left, 'left').to.be.at.least(box.left - 3);
  };

  it('lets a fixed height that hides what overflows grow', async () => {
    const { scale, byId } = show(
      `<div id="box"><p id="text">${WORDS}</p></div>`,
      '#box{width:300px;height:40px;overflow:hidden;font:13px/18px sans-serif}#box p{margin:0}',
    );
    await scale(2);
    expectInside(byId('text'), byId('box'));
  });

  it('lets nested fixed heights grow together', async () => {
    const { scale, byId } = show(
      `<div id="outer"><div id="middle"><div id="inner">${WORDS}</div></div></div><p id="next">Tiếp theo</p>`,
      '#outer,#middle,#inner{height:36px;font:13px/18px sans-serif;width:320px}#next{font-size:13px;margin:0}',
    );
    await scale(3);
    expectInside(byId('inner'), byId('outer'));
    expect(textRect(byId('next')).top).to.be.at.least(textRect(byId('inner')).bottom - 1);
  });

  it('wraps a menu that must not wrap when it no longer fits', async () => {
    const { scale, byId } = show(
      '<div id="menu"><a>Trang chủ</a> <a>Giới thiệu</a> <a>Tin tức</a> <a id="last">Thủ tục hành chính</a></div>',
      '#menu{width:400px;height:24px;white-space:nowrap;font:14px/24px sans-serif}',
    );
    await scale(2);
    expectInside(byId('last'), byId('menu'));
  });

  it('lets a row of flexible boxes take a second line', async () => {
    const { scale, byId } = show(
      '<ul id="row"><li>Trang chủ</li><li>Giới thiệu</li><li>Văn bản</li><li id="last">Liên hệ</li></ul>',
      '#row{display:flex;width:420px;padding:0;list-style:none;font:14px sans-serif}#row li{flex:none;padding:0 12px;white-space:nowrap}',
    );
    await scale(2);
    expectInside(byId('last'), byId('row'));
  });

  it('widens a narrow box for its longest word where there is room around it', async () => {
    const { scale, byId } = show(
      '<div style="width:300px"><div id="narrow"><b id="number">87.80</b></div></div>',
      '#narrow{width:80px;font:24px sans-serif}',
    );
    await scale(2);
    expect(byId('number').getClientRects().length, 'one line').to.equal(1);
    expectInside(byId('number'), byId('narrow'));
  });

  it('breaks a long word where there is no room', async () => {
    const { scale, byId } = show(
      '<div id="narrow"><span id="word">05/2024/NQ-HĐND-VX-KTTH-TCCB</span></div>',
      '#narrow{width:250px;font:14px sans-serif}body{max-width:260px}',
    );
    await scale(3);
    expectInside(byId('word'), byId('narrow'));
  });

  it('puts a caption that came to lie over the text back among the rest', async () => {
    const { scale, byId } = show(
      `<div id="card"><span id="badge">Tin mới nhất trong tuần</span><p id="text">${WORDS}</p></div>`,
      '#card{position:relative;width:420px;font:13px/18px sans-serif}#badge{position:absolute;top:0;left:0;width:90px;line-height:14px;font-size:11px}#card p{margin:0;padding:30px 0 0}',
    );
    await scale(2);
    const badge = textRect(byId('badge'));
    const text = textRect(byId('text'));
    expect(badge.bottom <= text.top + 2 || badge.top >= text.bottom - 2, `${badge.bottom} ${text.top}`).to.equal(true);
  });

  it('shows as many words of a clamped text as before', async () => {
    const { scale, byId } = show(
      `<p id="lead">${WORDS}</p>`,
      '#lead{width:520px;font:13px/18px sans-serif;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;margin:0}',
    );
    await scale(2);
    expectInside(byId('lead'), byId('lead'));
  });

  it('keeps a header that stays in view to a third of the window', async () => {
    const { scale, byId } = show(
      `<div id="header">${WORDS} ${WORDS} ${WORDS}</div><div style="height:3000px"></div>`,
      '#header{position:sticky;top:0;font:18px/24px sans-serif}',
    );
    await scale(3);
    window.scrollTo(0, 1500);
    const { top, bottom } = byId('header').getBoundingClientRect();
    window.scrollTo(0, 0);
    expect(Math.max(0, bottom) - Math.max(0, top)).to.be.at.most(window.innerHeight / 3 + 1);
  });

  it('lets a one-line control grow with its text', async () => {
    const { scale, byId } = show(
      '<input id="field" value="Tìm kiếm văn bản">',
      '#field{height:20px;font:13px sans-serif;border:1px solid}',
    );
    await scale(3);
    const { fontSize } = getComputedStyle(byId('field'));
    expect(byId('field').clientHeight).to.be.at.least(parseFloat(fontSize));
  });

  it('loosens lines that would run into each other', async () => {
    const { scale, byId } = show(
      `<h3 id="title">Danh sách câu hỏi và câu trả lời</h3>`,
      '#title{width:340px;font:16px/0.6 sans-serif;margin:0}',
    );
    await scale(2);
    const tops = [...new Set([...textRectsOf(byId('title'))].map(({ top }) => Math.round(top)))].sort((a, b) => a - b);
    const { height } = textRectsOf(byId('title'))[0]!;
    expect(tops.length).to.be.greaterThan(1);
    expect(tops[1]! - tops[0]!).to.be.at.least(0.85 * height);
  });

  it('keeps floated menu items inside their bar on every row', async () => {
    const { scale, byId } = show(
      '<div id="bar"><ul><li>Trang chủ</li><li>Giới thiệu</li><li>Tin tức - Sự kiện</li><li>Văn bản</li><li id="last">Liên hệ</li></ul></div>',
      '#bar,#bar ul{height:34px;margin:0;padding:0;list-style:none}#bar{width:500px;background:#eee}#bar li{float:left;height:34px;padding:0 14px;font:12px/34px sans-serif}',
    );
    await scale(2);
    const bar = byId('bar').getBoundingClientRect();
    expect(byId('last').getBoundingClientRect().bottom).to.be.at.most(bar.bottom + 1);
    expect(bar.height, 'no more than its rows').to.be.at.most(2 * 68 + 2);
  });

  it('keeps lines positioned over a picture in place, below each other', async () => {
    const { scale, byId } = show(
      `<div id="banner"><b id="one">Ủy ban nhân dân tỉnh</b><b id="two">Sở Khoa học và Công nghệ</b><i id="three">Đoàn kết - Kỷ cương</i><p id="foot">Đường dây nóng: 1022</p></div>`,
      '#banner{position:relative;width:700px;height:140px;overflow:hidden;font-family:sans-serif;white-space:nowrap}#banner>*{position:absolute;left:140px;margin:0}#one{top:28px;font-size:15px}#two{top:50px;font-size:26px}#three{top:90px;font-size:13px}#banner #foot{left:auto;right:12px;bottom:10px;font-size:11px}',
    );
    await scale(2);
    const rects = ['one', 'two', 'three', 'foot'].map((id) => textRect(byId(id)));
    for (let i = 1; i < rects.length; i++) {
      const [upper, lower] = [rects[i - 1]!, rects[i]!];
      expect(lower.top >= upper.bottom - 4 || lower.left >= upper.right, `line ${i + 1}`).to.equal(true);
    }
    for (const id of ['one', 'two', 'three', 'foot']) expectInside(byId(id), byId('banner'));
    const { left } = byId('banner').getBoundingClientRect();
    for (const id of ['one', 'two', 'three']) expect(textRect(byId(id)).left - left).to.be.closeTo(140, 1);
  });

  it('puts back what was first moved down and then put into the flow', async () => {
    const lines = Array.from({ length: 16 }, (_, i) => `<b id="line${i}" style="top:${i * 8}px">Dòng ${i}</b>`).join(
      '',
    );
    const { scale, byId } = show(
      `<div id="pile">${lines}</div>`,
      '#pile{position:relative;width:300px;height:140px;font:8px/8px sans-serif}#pile b{position:absolute;left:10px}',
    );
    const before = byId('pile').outerHTML;
    await scale(3);
    expect(byId('pile').outerHTML).not.to.equal(before);
    await scale(1);
    expect(byId('pile').outerHTML).to.equal(before);
  });

  it('leaves a news ticker that the page moves on one line', async () => {
    const { scale, byId } = show(
      `<div id="ticker"><div id="track" style="left:-30px"><span>${WORDS}</span> <span id="item">${WORDS}</span></div></div>`,
      '#ticker{position:relative;width:500px;height:26px;overflow:hidden}#track{position:absolute;white-space:nowrap;font:13px/26px sans-serif}',
    );
    await scale(2);
    expect(byId('item').getClientRects().length).to.equal(1);
    expect(byId('ticker').getBoundingClientRect().height).to.be.at.least(textRect(byId('item')).height - 3);
  });

  it('lets a ticker run on beside the label that its hidden words come to lie behind', async () => {
    const { scale, byId } = show(
      `<div id="ticker"><b>TIN MỚI</b><div><div id="track" style="left:-260px"><span>Nghị quyết số 05</span> <span>${WORDS}</span></div></div></div>`,
      '#ticker{width:600px;height:26px;font:13px/26px sans-serif}#ticker>b{float:left;width:100px}#ticker>div{position:relative;margin-left:130px;height:26px;overflow:hidden}#track{position:absolute;white-space:nowrap}',
    );
    await scale(2);
    expect(getComputedStyle(byId('track')).position).to.equal('absolute');
    expect(getComputedStyle(byId('track')).left).to.equal('-260px');
  });

  it('lets words run past others, whenever it looks at the page again', async () => {
    const { scale, byId } = show(
      `<div id="ticker"><b>TIN MỚI</b><div><div id="track" style="left:20px"><span>Nghị quyết số 05</span> <span>${WORDS}</span></div></div></div><p id="other">Tin</p>`,
      '#ticker{width:600px;height:26px;font:13px/26px sans-serif}#ticker>b{float:left;width:100px}#ticker>div{position:relative;margin-left:130px;height:26px;overflow:hidden}#track{position:absolute;white-space:nowrap}',
    );
    await scale(2);
    byId('track').style.left = '-260px';
    const before = byId('ticker').outerHTML;
    const looked = new Promise<void>((resolve) => setTimeout(resolve, 600));
    byId('other').append(' mới');
    await looked;
    expect(byId('ticker').outerHTML).to.equal(before);
  });

  it('gives a ticker room for its line at each step, though it moves all the while', async () => {
    const { scale, byId } = show(
      `<div id="ticker"><div id="track" style="left:0px"><span id="item">${WORDS}</span></div></div>${`<p>${WORDS}</p>`.repeat(300)}`,
      '#ticker{position:relative;width:500px;height:26px;overflow:hidden}#track{position:absolute;white-space:nowrap;font:13px/26px sans-serif}',
    );
    let left = 0;
    const timer = setInterval(() => (byId('track').style.left = `${--left}px`), 10);
    try {
      for (const step of [2, 3]) {
        await scale(step);
        // Also once it was looked at again.
        await new Promise((resolve) => setTimeout(resolve, 400));
        const { bottom } = byId('ticker').getBoundingClientRect();
        expect(bottom).to.be.at.least(textRect(byId('item')).bottom - 3);
      }
    } finally {
      clearInterval(timer);
    }
  });

  it('draws the lines of a heading made for one line closer when it wraps', async () => {
    const { scale, byId } = show(
      '<div id="title"><a id="text">Thủ tục hành chính</a></div>',
      '#title{width:200px;height:40px;font:15px/40px sans-serif}',
    );
    await scale(2);
    expectInside(byId('text'), byId('title'));
    expect(byId('title').getBoundingClientRect().height).to.be.below(130);
  });

  it('does not make a box scroll sideways that did not', async () => {
    const { scale, byId } = show(
      '<div id="box"><table><tr><td id="cell">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table></div>',
      '#box{width:420px;height:60px;overflow:auto}td{white-space:nowrap;font:14px sans-serif}',
    );
    await scale(2);
    expect(byId('box').scrollWidth).to.be.at.most(byId('box').clientWidth + 1);
  });

  it('does not wait for transitions of the page', async () => {
    const { scale, byId } = show(
      `<div id="box"><p id="text">${WORDS}</p></div>`,
      '#box{width:300px;height:40px;overflow:hidden;font:13px/18px sans-serif;transition:all 3s}#box p{margin:0;transition:all 3s}',
    );
    await scale(2);
    expectInside(byId('text'), byId('box'));
    expect(byId('box').getBoundingClientRect().height).to.be.at.most(textRect(byId('text')).height + 40);
    await scale(1);
    expect(byId('box').getBoundingClientRect().height).to.equal(40);
    expect(byId('box').hasAttribute('style')).to.equal(false);
  });

  it('lets a bar hold the boxes of its second row, not only their text', async () => {
    const { scale, byId } = show(
      '<div id="bar"><ul><li><a>Trang chủ</a></li><li><a>Giới thiệu</a></li><li><a>Thủ tục hành chính</a></li><li id="last"><a>Liên hệ</a></li></ul></div>',
      '#bar{width:420px;background:#eee}#bar,#bar ul,#bar li{height:34px;margin:0;padding:0;list-style:none}#bar li{float:left}#bar a{display:block;padding:0 14px;font:12px/34px sans-serif;background:#fc0}',
    );
    await scale(1.5);
    const last = byId('last').firstElementChild!.getBoundingClientRect();
    expect(last.bottom).to.be.at.most(byId('bar').getBoundingClientRect().bottom + 2);
    expect(byId('last').getBoundingClientRect().height).to.be.at.least(49);
  });

  it('leaves what the page hides hidden', async () => {
    const { scale, byId } = show(
      `<div id="box"><p id="seen">Tin</p><p id="unseen">${WORDS}</p></div>`,
      '#box{height:20px;overflow:hidden;width:200px;font:13px/20px sans-serif}#box p{margin:0}',
    );
    await scale(2);
    expect(textRect(byId('unseen')).top).to.be.at.least(byId('box').getBoundingClientRect().bottom - 1);
  });

  it('adds no sideways scrolling', async () => {
    const { scale } = show(
      `<table style="width:100%"><tr><td nowrap>${WORDS}</td><td nowrap>05/2024/NQ-HĐND</td></tr></table><div style="width:90vw;white-space:nowrap;overflow:visible">Giám đốc Sở Khoa học và Công nghệ</div>`,
      'td{white-space:nowrap;font:11px sans-serif}',
    );
    const before = document.documentElement.scrollWidth;
    await scale(3);
    expect(document.documentElement.scrollWidth).to.be.at.most(Math.max(before, document.documentElement.clientWidth));
  });

  it('adds none either where a line stuck out of the window before', async () => {
    const { scale, byId } = show(
      '<div id="pages"><a>1</a><a>2</a><a>3</a><a>38</a> <font id="count">(Tổng số 266 tin)</font></div>',
      '#pages{white-space:nowrap;font:11px sans-serif}#pages a{display:inline-block;padding:0 8px}',
    );
    byId('pages').style.marginLeft = `${document.documentElement.clientWidth - 160}px`;
    const before = document.documentElement.scrollWidth;
    expect(before).to.be.above(document.documentElement.clientWidth);
    await scale(2);
    expect(document.documentElement.scrollWidth).to.be.at.most(before);
  });

  it('guards what the page adds later', async () => {
    const { scale, byId } = show(
      '<div id="list"></div>',
      '.row{height:20px;overflow:hidden;width:300px;font:13px/20px sans-serif}',
    );
    await scale(2);
    byId('list').innerHTML = `<div class="row" id="late"><span id="text">Tin mới: ${WORDS.slice(0, 28)}</span></div>`;
    await until(
      () =>
        byId('late').getBoundingClientRect().height >= textRect(byId('text')).height - 1 &&
        textRect(byId('text')).height > 30,
    );
    expectInside(byId('text'), byId('late'));
  });

  it('keeps where the reader has scrolled to while it looks at the page again', async () => {
    const { scale, byId } = show(
      `<div id="long">${`<p>${WORDS}</p>`.repeat(60)}</div>`,
      '#long{width:300px;font:16px sans-serif}',
    );
    await scale(2);
    window.scrollTo(0, document.documentElement.scrollHeight);
    const { scrollY } = window;
    const looked = new Promise<void>((resolve) => setTimeout(resolve, 600));
    byId('long').firstElementChild!.append(' (mới)');
    await looked;
    expect(Math.abs(window.scrollY - scrollY)).to.be.at.most(120);
    window.scrollTo(0, 0);
  });

  it('ends where it started after any order of steps', async () => {
    const { scale, byId, page } = show(
      `<div id="box" style="color:red"><p id="text" style="">${WORDS}</p></div>`,
      '#box{width:300px;height:40px;overflow:hidden;font:13px/18px sans-serif}',
    );
    const html = byId('box').outerHTML;
    const height = byId('box').getBoundingClientRect().height;
    for (const step of [2, 0.8, 3, 1]) await scale(step);
    await page.settled();
    expect(byId('box').outerHTML).to.equal(html);
    expect(byId('box').getBoundingClientRect().height).to.equal(height);
  });
});

const textRectsOf = (element: Element): DOMRect[] => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()];
};

async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited 5 s for what did not happen');
}
