import { expect } from 'chai';
import type { openReader as OpenReader } from '../../../widget/reading-entry.ts';
import type { createStore as CreateStore } from '../../../src/preferences/create-store.ts';
import { openFrame } from './helpers.ts';

const SENTENCE =
  'Sở Nông nghiệp phối hợp với UBND huyện tổ chức lớp tập huấn kỹ thuật cho các hộ dân của bốn xã vùng cao trong ba ngày. ';
const PARAGRAPH = `<p>${SENTENCE.repeat(3)}</p>`;
const FETCH = `<script type="module">
  import { openReader } from '${location.origin}/widget/reading-entry.ts';
  import { createStore } from '${location.origin}/src/preferences/create-store.ts';
  Object.assign(window, { openReader, createStore });
  window.dispatchEvent(new Event('ready'));
</script>`;
const ARTICLE = `<main><h1>Tập huấn kỹ thuật cho các hộ dân</h1><p id="first"><button id="opener">Mở</button></p>${PARAGRAPH.repeat(6)}</main>`;

type FrameWindow = Window & { openReader: typeof OpenReader; createStore: typeof CreateStore };

async function page(
  body: string,
  { head = '', width = 800, height = 600 } = {},
): Promise<{ window: FrameWindow; document: Document; frame: HTMLIFrameElement }> {
  const { frame, page: document } = await openFrame(
    `<!doctype html><html lang="vi"><head><title>Tập huấn kỹ thuật cho các hộ dân</title>${head}${FETCH}</head><body>${body}</body></html>`,
    width,
    height,
  );
  const window = frame.contentWindow as FrameWindow;
  if (!window.openReader) await new Promise((resolve) => window.addEventListener('ready', resolve, { once: true }));
  return { window, document, frame };
}

