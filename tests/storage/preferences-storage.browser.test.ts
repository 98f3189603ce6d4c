import { expect } from 'chai';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/preferences/preferences.ts';
import { cookiePlace, MAX_COOKIE_BYTES } from '../../src/storage/cookie-place.ts';
import { openPreferencesStorage, type PreferencesStorage } from '../../src/storage/preferences-storage.ts';

const chosen: Preferences = {
  ...DEFAULT_PREFERENCES,
  textScale: 1.5,
  contrast: 2,
  reading: { scheme: 'sepia', textScale: 1.2 },
};

const opened: { close(): void }[] = [];

/** Opens the storage of a window until the test is over. */
function open(window: Window): PreferencesStorage {
  const storage = openPreferencesStorage(window);
  opened.push(storage);
  return storage;
}

/** A second page of this origin, with everything a tab has but the strip. */
async function openTab(): Promise<Window & typeof globalThis> {
  const frame = document.createElement('iframe');
  // A real address: what about:blank has of storage events differs from browser to browser.
  frame.src = new URL('blank.html', import.meta.url).href;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  opened.push({ close: () => frame.remove() });
  await loaded;
  return frame.contentWindow as Window & typeof globalThis;
}

/** The next choice that storage hears of from elsewhere. */
function nextChange(storage: PreferencesStorage): Promise<Preferences> {
  return new Promise((resolve) => storage.onExternalChange(resolve));
}

/** Fills localStorage to the last character. */
function fill(): void {
  let filling = '';
  for (let size = 2 ** 24; size >= 1; size /= 2) {
    try {
      localStorage.setItem('filling', filling + 'x'.repeat(size));
      filling += 'x'.repeat(size);
    } catch {
      // Too much: half of it, then.
    }
  }
}

describe('preferences storage in a browser', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => {
    for (const thing of opened.splice(0).reverse()) thing.close();
    localStorage.clear();
  });

  it('keeps a choice for the next page', async () => {
    expect(open(window).save(chosen)).to.deep.equal({ isKept: true, problems: [] });
    expect(open(await openTab()).load()).to.deep.equal({ value: chosen, problems: [], isNew: false });
  });

  it('shows a choice in another tab, and back', async () => {
    const [here, there] = [open(window), open(await openTab())];
    here.load();
    there.load();
    const arrived = nextChange(there);
    here.save(chosen);
    expect(await arrived).to.deep.equal(chosen);
    const returned = nextChange(here);
    there.save({ ...chosen, textScale: 3 });
    expect(await returned).to.deep.equal({ ...chosen, textScale: 3 });
  });

  it('is quiet in the tab where the choice was made, and where the same is stored again', async () => {
    const [here, there] = [open(window), open(await openTab())];
    const heard: string[] = [];
    here.onExternalChange(() => heard.push('here'));
    there.onExternalChange((value) => {
      heard.push(`there ${value.textScale}`);
      there.save(value);
    });
    for (const textScale of [1.5, 2]) {
      const arrived = nextChange(there);
      here.save({ ...chosen, textScale });
      here.save({ ...chosen, textScale });
      await arrived;
    }
    // Whatever was going to come back has come by the time another round has been made.
    const round = nextChange(here);
    there.save({ ...chosen, textScale: 3 });
    await round;
    expect(heard).to.deep.equal(['there 1.5', 'there 2', 'here']);
  });

  it('catches up when a page comes back that heard nothing meanwhile', () => {
    const storage = open(window);
    storage.load();
    const heard: Preferences[] = [];
    storage.onExternalChange((value) => heard.push(value));
    // The same window writes, so no storage event tells of it, as none reaches a page in the back-forward cache.
    localStorage.setItem('ro-chu', '{"v":1,"textScale":2}');
    expect(heard).to.deep.equal([]);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(heard).to.deep.equal([{ ...DEFAULT_PREFERENCES, textScale: 2 }]);
  });

  it('says so when localStorage is really full, and keeps the older choice', () => {
    const storage = open(window);
    storage.save(chosen);
    fill();
    expect(() => localStorage.setItem('more', 'xxxxxxxx')).to.throw(DOMException);
    const longer: Preferences = { ...chosen, textScale: 1 + 2 / 3 };
    expect(storage.save(longer).isKept).to.equal(false);
    expect(open(window).load().value).to.deep.equal(chosen);
    localStorage.removeItem('filling');
    expect(storage.save({ ...longer, contrast: 3 }).isKept).to.equal(true);
  });

  it('throws nothing in a window whose localStorage and cookies throw', async () => {
    const tab = await openTab();
    const get = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.defineProperty(tab, 'localStorage', { get });
    Object.defineProperty(tab.document, 'cookie', { get, set: get });
    expect(() => tab.localStorage).to.throw(DOMException);
    const storage = open(tab);
    expect(storage.load()).to.deep.equal({ value: DEFAULT_PREFERENCES, problems: [], isNew: false });
    expect(storage.save(chosen).isKept).to.equal(false);
    const place = cookiePlace(tab, 'localhost');
    place.write('text');
    expect(place.read()).to.equal(undefined);
  });

  it('hears nothing after it is closed', async () => {
    const [closed, here, there] = [open(window), open(window), open(await openTab())];
    const heard: Preferences[] = [];
    closed.onExternalChange((value) => heard.push(value));
    closed.close();
    const arrived = nextChange(here);
    there.save(chosen);
    await arrived;
    expect(heard).to.deep.equal([]);
  });
});

describe('the cookie in a browser', () => {
  /** This window, but for the Domain attribute: tests run on localhost, and WebKit takes no domain of one label. */
  const onLocalhost = {
    location,
    document: {
      get cookie() {
        return document.cookie;
      },
      set cookie(text) {
        document.cookie = text.replace('; Domain=localhost', '');
      },
    },
  } as Window;
  const place = cookiePlace(onLocalhost, 'localhost');
  const clear = (): void => {
    document.cookie = 'ro-chu=; Path=/; Max-Age=0';
  };
  beforeEach(clear);
  afterEach(clear);

  it('gives back what was written, any characters', () => {
    const text = '{"v":1,"a":"Rõ Chữ; =, %41 \\"x\\" 👓"}';
    place.write(text);
    expect(place.read()).to.equal(text);
    place.write('{}');
    expect(place.read()).to.equal('{}');
  });

  it('is not written beyond its bound', () => {
    place.write('{}');
    place.write('x'.repeat(MAX_COOKIE_BYTES));
    expect(place.read()).to.equal('{}');
  });

  it('is not there where there is none, or another one alone', () => {
    document.cookie = 'ro-chu2=a; Path=/';
    expect(place.read()).to.equal(null);
    document.cookie = 'ro-chu2=; Path=/; Max-Age=0';
    expect(place.read()).to.equal(null);
  });

  it('that is not percent-encoded is not read', () => {
    document.cookie = 'ro-chu=%; Path=/';
    expect(place.read()).to.equal(undefined);
  });

  it('is refused by the browser for a domain that is not ours, and reads as absent', () => {
    const foreign = cookiePlace(window, 'gov.vn');
    foreign.write('{}');
    expect(foreign.read()).to.equal(null);
  });
});
