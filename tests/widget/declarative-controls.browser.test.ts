import { expect } from 'chai';
import { openFrame, type TestPage, until } from './support/open-frame.ts';

describe('declarative controls', () => {
  let page: TestPage;
  const open = async (html: string): Promise<void> => {
    page = await openFrame({ html });
    await page.start();
  };
  const element = (selector: string): HTMLElement => page.document.querySelector<HTMLElement>(selector)!;
  const press = (target: HTMLElement, key: string): boolean =>
    target.dispatchEvent(
      new page.window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }),
    );
  afterEach(() => {
    expect(page.errors).to.deep.equal([]);
    page.close();
  });

  it('do what their name says', async () => {
    const names = [
      'text-larger',
      'text-smaller',
      'text-reset',
      'contrast-more',
      'contrast-less',
      'contrast-reset',
      'reset',
    ];
    await open(names.map((name) => `<button data-ro-chu="${name}">${name}</button>`).join(''));
    const after = (...pressed: string[]): [number, number] => {
      for (const name of pressed) element(`[data-ro-chu=${name}]`).click();
      const { textScale, contrast } = page.window.roChu!.preferences;
      return [textScale, contrast];
    };
    expect(after('text-larger', 'text-larger')).to.deep.equal([1.2, 0]);
    expect(after('text-smaller', 'contrast-more', 'contrast-more')).to.deep.equal([1.1, 2]);
    expect(after('contrast-less')).to.deep.equal([1.1, 1]);
    expect(after('text-reset')).to.deep.equal([1, 1]);
    expect(after('contrast-reset')).to.deep.equal([1, 0]);
    expect(after('contrast-more', 'text-larger', 'reset')).to.deep.equal([1, 0]);
    expect(page.notes).to.deep.equal([]);
  });

  it('work inside them, in open shadow roots, and when they come later', async () => {
    await open('<div id="host"></div>');
    const root = element('#host').attachShadow({ mode: 'open' });
    root.innerHTML = '<button data-ro-chu="text-larger"><b>A+</b></button>';
    root.querySelector('b')!.click();
    expect(page.window.roChu!.preferences.textScale).to.equal(1.1);
  });

  it('work where the page stops events', async () => {
    await open('<p id="around"><button data-ro-chu="text-larger">A+</button></p>');
    page.document.body.addEventListener('click', (event) => event.stopImmediatePropagation(), true);
    element('[data-ro-chu]').click();
    expect(page.window.roChu!.preferences.textScale).to.equal(1.1);
  });

  it('take Enter and Space where the element is no button, and no other key', async () => {
    await open('<span tabindex="0" data-ro-chu="text-larger">A+</span><button data-ro-chu="text-larger">A+</button>');
    expect(press(element('span'), 'Enter')).to.equal(false);
    expect(press(element('span'), ' ')).to.equal(false);
    expect(press(element('span'), 'a')).to.equal(true);
    expect(press(element('button'), 'Enter')).to.equal(true);
    expect(page.window.roChu!.preferences.textScale).to.equal(1.2);
  });

  it('do not follow the link they stand on', async () => {
    await open('<a href="#elsewhere" data-ro-chu="text-larger">A+</a>');
    element('a').click();
    expect(page.window.location.hash).to.equal('');
  });

  it('do nothing while disabled', async () => {
    await open(
      '<button disabled data-ro-chu="text-larger">A+</button><a aria-disabled="true" data-ro-chu="text-larger">A+</a>',
    );
    element('button').click();
    element('a').click();
    expect(page.window.roChu!.preferences.textScale).to.equal(1);
  });

  it('note a name they do not know, once, with those they do', async () => {
    await open('<button data-ro-chu="bigger">A+</button>');
    element('button').click();
    element('button').click();
    expect(page.notes.length).to.equal(1);
    expect(page.notes[0]).to.include('data-ro-chu: expected one of "text-larger"').and.include('got "bigger"');
  });

  it('note reading aloud, which does not work yet', async () => {
    await open('<button data-ro-chu="read-aloud">Đọc</button>');
    element('button').click();
    expect(page.notes.join()).to.include('got "read-aloud"');
  });

  it('ask for reading mode', async () => {
    page = await openFrame({ html: '<button data-ro-chu="reading-mode">Đọc</button>' });
    let opened = 0;
    await page.start(
      {},
      { loadReading: () => Promise.resolve({ openReader: () => (opened++, { hasArticle: true, close() {} }) }) },
    );
    element('button').click();
    await until(() => opened);
    expect(opened).to.equal(1);
  });

  it('take invoker commands to the id ro-chu', async () => {
    await open(
      '<button commandfor="ro-chu" command="--contrast-more">+</button><button commandfor="ro-chu" command="--louder">+</button>',
    );
    expect(page.toolbar().id).to.equal('ro-chu');
    const [more, unknown] = page.document.querySelectorAll('button');
    if ('commandForElement' in page.window.HTMLButtonElement.prototype) {
      more!.click();
      unknown!.click();
    } else {
      for (const command of ['--contrast-more', '--louder']) {
        page.toolbar().dispatchEvent(Object.assign(new page.window.Event('command'), { command }));
      }
    }
    expect(page.window.roChu!.preferences.contrast).to.equal(1);
    expect(page.notes.join()).to.include('command: expected one of').and.include('"louder"');
  });

  it('leave the id ro-chu to an element of the page that has it, with a note', async () => {
    await open('<p id="ro-chu">Rõ Chữ</p>');
    expect(page.toolbar().id).to.equal('');
    expect(page.notes.join()).to.include('the id "ro-chu"');
  });
});