describe('openReader', () => {
  let frame: HTMLIFrameElement | null = null;
  const shown = async (...args: Parameters<typeof page>): Promise<Awaited<ReturnType<typeof page>>> => {
    const made = await page(...args);
    frame = made.frame;
    return made;
  };
  afterEach(() => frame?.remove());

  it('opens the article, once, and leaves nothing behind', async () => {
    const { window, document } = await shown(ARTICLE);
    const before = document.documentElement.outerHTML;
    document.getElementById('opener')!.focus();
    let closings = 0;
    const options = { document, store: window.createStore(), language: 'vi', onClose: () => closings++ } as const;
    const opened = window.openReader(options);
    expect(opened.hasArticle).to.be.true;
    expect(window.openReader(options), 'the second call gives the same reader').to.equal(opened);
    expect(document.querySelectorAll('ro-chu-reader').length).to.equal(1);
    const root = document.querySelector('ro-chu-reader')!.shadowRoot!;
    expect(root.querySelector('h1')!.textContent).to.equal('Tập huấn kỹ thuật cho các hộ dân');
    expect(root.querySelectorAll('.text p').length).to.equal(6);
    const gone = new Promise((resolve) =>
      document.querySelector('ro-chu-reader')!.addEventListener('ro-chu-reader-close', resolve),
    );
    opened.close();
    opened.close();
    await gone;
    expect(closings).to.equal(1);
    expect(document.documentElement.outerHTML).to.equal(before);
    expect(document.activeElement!.id).to.equal('opener');
    expect(window.openReader(options), 'a new one after that').not.to.equal(opened);
  });

  it('says where there is no article', async () => {
    const { window, document } = await shown('<nav><a href="/a">Trang chủ</a></nav><main><p>Chào bạn.</p></main>');
    expect(window.openReader({ document, store: window.createStore(), language: 'vi' }).hasArticle).to.be.false;
    expect(document.querySelector('ro-chu-reader')!.shadowRoot!.querySelector('.text')!.textContent).to.include(
      'Chào bạn.',
    );
  });

  for (const policy of [
    "require-trusted-types-for 'script'",
    "require-trusted-types-for 'script'; trusted-types 'none'",
    "style-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
  ]) {
    it(`works under "${policy}", violating nothing`, async () => {
      const { window, document } = await shown(
        // All of the text in a "sidebar": Readability needs a second attempt, for which it would parse HTML.
        `<main><h1>Tập huấn kỹ thuật cho các hộ dân</h1><div class="extra remark sidebar-popup">${PARAGRAPH.repeat(4)}<p onclick="alert(1)">${SENTENCE}</p><p><noscript><img src="/a.png"></noscript></p></div></main>`,
        { head: `<meta http-equiv="Content-Security-Policy" content="${policy}">` },
      );
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(`${event.violatedDirective} ${event.sample}`),
      );
      const { hasArticle } = window.openReader({ document, store: window.createStore(), language: 'vi' });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(hasArticle).to.be.true;
      const root = document.querySelector('ro-chu-reader')!.shadowRoot!;
      expect(root.querySelectorAll('.text p').length).to.equal(5);
      expect(window.getComputedStyle(root.querySelector('article')!).fontSize).to.equal('20px');
      expect(violations).to.deep.equal([]);
    });
  }

  it('shows tables in its own colours on a page in quirks mode', async () => {
    const row = '<tr><td>Nậm Hoa</td><td>42</td></tr>';
    const { frame: made, page: document } = await openFrame(
      `<html><head><title>Tập huấn kỹ thuật cho các hộ dân</title>${FETCH}</head><body text="#ff0000">${ARTICLE}<table border="1"><tr><th>Xã</th><th>Hộ</th></tr>${row.repeat(4)}</table></body></html>`,
    );
    frame = made;
    const window = made.contentWindow as FrameWindow;
    if (!window.openReader) await new Promise((resolve) => window.addEventListener('ready', resolve, { once: true }));
    expect(document.compatMode).to.equal('BackCompat');
    const store = window.createStore();
    store.update({ reading: { scheme: 'dark', textScale: 2 } });
    document.querySelector('main')!.append(document.querySelector('table')!);
    window.openReader({ document, store, language: 'vi' });
    const root = document.querySelector('ro-chu-reader')!.shadowRoot!;
    const cell = window.getComputedStyle(root.querySelector('td')!);
    expect([cell.color, cell.fontSize]).to.deep.equal([
      window.getComputedStyle(root.querySelector('article')!).color,
      '36px',
    ]);
  });

  for (const width of [320, 360]) {
    for (const textScale of [1, 2, 3]) {
      it(`needs no sideways scrolling at ${width} px and ${textScale * 100} %`, async () => {
        const { window, document } = await shown(ARTICLE, { width, height: 640 });
        const store = window.createStore();
        store.update({ reading: { textScale } });
        window.openReader({ document, store, language: 'vi' });
        const root = document.querySelector('ro-chu-reader')!.shadowRoot!;
        const dialog = root.querySelector('dialog')!;
        for (const element of root.querySelectorAll('button, .swatch, h1, p:not(.hidden)')) {
          const { left, right } = element.getBoundingClientRect();
          expect(left, element.outerHTML).to.be.at.least(0);
          expect(right, element.outerHTML).to.be.at.most(width);
        }
        for (const element of root.querySelectorAll('h1, p:not(.hidden)'))
          expect(element.scrollWidth, element.textContent).to.be.at.most(element.clientWidth + 1);
        expect(dialog.scrollWidth).to.equal(dialog.clientWidth);
        const bar = root.querySelector('.bar')!.getBoundingClientRect();
        expect(bar.height, 'the bar leaves the window to the text').to.be.at.most(640 / 4);
      });
    }
  }

  it('holds a page still that scrolls in its body, and puts it back where it was', async () => {
    const { window, document } = await shown(`<div style="height: 3000px">${ARTICLE}</div>`, {
      head: '<style>html, body { height: 100%; margin: 0 } body { overflow: auto }</style>',
    });
    const position = (): number[] => [window.scrollY, document.body.scrollTop];
    window.scrollTo(0, 900);
    document.body.scrollTop = 900;
    const before = position();
    expect(Math.max(...before)).to.equal(900);
    const opened = window.openReader({ document, store: window.createStore(), language: 'vi' });
    const gone = new Promise((resolve) =>
      document.querySelector('ro-chu-reader')!.addEventListener('ro-chu-reader-close', resolve),
    );
    opened.close();
    await gone;
    expect(position()).to.deep.equal(before);
  });

  it('outlives the page emptying its body', async () => {
    const { window, document } = await shown(ARTICLE);
    const opened = window.openReader({ document, store: window.createStore(), language: 'vi' });
    document.body.replaceChildren();
    expect(document.querySelector('ro-chu-reader')!.shadowRoot!.querySelector('dialog')!.open).to.be.true;
    opened.close();
  });
});
