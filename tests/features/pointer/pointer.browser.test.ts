import { expect } from 'chai';
import { createPointer } from '../../../src/features/pointer/pointer.ts';
import { stateOf } from '../../support/host-page.ts';
import { openAdjusted, type AdjustedHost } from '../motion/adjusted.ts';

describe('bigPointer', () => {
  let host: AdjustedHost;
  afterEach(() => host.remove());
  const open = async (body: string, css = ''): Promise<void> => {
    host = await openAdjusted(createPointer, body, css);
    await host.set({ bigPointer: true });
  };
  /** The pointer comes over an element. */
  const over = (element: string | Element): string => {
    const found = typeof element === 'string' ? host.find(element) : element;
    found.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    return host.css(found, 'cursor');
  };

  /** Of a computed cursor, which of ours it is, its side in px and its point of action. */
  const parse = (cursor: string): { name: string; size: number; spot: string; fallback: string } => {
    const svg = decodeURIComponent(/data:image\/svg\+xml,([^"]*)/.exec(cursor)?.[1] ?? '');
    return {
      name: /id="ro-chu-(\w+)"/.exec(svg)?.[1] ?? '',
      size: Number(/width="(\d+)"/.exec(svg)?.[1]),
      spot: /\)\s*([\d ]+),/.exec(cursor)?.[1] ?? '',
      fallback: /,\s*([\w-]+)$/.exec(cursor)?.[1] ?? '',
    };
  };

  it('shows a large arrow, hand and caret where the page has the plain cursors', async () => {
    await open(
      '<p id="p">Chữ</p><a id="a" href="#">Tin</a><input id="i"><div id="b">Gửi</div><div id="e" contenteditable>Soạn</div>',
      '#b{cursor:pointer!important}#p{cursor:default}',
    );
    expect(parse(over('#p'))).to.deep.equal({ name: 'arrow', size: 48, spot: '4 3', fallback: 'default' });
    expect(parse(over('#a'))).to.deep.equal({ name: 'hand', size: 48, spot: '21 3', fallback: 'pointer' });
    expect(parse(over('#i'))).to.deep.equal({ name: 'caret', size: 48, spot: '24 24', fallback: 'text' });
    expect(parse(over('#b')).name).to.equal('hand');
    expect(parse(over('#e')).name).to.equal('caret');
    expect(parse(host.css('html', 'cursor')).name).to.equal('arrow');
  });

  it('is a picture that the browser can draw, at the size that it says', async () => {
    await open('<a id="a" href="#">Tin</a>');
    const image = new Image();
    image.src = /url\("([^"]*)"\)/.exec(over('#a'))![1]!;
    await image.decode();
    expect([image.naturalWidth, image.naturalHeight]).to.deep.equal([48, 48]);
  });

  it('grows with the text, up to 96 px, its point of action along', async () => {
    host = await openAdjusted(createPointer, '<a id="a" href="#">Tin</a>');
    await host.set({ bigPointer: true, textScale: 1.5 });
    expect(parse(over('#a'))).to.include({ size: 72, spot: '32 5' });
    await host.set({ bigPointer: true, textScale: 3 });
    expect(parse(host.css('#a', 'cursor'))).to.include({ size: 96, spot: '42 6' });
  });

  it('keeps the cursors of the page that say more', async () => {
    const says = ['col-resize', 'grab', 'not-allowed', 'wait', 'move', 'help', 'none', 'zoom-in'];
    await open(says.map((name) => `<p id="${name}" style="cursor:${name}">Chữ</p>`).join(''));
    for (const name of says) expect(over(`#${name}`)).to.equal(name);
  });

  it('shows that the page waits, while the pointer rests', async () => {
    await open('<p id="p">Chữ <b id="b">đậm</b></p>', '.busy{cursor:wait}p{cursor:default}');
    expect(parse(over('#p')).name).to.equal('arrow');
    host.find('#p').className = 'busy';
    host.find('#p').style.cursor = 'progress';
    await host.settled();
    expect(host.css('#p', 'cursor')).to.equal('progress');
    host.find('#p').style.cursor = '';
    host.find('#p').className = '';
    await host.settled();
    expect(parse(host.css('#p', 'cursor')).name).to.equal('arrow');
  });

  it('marks only what lies under the pointer', async () => {
    await open('<a id="a" href="#">Một</a> <a id="b" href="#">Hai</a>');
    over('#a');
    over('#b');
    expect(host.document.querySelectorAll('[data-ro-chu-pointer]').length).to.equal(1);
  });

  it('reaches content added later, shadow trees and frames, and leaves all as it was', async () => {
    host = await openAdjusted(createPointer, '<div id="d"></div><iframe id="f" srcdoc="<a href=#>Khung</a>"></iframe>');
    await new Promise((resolve) => setTimeout(resolve, 100));
    host.find('#d').attachShadow({ mode: 'open' }).innerHTML = '<a href="#">Bóng</a>';
    // Nothing tells of a shadow tree; the page is looked at once a second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const before = stateOf(host.document);
    await host.set({ bigPointer: true });
    const inShadow = host.find('#d').shadowRoot!.querySelector('a')!;
    const inFrame = (host.find('#f') as HTMLIFrameElement).contentDocument!.querySelector('a')!;
    expect(parse(over(inShadow)).name).to.equal('hand');
    expect(parse(over(inFrame)).name).to.equal('hand');
    const late = host.document.createElement('button');
    late.style.cursor = 'pointer';
    host.document.body.append(late);
    expect(parse(over(late)).name).to.equal('hand');
    late.remove();
    await host.set({ bigPointer: false });
    const after = stateOf(host.document);
    expect(after.dom).to.equal(before.dom);
    expect(after.styles === before.styles).to.equal(true);
  });
});
