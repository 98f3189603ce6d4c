import { expect } from 'chai';
import type { MountedToolbar } from './mount-toolbar.ts';
import { openFrame, type TestFrame } from './test-frame.ts';

/** Where each control is and how its text looks. */
const describeLooks = ({ findAll }: MountedToolbar): unknown[] =>
  findAll('.root, button, select, .value, .label, legend, .choice, input, .sample, .offer, [part=note]').map(
    (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const {
        color,
        backgroundColor,
        font,
        letterSpacing,
        wordSpacing,
        textTransform,
        textIndent,
        visibility,
        direction,
        cursor,
      } = style;
      return {
        id: element.id,
        left,
        top,
        width,
        height,
        color,
        backgroundColor,
        font,
        letterSpacing,
        wordSpacing,
        textTransform,
        textIndent,
        visibility,
        direction,
        cursor,
        align: style.textAlign,
      };
    },
  );

const INHERITED = `font: italic 900 9px/1 serif !important; color: #777 !important; letter-spacing: 5px !important; word-spacing: 9px !important;
  text-transform: uppercase !important; text-indent: -999px !important; text-align: right !important; visibility: hidden !important;
  direction: rtl !important; white-space: nowrap !important; cursor: none !important; pointer-events: none !important;`;
const HOSTILE = `<style>
  html { font-size: 62.5% }
  html, body { ${INHERITED} }
  body *, ro-chu-toolbar { ${INHERITED} font-size: 9px !important; display: none !important; position: absolute !important; float: left !important;
    width: 10px !important; max-height: 1px !important; overflow: hidden !important; transform: scale(0.5) !important; opacity: 0.2 !important;
    filter: blur(3px) !important; background: #000 !important; zoom: 0.5 !important; margin: 50px !important; padding: 50px !important; }
  button, select, input, label, p, section { border: 9px solid red !important; min-height: 300px !important }
</style>`;

describe('the toolbar in a hostile page', () => {
  const frames: TestFrame[] = [];
  const open = async (...options: Parameters<typeof openFrame>): Promise<TestFrame> => {
    const frame = await openFrame(...options);
    frames.push(frame);
    return frame;
  };
  afterEach(() => frames.splice(0).forEach((frame) => frame.remove()));

  for (const position of ['top', 'bottom-right'] as const) {
    it(`looks the same whatever the page’s CSS says (${position})`, async () => {
      const looks: unknown[] = [];
      for (const head of ['', HOSTILE]) {
        const frame = await open({ head });
        const mounted = await frame.window.mountToolbar({ position }, { open: true, textScale: 1.5 });
        looks.push(describeLooks(mounted));
      }
      expect(looks[1]).to.deep.equal(looks[0]);
    });
  }

  it('can be hidden by the page only with the hidden attribute', async () => {
    const { toolbar } = await (await open()).window.mountToolbar();
    toolbar.hidden = true;
    expect(toolbar.getClientRects().length).to.equal(0);
  });

  it('works under a strict content security policy with trusted types', async () => {
    const frame = await open({
      head: `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src ${location.origin}; style-src 'none'; require-trusted-types-for 'script'">`,
    });
    const before = frame.window.violations.length;
    const { find, findAll, click, store } = await frame.window.mountToolbar({}, { open: true });
    await click('text-larger');
    expect(store.current.textScale).to.equal(1.1);
    expect(getComputedStyle(findAll('.bar')[0]!).fontSize).to.equal('17.6px');
    expect(find('text-larger').getBoundingClientRect().height).to.be.at.least(44);
    expect(frame.window.violations.slice(before)).to.deep.equal([]);
  });

  it('works with the built-ins that Prototype.js and MooTools put in place', async () => {
    const frame = await open({ before: patchLikeOldLibraries });
    const { find, has, focusedId, click, store, toolbar, said, settle, input } = await frame.window.mountToolbar(
      {},
      { open: true },
    );
    const events: Event[] = [];
    frame.document.addEventListener('ro-chu-reading-mode', (event) => events.push(event));
    await click('text-larger');
    await click('contrast-more');
    expect([store.current.textScale, store.current.contrast]).to.deep.equal([1.1, 1]);
    await click('reading-mode');
    expect(events.length).to.equal(1);
    input('contrast', 3).click();
    input('textSpacing').click();
    await toolbar.updateComplete;
    expect([store.current.textSpacing, input('textSpacing').checked]).to.deep.equal([true, true]);
    await click('reset');
    expect(input('textSpacing').checked).to.equal(false);
    await click('undo');
    expect(store.current.contrast).to.equal(3);
    expect(input('textSpacing').checked).to.equal(true);
    toolbar.focus();
    find('text-smaller').dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
    await toolbar.updateComplete;
    expect(focusedId()).to.equal('settings');
    await settle();
    expect(said.at(-1)).to.equal('Cỡ chữ 110\u202f%. Tương phản: rõ nhất. Giãn dòng, giãn chữ: bật');
    await click('close');
    expect(has('panel')).to.equal(false);
  });
});

/** The methods that the two libraries replace or add, each with its incompatible behaviour. Runs in the frame: nothing from outside. */
function patchLikeOldLibraries(): void {
  const page = window as unknown as Record<string, unknown>;
  const add = (target: object, methods: Record<string, unknown>): void => void Object.assign(target, methods);
  const toArray = function (this: ArrayLike<unknown>): unknown[] {
    return Array.prototype.slice.call(this) as unknown[];
  };
  add(Array, {
    from: (item: ArrayLike<unknown> | null) => (item ? (Array.prototype.slice.call(item) as unknown[]) : []),
  });
  add(Array.prototype, {
    toArray,
    entries: toArray,
    toJSON: () => '[]',
    each: () => null,
    first: () => null,
    // Prototype.js 1.6: one element is given back bare.
    reduce(this: unknown[]) {
      return this.length > 1 ? this : this[0];
    },
  });
  add(Function.prototype, {
    bind(this: (...args: unknown[]) => unknown, self: unknown) {
      return (...args: unknown[]) => this.apply(self, args);
    },
    delay: () => null,
  });
  add(Object.prototype, { extend: () => null });
  add(String.prototype, {
    startsWith(this: string, start: string) {
      return this.lastIndexOf(start, 0) === 0;
    },
  });
  const itself = function (this: unknown): unknown {
    return this;
  };
  add(Element.prototype, {
    show: itself,
    hide: itself,
    update: itself,
    insert: itself,
    store: itself,
    retrieve: itself,
    position: itself,
    set: itself,
    get: itself,
    language: itself,
    select: itself,
    addEvent: itself,
  });
  Element.prototype.remove = function (this: Element) {
    this.parentNode?.removeChild(this);
    return this;
  };
  document.getElementsByClassName = (() => []) as unknown as Document['getElementsByClassName'];
  // MooTools 1.2 to 1.4 with compatibility: `Event` is its own wrapper of a native event.
  page.Event = function (this: { event: unknown }, event: unknown) {
    this.event = event;
  };
}
