import { expect } from 'chai';
import { openPage } from '../../src/page/open-page.ts';
import type { Page, PageChange } from '../../src/page/page.ts';
import { drawn, openHostPage, type HostPage } from '../support/host-page.ts';

describe('watching a page', () => {
  let host: HostPage;
  let page: Page;
  let changes: PageChange[];
  beforeEach(async () => {
    host = await openHostPage('<!DOCTYPE html><style>p{color:red}</style><body><p>a</p><div></div>');
    // Firefox tells a new frame its size after a while.
    await drawn();
    await drawn();
    page = openPage(host.document);
    changes = [];
    page.onChange((change) => changes.push(change));
  });
  afterEach(() => {
    page.close();
    host.remove();
  });
  const soon = (): Promise<void> => Promise.resolve();
  const aLook = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1100));
  const aCloseLook = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3200));

  it('reports the topmost of what was added, once', async () => {
    const { document } = host;
    const section = document.createElement('section');
    section.innerHTML = '<p>1</p><p>2</p>';
    document.querySelector('div')!.append(section);
    section.append(document.createElement('i'));
    section.firstElementChild!.after(document.createElement('b'));
    const gone = document.body.appendChild(document.createElement('u'));
    gone.remove();
    await soon();
    expect(changes.length).to.equal(1);
    expect(changes[0]!.added).to.deep.equal([section]);
  });

  it('reports thousands of changes in one task at once', async () => {
    for (let i = 0; i < 5000; i++) host.document.body.append(host.document.createElement('p'));
    for (const element of host.document.querySelectorAll('p')) element.className = 'x';
    await soon();
    expect(changes.length).to.equal(1);
    expect(changes[0]!.added.length).to.equal(5000);
    expect(changes[0]!.restyled.length).to.equal(5001);
  });

  it('reports restyled elements and changed text', async () => {
    const element = host.document.querySelector('p')!;
    element.style.color = 'blue';
    await soon();
    expect(changes.at(-1)!.restyled).to.deep.equal([element]);
    element.firstChild!.nodeValue = 'b';
    await soon();
    expect(changes.at(-1)!.textChanged).to.equal(true);
    element.remove();
    await soon();
    expect(changes.at(-1)!.textChanged).to.equal(true);
    expect(changes.length).to.equal(3);
  });

  it('does not report our own edits, but those of the page on top of them', async () => {
    const edits = page.edits('one');
    const element = host.document.querySelector('p')!;
    edits.setProperty(element, 'color', 'blue');
    edits.setAttribute(element, 'title', 'x');
    edits.setSheet(host.document, 'p{width:9px}');
    const own = host.document.createElement('ro-chu-thing');
    own.innerHTML = '<p>x</p>';
    host.document.body.append(own);
    own.firstElementChild!.className = 'y';
    await soon();
    own.firstElementChild!.textContent = 'z';
    await soon();
    own.remove();
    await soon();
    edits.undo();
    await aLook();
    expect(changes).to.deep.equal([]);
    edits.setProperty(element, 'color', 'blue');
    await soon();
    element.style.width = '5px';
    await soon();
    expect(changes.map(({ restyled }) => restyled)).to.deep.equal([[element]]);
  });

  it('sees what another observer of the page does to our edits in the same microtask', async () => {
    const edits = page.edits('one');
    const { document } = host;
    page.onChange(({ added }) => {
      for (const element of added) edits.setProperty(element as HTMLElement, 'width', '1px');
    });
    const theirs = new host.window.MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) (node as HTMLElement).style.color = 'red';
    });
    theirs.observe(document.body, { childList: true });
    const element = document.body.appendChild(document.createElement('p'));
    await soon();
    await soon();
    theirs.disconnect();
    expect(changes.flatMap(({ restyled }) => restyled)).to.deep.equal([element]);
  });

  it('reports new sheets, and rules that scripts put in or exchange', async () => {
    const { document } = host;
    const style = document.createElement('style');
    style.textContent = 'b{color:red}@media screen{i{color:red}}';
    document.head.append(style);
    await soon();
    expect(changes.at(-1)!.sheets).to.deep.equal([style.sheet]);
    const sheet = style.sheet!;
    changes.length = 0;
    (sheet.cssRules[1] as CSSMediaRule).insertRule('u{color:red}');
    await aCloseLook();
    expect(changes.map(({ sheets }) => sheets)).to.deep.equal([[sheet]]);
    sheet.deleteRule(0);
    sheet.insertRule('b{color:blue}', 0);
    await aCloseLook();
    expect(changes.map(({ sheets }) => sheets)).to.deep.equal([[sheet], [sheet]]);
    await aCloseLook();
    expect(changes.length, 'nothing more').to.equal(2);
  });

  it('reports shadow roots and frames, and lets go those that are gone', async () => {
    const { document } = host;
    const section = document.createElement('section');
    const shadow = section.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<p>x</p>';
    document.body.append(section);
    await soon();
    expect(changes.at(-1)!.roots).to.deep.equal([shadow]);
    shadow.firstElementChild!.className = 'x';
    await soon();
    expect(changes.at(-1)!.restyled).to.deep.equal([shadow.firstElementChild]);
    expect(page.roots()).to.deep.equal([document, shadow]);
    section.remove();
    await soon();
    expect(page.roots()).to.deep.equal([document]);
    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    frame.srcdoc = '<p>x</p>';
    document.body.append(frame);
    await loaded;
    await soon();
    expect(page.roots()).to.deep.equal([document, frame.contentDocument]);
    frame.remove();
    await soon();
    expect(page.roots()).to.deep.equal([document]);
  });

  it('goes on in a document that is replaced', async () => {
    const { document } = host;
    document.open();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- old pages still do it
    document.write('<!DOCTYPE html><body><p>b</p>');
    document.close();
    await aLook();
    changes.length = 0;
    document.querySelector('p')!.className = 'x';
    await soon();
    expect(changes.flatMap(({ restyled }) => restyled)).to.deep.equal([document.querySelector('p')]);
    changes.length = 0;
    host.window.dispatchEvent(new host.window.Event('resize'));
    expect(changes.map(({ resized }) => resized)).to.deep.equal([true]);
  });

  it('leaves nothing behind when closed', async () => {
    const { window } = host;
    const frame = host.document.body.appendChild(host.document.createElement('iframe'));
    await drawn();
    const listeners = new Map<string, number>();
    const count = (name: string, by: number): void => void listeners.set(name, (listeners.get(name) ?? 0) + by);
    const prototype = window.EventTarget.prototype;
    const { addEventListener, removeEventListener } = prototype;
    const [set, clear] = [globalThis.setInterval, globalThis.clearInterval];
    const timers = new Set<unknown>();
    prototype.addEventListener = function (this: EventTarget, name: string, ...rest: unknown[]) {
      count(name, 1);
      return (addEventListener as (...all: unknown[]) => void).call(this, name, ...rest);
    };
    prototype.removeEventListener = function (this: EventTarget, name: string, ...rest: unknown[]) {
      count(name, -1);
      return (removeEventListener as (...all: unknown[]) => void).call(this, name, ...rest);
    };
    globalThis.setInterval = ((...all: Parameters<typeof set>) => {
      const timer = set(...all);
      timers.add(timer);
      return timer;
    }) as typeof set;
    globalThis.clearInterval = ((timer: ReturnType<typeof set>) => {
      timers.delete(timer);
      clear(timer);
    }) as typeof clear;
    try {
      const other = openPage(host.document);
      let reported = 0;
      other.onChange(() => reported++);
      expect(timers.size).to.equal(1);
      expect(listeners.get('load')).to.be.greaterThan(0);
      other.close();
      host.document.body.append('x');
      await soon();
      expect(reported).to.equal(0);
      expect(timers.size).to.equal(0);
      for (const name of ['load', 'resize', 'change']) expect(listeners.get(name) ?? 0, name).to.equal(0);
    } finally {
      Object.assign(prototype, { addEventListener, removeEventListener });
      Object.assign(globalThis, { setInterval: set, clearInterval: clear });
      frame.remove();
    }
  });

  it('keeps an error of a listener to itself, and tells the others', async () => {
    const { error } = console;
    const reports: unknown[] = [];
    console.error = (...all: unknown[]) => void reports.push(all[0]);
    const told: PageChange[] = [];
    page.onChange(() => {
      throw new Error('on purpose');
    });
    page.onChange((change) => told.push(change));
    host.document.body.append('x');
    await soon();
    console.error = error;
    expect(told.length).to.equal(1);
    expect(reports).to.deep.equal(['[ro-chu] page change:']);
  });
});
