import { expect } from 'chai';
import type { MountedToolbar } from './mount-toolbar.ts';
import { openFrame, type TestFrame } from './test-frame.ts';

const WINDOWS = [
  [1280, 720],
  [768, 1024],
  [360, 640],
  [320, 568],
] as const;
const SCALES = [1, 2, 3];
const PLACES = ['top', 'top-right', 'bottom-right', 'bottom-left', 'static'] as const;

const controls = ({ findAll }: MountedToolbar): HTMLElement[] => findAll('button, select, .choice');

/** What lies outside the window sideways, or has its words cut off. */
function findSpills(mounted: MountedToolbar, { document, window }: TestFrame): string[] {
  const spills: string[] = [];
  if (document.documentElement.scrollWidth > window.innerWidth)
    spills.push(`page ${document.documentElement.scrollWidth} px wide`);
  for (const element of [
    ...controls(mounted),
    ...mounted.findAll('.value, .label, legend, .sample, .choice > span, small, [part=note]'),
  ]) {
    const { left, right, width } = element.getBoundingClientRect();
    const name = element.id || element.textContent.trim();
    if (width && (left < -0.5 || right > window.innerWidth + 0.5)) spills.push(`${name} from ${left} to ${right}`);
    if (/button|label/.test(element.localName) && element.scrollWidth > element.clientWidth)
      spills.push(`${name} cut off`);
  }
  return spills;
}

