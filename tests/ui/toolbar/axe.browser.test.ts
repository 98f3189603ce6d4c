import { expect } from 'chai';
import { expectAccessible, runAxe } from '../../support/axe.ts';
import { mountToolbar, removeToolbars } from './mount-toolbar.ts';

describe('axe on the toolbar', () => {
  afterEach(removeToolbars);

  for (const language of ['vi', 'en'] as const) {
    for (const open of [false, true]) {
      const state = `${language}, ${open ? 'open' : 'closed'}`;
      it(`finds nothing in the bar (${state})`, async () => {
        const { toolbar } = await mountToolbar({ language }, { open });
        await expectAccessible(toolbar);
      });

      it(`finds nothing in the one button (${state})`, async () => {
        const { toolbar } = await mountToolbar({ language, isCompact: true }, { open });
        await expectAccessible(toolbar);
      });

      it(`finds nothing in the floating button (${state})`, async () => {
        const { toolbar } = await mountToolbar({ language, position: 'bottom-right' }, { open });
        await expectAccessible(toolbar);
      });
    }
  }

  it('finds nothing where choices are not kept, at a limit and after a reset', async () => {
    const { toolbar, store } = await mountToolbar({ isUnkept: true }, { open: true, textScale: 3, contrast: 3 });
    await expectAccessible(toolbar);
    store.reset();
    await toolbar.updateComplete;
    await expectAccessible(toolbar);
  });

  it('leaves no text with a contrast that axe cannot tell', async () => {
    const { toolbar } = await mountToolbar({ isUnkept: true }, { open: true, textScale: 3 });
    const { incomplete } = await runAxe(toolbar);
    const undecided = incomplete.filter(({ id }) => id.startsWith('color-contrast')).flatMap(({ nodes }) => nodes);
    // Of a lone sign axe never tells: it may be a picture. looks.browser.test.ts computes its contrast.
    expect(undecided.map(({ html }) => html.replace(/<[^>]+>/g, '')).filter((text) => text !== '−')).to.deep.equal([]);
  });

  it('does find a fault when there is one', async () => {
    const { toolbar, find } = await mountToolbar();
    find('text-larger').removeAttribute('aria-label');
    find('text-larger').textContent = '';
    const { violations } = await runAxe(toolbar);
    expect(violations.map(({ id }) => id)).to.include('button-name');
  });

  it('stands in a landmark, so that a page in landmarks stays so', async () => {
    const { toolbar } = await mountToolbar();
    const { violations } = await runAxe(toolbar, { rules: { region: { enabled: true } } });
    expect(violations.map(({ id }) => id)).to.not.include('region');
  });
});
