import { expect } from 'chai';
import type { ChangeDetail } from '../../widget/api.ts';
import { openFrame, sizeOf, type TestPage, until } from './support/open-frame.ts';

describe('window.roChu', () => {
  let page: TestPage;
  afterEach(() => {
    expect(page.errors).to.deep.equal([]);
    page.close();
  });

  it('is frozen', async () => {
    page = await openFrame();
    await page.start();
    const api = page.window.roChu!;
    expect(page.window.Object.isFrozen(api)).to.equal(true);
    expect(page.window.Object.isFrozen(api.preferences)).to.equal(true);
  });

  it('settles set and reset once the page shows it', async () => {
    page = await openFrame();
    await page.start();
    const api = page.window.roChu!;
    await api.set({ textScale: 2 });
    expect(sizeOf(page.text())).to.equal(32);
    expect(api.preferences.textScale).to.equal(2);
    await api.reset();
    expect(sizeOf(page.text())).to.equal(16);
  });

  for (const [what, patch, said] of [
    ['a value out of range', { textScale: 7 }, /textScale: expected .*3.*7/],
    ['a wrong type', { contrast: 'high' }, /contrast: expected .*high/],
    ['an unknown name', { textScael: 2 }, /textScael/],
    ['no patch at all', null, /null/],
    ['a good field beside a bad one', { textScale: 2, contrast: 9 }, /contrast/],
  ] as const) {
    it(`rejects ${what}, and changes nothing`, async () => {
      page = await openFrame();
      await page.start();
      const api = page.window.roChu!;
      const before = api.preferences;
      let error: unknown;
      await api.set(patch as object).catch((reason: unknown) => (error = reason));
      expect((error as Error).name).to.equal('PreferencesError');
      expect((error as Error).message).to.match(said);
      expect(api.preferences).to.equal(before);
      await api.set({ textScale: 1.5 });
      expect(sizeOf(page.text())).to.equal(24);
    });
  }

  it('tells of a change on the document, with the value before', async () => {
    page = await openFrame();
    await page.start();
    const heard: ChangeDetail[] = [];
    page.document.addEventListener('ro-chu-change', (event) => heard.push(event.detail));
    await page.window.roChu!.set({ contrast: 2 });
    expect(heard.map(({ preferences, previous }) => [previous.contrast, preferences.contrast])).to.deep.equal([[0, 2]]);
  });

  it('waits for a change that a listener makes', async () => {
    page = await openFrame();
    await page.start();
    const api = page.window.roChu!;
    page.document.addEventListener(
      'ro-chu-change',
      () => void (api.preferences.textScale < 2 && api.set({ textScale: 2 })),
    );
    await api.set({ textScale: 1.5 });
    expect(sizeOf(page.text())).to.equal(32);
  });

  it('shows on the next page what was chosen on the one before', async () => {
    page = await openFrame();
    await page.start();
    await page.window.roChu!.set({ textScale: 1.5 });
    const stored = Object.entries(localStorage);
    page.close();
    page = await openFrame();
    for (const [key, value] of stored) localStorage.setItem(key, String(value));
    await page.start();
    expect(sizeOf(page.text())).to.equal(24);
  });

  it('follows another tab', async () => {
    page = await openFrame();
    const other = await openFrame();
    await page.start();
    await other.start();
    await other.window.roChu!.set({ textScale: 2 });
    await until(() => sizeOf(page.text()) === 32);
    other.close();
  });

  it('goes on for this page where storage throws, and says so', async () => {
    page = await openFrame({
      before: (window) =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new Error('denied');
          },
        }),
    });
    await page.start();
    await page.window.roChu!.set({ textScale: 2 });
    expect(sizeOf(page.text())).to.equal(32);
    expect(page.toolbar().isUnkept).to.equal(true);
  });

  it('takes everything out when disposed', async () => {
    page = await openFrame();
    const before = page.document.documentElement.outerHTML;
    const widget = (await page.start())!;
    await widget.api.set({ textScale: 2, contrast: 1 });
    widget.dispose();
    expect(page.document.documentElement.outerHTML).to.equal(before);
    expect(sizeOf(page.text())).to.equal(16);
    expect(page.window.roChu).to.equal(undefined);
  });
});

describe('reading mode from the shell', () => {
  let page: TestPage;
  afterEach(() => page.close());

  it('opens once, by its module, and closes', async () => {
    page = await openFrame();
    let loads = 0;
    let opened = 0;
    let closed = 0;
    const openReader = (): { hasArticle: boolean; close(): void } => (
      opened++,
      { hasArticle: true, close: () => closed++ }
    );
    await page.start({}, { loadReading: () => (loads++, Promise.resolve({ openReader })) });
    const api = page.window.roChu!;
    expect(loads).to.equal(0);
    expect(await Promise.all([api.openReadingMode(), api.openReadingMode()])).to.deep.equal([true, true]);
    expect([loads, opened]).to.deep.equal([1, 1]);
    api.closeReadingMode();
    api.closeReadingMode();
    expect(closed).to.equal(1);
    expect(await api.openReadingMode()).to.equal(true);
    expect(opened).to.equal(2);
  });

  it('is open again after the reader closed it there', async () => {
    page = await openFrame();
    const closers: (() => void)[] = [];
    await page.start(
      {},
      {
        loadReading: () =>
          Promise.resolve({
            openReader: ({ onClose }) => (closers.push(onClose!), { hasArticle: true, close: onClose! }),
          }),
      },
    );
    await page.window.roChu!.openReadingMode();
    closers[0]!();
    await page.window.roChu!.openReadingMode();
    expect(closers.length).to.equal(2);
  });

  it('does not open where it was closed while it was fetched', async () => {
    page = await openFrame();
    let opened = 0;
    await page.start(
      {},
      { loadReading: () => Promise.resolve({ openReader: () => (opened++, { hasArticle: true, close() {} }) }) },
    );
    const opening = page.window.roChu!.openReadingMode();
    page.window.roChu!.closeReadingMode();
    expect(await opening).to.equal(false);
    expect(opened).to.equal(0);
  });

  it('says in words that it could not be fetched, and tries again the next time', async () => {
    page = await openFrame();
    let loads = 0;
    await page.start({}, { loadReading: () => (loads++, Promise.reject(new Error('offline'))) });
    const said: string[] = [];
    page.toolbar().announce = (text) => void said.push(text);
    expect(await page.window.roChu!.openReadingMode()).to.equal(false);
    expect(said).to.deep.equal(['Không mở được chế độ đọc. Vui lòng thử lại.']);
    expect(page.notes.join()).to.include('offline');
    expect(await page.window.roChu!.openReadingMode()).to.equal(false);
    expect(loads).to.equal(2);
    expect(page.errors).to.deep.equal([]);
  });
});
