import { afterEach, describe, it, expect, vi } from 'vitest';
import { createStore } from '../../src/preferences/create-store.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/preferences/preferences.ts';
import type { PreferencesStore } from '../../src/preferences/store.ts';
import { MAX_COOKIE_BYTES } from '../../src/storage/cookie-place.ts';
import { openPreferencesStorage, type PreferencesStorage } from '../../src/storage/preferences-storage.ts';
import { FakeBrowser, type Faults, type FakeWindow } from './fake-browser.ts';

const SITE = 'https://sokhcn.laichau.gov.vn';
const OTHER = 'https://soyte.laichau.gov.vn';
const domain = '.laichau.gov.vn';
const chosen: Preferences = {
  ...DEFAULT_PREFERENCES,
  textScale: 1.5,
  contrast: 2,
  reading: { scheme: 'sepia', textScale: 1.2 },
};
const text = '{"v":1,"textScale":1.5,"contrast":2,"reading":{"scheme":"sepia","textScale":1.2}}';

/** A page with a store wired to storage as the widget does it. */
interface Tab {
  readonly window: FakeWindow;
  readonly storage: PreferencesStorage;
  readonly store: PreferencesStore;
  readonly problems: readonly string[];
}

function openTab(browser: FakeBrowser, url: string, options: { domain?: string } = {}, faults: Faults = {}): Tab {
  const window = browser.open(url, faults);
  const storage = openPreferencesStorage(window.asWindow(), options);
  const { value, problems } = storage.load();
  const store = createStore(value);
  store.subscribe((current) => void storage.save(current));
  storage.onExternalChange((current) => store.replace(current));
  return { window, storage, store, problems };
}

afterEach(() => void vi.restoreAllMocks());