describe('the toolbar’s layout', () => {
  let frame: TestFrame;
  afterEach(() => frame.remove());

  for (const [width, height] of WINDOWS) {
    it(`fits ${width} by ${height} px, at every text size, in every place, open and closed, in both languages`, async () => {
      frame = await openFrame({ width, height });
      const spills: string[] = [];
      const small: string[] = [];
      for (const position of PLACES) {
        for (const textScale of SCALES) {
          for (const language of ['vi', 'en'] as const) {
            for (const isCompact of [false, true]) {
              const mounted = await frame.window.mountToolbar(
                { position, language, isCompact, isUnkept: true },
                { textScale },
              );
              for (const step of ['closed', 'open']) {
                if (step === 'open') await mounted.click('settings');
                const state = `${position} ${textScale} ${language} ${isCompact ? 'compact ' : ''}${step}`;
                spills.push(...findSpills(mounted, frame).map((spill) => `${state}: ${spill}`));
                for (const element of controls(mounted)) {
                  const box = element.getBoundingClientRect();
                  if (box.width < 44 || box.height < 44)
                    small.push(`${state}: ${element.id} ${box.width} by ${box.height}`);
                }
              }
              mounted.toolbar.remove();
            }
          }
        }
      }
      expect(spills).to.deep.equal([]);
      expect(small).to.deep.equal([]);
    });

    it(`takes at most a third of ${width} by ${height} px, also at 300 %`, async () => {
      frame = await openFrame({ width, height });
      for (const position of PLACES) {
        for (const textScale of SCALES) {
          const mounted = await frame.window.mountToolbar({ position }, { textScale });
          const box = mounted.findAll('.root')[0]!.getBoundingClientRect();
          expect((box.width * box.height) / (width * height), `${position} at ${textScale}`).to.be.within(0.001, 1 / 3);
          mounted.toolbar.remove();
        }
      }
    });

    it(`leaves room to see the page beside a floating panel of ${width} by ${height} px`, async () => {
      frame = await openFrame({ width, height });
      for (const position of ['top-right', 'bottom-right', 'bottom-left'] as const) {
        const mounted = await frame.window.mountToolbar({ position }, { textScale: 3, open: true });
        const box = mounted.find('panel').getBoundingClientRect();
        expect(box.top, position).to.be.at.least(0);
        expect(box.bottom, position).to.be.at.most(height);
        expect((box.width * box.height) / (width * height), position).to.be.at.most(width >= 960 ? 1 / 3 : 1 / 2);
        mounted.toolbar.remove();
      }
    });
  }

  it('keeps the open panel low where it moves the page down: 420 px at most on a window of 1280', async () => {
    frame = await openFrame();
    for (const language of ['vi', 'en'] as const) {
      for (const isCompact of [false, true]) {
        const { find, toolbar } = await frame.window.mountToolbar({ language, isCompact }, { open: true });
        // The one button has the text size in the panel as well: a row more.
        expect(find('panel').offsetHeight, `${language} ${isCompact}`).to.be.within(200, isCompact ? 480 : 420);
        toolbar.remove();
      }
    }
  });

  it('scrolls its panel only where that floats', async () => {
    frame = await openFrame({ width: 360, height: 640 });
    for (const [position, scrolls] of [
      ['top', false],
      ['static', false],
      ['bottom-right', true],
    ] as const) {
      const { find, toolbar } = await frame.window.mountToolbar({ position }, { open: true });
      const { scrollHeight, clientHeight } = find('panel');
      expect(scrollHeight > clientHeight, position).to.equal(scrolls);
      toolbar.remove();
    }
  });

  it('grows its own text with the reader’s, up to what the window holds', async () => {
    frame = await openFrame();
    const { store, toolbar, findAll } = await frame.window.mountToolbar();
    const size = async (textScale: number): Promise<number> => {
      store.update({ textScale });
      await toolbar.updateComplete;
      return parseFloat(getComputedStyle(findAll('.bar')[0]!).fontSize);
    };
    expect(await size(1)).to.equal(16);
    expect(await size(0.8)).to.equal(16);
    expect(await size(1.5)).to.equal(24);
    expect(await size(3)).to.be.within(27, 48);
  });

  it('stands at the top of a page, all across it, and moves the page down', async () => {
    frame = await openFrame();
    const before = frame.document.querySelector('main')!.getBoundingClientRect().top;
    const { findAll } = await frame.window.mountToolbar();
    const box = findAll('.root')[0]!.getBoundingClientRect();
    expect([box.left, box.top, box.width]).to.deep.equal([0, 0, 1280]);
    expect(frame.document.querySelector('main')!.getBoundingClientRect().top).to.be.closeTo(before + box.height, 0.5);
  });

  for (const bodyStyle of [
    'display: grid; grid-template-columns: 200px 1fr',
    'display: flex; flex-flow: column; align-items: center',
  ]) {
    it(`has a line of its own in a body with ${bodyStyle}`, async () => {
      frame = await openFrame({ bodyStyle });
      const { findAll } = await frame.window.mountToolbar();
      expect(findAll('.root')[0]!.getBoundingClientRect().width).to.equal(1280);
    });
  }

  it('takes its width from where it is put, not from the window', async () => {
    frame = await openFrame();
    const { toolbar, findAll } = await frame.window.mountToolbar({ position: 'static' }, { textScale: 2 });
    const place = frame.document.createElement('div');
    place.style.width = '300px';
    frame.document.body.append(place);
    place.append(toolbar);
    await toolbar.updateComplete;
    expect(findAll('.root')[0]!.getBoundingClientRect().width).to.equal(300);
    for (const element of findAll('button')) expect(element.getBoundingClientRect().right).to.be.at.most(300);
  });

  it('floats at its corner of the window even in a body that is transformed', async () => {
    frame = await openFrame({ bodyStyle: 'transform: translateX(50px); height: 3000px; filter: grayscale(1)' });
    const { find, toolbar } = await frame.window.mountToolbar({ position: 'bottom-right' });
    const gaps = (): number[] => {
      const box = find('settings').getBoundingClientRect();
      // Beside the page's scroll bars, which take room in some browsers.
      const { clientWidth, clientHeight } = frame.document.documentElement;
      return [clientWidth - box.right, clientHeight - box.bottom].map(Math.round);
    };
    expect(gaps()).to.deep.equal([16, 16]);
    // Taken out and put back by the page, it has to come up again.
    toolbar.remove();
    frame.document.body.append(toolbar);
    await toolbar.updateComplete;
    expect(gaps()).to.deep.equal([16, 16]);
    toolbar.position = 'top';
    await toolbar.updateComplete;
    expect(find('text-larger').getBoundingClientRect().height).to.be.at.least(44);
    toolbar.position = 'bottom-left';
    await toolbar.updateComplete;
    expect(Math.round(find('settings').getBoundingClientRect().left)).to.equal(16);
  });
});
