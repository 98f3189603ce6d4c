import { expect } from 'chai';
import { extractReading } from '../../../src/features/reading-mode/extract.ts';
import { sanitise } from '../../../src/features/reading-mode/sanitise.ts';
import { openPageOf } from './fixtures.ts';
import { VECTORS } from './vectors.ts';

const SENTENCE =
  'Sở Nông nghiệp phối hợp với UBND huyện tổ chức lớp tập huấn kỹ thuật cho các hộ dân của bốn xã vùng cao trong ba ngày. ';
const EVENTS = [
  'mouseover',
  'pointerenter',
  'click',
  'focus',
  'toggle',
  'animationstart',
  'animationend',
  'error',
  'load',
  'beforetoggle',
  'slotchange',
];

const sing = (n: number): string => VECTORS[n]!.replaceAll('RUN', `top.canary(${n})`);
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250));
const requests = (window: Window): string[] =>
  window.performance.getEntriesByType('resource').map((entry) => entry.name);

/** Waits until a window has asked for nothing new for half a second. */
async function quiet(window: Window): Promise<number> {
  for (let before = -1, still = 0; ;) {
    await settle();
    const now = requests(window).length;
    still = now === before ? still + 1 : 0;
    if (still === 2) return now;
    before = now;
  }
}

/** Puts content where the reader would, and does to it whatever a person could. */
async function provoke(content: DocumentFragment): Promise<void> {
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).append(document.adoptNode(content));
  document.body.append(host);
  for (const element of host.shadowRoot!.querySelectorAll<HTMLElement>('*')) {
    for (const name of EVENTS)
      if (!(name === 'click' && element.closest('a'))) element.dispatchEvent(new Event(name, { bubbles: true }));
    if (element instanceof HTMLAnchorElement) expect(element.protocol).to.match(/^(https?|mailto|tel):$/);
    element.focus?.();
  }
  await settle();
  host.remove();
}

describe('a hostile page', () => {
  const sung: number[] = [];

  before(() => {
    (window as unknown as Record<string, unknown>)['canary'] = (n: number) => sung.push(n);
    performance.setResourceTimingBufferSize(5000);
  });

  beforeEach(() => (sung.length = 0));

  it('is tried in more than 40 ways', () => {
    expect(new Set(VECTORS).size).to.be.at.least(40).and.to.equal(VECTORS.length);
  });

  it('has a canary that sings where nothing is done about it', async () => {
    const host = document.createElement('div');
    host.innerHTML = sing(0);
    document.body.append(host);
    await settle();
    host.remove();
    expect(sung).to.deep.equal([0]);
  });

  VECTORS.forEach((vector, n) => {
    it(`runs and fetches nothing through the sanitiser: ${vector.slice(0, 60)}`, async () => {
      const parsed = new DOMParser().parseFromString(`<body><div>${sing(n)}<p>Chữ thường</p></div>`, 'text/html');
      const content = sanitise(parsed.body, window, location.href);
      const left = [...content.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].map(({ name }) => name),
      );
      expect(
        left.filter((name) => /^on|style|^id$|^name$|^class$|srcset|action|srcdoc|ping|target/.test(name)),
      ).to.deep.equal([]);
      await provoke(content);
      expect(sung).to.deep.equal([]);
      expect(requests(window).filter((address) => address.includes('canary-request'))).to.deep.equal([]);
    });
  });

  it('is read whole without running or fetching anything but its own pictures', async () => {
    const pieces = VECTORS.filter((vector) => !/^<(plaintext|base|meta|body|textarea|title|xmp|noembed)/.test(vector));
    const body = pieces.map((vector) => `<p>${SENTENCE}</p>${sing(VECTORS.indexOf(vector))}`).join('\n');
    const { page, close } = await openPageOf(
      `<!doctype html><title>Trang có mã độc</title><body><article><h1>Trang có mã độc</h1>${body}<p>${SENTENCE}</p><img src="${location.origin}/tests/anh-cua-bai.svg" alt="Ảnh của bài"></article>`,
    );
    sung.length = 0;
    // The page's own pictures go on loading for a while after its load event.
    const before = await quiet(page.defaultView!);
    const reading = extractReading(page);
    expect(await quiet(page.defaultView!), 'the copy loads nothing').to.equal(before);
    close();
    expect(reading.content.textContent).to.include('Sở Nông nghiệp');
    const seen = new Set(requests(window));
    const pictures = [...reading.content.querySelectorAll('img')].map((image) => image.getAttribute('src'));
    await provoke(reading.content);
    expect(sung).to.deep.equal([]);
    const fresh = requests(window).filter(
      (address) => !seen.has(address) && !address.includes('__web-dev-server') && !address.includes('wtr'),
    );
    for (const address of fresh) expect(pictures).to.include(address);
    expect(fresh.filter((address) => address.includes('canary-request'))).to.deep.equal([]);
  });

  for (const vector of VECTORS.filter((text) => /^<(plaintext|base|meta|body|textarea|title|xmp|noembed)/.test(text))) {
    it(`is read whole although it holds ${vector.slice(0, 40)}`, async () => {
      const { page, close } = await openPageOf(
        `<!doctype html><title>Trang có mã độc</title><body><article><h1>Trang có mã độc</h1><p>${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(3)}</p>${sing(VECTORS.indexOf(vector))}</article>`,
      );
      sung.length = 0;
      const reading = extractReading(page);
      close();
      await provoke(reading.content);
      expect(sung).to.deep.equal([]);
      expect(requests(window).filter((address) => address.includes('canary-request'))).to.deep.equal([]);
    });
  }
});
