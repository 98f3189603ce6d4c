import { expect } from 'chai';
import { openFrame, sizeOf, type TestPage, turn, until } from './support/open-frame.ts';

describe('the place of the toolbar', () => {
  let page: TestPage;
  afterEach(() => {
    expect(page.errors).to.deep.equal([]);
    page.close();
  });

  it('is first in the body', async () => {
    page = await openFrame();
    await page.start();
    expect(page.document.body.firstElementChild).to.equal(page.toolbar());
    expect(page.toolbar().shadowRoot!.querySelectorAll('button').length).to.be.greaterThan(0);
  });

  it('is where data-mount says', async () => {
    page = await openFrame({ html: '<div id="tools"><b>Tiện ích</b></div>' });
    await page.start({ mount: '#tools' });
    expect(page.toolbar().parentElement!.id).to.equal('tools');
    expect(page.notes).to.deep.equal([]);
  });

  for (const mount of ['#nowhere', '!!', 'div[']) {
    it(`is first in the body where data-mount="${mount}" finds nothing, with a note`, async () => {
      page = await openFrame();
      await page.start({ mount });
      expect(page.document.body.firstElementChild).to.equal(page.toolbar());
      expect(page.notes.length).to.equal(1);
      expect(page.notes[0]).to.include('data-mount: expected a selector that finds an element').and.include(mount);
    });
  }

  it('takes the language and position of the config', async () => {
    page = await openFrame();
    await page.start({ lang: 'en', position: 'bottom-left' });
    expect(page.toolbar().language).to.equal('en');
    expect(page.toolbar().position).to.equal('bottom-left');
  });

  it('notes values it does not know, and goes on with the defaults', async () => {
    page = await openFrame();
    await page.start({ lang: 'fr', position: 'middle', controls: 'yes' });
    expect(page.notes.length).to.equal(3);
    expect(page.notes[0]).to.include('data-lang: expected one of "vi", "en", got "fr"');
    expect(page.toolbar().language).to.equal('vi');
    await page.window.roChu!.set({ textScale: 2 });
    expect(sizeOf(page.text())).to.equal(32);
  });

  it('is taken again when the body is emptied', async () => {
    page = await openFrame();
    await page.start();
    await page.window.roChu!.set({ textScale: 2 });
    page.document.body.innerHTML = '<p id="text">Nội dung khác</p>';
    await until(() => page.toolbar());
    expect(page.document.body.firstElementChild).to.equal(page.toolbar());
    await until(() => sizeOf(page.text()) === 32);
  });

  it('is taken again when the body is replaced', async () => {
    page = await openFrame();
    await page.start();
    await page.window.roChu!.set({ textScale: 2 });
    const body = page.document.createElement('body');
    body.innerHTML = '<p id="text">Nội dung khác</p>';
    page.document.body.replaceWith(body);
    await until(() => page.toolbar());
    await until(() => sizeOf(page.text()) === 32);
  });

  it('is taken again when the document is written anew, and everything works', async () => {
    page = await openFrame();
    await page.start();
    await page.window.roChu!.set({ textScale: 2 });
    page.document.open();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- pages do
    page.document.write(
      '<!doctype html><style>p{font-size:20px}</style><body><p id="text">Trang mới</p><button data-ro-chu="text-larger">A+</button>',
    );
    page.document.close();
    await until(() => page.toolbar()?.shadowRoot?.querySelector('#text-smaller'));
    await until(() => sizeOf(page.text()) === 40);
    page.document.querySelector<HTMLElement>('[data-ro-chu]')!.click();
    expect(page.window.roChu!.preferences.textScale).to.equal(2.25);
    page.toolbar().shadowRoot!.querySelector<HTMLElement>('#text-smaller')!.click();
    expect(page.window.roChu!.preferences.textScale).to.equal(2);
    await page.window.roChu!.reset();
    expect(sizeOf(page.text())).to.equal(20);
  });

  it('still hears other tabs after the document is written anew', async () => {
    page = await openFrame();
    const other = await openFrame();
    await page.start();
    await other.start();
    page.document.open();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- pages do
    page.document.write('<!doctype html><style>p{font-size:20px}</style><body><p id="text">Trang mới</p>');
    page.document.close();
    await until(() => page.toolbar());
    await other.window.roChu!.set({ textScale: 2 });
    await until(() => sizeOf(page.text()) === 40);
    other.close();
  });

  it('is given up for a while to a page that takes it out each time', async () => {
    page = await openFrame();
    await page.start();
    const guard = new page.window.MutationObserver(() => page.toolbar()?.remove());
    guard.observe(page.document.body, { childList: true });
    page.toolbar().remove();
    await until(() => page.notes.length);
    await turn();
    expect(page.notes[0]).to.include('20 times');
    expect(page.toolbar()).to.equal(null);
    guard.disconnect();
    await page.window.roChu!.set({ textScale: 2 });
    expect(sizeOf(page.text())).to.equal(32);
  });

  it('waits for a body', async () => {
    page = await openFrame();
    page.document.body.remove();
    await page.start();
    expect(page.toolbar()).to.equal(null);
    await page.window.roChu!.set({ textScale: 2 });
    const body = page.document.createElement('body');
    body.innerHTML = '<p id="text">Nội dung</p>';
    page.document.documentElement.append(body);
    await until(() => page.toolbar());
    await until(() => sizeOf(page.text()) === 32);
  });

  it('is there in quirks mode', async () => {
    page = await openFrame({ file: 'quirks.html' });
    await page.start();
    expect(page.document.compatMode).to.equal('BackCompat');
    await page.window.roChu!.set({ textScale: 2, contrast: 1 });
    expect(sizeOf(page.text())).to.equal(32);
    await until(() => page.toolbar()?.shadowRoot?.querySelector('#text-larger'));
  });
});

