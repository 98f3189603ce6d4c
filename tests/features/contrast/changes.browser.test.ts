import { expect } from 'chai';
import { stateOf } from '../../support/host-page.ts';
import { openContrasted, type ContrastedHost } from './contrasted.ts';

describe('contrast: levels and changes', () => {
  let host: ContrastedHost;
  afterEach(() => host.remove());

  const open = async (body: string, css = ''): Promise<void> => {
    host = await openContrasted(body, css);
  };

  const CSS = '#t{color:#9ab}#g{background:#777;color:#fff}#n{background:linear-gradient(#abc,#def);color:#999}';
  const BODY = '<p id="t">Chữ</p><p id="g">Xám</p><p id="n">Chuyển</p>';

  it('reckons each level from the colours of the page, whatever level was before', async () => {
    await open(BODY, CSS);
    const states = new Map<number, string>();
    for (const level of [1, 2, 3, -1] as const) {
      await host.setLevel(level);
      states.set(level, stateOf(host.document).styles);
      await host.setLevel(0);
    }
    for (const level of [3, 1, -1, 2, 1] as const) {
      await host.setLevel(level);
      expect(stateOf(host.document).styles === states.get(level), `level ${level}`).to.equal(true);
    }
  });

  it('comes to the last level asked, when several are asked at once', async () => {
    await open(BODY, CSS);
    const waits = [host.setLevel(1), host.setLevel(3), host.setLevel(2)];
    await Promise.all(waits);
    expect(host.ratio('#t')).to.be.within(7, 8);
  });

  it('raises content added later', async () => {
    await open('<div id="d"></div>', '.late{color:#bbb}');
    await host.setLevel(1);
    host.find('#d').innerHTML = '<p class="late">Mới</p>';
    await host.settled();
    expect(host.ratio('.late')).to.be.at.least(4.5);
  });

  it('follows a class that changes the colours', async () => {
    await open('<p id="t">Chữ <b id="b">đậm</b></p>', '.dark{background:#111;color:#333}');
    await host.setLevel(1);
    host.find('#t').className = 'dark';
    await host.settled();
    expect(host.ratio('#t')).to.be.at.least(4.5);
    expect(host.ratio('#b')).to.be.at.least(4.5);
    host.find('#t').className = '';
    await host.settled();
    expect(host.css('#t', 'color')).to.equal('rgb(0, 0, 0)');
    expect(host.css('#b', 'color')).to.equal('rgb(0, 0, 0)');
  });

  it('follows a sheet added later, and a colour the page sets inline', async () => {
    await open('<p id="t">Chữ</p><p id="u">Chữ</p>');
    await host.setLevel(1);
    const style = host.document.createElement('style');
    style.textContent = '#t{color:#ddd}';
    host.document.head.append(style);
    host.find('#u').style.color = '#ccc';
    await host.settled();
    expect(host.ratio('#t')).to.be.at.least(4.5);
    expect(host.ratio('#u')).to.be.at.least(4.5);
    await host.setLevel(0);
    expect(host.css('#u', 'color')).to.equal('rgb(204, 204, 204)');
  });

  it('sets a colour at once where the page has a transition, there and back', async () => {
    await open('<p id="t">Chữ <b id="b">đậm</b></p>', '#t,#b{transition:all 5s}#t{color:#aaa}');
    await host.setLevel(1);
    expect(host.ratio('#t')).to.be.at.least(4.5);
    expect(host.ratio('#b')).to.be.at.least(4.5);
    await host.setLevel(0);
    expect(host.css('#t', 'color')).to.equal('rgb(170, 170, 170)');
    expect(host.css('#b', 'color')).to.equal('rgb(170, 170, 170)');
  });

  it('goes on setting colours at once however often it looks', async () => {
    host = await openContrasted(
      '<p id="t">Chữ</p>',
      '#t{color:#345;transition:color 9s}#t.a{color:#8bd}#t.b{color:#db8}',
    );
    await host.setLevel(1);
    for (const name of ['a', 'b', 'a']) {
      host.find('#t').className = name;
      await host.settled();
      expect(host.ratio('#t'), name).to.be.at.least(4.5);
    }
  });

  it('keeps a pair readable while a control has the focus', async () => {
    await open('<a id="t" href="#">Liên kết</a>', '#t{color:#999;transition:all 5s}#t:focus{background:#555}');
    await host.setLevel(1);
    host.find('#t').focus();
    // A window without the focus has :focus all the same, but fires no event.
    host.find('#t').dispatchEvent(new host.window.FocusEvent('focusin', { bubbles: true, composed: true }));
    await host.settled();
    expect(host.css('#t', 'background-color')).to.equal('rgb(85, 85, 85)');
    expect(host.ratio('#t')).to.be.at.least(4.5);
    host.find('#t').blur();
    host.find('#t').dispatchEvent(new host.window.FocusEvent('focusout', { bubbles: true, composed: true }));
    await host.settled();
    expect(host.css('#t', 'background-color')).to.equal('rgba(0, 0, 0, 0)');
    expect(host.ratio('#t')).to.be.at.least(4.5);
  });

  it('reads what a changed element inherits as the page has it', async () => {
    await open('<div id="d">Mờ <b id="b">đậm</b></div>', '#d{color:#a88}.x{font-style:italic}');
    await host.setLevel(1);
    host.find('#b').className = 'x';
    await host.settled();
    await host.setLevel(2);
    const later = host.css('#b', 'color');
    await host.setLevel(0);
    await host.setLevel(2);
    expect(later).to.equal(host.css('#b', 'color'));
  });

  it('raises words put into an element that had none', async () => {
    await open('<p id="t"></p>', '#t{color:#bbb}');
    await host.setLevel(1);
    host.find('#t').textContent = 'Lỗi';
    await host.settled();
    expect(host.ratio('#t')).to.be.at.least(4.5);
  });

  it('reads nothing again while a script moves an element', async () => {
    await open('<p id="t">Chạy</p>', '#t{position:relative;color:#bbb}');
    await host.setLevel(1);
    const move = async (px: number): Promise<void> => {
      host.find('#t').style.left = `${px}px`;
      await host.settled();
    };
    await move(1);
    let reads = 0;
    const read = host.window.getComputedStyle.bind(host.window);
    host.window.getComputedStyle = (element, pseudo) => {
      reads++;
      return read(element, pseudo);
    };
    await move(2);
    await move(3);
    expect(reads).to.equal(0);
    host.find('#t').style.backgroundColor = '#333';
    await host.settled();
    expect(reads).to.be.above(0);
  });

  it('does not follow a page without end that undoes its edits, and says so once', async () => {
    await open('<p id="t">Chữ</p>', '#t{color:#aaa}');
    const reports: string[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => void reports.push(words.join(' '));
    let rewrites = 0;
    const observer = new host.window.MutationObserver(() => {
      if (host.find('#t').style.color === 'rgb(170, 170, 170)') return;
      rewrites++;
      host.find('#t').style.setProperty('color', 'rgb(170, 170, 170)', 'important');
      host.find('#t').className = `r${rewrites}`;
    });
    observer.observe(host.find('#t'), { attributes: true });
    await host.setLevel(1);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const count = rewrites;
    await new Promise((resolve) => setTimeout(resolve, 500));
    observer.disconnect();
    console.error = error;
    expect(count, 'it did quarrel').to.be.above(5);
    expect(rewrites - count, 'half a second later').to.be.below(3);
    expect(reports.filter((report) => report.includes('again and again'))).to.have.length(1);
  });

  it('leaves what the page changed meanwhile, and puts back the rest', async () => {
    await open('<p id="t" style="color:#bbb">Chữ</p>');
    await host.setLevel(1);
    host.find('#t').style.margin = '3px';
    await host.settled();
    await host.setLevel(0);
    expect(host.css('#t', 'color')).to.equal('rgb(187, 187, 187)');
    expect(host.css('#t', 'margin-left')).to.equal('3px');
  });

  it('does nothing more once undone', async () => {
    await open('<div id="d"></div>');
    await host.setLevel(2);
    await host.setLevel(0);
    host.find('#d').innerHTML = '<p id="late" style="color:#bbb">Mới</p>';
    await host.settled();
    expect(host.css('#late', 'color')).to.equal('rgb(187, 187, 187)');
  });
});
