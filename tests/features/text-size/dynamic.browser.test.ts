import { expect } from 'chai';
import { drawn, notScaled, openHostPage, stateOf, textSizes, type HostPage } from '../../support/host-page.ts';
import { scale, type Scaled } from './scaled.ts';

const HTML = `<!DOCTYPE html><html><head><style>
  body { font-size: 12px } .a { font-size: 14px } .b { font: 10px/15px serif } .on { font-size: 20px }
</style></head><body><p class="a">Một</p><p class="b">hai</p></body></html>`;

describe('text size on a page that changes', () => {
  let host: HostPage;
  let scaled: Scaled;
  const size = (selector: string | Element): string => {
    const element = typeof selector === 'string' ? host.document.querySelector(selector)! : selector;
    return element.ownerDocument.defaultView!.getComputedStyle(element).fontSize;
  };
  /** The browser's own size for controls, px. */
  const controlPx = (): number => {
    const button = document.body.appendChild(document.createElement('button'));
    const px = parseFloat(getComputedStyle(button).fontSize);
    button.remove();
    return px;
  };
  const begin = async (html = HTML, to = 2): Promise<void> => {
    host = await openHostPage(html);
    scaled = scale(host.document, to);
  };
  /** Microtasks run before anything is painted: what is right after them is never shown wrong. */
  const beforePaint = (): Promise<void> => Promise.resolve();
  afterEach(() => {
    scaled.undo();
    host.remove();
  });

  it('scales new content before it is painted', async () => {
    await begin();
    host.document.body.insertAdjacentHTML(
      'beforeend',
      `<div id="new" class="a">a <b style="font-size:9px">b</b><font size="5">c</font><svg><text font-size="11">d</text></svg></div>`,
    );
    await beforePaint();
    expect(size('#new')).to.equal('28px');
    expect(size('#new b')).to.equal('18px');
    expect(size('#new font')).to.equal('48px');
    expect(size('#new text')).to.equal('22px');
  });

  it('scales a new sheet before it is painted', async () => {
    await begin();
    const style = host.document.createElement('style');
    style.textContent = '.a{font-size:17px}';
    host.document.head.append(style);
    await beforePaint();
    expect(size('.a')).to.equal('34px');
    style.textContent = '.a{font-size:18px}';
    await beforePaint();
    expect(size('.a')).to.equal('36px');
    style.remove();
    await beforePaint();
    expect(size('.a')).to.equal('28px');
  });

  it('scales rules that a script puts in', async () => {
    await begin();
    const sheet = host.document.styleSheets[0]!;
    sheet.insertRule('.a{font-size:19px}', sheet.cssRules.length);
    sheet.insertRule('@media screen{.b{font-size:11px}}', sheet.cssRules.length);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(size('.a')).to.equal('38px');
    const media = sheet.cssRules[sheet.cssRules.length - 1] as CSSMediaRule;
    media.deleteRule(0);
    media.insertRule('.b{font-size:13px}', 0);
    await new Promise((resolve) => setTimeout(resolve, 3200));
    expect(size('.b')).to.equal('26px');
  });

  it('scales constructed sheets, also after the page replaced its list of them', async () => {
    await begin();
    const { document, window } = host;
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync('.a{font-size:21px}');
    document.adoptedStyleSheets = [sheet];
    document.body.append('x');
    await beforePaint();
    expect(size('.a')).to.equal('42px');
    expect(size('body')).to.equal('24px');
    scaled.undo();
    expect([...document.adoptedStyleSheets]).to.deep.equal([sheet]);
    expect(sheet.cssRules[0]!.cssText.replace(/\s/g, '')).to.equal('.a{font-size:21px;}');
  });

  it('follows sheets that the page switches', async () => {
    await begin(
      `<!DOCTYPE html><style id="one">.a{font-size:14px}</style><style id="two" media="print">.a{font-size:30px}</style><p class="a">x</p>`,
    );
    const [one, two] = host.document.querySelectorAll('style');
    two!.media = 'screen';
    await beforePaint();
    expect(size('.a')).to.equal('60px');
    two!.disabled = true;
    await beforePaint();
    expect(size('.a')).to.equal('28px');
    one!.disabled = true;
    await beforePaint();
    expect(size('.a')).to.equal('32px');
  });

  it('follows classes that the page switches', async () => {
    await begin();
    host.document.querySelector('.a')!.className = 'on';
    await beforePaint();
    expect(size('.on')).to.equal('40px');
    host.document.body.className = 'on';
    await beforePaint();
    expect(size('body')).to.equal('40px');
  });

  it('follows inline sizes that a script animates, which read as the script wrote them', async () => {
    await begin();
    const element = host.document.querySelector<HTMLElement>('.a')!;
    for (let px = 10; px < 16; px++) {
      element.style.fontSize = `${px}px`;
      await beforePaint();
      expect(size(element)).to.equal(`${px * 2}px`);
      expect(element.style.fontSize).to.equal(`${px}px`);
      await drawn();
    }
    element.style.fontSize = '';
    await beforePaint();
    expect(size(element)).to.equal('28px');
    element.style.cssText = 'color: red; line-height: 30px';
    await beforePaint();
    expect(host.window.getComputedStyle(element).lineHeight).to.equal('60px');
    scaled.undo();
    expect(element.getAttribute('style')).to.equal('color: red; line-height: 30px;');
  });

  it('lets the page write over the whole style attribute', async () => {
    await begin();
    const element = host.document.querySelector<HTMLElement>('.a')!;
    element.setAttribute('style', 'font-size:11px');
    await beforePaint();
    expect(size(element)).to.equal('22px');
    element.setAttribute('style', 'font-size:12px');
    await beforePaint();
    expect(size(element)).to.equal('24px');
    element.removeAttribute('style');
    await beforePaint();
    expect(size(element)).to.equal('28px');
    scaled.undo();
    expect(element.hasAttribute('style')).to.equal(false);
  });

  it('scales copies once, and leaves nothing in them', async () => {
    await begin(`<!DOCTYPE html><style>:root{--fs:13px}.b{--fs:1.5em}</style><body><p id="one" style="font-size:14px">a
      <b style="font-size:10px!important">b</b><i style="--fs:9px;font-size:var(--fs)">c</i><pre>d</pre></p><p id="two">e</p></body>`);
    const { document } = host;
    scaled.verify();
    const one = document.getElementById('one')!;
    document.body.append(one.cloneNode(true));
    document.body.insertAdjacentHTML('beforeend', one.outerHTML);
    await beforePaint();
    for (const copy of document.querySelectorAll('#one')) {
      expect(size(copy)).to.equal('28px');
      expect(size(copy.querySelector('b')!)).to.equal('20px');
      expect(size(copy.querySelector('i')!)).to.equal('18px');
    }
    scaled.undo();
    expect(document.body.innerHTML).not.to.contain('ro-chu');
    for (const copy of document.querySelectorAll('#one')) expect(size(copy.querySelector('b')!)).to.equal('10px');
  });

  it('scales copied rules once', async () => {
    await begin(
      `<!DOCTYPE html><style>:root{--fs:13px}.x{--fs:1.5em}.a{font-size:clamp(10px,14px,2rem);line-height:20px}.c{font:italic 12px/1.5 serif}.d{font-size:calc(var(--fs) * 1.5)}</style><p class="a"><b class="c">b</b><i class="d">c</i></p>`,
    );
    const before = textSizes(host.document);
    const style = host.document.createElement('style');
    style.textContent = [...host.document.styleSheets[0]!.cssRules].map((rule) => rule.cssText).join('\n');
    host.document.head.append(style);
    await beforePaint();
    const after = textSizes(host.document);
    expect(after.get([...after.keys()].find((key) => key.endsWith('p[0]'))!)).to.deep.equal([28, 40]);
    expect(size('.c')).to.equal('24px');
    expect(before.size).to.equal(after.size);
  });

  it('follows custom properties that the page sets later', async () => {
    await begin(`<!DOCTYPE html><style>:root{--fs:13px}.a{font-size:var(--fs)}</style><p class="a">x</p>`);
    host.document.documentElement.style.setProperty('--fs', '20px');
    await beforePaint();
    expect(size('.a')).to.equal('40px');
    host.document.querySelector<HTMLElement>('.a')!.style.setProperty('--fs', '1.5em');
    await beforePaint();
    expect(size('.a')).to.equal('48px');
    host.document.querySelector<HTMLElement>('.a')!.removeAttribute('style');
    await beforePaint();
    expect(size('.a')).to.equal('40px');
  });

  it('scales keyframes', async () => {
    await begin(
      `<!DOCTYPE html><style>@keyframes k{from{font-size:10px}to{font-size:20px}}.a{animation:k 10s linear -5s paused}</style><p class="a">x</p>`,
      1.5,
    );
    expect(parseFloat(size('.a'))).to.be.closeTo(22.5, 0.1);
  });

  it('starts no transition of sizes', async () => {
    await begin(
      `<!DOCTYPE html><style>.a{font-size:10px;transition:all 5s}.b{transition:font-size 5s;font-size:1.5em}</style><p class="a">x <b class="b">y</b><code>z</code></p>`,
    );
    expect(size('.a')).to.equal('20px');
    scaled.verify();
    expect(size('.a')).to.equal('20px');
    scaled.setScale(3);
    expect(size('.a')).to.equal('30px');
    expect(size('.b')).to.equal('45px');
    await drawn();
    await drawn();
    expect(size('.a')).to.equal('30px');
    expect(size('.b')).to.equal('45px');
  });

  it('scales open shadow roots, those that come late too', async () => {
    await begin();
    const { document } = host;
    const attach = (element: Element, css: string): ShadowRoot => {
      const shadow = element.attachShadow({ mode: 'open' });
      shadow.innerHTML = `<style>${css}</style><p>a <b>b</b><button>c</button></p><slot></slot>`;
      return shadow;
    };
    const early = document.createElement('section');
    early.textContent = 'light';
    const shadow = attach(early, ':host{font-size:15px}b{font-size:9px}');
    document.body.append(early);
    await beforePaint();
    expect(size(shadow.querySelector('p')!)).to.equal('30px');
    expect(size(shadow.querySelector('b')!)).to.equal('18px');
    expect(parseFloat(size(shadow.querySelector('button')!))).to.be.closeTo(2 * controlPx(), 0.1);
    const late = attach(document.querySelector('.a')!, 'b{font-size:7px}');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(size(late.querySelector('b')!)).to.equal('14px');
  });

  it('scales custom elements that are defined late, before they are painted', async () => {
    await begin('<!DOCTYPE html><body><late-one></late-one></body>');
    const { window } = host;
    class LateOne extends window.HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: 'open' }).innerHTML = '<style>b{font-size:7px}</style><b>x</b>';
      }
    }
    window.customElements.define('late-one', LateOne);
    await beforePaint();
    await beforePaint();
    expect(size(host.document.querySelector('late-one')!.shadowRoot!.querySelector('b')!)).to.equal('14px');
  });

  it('scales same-origin frames, also when they go to another page', async () => {
    await begin();
    const { document } = host;
    const frame = document.createElement('iframe');
    const loaded = (): Promise<unknown> =>
      new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.srcdoc = '<!DOCTYPE html><style>p{font-size:10px}</style><p>a</p>';
    let done = loaded();
    document.body.append(frame);
    await done;
    await beforePaint();
    expect(size(frame.contentDocument!.querySelector('p')!)).to.equal('20px');
    frame.srcdoc = '<!DOCTYPE html><style>p{font-size:11px}</style><p>a <input></p>';
    done = loaded();
    await done;
    await beforePaint();
    expect(size(frame.contentDocument!.querySelector('p')!)).to.equal('22px');
    expect(parseFloat(size(frame.contentDocument!.querySelector('input')!))).to.be.closeTo(2 * controlPx(), 0.1);
    const inner = frame.contentDocument!;
    scaled.undo();
    expect(size(inner.querySelector('p')!)).to.equal('11px');
    expect(inner.adoptedStyleSheets.length).to.equal(0);
  });

  it('scales a document that is replaced', async () => {
    await begin();
    const { document } = host;
    document.open();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- old pages still do it
    document.write('<!DOCTYPE html><style>p{font-size:13px}</style><p>a <b style="font-size:8px">b</b></p>');
    document.close();
    await drawn();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(size('p')).to.equal('26px');
    expect(size('b')).to.equal('16px');
    document.body.innerHTML = '<p>c <b style="font-size:9px">d</b></p>';
    await beforePaint();
    expect(size('b')).to.equal('18px');
  });

  it('goes any way between scales and ends where it started', async () => {
    await begin(HTML, 2);
    host.document.body.insertAdjacentHTML('beforeend', '<pre>x <code>y</code></pre><button>b</button>');
    await drawn();
    scaled.undo();
    const state = stateOf(host.document);
    const before = textSizes(host.document);
    scaled = scale(host.document, 3);
    scaled.verify();
    for (const to of [2, 0.8, 1, 1.3, 3, 0.8]) {
      scaled.setScale(to);
      scaled.verify();
      expect(notScaled(before, textSizes(host.document), to), `at ${to}`).to.deep.equal([]);
    }
    scaled.undo();
    expect(stateOf(host.document)).to.deep.equal(state);
  });

  it('keeps what the page did to its own rules in between', async () => {
    await begin(
      `<!DOCTYPE html><style>.a{font:12px Arial;color:red}.b{font-size:11px}.c{font-size:10px}.d{font-size:9px}</style><p class="a b">x</p>`,
    );
    const rules = [...host.document.styleSheets[0]!.cssRules] as CSSStyleRule[];
    rules[0]!.style.color = 'green';
    rules[1]!.style.fontSize = '15px';
    host.document.styleSheets[0]!.deleteRule(2);
    rules[3]!.style.removeProperty('font-size');
    scaled.undo();
    const text = [...host.document.styleSheets[0]!.cssRules].map((rule) => rule.cssText).join('');
    const other = await openHostPage(
      `<!DOCTYPE html><style>.a{font:12px Arial;color:green}.b{font-size:15px}.d{}</style><p class="a b">x</p>`,
    );
    expect(text.replace(/\s/g, '')).to.equal(
      [...other.document.styleSheets[0]!.cssRules]
        .map((rule) => rule.cssText)
        .join('')
        .replace(/\s/g, ''),
    );
    other.remove();
  });

  it('scales imported sheets, those in layers and for a medium too', async () => {
    const address = (css: string): string => URL.createObjectURL(new Blob([css], { type: 'text/css' }));
    const [one, two, three] = [
      '.a{font-size:13px}',
      '.b{font-size:11px}@layer x{i{font-size:9px}}',
      '.c{font-size:50px}',
    ].map(address);
    host =
      await openHostPage(`<!DOCTYPE html><style>@import "${one}";@import "${two}" layer(base.more) screen;@import "${three}" print;</style>
      <p class="a">a <b class="b">b <i>c</i></b></p><p class="c">d</p><input>`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(size('.a')).to.equal('13px');
    const state = stateOf(host.document);
    const before = textSizes(host.document);
    scaled = scale(host.document, 2);
    expect(notScaled(before, textSizes(host.document), 2)).to.deep.equal([]);
    scaled.undo();
    expect(stateOf(host.document)).to.deep.equal(state);
  });
});
