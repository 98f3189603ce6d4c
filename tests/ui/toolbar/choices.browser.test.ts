import { expect } from 'chai';
import { parseColor } from '../../../src/color/parse-color.ts';
import { COLOR_SCHEMES, PAGE_FONTS, READING_GUIDES } from '../../../src/preferences/limits.ts';
import { DEFAULT_PREFERENCES, type Preferences, type PreferencesPatch } from '../../../src/preferences/preferences.ts';
import { mountToolbar, removeToolbars, type MountedToolbar } from './mount-toolbar.ts';

const CHOICES = { colorScheme: COLOR_SCHEMES, font: PAGE_FONTS, readingGuide: READING_GUIDES } as const;
const SWITCHES = ['textSpacing', 'highlightLinks', 'stillMotion', 'bigPointer'] as const;
type Name = keyof typeof CHOICES;
const NAMES = Object.keys(CHOICES) as Name[];

const chosen = ({ findAll }: MountedToolbar, name: Name): string[] =>
  findAll<'input'>(`[name=${name}]:checked`).map(({ value }) => value);

/** Everything the panel shows as chosen. */
const shown = ({ findAll }: MountedToolbar): string[] =>
  findAll<'input'>('input:checked').map(({ name, value }) => `${name} ${value}`);

const AS_ON_THE_PAGE = ['contrast 0', 'colorScheme page', 'font page', 'readingGuide off'];

