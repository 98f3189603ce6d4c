import { expect } from 'chai';
import { openPage } from '../../../src/page/open-page.ts';
import type { Page } from '../../../src/page/page.ts';
import { openHostPage, stateOf, type HostPage } from '../../support/host-page.ts';

const HTML = `<!DOCTYPE html><html><head><style>
  #box { font: 16px/20px sans-serif; width: 300px; height: 60px; overflow: hidden }
</style></head><body><div id="box">Ủy ban nhân dân tỉnh công bố danh mục thủ tục hành chính mới</div></body></html>`;

/** A feature that writes one declaration into a sheet, once the guard lets it. */
class Sized {
  readonly #page: Page;
  readonly #id: string;
  readonly #css: string;
  readonly seen: string[];

  constructor(page: Page, id: string, css: string, seen: string[] = []) {
    this.#page = page;
    this.#id = id;
    this.#css = css;
    this.seen = seen;
  }

  async start(): Promise<void> {
    const { reflow } = this.#page;
    reflow.join(this.#id, () => {
      this.#show('');
      return () => this.#show(this.#css);
    });
    await reflow.begin(this.#id, async () => {
      this.seen.push(`${this.#id} begins`);
      await Promise.resolve();
      this.#show(this.#css);
      this.seen.push(`${this.#id} is there`);
    });
  }

  stop(): void {
    this.#page.reflow.leave(this.#id);
    this.#page.edits(this.#id).undo();
  }

  #show(css: string): void {
    this.#page.edits(this.#id).setSheet(this.#page.document, css);
  }
}

const LARGER = '#box{font-size:32px!important;line-height:40px!important}';
const WIDER = '#box{letter-spacing:.5em!important}';

describe('the reflow guard for all features', () => {
  let host: HostPage;
  let page: Page;
  beforeEach(async () => {
    host = await openHostPage(HTML);
    page = openPage(host.document);
  });
  afterEach(() => {
    page.close();
    host.remove();
  });
  const box = (): HTMLElement => host.document.getElementById('box')!;
  const fits = (): boolean => box().scrollHeight <= box().clientHeight;

  it('lets one feature edit after the other, and looks once both are there', async () => {
    const seen: string[] = [];
    const [larger, wider] = [new Sized(page, 'larger', LARGER, seen), new Sized(page, 'wider', WIDER, seen)];
    await Promise.all([larger.start(), wider.start()]);
    expect(seen).to.deep.equal(['larger begins', 'larger is there', 'wider begins', 'wider is there']);
    expect(fits()).to.equal(true);
  });

  it('comes to the same page in any order, and when one of them leaves, to the page of the other alone', async () => {
    const states: string[] = [];
    const alone: string[] = [];
    const before = stateOf(host.document);
    for (const order of [
      ['larger', 'wider'],
      ['wider', 'larger'],
    ]) {
      const features = new Map([
        ['larger', new Sized(page, 'larger', LARGER)],
        ['wider', new Sized(page, 'wider', WIDER)],
      ]);
      for (const id of order) await features.get(id)!.start();
      states.push(stateOf(host.document).styles);
      features.get('wider')!.stop();
      await page.settled();
      alone.push(stateOf(host.document).styles);
      expect(fits()).to.equal(true);
      features.get('larger')!.stop();
      await page.settled();
      expect(stateOf(host.document).dom).to.equal(before.dom);
      expect(stateOf(host.document).styles === before.styles, 'undone').to.equal(true);
    }
    const only = new Sized(page, 'larger', LARGER);
    await only.start();
    alone.push(stateOf(host.document).styles);
    expect(new Set(states).size, 'any order').to.equal(1);
    expect(new Set(alone).size, 'one alone').to.equal(1);
  });

  it('measures the page without any of them, whoever came first', async () => {
    const wider = new Sized(page, 'wider', WIDER);
    await wider.start();
    const { reflow } = page;
    expect(reflow.hasOthers('wider')).to.equal(false);
    expect(reflow.hasOthers('larger')).to.equal(true);
    const read = (): string[] => [host.window.getComputedStyle(box()).letterSpacing, box().style.minHeight];
    expect(read()).to.deep.equal(['8px', '60px']);
    expect(reflow.without(read)).to.deep.equal(['normal', '60px']);
    expect(reflow.without(read, 'wider')).to.deep.equal(['8px', '60px']);
    expect(reflow.unadjusted(read)).to.deep.equal(['normal', '']);
    expect(read()).to.deep.equal(['8px', '60px']);
  });

  it('runs nothing for a feature that has left', async () => {
    const larger = new Sized(page, 'larger', LARGER);
    const started = larger.start();
    larger.stop();
    await started;
    await page.settled();
    expect(larger.seen).to.deep.equal([]);
    expect(host.document.adoptedStyleSheets.length).to.equal(0);
  });

  it('goes on when the edits of one feature fail, which is reported', async () => {
    const reports: string[] = [];
    const reported = openPage(host.document);
    const { error } = console;
    console.error = (text: string): void => void reports.push(text);
    try {
      reported.reflow.join('broken', () => () => {});
      const broken = reported.reflow.begin('broken', () => Promise.reject(new Error('broken on purpose')));
      await Promise.all([broken, new Sized(reported, 'larger', LARGER).start()]);
    } finally {
      console.error = error;
    }
    expect(reports).to.deep.equal(['[ro-chu] reflow:']);
    expect(fits()).to.equal(true);
    reported.close();
  });
});
