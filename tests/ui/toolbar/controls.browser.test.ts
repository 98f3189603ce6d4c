import { expect } from 'chai';
import { ReadingModeRequestEvent } from '../../../src/ui/toolbar/reading-mode-request-event.ts';
import { mountToolbar, removeToolbars, type MountedToolbar } from './mount-toolbar.ts';

const NBSP = '\u202f';
const text = (element: HTMLElement): string => element.textContent.trim();
const names = ({ findAll }: MountedToolbar): string[] => findAll('button').map(({ id }) => id);

describe('the toolbar’s controls', () => {
  afterEach(removeToolbars);

  it('are nothing at all without a store: no dead control', async () => {
    const { toolbar, findAll } = await mountToolbar();
    toolbar.store = null;
    await toolbar.updateComplete;
    expect(findAll('button').length).to.equal(0);
  });

  it('change the store and show the present value', async () => {
    const { click, find, store } = await mountToolbar();
    await click('text-larger');
    expect(store.current.textScale).to.equal(1.1);
    expect(text(find('text-value'))).to.equal(`110${NBSP}%`);
    await click('text-smaller');
    await click('text-smaller');
    expect(text(find('text-value'))).to.equal(`90${NBSP}%`);
    await click('text-reset');
    expect(store.current.textScale).to.equal(1);
    await click('contrast-more');
    await click('contrast-more');
    expect(store.current.contrast).to.equal(2);
    expect(text(find('contrast-value'))).to.equal('Rất rõ');
    await click('contrast-less');
    expect(text(find('contrast-value'))).to.equal('Rõ');
  });

  it('are named by what they show as well, for people who speak to their computer', async () => {
    const { find } = await mountToolbar();
    expect(find('text-smaller').getAttribute('aria-label')).to.equal('Giảm cỡ chữ, A−');
    expect(find('text-larger').getAttribute('aria-label')).to.equal('Tăng cỡ chữ, A+');
    expect(find('contrast-more').getAttribute('aria-label')).to.equal('Tăng tương phản');
  });

  it('follow changes from elsewhere, the panel too', async () => {
    const { toolbar, store, find, findAll } = await mountToolbar({}, { open: true });
    store.update({ textScale: 1.37, contrast: 3 });
    await toolbar.updateComplete;
    expect(text(find('text-value'))).to.equal(`137${NBSP}%`);
    expect(findAll<'select'>('select')[0]!.value).to.equal('1.37');
    expect(findAll<'input'>('[name=contrast]:checked').map(({ value }) => value)).to.deep.equal(['3']);
  });

  it('stay in the tab order at a limit, marked as disabled', async () => {
    const { toolbar, store, find, focusedId } = await mountToolbar({}, { textScale: 3, contrast: -1 });
    const marked = (id: string): string | null => find(id).getAttribute('aria-disabled');
    expect([marked('text-larger'), marked('text-smaller')]).to.deep.equal(['true', null]);
    expect([marked('contrast-less'), marked('contrast-more')]).to.deep.equal(['true', null]);
    find('text-larger').focus();
    expect(focusedId()).to.equal('text-larger');
    store.update({ textScale: 0.8, contrast: 3 });
    await toolbar.updateComplete;
    expect([marked('text-larger'), marked('text-smaller')]).to.deep.equal([null, 'true']);
    expect([marked('contrast-less'), marked('contrast-more')]).to.deep.equal([null, 'true']);
  });

  it('choose an exact size and level in the panel', async () => {
    const { toolbar, store, findAll } = await mountToolbar({}, { open: true });
    const select = findAll<'select'>('select')[0]!;
    expect(select.value).to.equal('1');
    select.value = '2.25';
    select.dispatchEvent(new Event('change'));
    expect(store.current.textScale).to.equal(2.25);
    const levels = findAll<'input'>('[name=contrast]');
    expect(levels.map(({ value }) => value)).to.deep.equal(['-1', '0', '1', '2', '3']);
    levels[4]!.click();
    await toolbar.updateComplete;
    expect(store.current.contrast).to.equal(3);
    expect(levels.map(({ checked }) => checked)).to.deep.equal([false, false, false, false, true]);
    store.update({ contrast: 1 });
    await toolbar.updateComplete;
    expect(levels.map(({ checked }) => checked)).to.deep.equal([false, false, true, false, false]);
  });

  it('reset at once, and undo it until the next change', async () => {
    const { click, find, has, store, focusedId } = await mountToolbar({}, { textScale: 2, contrast: 2, open: true });
    expect(has('undo')).to.equal(false);
    await click('reset');
    expect([store.current.textScale, store.current.contrast]).to.deep.equal([1, 0]);
    find('undo').focus();
    await click('undo');
    expect([store.current.textScale, store.current.contrast]).to.deep.equal([2, 2]);
    expect(has('undo')).to.equal(false);
    expect(focusedId()).to.equal('reset');
    await click('reset');
    await click('text-larger');
    expect(has('undo')).to.equal(false);
  });

  it('offer undo also where the reset came from elsewhere', async () => {
    const { toolbar, store, find } = await mountToolbar({}, { textScale: 2, open: true });
    store.reset();
    await toolbar.updateComplete;
    expect(text(find('undo'))).to.equal('Hoàn tác');
  });

  it('ask for reading mode with an event that leaves the shadow root', async () => {
    const { click } = await mountToolbar();
    const events: Event[] = [];
    document.addEventListener('ro-chu-reading-mode', (event) => events.push(event), { once: true });
    await click('reading-mode');
    expect(events.length).to.equal(1);
    expect(events[0]).to.be.instanceOf(ReadingModeRequestEvent);
  });

  it('shrink to one button when the page’s own controls do the rest, with everything in the panel', async () => {
    const mounted = await mountToolbar({ isCompact: true });
    expect(names(mounted)).to.deep.equal(['settings']);
    await mounted.click('settings');
    expect(names(mounted)).to.deep.equal([
      'settings',
      'text-smaller',
      'text-reset',
      'text-larger',
      'reading-mode',
      'reset',
      'close',
    ]);
    await mounted.click('text-larger');
    expect(mounted.store.current.textScale).to.equal(1.1);
    expect(mounted.findAll('input').length).to.equal(20);
    // Outside the row each control is a tab stop of its own.
    expect(mounted.findAll('[tabindex="-1"]').length).to.equal(0);
  });

  it('shrink and grow again when told so later', async () => {
    const mounted = await mountToolbar();
    mounted.toolbar.isCompact = true;
    await mounted.toolbar.updateComplete;
    expect(names(mounted)).to.deep.equal(['settings']);
    mounted.toolbar.isCompact = false;
    await mounted.toolbar.updateComplete;
    expect(names(mounted).length).to.equal(7);
  });

  it('say that choices stay on the device, or that they can’t be kept', async () => {
    const { toolbar, findAll } = await mountToolbar({}, { open: true });
    const notes = (): string[] => findAll('[part=note]').map(text);
    expect(notes()).to.deep.equal(['Lựa chọn chỉ lưu trên máy này, không kèm thông tin cá nhân.']);
    toolbar.isUnkept = true;
    await toolbar.updateComplete;
    expect(notes()).to.deep.equal(['Trình duyệt không cho lưu, nên lựa chọn chỉ có hiệu lực trên trang này.']);
  });

  it('speak the language of the lang attribute, and Vietnamese where it is neither of ours', async () => {
    const { toolbar, find } = await mountToolbar();
    const root = toolbar.shadowRoot!.querySelector('section')!;
    for (const [lang, label, tag] of [
      ['en-GB', 'Reading mode', 'en'],
      ['fr', 'Chế độ đọc', 'vi'],
    ] as const) {
      toolbar.setAttribute('lang', lang);
      await toolbar.updateComplete;
      expect(text(find('reading-mode'))).to.equal(label);
      expect(root.lang).to.equal(tag);
    }
  });

  it('move to another store and let go of the first', async () => {
    const first = await mountToolbar();
    const second = await mountToolbar({}, { textScale: 2 });
    first.toolbar.store = second.store;
    await first.toolbar.updateComplete;
    expect(text(first.find('text-value'))).to.equal(`200${NBSP}%`);
    await first.click('text-larger');
    expect([first.store.current.textScale, second.store.current.textScale]).to.deep.equal([1, 2.25]);
    first.store.update({ textScale: 3 });
    await first.settle();
    expect(first.said).to.deep.equal([`Cỡ chữ 225${NBSP}%`]);
  });
});