describe('the panel’s further choices', () => {
  afterEach(removeToolbars);

  for (const name of NAMES) {
    it(`are radio buttons for ${name}, each of which sets its value and no other`, async () => {
      const mounted = await mountToolbar({}, { open: true });
      const values = mounted.findAll<'input'>(`[name=${name}]`).map(({ value }) => value);
      expect(values).to.deep.equal(CHOICES[name]);
      for (const value of [...CHOICES[name]].reverse()) {
        mounted.input(name, value).click();
        await mounted.toolbar.updateComplete;
        expect(mounted.store.current).to.deep.equal({ ...DEFAULT_PREFERENCES, [name]: value });
        expect(chosen(mounted, name)).to.deep.equal([value]);
      }
    });

    it(`show a change of ${name} from elsewhere`, async () => {
      const mounted = await mountToolbar({}, { open: true, [name]: CHOICES[name][1] });
      expect(chosen(mounted, name)).to.deep.equal([CHOICES[name][1]]);
      for (const value of CHOICES[name]) {
        mounted.store.update({ [name]: value });
        await mounted.toolbar.updateComplete;
        expect(chosen(mounted, name)).to.deep.equal([value]);
      }
    });
  }

  for (const name of SWITCHES) {
    it(`are a switch for ${name}, on and off`, async () => {
      const { input, store, toolbar } = await mountToolbar({}, { open: true });
      const one = input(name);
      expect([one.type, one.getAttribute('role'), one.checked]).to.deep.equal(['checkbox', 'switch', false]);
      one.click();
      await toolbar.updateComplete;
      expect(store.current).to.deep.equal({ ...DEFAULT_PREFERENCES, [name]: true });
      one.click();
      await toolbar.updateComplete;
      expect(store.current).to.deep.equal(DEFAULT_PREFERENCES);
      store.update({ [name]: true });
      await toolbar.updateComplete;
      expect(one.checked).to.equal(true);
      store.update({ [name]: false });
      await toolbar.updateComplete;
      expect(one.checked).to.equal(false);
    });
  }

  it('show that spacing is on also where a page’s script has set other values, and turn it off and on as WCAG’s', async () => {
    const { input, store, toolbar } = await mountToolbar({}, { open: true });
    store.update({ textSpacing: { lineHeight: 2 } });
    await toolbar.updateComplete;
    expect(input('textSpacing').checked).to.equal(true);
    input('textSpacing').click();
    expect(store.current.textSpacing).to.equal(false);
    await toolbar.updateComplete;
    input('textSpacing').click();
    expect(store.current.textSpacing).to.equal(true);
  });

  it('show what holds, also where a listener of the page puts a choice back at once', async () => {
    const mounted = await mountToolbar({}, { open: true });
    const { input, store, toolbar } = mounted;
    store.subscribe(() => store.update({ colorScheme: 'page', bigPointer: false }));
    input('colorScheme', 'dark').click();
    await toolbar.updateComplete;
    input('bigPointer').click();
    await toolbar.updateComplete;
    expect(shown(mounted)).to.deep.equal(AS_ON_THE_PAGE);
  });

  it('are all put back by reset, and all brought back by undo', async () => {
    const all: PreferencesPatch & Partial<Preferences> = {
      contrast: 2,
      colorScheme: 'dark',
      textSpacing: true,
      font: 'dyslexic',
      highlightLinks: true,
      stillMotion: true,
      readingGuide: 'mask',
      bigPointer: true,
    };
    const mounted = await mountToolbar({}, { open: true, ...all });
    const everything = shown(mounted);
    expect(everything.length).to.equal(8);
    await mounted.click('reset');
    expect(shown(mounted)).to.deep.equal(AS_ON_THE_PAGE);
    await mounted.click('undo');
    expect(shown(mounted)).to.deep.equal(everything);
  });

  for (const [language, legends] of [
    ['vi', ['Tương phản', 'Màu hiển thị', 'Phông chữ', 'Thước đọc', 'Hỗ trợ đọc']],
    ['en', ['Contrast', 'Colours', 'Font', 'Reading guide', 'Reading aids']],
  ] as const) {
    it(`stand in fieldsets with plain names, each choice in words of its own (${language})`, async () => {
      const { findAll } = await mountToolbar({ language }, { open: true });
      const groups = findAll<'fieldset'>('fieldset');
      expect(groups.map((group) => group.querySelector('legend')?.textContent)).to.deep.equal(legends);
      for (const group of groups) {
        const words = [...group.querySelectorAll('input')].map((input) => {
          expect(input.labels?.length).to.equal(1);
          const label = input.labels![0]!.cloneNode(true) as HTMLElement;
          label.querySelector('[aria-hidden=true]')?.remove();
          return label.textContent.trim();
        });
        expect(words.filter(Boolean).length).to.be.above(2);
        expect(new Set(words).size).to.equal(words.length);
      }
    });
  }

  it('draw each choice of colours in its own, and none for the page’s', async () => {
    const { input } = await mountToolbar({}, { open: true });
    const sampleOf = (scheme: string): HTMLElement | null | undefined =>
      input('colorScheme', scheme).closest('label')?.querySelector<HTMLElement>('[part=sample]');
    expect(sampleOf('page')).to.equal(null);
    const light = (css: string): number => {
      const { r, g, b } = parseColor(css)!;
      return (r + g + b) / 3;
    };
    for (const [scheme, isYellowText, isYellowGround] of [
      ['light', false, false],
      ['dark', false, false],
      ['yellow-on-black', true, false],
      ['black-on-yellow', false, true],
    ] as const) {
      const sample = sampleOf(scheme)!;
      expect(sample.getAttribute('aria-hidden')).to.equal('true');
      const { color, backgroundColor } = getComputedStyle(sample);
      const isYellow = (css: string): boolean => parseColor(css)!.b === 0 && light(css) > 0;
      expect([isYellow(color), isYellow(backgroundColor)], scheme).to.deep.equal([isYellowText, isYellowGround]);
      const isDark = scheme === 'dark' || scheme === 'yellow-on-black';
      expect(light(color) > light(backgroundColor), scheme).to.equal(isDark);
    }
  });

  it('tell on from off without colours: the knob moves', async () => {
    const { input, toolbar } = await mountToolbar({}, { open: true });
    const justify = (): string => getComputedStyle(input('bigPointer')).justifyContent;
    const off = justify();
    input('bigPointer').click();
    await toolbar.updateComplete;
    expect([off, justify()]).to.deep.equal(['normal', 'end']);
  });
});
