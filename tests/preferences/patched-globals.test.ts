import { afterEach, beforeEach, describe, it, expect } from 'vitest';
import { decodePreferences, encodePreferences } from '../../src/preferences/codec.ts';
import { createStore } from '../../src/preferences/create-store.ts';
import { performAction } from '../../src/preferences/perform-action.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/preferences/preferences.ts';

/** What was there before a test, to be put back after it. */
const saved: [target: object, name: string, descriptor: PropertyDescriptor | undefined][] = [];

function patch(target: object, name: string, value: unknown): void {
  saved.push([target, name, Object.getOwnPropertyDescriptor(target, name)]);
  // Enumerable, as an assignment of the 2000s made it.
  Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: true });
}

function restore(): void {
  for (const [target, name, descriptor] of saved.splice(0).reverse()) {
    if (descriptor) Object.defineProperty(target, name, descriptor);
    else Reflect.deleteProperty(target, name);
  }
}

/** The built-ins as Prototype.js 1.6 leaves them, written anew for the test. */
function patchAsPrototypeJs(): void {
  const forIn = (object: object): string[] => {
    const names: string[] = [];
    for (const name in object) names.push(name);
    return names;
  };
  patch(Object, 'keys', forIn);
  patch(Object, 'values', (object: Record<string, unknown>) => forIn(object).map((name) => object[name]));
  patch(
    Array,
    'from',
    (list: ArrayLike<unknown> | null): unknown[] => Array.prototype.slice.call(list ?? []) as unknown[],
  );
  patch(Array.prototype, 'toJSON', function (this: unknown[]) {
    return `[${this.map(String).join(', ')}]`;
  });
  patch(Array.prototype, 'reduce', function (this: unknown[]) {
    return this.length > 1 ? this : this[0];
  });
  patch(Array.prototype, 'entries', function (this: unknown[]) {
    return [...this];
  });
  patch(String.prototype, 'toJSON', function (this: string) {
    return `"${this.valueOf()}"`;
  });
  patch(Number.prototype, 'toJSON', function (this: number) {
    return this.toString();
  });
}

/** Object.prototype as pages of that time extended it. */
function patchObjectPrototype(): void {
  patch(Object.prototype, 'toJSON', () => 'mine');
  patch(Object.prototype, 'toJSONString', () => 'mine');
  patch(Object.prototype, 'v', 9);
  patch(Object.prototype, 'contrast', 3);
  patch(Object.prototype, 'expected', 'mine');
}

const chosen: Preferences = {
  ...DEFAULT_PREFERENCES,
  textScale: 1.5,
  contrast: 2,
  reading: { scheme: 'sepia', textScale: 1.2 },
};
const text = '{"v":1,"textScale":1.5,"contrast":2,"reading":{"scheme":"sepia","textScale":1.2}}';
const newer = '{"v":7,"voices":["vi",{"rate":1}],"reading":{"scheme":"dark"}}';

/** Everything the preferences do, as text, so that it can be compared once the built-ins are back. */
function run(): string[] {
  const store = createStore(chosen);
  const log: string[] = [];
  store.subscribe((current) => log.push(`${current.textScale} ${current.contrast} ${current.reading.scheme}`));
  performAction(store, 'text-larger');
  performAction(store, 'contrast-less');
  store.update({ reading: { scheme: 'dark' } });
  const decoded = decodePreferences('{"textScale":2}');
  log.push(
    encodePreferences(chosen),
    encodePreferences(chosen, newer),
    encodePreferences(decodePreferences(text).value),
  );
  log.push(encodePreferences(decoded.value), ...decoded.problems, ...decodePreferences('nonsense').problems);
  return log;
}

describe('the preferences on a page that patched the built-ins', () => {
  let expected: string[] = [];
  beforeEach(() => {
    expected = run();
  });
  afterEach(restore);

  it.each([
    ['as Prototype.js does', patchAsPrototypeJs],
    ['by extending Object.prototype', patchObjectPrototype],
  ])('%s work as on any other', (_, patchBuiltIns) => {
    patchBuiltIns();
    let found: string[];
    let broken: string;
    try {
      found = run();
      broken = JSON.stringify({ list: ['a'] });
    } finally {
      restore();
    }
    expect(broken).not.toBe('{"list":["a"]}');
    expect(found).toEqual(expected);
  });

  it('are compared with what they do on a page that did not', () => {
    expect(expected.slice(0, 4)).toEqual(['1.6 2 sepia', '1.6 1 sepia', '1.6 1 dark', text]);
    expect(expected[4]).toBe(
      '{"v":7,"voices":["vi",{"rate":1}],"reading":{"scheme":"sepia","textScale":1.2},"textScale":1.5,"contrast":2}',
    );
  });
});
