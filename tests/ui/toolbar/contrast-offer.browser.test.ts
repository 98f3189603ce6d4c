import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { DEFAULT_PREFERENCES } from '../../../src/preferences/preferences.ts';
import { adaptiveStyles } from '../../../src/ui/toolbar/adaptive-styles.ts';
import { expectAccessible } from '../../support/axe.ts';
import { mountToolbar, removeToolbars, type MountedToolbar } from './mount-toolbar.ts';
import { openFrame } from './test-frame.ts';

/** Shows the offer as the media query does in a system that asks for more contrast, which these runners can't set. */
function ask({ toolbar }: MountedToolbar): void {
  const root = toolbar.shadowRoot!;
  const { CSSStyleSheet: Sheet } = toolbar.ownerDocument.defaultView as Window & typeof globalThis;
  const sheet = new Sheet();
  sheet.replaceSync('.offer { display: flex }');
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

const isSeen = ({ findAll }: MountedToolbar): boolean => (findAll('.offer')[0]?.getClientRects().length ?? 0) > 0;

describe('the offer of more contrast', () => {
  afterEach(removeToolbars);

  it('is not there unless the shell says that nothing was ever chosen', async () => {
    const mounted = await mountToolbar();
    ask(mounted);
    expect(isSeen(mounted)).to.equal(false);
  });

  it('is not seen, nor in the way of the keyboard, where the system does not ask', async () => {
    const mounted = await mountToolbar({ offersContrast: true });
    expect(isSeen(mounted)).to.equal(false);
    mounted.find('offer-use').focus();
    expect(mounted.focusedId()).to.equal(undefined);
  });

  it('is seen where the system asks for more contrast and forces no colours of its own', () => {
    const shows = [...adaptiveStyles.styleSheet!.cssRules].filter(
      (rule) => rule instanceof CSSMediaRule && /\.offer[^}]*display: flex/.test(rule.cssText),
    ) as CSSMediaRule[];
    expect(shows.map(({ conditionText }) => conditionText)).to.deep.equal([
      '(prefers-contrast: more) and (forced-colors: none)',
    ]);
  });

  for (const position of ['top', 'bottom-right'] as const) {
    it(`changes nothing by itself, and sets WCAG AAA once it is taken (${position})`, async () => {
      const mounted = await mountToolbar({ position, offersContrast: true });
      ask(mounted);
      const { store, find, click, has, focusedId, settle, said } = mounted;
      expect(isSeen(mounted)).to.equal(true);
      expect(store.current).to.equal(DEFAULT_PREFERENCES);
      let dismissals = 0;
      mounted.toolbar.addEventListener('ro-chu-offer-dismiss', () => dismissals++);
      find('offer-use').focus();
      await click('offer-use');
      expect(store.current).to.deep.equal({ ...DEFAULT_PREFERENCES, contrast: 2 });
      expect(has('offer-use')).to.equal(false);
      // Not lost with the button that had it.
      expect(focusedId()).to.equal(position === 'top' ? 'text-smaller' : 'settings');
      expect(dismissals).to.equal(0);
      await settle();
      expect(said).to.deep.equal(['Tương phản: rất rõ']);
    });

    it(`goes when it is dismissed, with an event for the shell, and changes nothing (${position})`, async () => {
      const mounted = await mountToolbar({ position, offersContrast: true });
      ask(mounted);
      const { store, find, click, has, focusedId } = mounted;
      let dismissals = 0;
      mounted.toolbar.addEventListener('ro-chu-offer-dismiss', () => dismissals++);
      find('offer-dismiss').focus();
      await click('offer-dismiss');
      expect(has('offer-use')).to.equal(false);
      expect(mounted.toolbar.offersContrast).to.equal(false);
      expect(focusedId()).to.equal(position === 'top' ? 'text-smaller' : 'settings');
      expect(dismissals).to.equal(1);
      expect(store.current).to.equal(DEFAULT_PREFERENCES);
    });
  }

  it('goes at whatever choice is made, and does not come back when that is undone', async () => {
    const mounted = await mountToolbar({ offersContrast: true });
    ask(mounted);
    await mounted.click('text-larger');
    expect(isSeen(mounted)).to.equal(false);
    await mounted.click('text-smaller');
    expect(isSeen(mounted)).to.equal(false);
  });

  it('makes room for a floating panel, and comes back when that closes with nothing chosen', async () => {
    const mounted = await mountToolbar({ offersContrast: true, position: 'bottom-right' });
    ask(mounted);
    await mounted.click('settings');
    expect(isSeen(mounted)).to.equal(false);
    await mounted.click('close');
    expect(isSeen(mounted)).to.equal(true);
  });

  it('is come by with Tab after the bar, and taken with Enter', async () => {
    const mounted = await mountToolbar({ offersContrast: true });
    ask(mounted);
    mounted.toolbar.focus();
    await sendKeys({ press: 'Tab' });
    expect(mounted.focusedId()).to.equal('offer-use');
    await sendKeys({ press: 'Tab' });
    expect(mounted.focusedId()).to.equal('offer-dismiss');
    await sendKeys({ press: 'Enter' });
    await mounted.toolbar.updateComplete;
    expect(isSeen(mounted)).to.equal(false);
  });

  it('says nothing aloud by itself', async () => {
    const mounted = await mountToolbar({ offersContrast: true });
    ask(mounted);
    await mounted.settle();
    expect(mounted.said).to.deep.equal([]);
  });

  for (const language of ['vi', 'en'] as const) {
    it(`has no fault that axe finds (${language})`, async () => {
      for (const position of ['top', 'bottom-right'] as const) {
        const mounted = await mountToolbar({ language, position, offersContrast: true });
        ask(mounted);
        await expectAccessible(mounted.toolbar);
        removeToolbars();
      }
    });
  }

  it('fits every window, in every place, in both languages, with buttons of 44 px', async () => {
    for (const [width, height] of [
      [1280, 720],
      [360, 640],
      [320, 568],
    ] as const) {
      const frame = await openFrame({ width, height });
      for (const position of ['top', 'top-right', 'bottom-right', 'bottom-left', 'static'] as const) {
        for (const language of ['vi', 'en'] as const) {
          const mounted = await frame.window.mountToolbar({ position, language, offersContrast: true });
          ask(mounted);
          const what = `${width} ${position} ${language}`;
          expect(frame.document.documentElement.scrollWidth, what).to.be.at.most(width);
          const line = mounted.findAll('.offer')[0]!.getBoundingClientRect();
          expect(line.left, what).to.be.at.least(0);
          expect(line.right, what).to.be.at.most(width);
          expect(line.top, what).to.be.at.least(0);
          expect(line.bottom, what).to.be.at.most(height);
          expect((line.width * line.height) / (width * height), what).to.be.within(0.001, 1 / 3);
          for (const button of mounted.findAll('.offer button')) {
            const box = button.getBoundingClientRect();
            expect(Math.min(box.width, box.height), what).to.be.at.least(44);
            expect(box.right, what).to.be.at.most(line.right);
            expect(button.scrollWidth, what).to.be.at.most(button.clientWidth);
          }
          mounted.toolbar.remove();
        }
      }
      frame.remove();
    }
  });
});
