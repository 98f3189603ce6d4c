import { expect } from 'chai';
import { createReadingGuide } from '../../../src/features/reading-guide/reading-guide.ts';
import { contrastRatio } from '../../../src/color/contrast-ratio.ts';
import { parseColor } from '../../../src/color/parse-color.ts';
import { openAdjusted, type AdjustedHost } from '../motion/adjusted.ts';

const LINES = '<p id="p">Dòng một<br>Dòng hai<br>Dòng ba</p>';

describe('readingGuide', () => {
  let host: AdjustedHost;
  afterEach(() => host.remove());
  const open = async (body: string, kind: 'line' | 'mask' = 'line', css = ''): Promise<void> => {
    host = await openAdjusted(createReadingGuide, body, css);
    await host.set({ readingGuide: kind });
  };
  const guide = (): HTMLElement => host.find('ro-chu-guide');
  const part = (name: string): DOMRect => guide().shadowRoot!.querySelector(`.${name}`)!.getBoundingClientRect();
  const move = async (x: number, y: number, on: Document = host.document): Promise<void> => {
    on.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y }));
    await host.settled();
  };
  /** The boxes of the lines of a text. */
  const linesOf = (element: Element): DOMRect[] => {
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  };

  it('lies under the line at the pointer, and stays there while the pointer stays in the line', async () => {
    await open(LINES);
    const [, second] = linesOf(host.find('#p'));
    await move(20, second!.top + 3);
    expect(part('line').top).to.be.closeTo(second!.bottom, 1);
    const before = part('line').top;
    await move(30, second!.bottom - 3);
    expect(part('line').top).to.equal(before);
    expect(part('line').width).to.equal(host.window.innerWidth);
  });

  it('leaves a mask open at the line at the pointer, and dims the rest', async () => {
    await open(LINES, 'mask');
    const [, second] = linesOf(host.find('#p'));
    await move(20, second!.top + 3);
    expect(part('above').top).to.equal(0);
    expect(part('above').bottom).to.be.within(second!.top - 12, second!.top);
    expect(part('below').top).to.be.within(second!.bottom, second!.bottom + 12);
    expect(part('below').bottom).to.equal(host.window.innerHeight);
    expect(part('line').height).to.equal(0);
  });

  it('is as high as the text that is read', async () => {
    await open('<p id="p">Chữ to</p>', 'mask', 'p{font-size:60px;line-height:80px}');
    const [only] = linesOf(host.find('#p'));
    await move(20, only!.top + 9);
    expect(part('below').top - part('above').bottom).to.be.at.least(only!.height);
  });

  it('stands at the focus where no pointer is used, and at its line while typing', async () => {
    await open(
      '<p>Chữ</p><p><a id="a" href="#">Tin</a></p><textarea id="t" rows="6" style="font:16px/24px Arial">một\nhai\nba</textarea>' +
        '<div id="e" contenteditable>đầu<br>cuối</div>',
    );
    const a = host.find('#a');
    a.focus();
    a.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    await host.settled();
    expect(part('line').top).to.be.closeTo(linesOf(a)[0]!.bottom, 1);
    const area = host.find('#t') as HTMLTextAreaElement;
    area.focus();
    const at = async (caret: number): Promise<number> => {
      area.setSelectionRange(caret, caret);
      area.dispatchEvent(new Event('input', { bubbles: true }));
      await host.settled();
      return part('line').top;
    };
    const first = await at(1);
    expect(first).to.be.within(area.getBoundingClientRect().top, area.getBoundingClientRect().top + 32);
    expect((await at(area.value.length)) - first).to.be.closeTo(48, 1);
    const editor = host.find('#e');
    editor.focus();
    host.document.getSelection()!.collapse(editor.lastChild, 2);
    editor.dispatchEvent(new Event('input', { bubbles: true }));
    await host.settled();
    expect(part('line').top).to.be.closeTo(linesOf(editor)[1]!.bottom, 6);
  });

  it('follows the page when that is scrolled under a pointer that rests', async () => {
    await open(`${LINES}<p style="height:3000px"></p>`);
    const [first, , third] = linesOf(host.find('#p'));
    await move(20, third!.top + 3);
    host.window.scrollTo(0, 48);
    host.document.dispatchEvent(new Event('scroll'));
    await move(20, first!.top + 3);
    expect(part('line').top).to.be.closeTo(first!.bottom, 2);
  });

  it('follows a finger', async () => {
    await open(LINES);
    const [, second] = linesOf(host.find('#p'));
    const touch = new Event('touchmove', { bubbles: true });
    Object.defineProperty(touch, 'touches', { value: [{ clientX: 20, clientY: second!.top + 3 }] });
    host.document.dispatchEvent(touch);
    await host.settled();
    expect(part('line').top).to.be.closeTo(second!.bottom, 1);
  });

  it('is told of the pointer in frames of the same origin, and finds lines in shadow trees', async () => {
    await open(
      '<p>Chữ</p><iframe id="f" style="border:5px solid;padding:7px" srcdoc="<p>Khung</p>"></iframe><div id="h"></div>',
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    host.find('#h').attachShadow({ mode: 'open' }).innerHTML = '<p>Trong bóng</p>';
    host.find('#h').append('.');
    await host.settled();
    const frame = host.find('#f') as HTMLIFrameElement;
    const inner = frame.contentDocument!.querySelector('p')!;
    const [line] = linesOf(inner);
    await move(20, line!.top + 2, frame.contentDocument!);
    expect(part('line').top).to.be.closeTo(frame.getBoundingClientRect().top + 12 + line!.bottom, 1);
    const inShadow = host.find('#h').shadowRoot!.querySelector('p')!;
    const [other] = linesOf(inShadow);
    await move(20, other!.top + 2);
    expect(part('line').top).to.be.closeTo(other!.bottom, 1);
  });

  it('lies over everything, a dialog opened later included, and lets the pointer through', async () => {
    await open(
      `${LINES}<dialog id="d" style="margin:0">Hộp thoại</dialog>`,
      'line',
      'ro-chu-guide{display:none!important}',
    );
    (host.find('#d') as HTMLDialogElement).showModal();
    const [line] = linesOf(host.find('#d'));
    await move(line!.left + 5, line!.top + 5);
    expect(guide().matches(':popover-open')).to.equal(true);
    expect(host.css(guide(), 'display')).to.equal('block');
    expect(host.css(guide(), 'pointer-events')).to.equal('none');
    const { top } = part('line');
    expect(host.document.elementFromPoint(5, top + 2)?.localName).to.not.equal('ro-chu-guide');
    expect(guide().getAttribute('aria-hidden')).to.equal('true');
  });

  it('has 3:1 against every grey, by one of the two colours of its line', async () => {
    await open(LINES);
    const line = guide().shadowRoot!.querySelector('.line')!;
    const colors = ['background-color', 'border-top-color'].map((name) => parseColor(host.css(line, name))!);
    for (let grey = 0; grey <= 255; grey++) {
      const ground = parseColor(`rgb(${grey}, ${grey}, ${grey})`)!;
      expect(Math.max(...colors.map((color) => contrastRatio(color, ground))), `grey ${grey}`).to.be.at.least(3);
    }
  });

  it('keeps Escape out of it', async () => {
    await open(LINES);
    host.document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await host.settled();
    expect(guide().matches(':popover-open')).to.equal(true);
  });

  it('comes back into a page that has thrown it out, and is gone once off', async () => {
    await open(LINES);
    guide().remove();
    await move(20, 20);
    expect(host.document.querySelectorAll('ro-chu-guide').length).to.equal(1);
    await host.set({ readingGuide: 'off' });
    await move(20, 40);
    expect(host.document.querySelectorAll('ro-chu-guide').length).to.equal(0);
  });
});
