import { expect } from 'chai';
import { openFrame, type TestPage, until } from './support/open-frame.ts';

/** Answers the offer as a click on one of its buttons. */
async function answer(page: TestPage, id: 'offer-use' | 'offer-dismiss'): Promise<void> {
  const toolbar = page.toolbar();
  await toolbar.updateComplete;
  toolbar.shadowRoot!.getElementById(id)!.click();
  await toolbar.updateComplete;
}

/** The next page of the same reader: `openFrame` begins with empty storage. */
async function nextPage(page: TestPage): Promise<TestPage> {
  const stored = Object.entries(localStorage);
  page.close();
  const next = await openFrame();
  for (const [key, value] of stored) localStorage.setItem(key, String(value));
  await next.start();
  return next;
}

describe('the offer of more contrast, from the shell', () => {
  let page: TestPage;
  afterEach(() => {
    expect(page.errors).to.deep.equal([]);
    page.close();
  });

  it('is made to a reader who has never chosen anything, and nothing is kept for having made it', async () => {
    page = await openFrame();
    await page.start();
    expect(page.toolbar().offersContrast).to.equal(true);
    expect(localStorage.length).to.equal(0);
    page = await nextPage(page);
    expect(page.toolbar().offersContrast).to.equal(true);
  });

  it('is remembered once dismissed, with the preferences as they are and nothing else', async () => {
    page = await openFrame();
    await page.start();
    const before = page.window.roChu!.preferences;
    await answer(page, 'offer-dismiss');
    expect(page.toolbar().offersContrast).to.equal(false);
    expect(page.window.roChu!.preferences).to.equal(before);
    expect(Object.entries(localStorage)).to.deep.equal([['ro-chu', '{"v":1}']]);
    page = await nextPage(page);
    expect(page.toolbar().offersContrast).to.equal(false);
  });

  it('sets the level once taken, and is not made again, not even after a reset', async () => {
    page = await openFrame();
    await page.start();
    await answer(page, 'offer-use');
    expect(page.window.roChu!.preferences.contrast).to.equal(2);
    await page.window.roChu!.reset();
    expect(page.toolbar().offersContrast).to.equal(false);
    page = await nextPage(page);
    expect(page.window.roChu!.preferences.contrast).to.equal(0);
    expect(page.toolbar().offersContrast).to.equal(false);
  });

  it('is gone after any choice, also for a toolbar that the page took out and that is made anew', async () => {
    page = await openFrame();
    await page.start();
    await page.window.roChu!.set({ textScale: 1.5 });
    expect(page.toolbar().offersContrast).to.equal(false);
    const first = page.toolbar();
    first.remove();
    await until(() => page.toolbar() && page.toolbar() !== first);
    expect(page.toolbar().offersContrast).to.equal(false);
  });

  it('goes in the other open tabs too, once it was dismissed in one', async () => {
    page = await openFrame();
    const other = await openFrame();
    await page.start();
    await other.start();
    expect(page.toolbar().offersContrast).to.equal(true);
    await answer(other, 'offer-dismiss');
    await until(() => !page.toolbar().offersContrast);
    other.close();
  });

  it('is not made where the browser keeps nothing, as it would be made on every page', async () => {
    page = await openFrame({
      before: (window) =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new Error('denied');
          },
        }),
    });
    await page.start();
    expect(page.toolbar().offersContrast).to.equal(false);
  });
});