describe('a second copy', () => {
  it('steps aside with a note and leaves the first at work', async () => {
    const page = await openFrame();
    const first = (await page.start())!;
    await first.api.set({ textScale: 2 });
    expect(await page.start()).to.equal(null);
    expect(page.notes.join()).to.include('expected one copy of the script');
    expect(page.document.querySelectorAll('ro-chu-toolbar').length).to.equal(1);
    expect(page.window.roChu).to.equal(first.api);
    await first.api.set({ textScale: 1.5 });
    expect(sizeOf(page.text())).to.equal(24);
    page.close();
  });

  it('is not seen in an element called roChu', async () => {
    const page = await openFrame({ html: '<a id="roChu">Rõ Chữ</a>' });
    expect(await page.start()).to.not.equal(null);
    await page.window.roChu!.set({ textScale: 2 });
    expect(sizeOf(page.text())).to.equal(32);
    page.close();
  });
});

describe('in frames', () => {
  let outer: TestPage;
  let inner: TestPage;
  beforeEach(async () => {
    outer = await openFrame();
    inner = await openFrame({ parent: outer.document });
  });
  afterEach(() => outer.close());

  it('does nothing where the page around has the widget, which reaches into the frame', async () => {
    await outer.start();
    expect(await inner.start()).to.equal(null);
    expect(inner.toolbar()).to.equal(null);
    expect(inner.notes.join()).to.include('steps aside');
    await outer.window.roChu!.set({ textScale: 2 });
    expect(sizeOf(inner.text())).to.equal(32);
  });

  it('runs alone where the page around has none', async () => {
    await inner.start();
    await inner.window.roChu!.set({ textScale: 2 });
    expect(sizeOf(inner.text())).to.equal(32);
    expect(sizeOf(outer.text())).to.equal(16);
  });

  it('steps aside when the page around gets the widget later', async () => {
    await inner.start();
    await inner.window.roChu!.set({ textScale: 2 });
    await outer.start();
    expect(inner.toolbar()).to.equal(null);
    expect(inner.window.roChu).to.equal(undefined);
    await outer.window.roChu!.set({ textScale: 1.5 });
    expect(sizeOf(inner.text())).to.equal(24);
    expect(sizeOf(outer.text())).to.equal(24);
  });

  it('runs alone in a frame whose parent is of another origin', async () => {
    // The same server under its other name is another origin.
    const url = new URL('fixtures/alone.html', import.meta.url);
    url.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    const frame = outer.document.createElement('iframe');
    frame.src = url.href;
    await outer.start();
    const said = new Promise((resolve) => outer.window.addEventListener('message', ({ data }) => resolve(data)));
    outer.document.body.append(frame);
    expect(await said).to.equal('32px true');
  });
});

describe('data-sites', () => {
  it('runs on hosts that it names and on no other, with a note', async () => {
    const page = await openFrame();
    expect(await page.start({ sites: '*.example.gov.vn' })).to.equal(null);
    expect(page.notes.join()).to.include(`data-sites: expected one of "*.example.gov.vn", got "${location.hostname}"`);
    expect(page.window.roChu).to.equal(undefined);
    expect(await page.start({ sites: `*.example.gov.vn, ${location.hostname}` })).to.not.equal(null);
    page.close();
  });
});
