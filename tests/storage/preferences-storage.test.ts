import { describe, it, expect, vi } from 'vitest';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/preferences/preferences.ts';
import { openPreferencesStorage, type PreferencesStorage } from '../../src/storage/preferences-storage.ts';
import { FakeBrowser, type Faults, type FakeWindow } from './fake-browser.ts';

const SITE = 'https://sokhcn.laichau.gov.vn';
const chosen: Preferences = {
  ...DEFAULT_PREFERENCES,
  textScale: 1.5,
  contrast: 2,
  reading: { scheme: 'sepia', textScale: 1.2 },
};
const text = '{"v":1,"textScale":1.5,"contrast":2,"reading":{"scheme":"sepia","textScale":1.2}}';

/** A page with one fault, over what was stored before. */
function openFaulty(
  faults: Faults,
  stored?: string,
): { browser: FakeBrowser; window: FakeWindow; storage: PreferencesStorage } {
  const browser = new FakeBrowser();
  if (stored !== undefined) browser.store(SITE).set('ro-chu', stored);
  const window = browser.open(SITE, faults);
  return { browser, window, storage: openPreferencesStorage(window.asWindow()) };
}

describe('storage of one site', () => {
  it('keeps a choice under the name ro-chu, for the next page, and writes no cookie', () => {
    const { browser, storage } = openFaulty({});
    expect(storage.save(chosen)).toEqual({ isKept: true, problems: [] });
    expect([...browser.store(SITE)]).toEqual([['ro-chu', text]]);
    expect(browser.cookies.size).toBe(0);
    expect(openPreferencesStorage(browser.open(SITE).asWindow()).load()).toEqual({
      value: chosen,
      problems: [],
      isNew: false,
    });
  });

  it('begins with the defaults, and writes nothing by being opened and read', () => {
    const { browser, storage } = openFaulty({});
    expect(storage.load()).toEqual({ value: DEFAULT_PREFERENCES, problems: [], isNew: true });
    expect(browser.writes).toEqual([]);
  });

  it('takes an empty domain for none', () => {
    const browser = new FakeBrowser();
    const storage = openPreferencesStorage(browser.open(SITE).asWindow(), { domain: '' });
    expect(storage.load().problems).toEqual([]);
  });

  it('keeps the defaults too, when they are chosen', () => {
    const { browser, storage } = openFaulty({});
    storage.load();
    expect(storage.save(DEFAULT_PREFERENCES).isKept).toBe(true);
    expect(browser.store(SITE).has('ro-chu')).toBe(true);
  });

  it('is new until something is kept, be it that all stays as it is', () => {
    const { browser, storage } = openFaulty({});
    expect(storage.load().isNew).toBe(true);
    storage.save(DEFAULT_PREFERENCES);
    expect(browser.store(SITE).get('ro-chu')).toBe('{"v":1}');
    expect(openPreferencesStorage(browser.open(SITE).asWindow()).load().isNew).toBe(false);
  });

  it('tells other tabs that all was chosen to stay as it is', () => {
    const { browser, storage } = openFaulty({});
    const other = openPreferencesStorage(browser.open(SITE).asWindow());
    const listener = vi.fn();
    other.load();
    other.onExternalChange(listener);
    storage.save(DEFAULT_PREFERENCES);
    expect(listener.mock.calls).toEqual([[DEFAULT_PREFERENCES]]);
  });

  it('writes a choice again after the reader cleared the storage', () => {
    const { browser, storage } = openFaulty({}, text);
    storage.load();
    browser.store(SITE).clear();
    expect(storage.save(chosen).isKept).toBe(true);
    expect(browser.store(SITE).get('ro-chu')).toBe(text);
  });
});

describe('storage that can not be used', () => {
  it.each<[string, Faults]>([
    ['throws', { localStorage: 'throws' }],
    ['is null', { localStorage: 'null' }],
    ['is full', { isFull: true }],
  ])('because it %s gives the defaults and says that the choice is not kept', (_, faults) => {
    const { storage } = openFaulty(faults);
    // A full place can be read: that nothing fits in it is known only once something was to be kept.
    expect(storage.load()).toEqual({ value: DEFAULT_PREFERENCES, problems: [], isNew: faults.isFull === true });
    expect(storage.save(chosen).isKept).toBe(false);
    expect(storage.load().value).toEqual(DEFAULT_PREFERENCES);
    storage.close();
  });

  it('because it is full keeps the older choice, and does not bring it back while the page is open', () => {
    const { browser, window, storage } = openFaulty({ isFull: true }, text);
    const listener = vi.fn();
    storage.onExternalChange(listener);
    expect(storage.load().value).toEqual(chosen);
    expect(storage.save({ ...chosen, textScale: 3 }).isKept).toBe(false);
    expect(storage.save({ ...chosen, textScale: 2.5 }).isKept).toBe(false);
    expect(browser.store(SITE).get('ro-chu')).toBe(text);
    window.dispatchEvent(new Event('focus'));
    expect(listener).not.toHaveBeenCalled();
  });

  it('is tried again at each choice', () => {
    const faults: Faults = { isFull: true };
    const { storage } = openFaulty(faults, text);
    storage.load();
    expect(storage.save({ ...chosen, textScale: 3 }).isKept).toBe(false);
    faults.isFull = false;
    expect(storage.save({ ...chosen, textScale: 2.5 }).isKept).toBe(true);
  });
});

describe('stored nonsense', () => {
  it('stays until the reader chooses, and is then replaced', () => {
    const { browser, storage } = openFaulty({}, 'nonsense');
    expect(storage.load()).toEqual({
      value: DEFAULT_PREFERENCES,
      problems: [expect.stringContaining('received "nonsense"')],
      isNew: false,
    });
    expect(browser.store(SITE).get('ro-chu')).toBe('nonsense');
    expect(storage.save(chosen).isKept).toBe(true);
    expect(storage.load()).toEqual({ value: chosen, problems: [], isNew: false });
  });

  it('of any length is read as the defaults', () => {
    const { storage } = openFaulty({}, `${text.slice(0, -1)},"x":"${'x'.repeat(1e6)}"}`);
    expect(storage.load().value).toEqual(DEFAULT_PREFERENCES);
    expect(storage.save(chosen).isKept).toBe(true);
  });

  it('in one field leaves the others', () => {
    const { storage } = openFaulty({}, '{"v":1,"textScale":2,"contrast":"high"}');
    expect(storage.load()).toEqual({
      value: { ...DEFAULT_PREFERENCES, textScale: 2 },
      problems: [expect.stringContaining('contrast')],
      isNew: false,
    });
  });
});
