import { expect } from 'chai';
import { openFrame, sizeOf, type TestPage, until } from './support/open-frame.ts';
import { patchLikeMooTools, patchLikePrototype } from './support/patch-globals.ts';

const HTML = `<button id="declared" data-ro-chu="text-larger">To</button>
  <p id="own"><a href="#">A+</a> <a href="#">A-</a> <a href="#">A</a> | <a href="#">Tăng tương phản</a> <a href="#">Giảm tương phản</a></p>`;

const LIBRARIES = { 'Prototype.js': patchLikePrototype, MooTools: patchLikeMooTools };

for (const [library, patch] of Object.entries(LIBRARIES)) {
  describe(`on a page patched by ${library}`, () => {
    let page: TestPage;
    let opened: number;
    beforeEach(async () => {
      opened = 0;
      page = await openFrame({ html: HTML, before: patch });
      expect(page.window.Array.from(new page.window.Set([7]))[0]).to.not.equal(7);
      await page.start(
        { controls: 'auto' },
        { loadReading: () => Promise.resolve({ openReader: () => (opened++, { hasArticle: true, close() {} }) }) },
      );
    });
    afterEach(() => {
      expect(page.errors).to.deep.equal([]);
      expect(page.notes).to.deep.equal([]);
      page.close();
    });
    const own = (index: number): HTMLElement => page.document.querySelectorAll<HTMLElement>('#own a')[index]!;
    const ownButton = (name: string): HTMLElement => page.toolbar().shadowRoot!.querySelector<HTMLElement>(`#${name}`)!;
    const preferences = (): [number, number] => {
      const { textScale, contrast } = page.window.roChu!.preferences;
      return [textScale, contrast];
    };

    it('text size and contrast reach the page, and leave it as it was', async () => {
      const api = page.window.roChu!;
      const styles = (): string => {
        const { fontSize, lineHeight, color, backgroundColor } = page.window.getComputedStyle(page.text());
        return [fontSize, lineHeight, color, backgroundColor].join();
      };
      const before = [page.document.body.innerHTML, styles()];
      await api.set({ textScale: 2, contrast: 2 });
      expect(sizeOf(page.text())).to.equal(32);
      expect(page.window.getComputedStyle(page.text()).color).to.not.equal('rgb(153, 153, 153)');
      await api.reset();
      expect([page.document.body.innerHTML, styles()]).to.deep.equal(before);
    });

    it('what comes later follows', async () => {
      await page.window.roChu!.set({ textScale: 2 });
      page.document.body.insertAdjacentHTML('beforeend', '<div><p id="late">Tin mới</p></div>');
      await until(() => sizeOf(page.document.getElementById('late')!) === 32);
    });

    it('the toolbar works', async () => {
      page.toolbar().isCompact = false;
      await until(() => ownButton('text-larger'));
      ownButton('text-larger').click();
      ownButton('contrast-more').click();
      expect(preferences()).to.deep.equal([1.1, 1]);
      ownButton('settings').click();
      await until(() => ownButton('reset'));
      ownButton('reset').click();
      expect(preferences()).to.deep.equal([1, 0]);
      await until(() => ownButton('undo'));
      ownButton('undo').click();
      expect(preferences()).to.deep.equal([1.1, 1]);
      await until(() => page.toolbar().shadowRoot!.querySelector('#live')!.textContent);
    });

    it('reading mode is asked for', async () => {
      page.toolbar().isCompact = false;
      await until(() => ownButton('reading-mode'));
      ownButton('reading-mode').click();
      await until(() => opened);
    });

    it("declared controls and the page's own work", () => {
      expect(page.toolbar().isCompact).to.equal(true);
      page.document.getElementById('declared')!.click();
      own(0).click();
      own(3).click();
      expect(preferences()).to.deep.equal([1.2, 1]);
      own(2).click();
      own(4).click();
      expect(preferences()).to.deep.equal([1, 0]);
    });

    it('a change is told, and a wrong one refused', async () => {
      let heard = 0;
      page.document.addEventListener('ro-chu-change', () => heard++);
      await page.window.roChu!.set({ textScale: 1.5 });
      expect(heard).to.equal(1);
      const error = await page.window.roChu!.set({ textScale: 9 }).then(
        () => null,
        (reason: unknown) => reason as Error,
      );
      expect(error?.name).to.equal('PreferencesError');
    });

    it('what is kept is read on a page that is not patched, and the other way round', async () => {
      await page.window.roChu!.set({ textScale: 1.5, contrast: 2 });
      const stored = Object.entries(localStorage);
      const restore = (): void => {
        for (const [key, value] of stored) localStorage.setItem(key, String(value));
      };
      const plain = await openFrame();
      restore();
      await plain.start();
      expect(plain.window.roChu!.preferences).to.deep.include({ textScale: 1.5, contrast: 2 });
      plain.close();
      const patched = await openFrame({ before: patch });
      restore();
      await patched.start();
      expect(patched.window.roChu!.preferences.textScale).to.equal(1.5);
      expect(sizeOf(patched.text())).to.equal(24);
      expect(patched.notes).to.deep.equal([]);
      patched.close();
    });

    it('the toolbar comes back to a body that was emptied', async () => {
      page.document.body.innerHTML = '';
      await until(() => page.toolbar());
    });
  });
}
