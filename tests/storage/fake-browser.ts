/** One cookie as a browser keeps it. */
interface Cookie {
  readonly value: string;
  readonly domain: string;
  /** Everything after the value, as it was written. */
  readonly attributes: string;
  readonly isSecure: boolean;
}

/** What goes wrong in a window. */
export interface Faults {
  /** Getting at localStorage throws, or gives null as some web views do. */
  localStorage?: 'throws' | 'null';
  /** Writing to localStorage throws. */
  isFull?: boolean;
  /** Getting at cookies throws, as in a sandboxed frame, or they are silently refused. */
  cookies?: 'throw' | 'refused';
}

/**
 * As much of a browser as storage meets: windows of several hosts over one cookie jar and one localStorage an origin.
 * Cookies follow RFC 6265: a host may write for the domains above it that are not public.
 */
export class FakeBrowser {
  readonly cookies = new Map<string, Cookie>();
  readonly #stores = new Map<string, Map<string, string>>();
  readonly #windows: FakeWindow[] = [];
  /** Public suffixes the browser knows and our code does not. */
  readonly publicSuffixes = new Set(['laichau.vn']);
  /** Everything written, in order, for what must not be written. */
  readonly writes: string[] = [];

  /** Opens a page; storage events reach it until the test is over. */
  open(url: string, faults: Faults = {}): FakeWindow {
    const window = new FakeWindow(this, new URL(url), faults);
    this.#windows.push(window);
    return window;
  }

  /** localStorage of an origin, without the windows' faults. */
  store(origin: string): Map<string, string> {
    const store = this.#stores.get(origin) ?? new Map<string, string>();
    this.#stores.set(origin, store);
    return store;
  }

  /** Tells every other window of the origin what one of them wrote. */
  announce(from: FakeWindow, key: string | null): void {
    for (const window of this.#windows) {
      if (window === from || window.location.origin !== from.location.origin) continue;
      window.dispatchEvent(Object.assign(new Event('storage'), { key }));
    }
  }
}

/** One page: what `openPreferencesStorage` uses of a window. */
export class FakeWindow extends EventTarget {
  readonly document: FakeDocument;
  readonly cookieStore = new EventTarget();

  constructor(
    readonly browser: FakeBrowser,
    readonly location: URL,
    readonly faults: Faults,
  ) {
    super();
    this.document = new FakeDocument(this);
  }

  get localStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null {
    if (this.faults.localStorage === 'throws') throw new DOMException('The operation is insecure.', 'SecurityError');
    if (this.faults.localStorage === 'null') return null;
    const store = this.browser.store(this.location.origin);
    return {
      getItem: (key) => store.get(key) ?? null,
      setItem: (key, value) => {
        if (this.faults.isFull) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        this.browser.writes.push(`localStorage ${key}`);
        const isNew = store.get(key) !== value;
        store.set(key, value);
        if (isNew) this.browser.announce(this, key);
      },
      removeItem: (key) => {
        if (store.delete(key)) this.browser.announce(this, key);
      },
    };
  }

  /** This object as the code under test knows it. */
  asWindow(): Window {
    return this as unknown as Window;
  }
}

class FakeDocument extends EventTarget {
  readonly #window: FakeWindow;

  constructor(window: FakeWindow) {
    super();
    this.#window = window;
  }

  get cookie(): string {
    const { browser, location, faults } = this.#window;
    if (faults.cookies === 'throw') throw new DOMException('The document is sandboxed.', 'SecurityError');
    return [...browser.cookies]
      .filter(([, cookie]) => isWithin(location.hostname, cookie.domain))
      .filter(([, cookie]) => !cookie.isSecure || location.protocol === 'https:')
      .map(([key, cookie]) => `${key.split(' ')[0]}=${cookie.value}`)
      .join('; ');
  }

  set cookie(text: string) {
    const { browser, location, faults } = this.#window;
    if (faults.cookies === 'throw') throw new DOMException('The document is sandboxed.', 'SecurityError');
    const [pair = '', ...rest] = text.split('; ');
    const attributes = new Map(
      rest.map((part) => {
        const [name = '', value = ''] = part.toLowerCase().split('=');
        return [name, value] as const;
      }),
    );
    const domain = attributes.get('domain') ?? location.hostname;
    const isSecure = attributes.has('secure');
    browser.writes.push(`cookie ${text}`);
    if (faults.cookies === 'refused') return;
    if (!isWithin(location.hostname, domain) || browser.publicSuffixes.has(domain)) return;
    if (isSecure && location.protocol !== 'https:') return;
    const [name = '', value = ''] = pair.split('=');
    browser.cookies.set(`${name} ${domain}`, { value, domain, isSecure, attributes: rest.join('; ') });
  }
}

function isWithin(hostname: string, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`);
}
