type Bag = Record<string, unknown>;

/** Puts functions onto a built-in as the libraries of 2008 did: by plain assignment, so that `for … in` sees them. */
const extend = (target: object, additions: Bag): void => void Object.assign(target, additions);

/* eslint-disable @typescript-eslint/no-unsafe-function-type -- as those libraries did */

/** Patches the built-ins of a window in the manner of Prototype.js 1.6. */
export function patchLikePrototype(window: Window & typeof globalThis): void {
  const { Array, Function, Object, String, Number, Element, HTMLElement, document } = window;
  const toArray = (list: ArrayLike<unknown> | null | undefined): unknown[] => {
    const results: unknown[] = [];
    for (let i = 0; i < (list?.length ?? 0); i++) results.push(list![i]);
    return results;
  };
  extend(Array, { from: toArray });
  extend(Object, {
    extend,
    keys(object: object) {
      const keys: string[] = [];
      for (const key in object) keys.push(key);
      return keys;
    },
    values(object: Bag) {
      const values: unknown[] = [];
      for (const key in object) values.push(object[key]);
      return values;
    },
  });
  extend(Function.prototype, {
    bind(this: Function, ...args: unknown[]) {
      if (args.length < 2 && args[0] === undefined) return this;
      const method = this as (...all: unknown[]) => unknown;
      const object = args.shift();
      return (...rest: unknown[]) => method.apply(object, args.concat(rest));
    },
    curry() {},
    wrap() {},
    methodize() {},
  });
  extend(Array.prototype, {
    each(this: unknown[], iterator: (value: unknown, index: number) => void) {
      for (let i = 0; i < this.length; i++) iterator(this[i], i);
      return this;
    },
    toArray(this: unknown[]) {
      return toArray(this);
    },
    entries(this: unknown[]) {
      return toArray(this);
    },
    find(this: unknown[], iterator: (value: unknown, index: number) => boolean) {
      for (let i = 0; i < this.length; i++) if (iterator(this[i], i)) return this[i];
      return undefined;
    },
    reduce(this: unknown[]) {
      return this.length > 1 ? this : this[0];
    },
    include(this: unknown[], value: unknown) {
      return this.indexOf(value) >= 0;
    },
    toJSON(this: unknown[]) {
      return `[${this.join(', ')}]`;
    },
    without() {},
    first() {},
    last() {},
  });
  extend(String.prototype, {
    toJSON(this: string) {
      return `"${this}"`;
    },
    startsWith(this: string, start: string) {
      return this.indexOf(start) === 0;
    },
    strip(this: string) {
      return this.trim();
    },
    blank() {},
  });
  extend(Number.prototype, {
    toJSON(this: number) {
      return this.toString();
    },
    times() {},
  });
  const methods: Bag = {};
  for (const name of [
    'show',
    'hide',
    'visible',
    'toggle',
    'insert',
    'replace',
    'wrap',
    'up',
    'down',
    'next',
    'previous',
    'select',
    'identify',
  ]) {
    methods[name] = () => {
      throw new Error(`Prototype's Element#${name} was called`);
    };
  }
  methods.update = (): never => {
    throw new Error("Prototype's Element#update was called");
  };
  methods.remove = function (this: Element) {
    this.parentNode!.removeChild(this);
    return this;
  };
  extend(Element.prototype, methods);
  extend(HTMLElement.prototype, methods);
  extend(document, {
    getElementsByClassName: (name: string) => toArray(document.querySelectorAll(`.${name}`)),
    observe() {},
    fire() {},
  });
  extend(window, {
    $: (id: string) => document.getElementById(id),
    $$: () => [],
    $A: toArray,
    $H: () => ({}),
    Hash() {},
    Class: {},
    Prototype: { Version: '1.6' },
  });
}

/** Patches the built-ins of a window in the manner of MooTools 1.2, and of scripts that add to `Object.prototype`. */
export function patchLikeMooTools(window: Window & typeof globalThis): void {
  const { Array, Function, Object, String, Element, document } = window;
  const NativeElement = Element;
  function MooElement(this: unknown, tag: string): HTMLElement {
    return document.createElement(tag);
  }
  MooElement.prototype = NativeElement.prototype;
  function MooEvent(this: Bag, event: Bag): Bag {
    if (event.$extended) return event;
    return Object.assign(this, { $extended: true, event, type: event.type, stop() {}, preventDefault() {} });
  }
  function Hash(this: Bag): void {}
  extend(window, {
    Element: MooElement,
    Event: MooEvent,
    Hash,
    Native() {},
    $: (id: string) => document.getElementById(id),
    $type: (value: unknown) => typeof value,
    $each() {},
    Class() {},
  });
  extend(Array, { from: (item: unknown) => (item == null ? [] : Array.isArray(item) ? (item as unknown[]) : [item]) });
  extend(Function.prototype, {
    bind(this: Function, object: unknown, args?: unknown) {
      const method = this as (...all: unknown[]) => unknown;
      const given = args === undefined ? null : Array.isArray(args) ? args : [args];
      return (...rest: unknown[]) => method.apply(object, given ?? rest);
    },
    create() {},
    delay() {},
    periodical() {},
    extend(this: object, additions: Bag) {
      extend(this, additions);
      return this;
    },
  });
  extend(Array.prototype, {
    each(this: unknown[], iterator: (value: unknown, index: number) => void) {
      this.forEach(iterator);
    },
    contains(this: unknown[], value: unknown) {
      return this.includes(value);
    },
    empty(this: unknown[]) {
      this.length = 0;
      return this;
    },
    getLast() {},
    associate() {},
  });
  extend(String.prototype, {
    contains(this: string, part: string, separator?: string) {
      return separator
        ? (separator + this + separator).indexOf(separator + part + separator) > -1
        : this.indexOf(part) > -1;
    },
    test() {},
    clean() {},
  });
  const dispose = function (this: Element): Element {
    this.parentNode?.removeChild(this);
    return this;
  };
  extend(NativeElement.prototype, {
    dispose,
    inject() {},
    grab() {},
    adopt() {},
    set() {},
    get() {},
    getElement() {},
    store() {},
    retrieve() {},
    hide() {},
    show() {},
  });
  extend(Object.prototype, { extendedByTheSite() {}, lang: 'x' });
}