describe('tabs of one site', () => {
  it('show a choice at once', () => {
    const browser = new FakeBrowser();
    const [first, second] = [openTab(browser, SITE), openTab(browser, `${SITE}/tin-tuc`)];
    first.store.update({ textScale: 2 });
    expect(second.store.current.textScale).toBe(2);
    second.store.update({ contrast: 3 });
    expect(first.store.current).toEqual({ ...DEFAULT_PREFERENCES, textScale: 2, contrast: 3 });
  });

  it('do not answer each other: one choice is written once', () => {
    const browser = new FakeBrowser();
    const tabs = [1, 2, 3].map(() => openTab(browser, SITE));
    tabs[0]!.store.update({ textScale: 2 });
    expect(browser.writes).toEqual(['localStorage ro-chu']);
  });

  it('end with the same choice when two are made before either is heard of', () => {
    const browser = new FakeBrowser();
    const tabs = [openTab(browser, SITE), openTab(browser, SITE)];
    const announce = vi.spyOn(browser, 'announce').mockImplementation(() => undefined);
    tabs[0]!.store.update({ textScale: 2 });
    tabs[1]!.store.update({ textScale: 3 });
    announce.mockRestore();
    for (const tab of tabs) browser.announce(tab.window, 'ro-chu');
    expect(tabs.map(({ store }) => store.current.textScale)).toEqual([3, 3]);
  });

  it.each(['nonsense', '[]', ''])('keep their choice when another page writes %j', (nonsense) => {
    const browser = new FakeBrowser();
    const tab = openTab(browser, SITE);
    tab.store.update({ textScale: 2 });
    browser.open(SITE).localStorage!.setItem('ro-chu', nonsense);
    expect(tab.store.current.textScale).toBe(2);
    tab.store.update({ contrast: 1 });
    expect(openTab(browser, SITE).store.current).toEqual({ ...DEFAULT_PREFERENCES, textScale: 2, contrast: 1 });
  });

  it('keep their choice when the stored one is removed, or something else is stored', () => {
    const browser = new FakeBrowser();
    const tab = openTab(browser, SITE);
    tab.store.update({ textScale: 2 });
    const page = browser.open(SITE);
    page.localStorage!.removeItem('ro-chu');
    page.localStorage!.setItem('theme', text);
    browser.announce(page, null);
    tab.window.dispatchEvent(new Event('focus'));
    expect(tab.store.current.textScale).toBe(2);
  });

  it.each(['pageshow', 'focus'])('catch up at %s with what no event told of', (type) => {
    const browser = new FakeBrowser();
    const tab = openTab(browser, SITE);
    browser.store(SITE).set('ro-chu', text);
    tab.window.dispatchEvent(new Event(type));
    expect(tab.store.current).toEqual(chosen);
  });

  it("do not undo a newer version's choice by hearing of it", () => {
    const browser = new FakeBrowser();
    const tab = openTab(browser, SITE);
    const newer = '{"v":2,"textScale":2,"contrast":5,"hue":"wide"}';
    browser.open(SITE).localStorage!.setItem('ro-chu', newer);
    expect(tab.store.current.textScale).toBe(2);
    expect(browser.store(SITE).get('ro-chu')).toBe(newer);
    tab.store.update({ textScale: 3 });
    expect(JSON.parse(browser.store(SITE).get('ro-chu')!)).toMatchObject({ v: 2, textScale: 3, hue: 'wide' });
  });

  it('hear nothing after they are closed, or stopped listening', () => {
    const browser = new FakeBrowser();
    const tab = openTab(browser, SITE);
    const kept = vi.fn<(value: Preferences) => void>();
    const stopped = vi.fn<(value: Preferences) => void>();
    tab.storage.onExternalChange(kept);
    tab.storage.onExternalChange(stopped)();
    openTab(browser, SITE).store.update({ textScale: 2 });
    tab.storage.close();
    tab.storage.close();
    openTab(browser, SITE).store.update({ textScale: 3 });
    expect(kept.mock.calls.map(([value]) => value.textScale)).toEqual([2]);
    expect(stopped).not.toHaveBeenCalled();
  });

  it('hear all, also when one listener throws', () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const browser = new FakeBrowser();
    const tab = browser.open(SITE);
    const storage = openPreferencesStorage(tab.asWindow());
    const listener = vi.fn();
    storage.onExternalChange(() => {
      throw new Error('mine');
    });
    storage.onExternalChange(listener);
    openTab(browser, SITE).store.update({ textScale: 2 });
    expect([listener.mock.calls.length, report.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('hosts of one domain', () => {
  it('share a choice by a cookie, which says how it is to be kept', () => {
    const browser = new FakeBrowser();
    openTab(browser, SITE, { domain }).store.replace(chosen);
    expect([...browser.cookies.keys()]).toEqual(['ro-chu laichau.gov.vn']);
    expect(browser.cookies.get('ro-chu laichau.gov.vn')).toMatchObject({
      value: encodeURIComponent(text),
      attributes: 'Domain=laichau.gov.vn; Path=/; Max-Age=31536000; SameSite=Lax; Secure',
    });
    expect(openTab(browser, OTHER, { domain }).store.current).toEqual(chosen);
    expect(openTab(browser, 'https://hanoi.gov.vn').store.current).toEqual(DEFAULT_PREFERENCES);
  });

  it('leave out Secure on http, where it would not be kept', () => {
    const browser = new FakeBrowser();
    openTab(browser, 'http://sokhcn.laichau.gov.vn', { domain }).store.replace(chosen);
    expect(browser.cookies.get('ro-chu laichau.gov.vn')?.attributes).not.toContain('Secure');
    expect(openTab(browser, 'http://soyte.laichau.gov.vn', { domain }).store.current).toEqual(chosen);
  });

  it('write no cookie before the reader chooses', () => {
    const browser = new FakeBrowser();
    const tab = openTab(browser, SITE, { domain });
    for (const type of ['focus', 'pageshow']) tab.window.dispatchEvent(new Event(type));
    expect(browser.writes).toEqual([]);
  });

  it('go by the cookie, where localStorage says otherwise', () => {
    const browser = new FakeBrowser();
    openTab(browser, SITE, { domain }).store.update({ textScale: 2 });
    openTab(browser, OTHER, { domain }).store.update({ textScale: 3 });
    expect(openTab(browser, SITE, { domain }).store.current.textScale).toBe(3);
  });

  it('go by localStorage, where the cookie is gone or can not be read', () => {
    const browser = new FakeBrowser();
    openTab(browser, SITE, { domain }).store.update({ textScale: 2 });
    for (const value of ['nonsense', '%', '', encodeURIComponent('[]')]) {
      browser.open(SITE).document.cookie = `ro-chu=${value}; Domain=laichau.gov.vn`;
      expect(openTab(browser, SITE, { domain }).store.current.textScale).toBe(2);
    }
    browser.cookies.clear();
    expect(openTab(browser, SITE, { domain }).store.current.textScale).toBe(2);
  });

  it('name what was wrong with the cookie', () => {
    const browser = new FakeBrowser();
    openTab(browser, SITE, { domain }).store.update({ textScale: 2 });
    browser.open(SITE).document.cookie = 'ro-chu=nonsense; Domain=laichau.gov.vn';
    expect(openTab(browser, SITE, { domain }).problems).toEqual([expect.stringContaining('"nonsense"')]);
  });

  it.each([
    ['focus', (window: FakeWindow) => window],
    ['pageshow', (window: FakeWindow) => window],
    ['visibilitychange', (window: FakeWindow) => window.document],
    ['change', (window: FakeWindow) => window.cookieStore],
  ] as const)('catch up with one another at %s', (type, target) => {
    const browser = new FakeBrowser();
    const tab = openTab(browser, SITE, { domain });
    openTab(browser, OTHER, { domain }).store.update({ textScale: 2 });
    expect(tab.store.current.textScale).toBe(1);
    const writes = browser.writes.length;
    target(tab.window).dispatchEvent(new Event(type));
    expect(tab.store.current.textScale).toBe(2);
    expect(browser.writes).toHaveLength(writes);
  });

  it('hear of a tab of their own host at once', () => {
    const browser = new FakeBrowser();
    const tab = openTab(browser, SITE, { domain });
    openTab(browser, SITE, { domain }).store.update({ textScale: 2 });
    expect(tab.store.current.textScale).toBe(2);
  });

  it('hear of a tab of their own host at once, also where its cookie reaches them later', () => {
    const browser = new FakeBrowser();
    const tab = openTab(browser, SITE, { domain });
    tab.store.update({ textScale: 1.2 });
    // Each process of a browser has its own copy of the cookies; this one still has the old one.
    const stale = tab.window.document.cookie;
    const cookie = vi.spyOn(tab.window.document, 'cookie', 'get').mockReturnValue(stale);
    openTab(browser, SITE, { domain }).store.update({ textScale: 2 });
    expect(tab.store.current.textScale).toBe(2);
    cookie.mockRestore();
    tab.window.dispatchEvent(new Event('focus'));
    expect(tab.store.current.textScale).toBe(2);
  });

  it('do not go back to the older copy in localStorage when something else is stored there', () => {
    const browser = new FakeBrowser();
    const page = browser.open(SITE);
    openTab(browser, SITE, { domain }).store.update({ textScale: 2 });
    openTab(browser, OTHER, { domain }).store.update({ textScale: 3 });
    const tab = openTab(browser, SITE, { domain });
    page.localStorage!.setItem('theme', 'dark');
    expect(tab.store.current.textScale).toBe(3);
  });

  it('are not misled by cookies with similar names', () => {
    const browser = new FakeBrowser();
    const page = browser.open(SITE);
    page.document.cookie = `x-ro-chu=${encodeURIComponent('{"v":1,"textScale":3}')}`;
    page.document.cookie = `ro-chu2=${encodeURIComponent('{"v":1,"textScale":3}')}`;
    openTab(browser, SITE, { domain }).store.update({ textScale: 2 });
    expect(openTab(browser, SITE, { domain }).store.current.textScale).toBe(2);
  });
});

describe('pages of a shared domain where nothing was ever chosen', () => {
  it('are new as long as neither the cookie nor this host has anything', () => {
    const browser = new FakeBrowser();
    const isNew = (): boolean => openPreferencesStorage(browser.open(SITE).asWindow(), { domain }).load().isNew;
    expect(isNew()).toBe(true);
    browser.store(SITE).set('ro-chu', '{"v":1}');
    expect(isNew()).toBe(false);
    browser.store(SITE).clear();
    openTab(browser, OTHER, { domain }).storage.save(DEFAULT_PREFERENCES);
    expect(isNew()).toBe(false);
  });

  it.each([
    ['cookies', { cookies: 'throw' }],
    ['localStorage', { localStorage: 'throws' }],
  ] as const)(
    'are not taken for new where %s can not be read: what is asked once would be asked again',
    (_, faults) => {
      const page = new FakeBrowser().open(SITE, faults);
      expect(openPreferencesStorage(page.asWindow(), { domain }).load().isNew).toBe(false);
    },
  );
});

describe('a cookie that can not be used', () => {
  it.each([
    ['throw', 'throw'],
    ['are refused', 'refused'],
  ] as const)('because cookies %s leaves localStorage, and says so when a choice is made', (_, cookies) => {
    const browser = new FakeBrowser();
    const tab = openTab(browser, SITE, { domain }, { cookies });
    expect(tab.storage.save(chosen)).toEqual({
      isKept: true,
      problems: ['The browser did not take a cookie for laichau.gov.vn.'],
    });
    expect(openTab(browser, SITE, { domain }, { cookies }).store.current).toEqual(chosen);
  });

  it('for a public suffix that only the browser knows leaves localStorage', () => {
    const browser = new FakeBrowser();
    const tab = openTab(browser, 'https://so.laichau.vn', { domain: '.laichau.vn' });
    expect(tab.storage.save(chosen)).toEqual({ isKept: true, problems: [expect.stringContaining('laichau.vn')] });
  });

  it.each(['.gov.vn', 'hanoi.gov.vn', 'x; y'])('because the domain is %j is not tried, and says so', (bad) => {
    const browser = new FakeBrowser();
    const tab = openTab(browser, SITE, { domain: bad });
    expect(tab.problems).toEqual([
      `storage domain: expected sokhcn.laichau.gov.vn or a domain above it that is not public; received "${bad}". ` +
        'Choices are kept for this site alone.',
    ]);
    expect(tab.storage.save(chosen)).toEqual({ isKept: true, problems: [] });
    expect(browser.writes).toEqual(['localStorage ro-chu']);
  });

  it('because the domain is no text says so too', () => {
    const tab = openTab(new FakeBrowser(), SITE, { domain: 7 as unknown as string });
    expect(tab.problems).toEqual([expect.stringContaining('received 7')]);
  });

  it('with localStorage shut as well leaves the page with its own choice', () => {
    const tab = openTab(new FakeBrowser(), SITE, { domain }, { cookies: 'throw', localStorage: 'throws' });
    expect(tab.storage.save(chosen).isKept).toBe(false);
    tab.store.update({ textScale: 2 });
    tab.window.dispatchEvent(new Event('focus'));
    expect(tab.store.current.textScale).toBe(2);
  });

  it('with localStorage shut still shares the choice', () => {
    const browser = new FakeBrowser();
    const tab = openTab(browser, SITE, { domain }, { localStorage: 'throws' });
    expect(tab.storage.save(chosen)).toEqual({ isKept: true, problems: [] });
    expect(openTab(browser, OTHER, { domain }).store.current).toEqual(chosen);
  });
});

describe('the size of the cookie', () => {
  it('is well within its bound for the longest choice there is', () => {
    const browser = new FakeBrowser();
    const longest = 1 + 2 / 3;
    openTab(browser, SITE, { domain }).store.replace({
      textScale: longest,
      contrast: -1,
      colorScheme: 'black-on-yellow',
      textSpacing: { lineHeight: longest, paragraph: longest, letter: longest / 6, word: longest / 6 },
      font: 'dyslexic',
      highlightLinks: false,
      stillMotion: false,
      readingGuide: 'mask',
      bigPointer: false,
      reading: { scheme: 'light', textScale: longest },
    });
    const { value } = browser.cookies.get('ro-chu laichau.gov.vn')!;
    expect('ro-chu='.length + value.length).toBeLessThan(MAX_COOKIE_BYTES / 1.5);
  });

  it("beyond its bound, swollen by another version's fields, is not written, and the choice is said to be lost", () => {
    const browser = new FakeBrowser();
    const full = encodeURIComponent(`{"v":2,"x":"${'x'.repeat(MAX_COOKIE_BYTES - 50)}"}`);
    browser.open(SITE).document.cookie = `ro-chu=${full}; Domain=laichau.gov.vn`;
    const tab = openTab(browser, SITE, { domain });
    expect(tab.storage.save(chosen).isKept).toBe(false);
    expect(browser.cookies.get('ro-chu laichau.gov.vn')?.value).toBe(full);
  });

  it('beyond its bound, written by someone else, is left unread and gives way to a choice', () => {
    const browser = new FakeBrowser();
    const swollen = encodeURIComponent(`{"v":2,"textScale":3,"x":"${'x'.repeat(MAX_COOKIE_BYTES)}"}`);
    browser.open(SITE).document.cookie = `ro-chu=${swollen}; Domain=laichau.gov.vn`;
    const tab = openTab(browser, SITE, { domain });
    expect(tab.store.current).toEqual(DEFAULT_PREFERENCES);
    expect(tab.storage.save(chosen)).toEqual({ isKept: true, problems: [] });
    expect(browser.cookies.get('ro-chu laichau.gov.vn')?.value).toBe(encodeURIComponent(text));
  });
});
