import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { mountToolbar, removeToolbars, type MountedToolbar } from './mount-toolbar.ts';

const ROW = ['text-smaller', 'text-reset', 'text-larger', 'contrast-less', 'contrast-more', 'reading-mode', 'settings'];

/** Id of what has the focus, in the toolbar or in the page. */
const focused = ({ toolbar }: MountedToolbar): string | undefined =>
  (document.activeElement === toolbar ? toolbar.shadowRoot!.activeElement : document.activeElement)?.id;

async function press(mounted: MountedToolbar, ...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await mounted.toolbar.updateComplete;
}

describe('the toolbar by keyboard', () => {
  beforeEach(() => {
    const link = Object.assign(document.createElement('a'), { id: 'page-link', href: '#', textContent: 'Trang' });
    document.body.append(link);
  });
  afterEach(() => {
    removeToolbars();
    document.getElementById('page-link')!.remove();
  });

  it('is one stop for Tab: the next is the page’s own first link', async () => {
    const mounted = await mountToolbar();
    mounted.toolbar.focus();
    expect(focused(mounted)).to.equal('text-smaller');
    await press(mounted, 'Tab');
    expect(focused(mounted)).to.equal('page-link');
  });

  it('goes through the row with the arrow keys, round and round', async () => {
    const mounted = await mountToolbar();
    mounted.toolbar.focus();
    const seen: (string | undefined)[] = [focused(mounted)];
    for (let i = 0; i < ROW.length; i++) {
      await press(mounted, 'ArrowRight');
      seen.push(focused(mounted));
    }
    expect(seen).to.deep.equal([...ROW, ROW[0]]);
    await press(mounted, 'ArrowLeft');
    expect(focused(mounted)).to.equal('settings');
    await press(mounted, 'Home');
    expect(focused(mounted)).to.equal('text-smaller');
    await press(mounted, 'End');
    expect(focused(mounted)).to.equal('settings');
  });

  it('comes back to where it was left', async () => {
    const mounted = await mountToolbar();
    mounted.toolbar.focus();
    await press(mounted, 'ArrowRight', 'ArrowRight', 'Tab');
    expect(focused(mounted)).to.equal('page-link');
    expect(mounted.findAll('[tabindex="0"]').map(({ id }) => id)).to.deep.equal(['text-larger']);
    mounted.toolbar.focus();
    expect(focused(mounted)).to.equal('text-larger');
  });

  it('presses buttons with Enter and Space, and keeps the focus there', async () => {
    const mounted = await mountToolbar();
    mounted.find('text-larger').focus();
    await press(mounted, 'Enter', ' ');
    expect(mounted.store.current.textScale).to.equal(1.2);
    expect(focused(mounted)).to.equal('text-larger');
  });

  it('leaves keys with a modifier, and keys it has no use for, to browser and page', async () => {
    const { find } = await mountToolbar();
    const dispatch = (init: KeyboardEventInit): boolean =>
      find('text-larger').dispatchEvent(
        new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }),
      );
    expect(dispatch({ key: 'ArrowLeft', altKey: true })).to.equal(true);
    expect(dispatch({ key: 'ArrowDown' })).to.equal(true);
    expect(dispatch({ key: 'Escape' })).to.equal(true);
    expect(dispatch({ key: 'ArrowLeft' })).to.equal(false);
  });

  it('opens the panel from its button, goes through it in order, and out into the page', async () => {
    const mounted = await mountToolbar();
    mounted.find('settings').focus();
    await press(mounted, 'Enter');
    expect(mounted.find('settings').getAttribute('aria-expanded')).to.equal('true');
    expect(focused(mounted)).to.equal('settings');
    await press(mounted, 'Tab');
    expect(mounted.toolbar.shadowRoot!.activeElement?.localName).to.equal('select');
    await press(mounted, 'Tab');
    expect((mounted.toolbar.shadowRoot!.activeElement as HTMLInputElement).value).to.equal('0');
    await press(mounted, 'ArrowDown');
    expect(mounted.store.current.contrast).to.equal(1);
    const rest: (string | undefined)[] = [];
    for (let i = 0; i < 10; i++) {
      await press(mounted, 'Tab');
      const inner = mounted.toolbar.shadowRoot!.activeElement;
      rest.push((inner as HTMLInputElement | null)?.name || focused(mounted));
    }
    // One stop for each group of radio buttons, one for each switch.
    expect(rest).to.deep.equal([
      'colorScheme',
      'font',
      'readingGuide',
      'textSpacing',
      'highlightLinks',
      'stillMotion',
      'bigPointer',
      'reset',
      'close',
      'page-link',
    ]);
  });

  it('goes through each group with the arrow keys, and turns switches with Space', async () => {
    const mounted = await mountToolbar({}, { open: true });
    // Not round and round: browsers differ at the ends of a group.
    for (const [name, keys, seen] of [
      [
        'colorScheme',
        ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowUp'],
        ['light', 'dark', 'yellow-on-black', 'black-on-yellow', 'yellow-on-black'],
      ],
      ['font', ['ArrowRight', 'ArrowRight', 'ArrowLeft'], ['legible', 'dyslexic', 'legible']],
      ['readingGuide', ['ArrowDown', 'ArrowDown', 'ArrowUp'], ['line', 'mask', 'line']],
    ] as const) {
      mounted.input(name, mounted.store.current[name]).focus();
      const values: string[] = [];
      for (const key of keys) {
        await press(mounted, key);
        values.push(mounted.store.current[name]);
      }
      expect(values, name).to.deep.equal(seen);
    }
    for (const name of ['textSpacing', 'highlightLinks', 'stillMotion', 'bigPointer'] as const) {
      mounted.input(name).focus();
      await press(mounted, ' ');
      expect(mounted.store.current[name], name).to.equal(true);
      await press(mounted, ' ');
      expect(mounted.store.current[name], name).to.equal(false);
    }
  });

  for (const position of ['top', 'bottom-right'] as const) {
    it(`closes the panel with Esc and gives the focus back (${position})`, async () => {
      const mounted = await mountToolbar({ position }, { open: true });
      let heard = 0;
      const listen = (): void => {
        heard++;
      };
      document.addEventListener('keydown', listen);
      mounted.findAll('select')[0]!.focus();
      await press(mounted, 'Escape');
      document.removeEventListener('keydown', listen);
      expect(mounted.has('panel')).to.equal(false);
      expect(focused(mounted)).to.equal('settings');
      // The page must not close something of its own as well.
      expect(heard).to.equal(0);
    });
  }

  it('gives the focus back from the close button', async () => {
    const mounted = await mountToolbar({}, { open: true });
    mounted.find('close').focus();
    await press(mounted, 'Enter');
    expect(mounted.has('panel')).to.equal(false);
    expect(focused(mounted)).to.equal('settings');
  });

  it('closes a floating panel once the focus goes into the page below it, but not the bar’s', async () => {
    const floating = await mountToolbar({ position: 'bottom-left' }, { open: true });
    floating.find('close').focus();
    document.getElementById('page-link')!.focus();
    await floating.toolbar.updateComplete;
    expect(floating.has('panel')).to.equal(false);
    removeToolbars();
    const bar = await mountToolbar({}, { open: true });
    bar.find('close').focus();
    document.getElementById('page-link')!.focus();
    await bar.toolbar.updateComplete;
    expect(bar.has('panel')).to.equal(true);
  });
});
