import { expect } from 'chai';
import { drawn, notScaled, openHostPage, stateOf, textSizes, type HostPage } from '../../support/host-page.ts';
import { expectScales, scale } from './scaled.ts';

/** A style sheet of another origin: the same server by its other name. */
function unreadableAddress(): string {
  const url = new URL('./unreadable.css', import.meta.url);
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  url.search = '';
  return url.href;
}

const link = (): string => `<link rel="stylesheet" href="${unreadableAddress()}">`;

const isUnreadable = ({ document }: HostPage): void => {
  expect(() => document.styleSheets[0]!.cssRules).to.throw();
};

describe('sizes that the rewrite does not reach', () => {
  it('are patched where the sheet cannot be read', () =>
    expectScales(
      `<!DOCTYPE html>${link()}<style>p{font-size:15px}</style><body><div class="cdn" style="color:red">a <b>b <em>c</em></b> <em>d</em></div>
       <p class="cdn">e</p><p class="strong" style="font-size:9px">f <i>g</i></p><p>h</p>`,
      { isPatched: true, prepare: isUnreadable },
    ));

  it('are patched on many elements alike, of which one was read', async () => {
    const rows = '<div class="cdn">a <b>b</b></div>'.repeat(3500);
    const host = await openHostPage(`<!DOCTYPE html>${link()}<body>${rows}`);
    const scaled = scale(host.document, 2);
    scaled.verify();
    const last = host.document.body.lastElementChild!;
    expect(host.window.getComputedStyle(last).fontSize).to.equal('26px');
    expect(host.window.getComputedStyle(last).lineHeight).to.equal('36px');
    expect(host.window.getComputedStyle(last.firstElementChild!).fontSize).to.equal('20px');
    scaled.undo();
    expect(last.hasAttribute('style')).to.equal(false);
    host.remove();
  });

  it('are patched on content that comes later, before it is painted', async () => {
    const host = await openHostPage(`<!DOCTYPE html>${link()}<body><div id="list"></div>`);
    const { document, window } = host;
    const scaled = scale(document, 2);
    scaled.verify();
    for (let i = 0; i < 3; i++) {
      document.getElementById('list')!.insertAdjacentHTML('beforeend', '<p class="cdn">a <b>b</b></p>');
      await Promise.resolve();
      const added = document.getElementById('list')!.lastElementChild!;
      expect(window.getComputedStyle(added).fontSize).to.equal('26px');
      expect(window.getComputedStyle(added.firstElementChild!).fontSize).to.equal('20px');
    }
    scaled.undo();
    expect(document.getElementById('list')!.innerHTML).to.equal('<p class="cdn">a <b>b</b></p>'.repeat(3));
    host.remove();
  });

  it('follow a class that the page switches', async () => {
    const host = await openHostPage(`<!DOCTYPE html>${link()}<body><p class="cdn">a <b>b</b> <span>c</span></p>`);
    const { document, window } = host;
    const element = document.querySelector('p')!;
    const sizes = (): string[] => [element, ...element.children].map((at) => window.getComputedStyle(at).fontSize);
    const scaled = scale(document, 2);
    scaled.verify();
    expect(sizes()).to.deep.equal(['26px', '20px', '26px']);
    element.className = 'switched';
    await Promise.resolve();
    expect(sizes()).to.deep.equal(['34px', '34px', '18px']);
    element.className = '';
    await Promise.resolve();
    expect(sizes()).to.deep.equal(['32px', '32px', '32px']);
    element.style.fontSize = '11px';
    await Promise.resolve();
    expect(sizes()).to.deep.equal(['22px', '22px', '22px']);
    scaled.undo();
    expect(sizes()).to.deep.equal(['11px', '11px', '11px']);
    expect(element.getAttribute('style')).to.equal('font-size: 11px;');
    host.remove();
  });

  it('are patched when the sheet comes later', async () => {
    const host = await openHostPage('<!DOCTYPE html><body><p class="cdn">a <b>b</b></p>');
    const { document, window } = host;
    const scaled = scale(document, 2);
    scaled.verify();
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = unreadableAddress();
    const loaded = new Promise((resolve) => sheet.addEventListener('load', resolve));
    document.head.append(sheet);
    await loaded;
    await drawn();
    expect(window.getComputedStyle(document.querySelector('b')!).fontSize).to.equal('20px');
    scaled.undo();
    host.remove();
  });

  it('system fonts and text in monospace', async () => {
    const host = await openHostPage(
      '<!DOCTYPE html><style>.m{font:menu}.c{font-family:monospace}</style><body><p class="m">a</p><p class="c">b <code>c</code></p>',
    );
    const { document } = host;
    const before = textSizes(document);
    const state = stateOf(document);
    const scaled = scale(document, 1.5);
    scaled.verify();
    expect(notScaled(before, textSizes(document), 1.5)).to.deep.equal([]);
    document.body.insertAdjacentHTML('beforeend', '<pre id="late">a <code>b</code></pre>');
    await Promise.resolve();
    const size = host.window.getComputedStyle(document.getElementById('late')!).fontSize;
    document.getElementById('late')!.remove();
    scaled.undo();
    expect(stateOf(document)).to.deep.equal(state);
    document.body.insertAdjacentHTML('beforeend', '<pre id="late">a</pre>');
    const own = host.window.getComputedStyle(document.getElementById('late')!).fontSize;
    expect(parseFloat(size)).to.be.closeTo(parseFloat(own) * 1.5, 0.2);
    host.remove();
  });
});
