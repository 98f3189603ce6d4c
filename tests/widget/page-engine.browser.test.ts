import { expect } from 'chai';
import { openFrame, sizeOf, type TestPage } from './support/open-frame.ts';
import type { EngineModule } from '../../widget/page-engine.ts';

describe('the engine that is fetched on first use', () => {
  let page: TestPage;
  afterEach(() => page.close());

  const working = (): EngineModule => ({
    startEngine: () => ({
      update: () => Promise.resolve(),
      adoptControls: () => ({ listen() {}, stop() {} }),
      dispose() {},
    }),
  });

  it('is not fetched for a reader who asks nothing of the page', async () => {
    page = await openFrame();
    let loads = 0;
    await page.start({}, { loadEngine: () => (loads++, Promise.resolve(working())) });
    await page.window.roChu!.set({ reading: { scheme: 'dark' } });
    expect(loads).to.equal(0);
  });

  it('is fetched once, however often it is asked', async () => {
    page = await openFrame();
    let loads = 0;
    await page.start({}, { loadEngine: () => (loads++, Promise.resolve(working())) });
    const { roChu } = page.window;
    await Promise.all([roChu!.set({ textScale: 2 }), roChu!.set({ textScale: 3 }), roChu!.set({ contrast: 2 })]);
    expect(loads).to.equal(1);
  });

  it('shows the latest of the choices made while it was on its way', async () => {
    page = await openFrame();
    await page.start();
    const { roChu } = page.window;
    void roChu!.set({ textScale: 2 });
    await roChu!.set({ textScale: 1.5 });
    expect(sizeOf(page.text())).to.equal(24);
  });

  it('leaves the page as it is where the choice was taken back before it came', async () => {
    page = await openFrame();
    await page.start();
    const { roChu } = page.window;
    void roChu!.set({ textScale: 2 });
    await roChu!.reset();
    expect(sizeOf(page.text())).to.equal(16);
  });

  it('says in words that it could not be fetched, keeps the choice, and tries again at the next', async () => {
    page = await openFrame();
    let isOnline = false;
    let loads = 0;
    await page.start(
      {},
      {
        loadEngine: () => {
          loads++;
          return isOnline ? Promise.resolve(working()) : Promise.reject(new Error('offline'));
        },
      },
    );
    const said: string[] = [];
    page.toolbar().announce = (text) => void said.push(text);
    await page.window.roChu!.set({ textScale: 2 });
    expect(said).to.deep.equal(['Không tải được phần điều chỉnh trang. Vui lòng thử lại.']);
    expect(page.notes.join()).to.include('offline');
    expect(page.window.roChu!.preferences.textScale).to.equal(2);
    isOnline = true;
    await page.window.roChu!.set({ textScale: 2.25 });
    expect(loads).to.equal(2);
    expect(page.errors).to.deep.equal([]);
  });

  it('leaves nothing behind where the widget goes before it came', async () => {
    page = await openFrame();
    let arrive = (_: EngineModule): void => {};
    let started = 0;
    const widget = await page.start({}, { loadEngine: () => new Promise((resolve) => (arrive = resolve)) });
    const setting = widget!.api.set({ textScale: 2 });
    widget!.dispose();
    arrive({ startEngine: () => (started++, working().startEngine(page.document, () => {})) });
    await setting;
    expect(started).to.equal(0);
  });
});
