import { afterEach, describe, it, expect, vi } from 'vitest';
import { createStore } from '../../src/preferences/create-store.ts';
import { PreferencesError } from '../../src/preferences/errors.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/preferences/preferences.ts';
import type { PreferencesStore } from '../../src/preferences/store.ts';

/** Every change a new listener hears, as `before>after` of the text scale. */
function heard(store: PreferencesStore): string[] {
  const log: string[] = [];
  store.subscribe((current, previous) => log.push(`${previous.textScale}>${current.textScale}`));
  return log;
}

afterEach(() => void vi.restoreAllMocks());

describe('a store', () => {
  it('begins with the defaults, or with the value it is given', () => {
    expect(createStore().current).toBe(DEFAULT_PREFERENCES);
    const initial: Preferences = {
      ...DEFAULT_PREFERENCES,
      textScale: 2,
      contrast: 1,
      reading: { scheme: 'dark', textScale: 1 },
    };
    expect(createStore(initial).current).toEqual(initial);
    expect(Object.isFrozen(createStore(initial).current.reading)).toBe(true);
  });

  it('refuses an initial value that is none', () => {
    expect(() => createStore({ textScale: 9 } as Preferences)).toThrow(PreferencesError);
  });

  it('tells its listeners of a change, with the value before', () => {
    const store = createStore();
    const listener = vi.fn();
    store.subscribe(listener);
    store.update({ textScale: 2 });
    expect(listener.mock.calls).toEqual([[{ ...DEFAULT_PREFERENCES, textScale: 2 }, DEFAULT_PREFERENCES]]);
    expect(listener.mock.calls[0]?.[0]).toBe(store.current);
  });

  it('says nothing when nothing changed', () => {
    const store = createStore();
    const log = heard(store);
    store.update({});
    store.update({ textScale: 1, reading: { scheme: 'light' } });
    store.replace({ ...DEFAULT_PREFERENCES });
    store.reset();
    expect(log).toEqual([]);
  });

  it('takes a whole value', () => {
    const store = createStore();
    const value: Preferences = {
      ...DEFAULT_PREFERENCES,
      textScale: 1.3,
      contrast: -1,
      reading: { scheme: 'sepia', textScale: 2 },
    };
    store.replace(value);
    expect(store.current).toEqual(value);
    expect(() => store.replace({ ...value, contrast: 7 as 3 })).toThrow(PreferencesError);
    expect(store.current).toEqual(value);
  });

  it('changes nothing and tells no one when a patch is refused', () => {
    const store = createStore();
    const log = heard(store);
    expect(() => store.update({ textScale: 2, contrast: 9 as 3 })).toThrow(PreferencesError);
    expect([store.current, log]).toEqual([DEFAULT_PREFERENCES, []]);
  });

  it('stops telling who has gone, also one who goes while being told', () => {
    const store = createStore();
    const listener = vi.fn();
    store.subscribe(() => stop());
    const stop = store.subscribe(listener);
    store.update({ textScale: 2 });
    store.update({ textScale: 3 });
    expect(listener).not.toHaveBeenCalled();
  });

  it('tells who comes while it is telling from the next change on', () => {
    const store = createStore();
    const late = vi.fn();
    const stop = store.subscribe(() => {
      stop();
      store.subscribe(late);
    });
    store.update({ textScale: 2 });
    expect(late).not.toHaveBeenCalled();
    store.update({ textScale: 3 });
    expect(late).toHaveBeenCalledTimes(1);
  });

  it('keeps two subscriptions of one function apart', () => {
    const store = createStore();
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.subscribe(listener);
    stop();
    stop();
    store.update({ textScale: 2 });
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe('a listener that throws', () => {
  it('stops neither the others nor the caller, and is reported the first time', () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const store = createStore();
    const error = new Error('mine');
    store.subscribe(() => {
      throw error;
    });
    const log = heard(store);
    store.update({ textScale: 2 });
    store.update({ textScale: 3 });
    expect(log).toEqual(['1>2', '2>3']);
    expect(report.mock.calls).toEqual([[expect.any(String), error]]);
  });

  it('does not leave the store mute, even where the page made console.error throw', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {
      throw new Error('console');
    });
    const store = createStore();
    const stop = store.subscribe(() => {
      throw new Error('mine');
    });
    expect(() => store.update({ textScale: 2 })).toThrow('console');
    stop();
    const log = heard(store);
    store.update({ textScale: 3 });
    expect(log).toEqual(['2>3']);
  });
});

describe('a listener that changes the store', () => {
  it('sees the new value at once, and every listener hears every change in order', () => {
    const store = createStore();
    const before = heard(store);
    let seen = 0;
    store.subscribe((current) => {
      if (current.textScale !== 2) return;
      store.update({ textScale: 3 });
      seen = store.current.textScale;
    });
    const after = heard(store);
    store.update({ textScale: 2 });
    expect(seen).toBe(3);
    expect([before, after]).toEqual([
      ['1>2', '2>3'],
      ['1>2', '2>3'],
    ]);
  });

  it('gets its own refusals, and the others still hear', () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const store = createStore();
    store.subscribe(() => store.update({ textScale: 99 }));
    const log = heard(store);
    store.update({ textScale: 2 });
    expect(log).toEqual(['1>2']);
    expect(report.mock.calls[0]?.[1]).toBeInstanceOf(PreferencesError);
  });

  it('without end is stopped, and the store goes on working', () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const store = createStore();
    const stop = store.subscribe((current) => store.update({ textScale: current.textScale === 2 ? 3 : 2 }));
    store.update({ textScale: 2 });
    expect(report).toHaveBeenCalledTimes(1);
    expect(String(report.mock.calls[0]?.[0])).toContain('100 times');
    stop();
    const log = heard(store);
    store.update({ textScale: 1.5 });
    expect(log).toHaveLength(1);
  });
});

describe('reset', () => {
  const chosen: Preferences = {
    ...DEFAULT_PREFERENCES,
    textScale: 2,
    contrast: 3,
    reading: { scheme: 'dark', textScale: 1.5 },
  };

  it("puts the page's preferences back and leaves reading mode's own", () => {
    const store = createStore(chosen);
    store.reset();
    expect(store.current).toEqual({ ...DEFAULT_PREFERENCES, reading: chosen.reading });
  });

  it('can be undone, once, and listeners know of it when they hear of the reset', () => {
    const store = createStore(chosen);
    const known: (Preferences | null)[] = [];
    store.subscribe(() => known.push(store.beforeReset));
    store.reset();
    expect(store.undoReset()).toBe(true);
    expect(store.current).toEqual(chosen);
    expect(known).toEqual([chosen, null]);
    expect(store.undoReset()).toBe(false);
  });

  it('can no longer be undone after the next change, from here or from another tab', () => {
    for (const change of [
      (store: PreferencesStore) => store.update({ contrast: 1 }),
      (store: PreferencesStore) => store.replace({ ...store.current, textScale: 1.2 }),
    ]) {
      const store = createStore(chosen);
      store.reset();
      change(store);
      expect(store.beforeReset).toBe(null);
      expect(store.undoReset()).toBe(false);
    }
  });

  it('pressed again, or followed by what changes nothing, can still be undone', () => {
    const store = createStore(chosen);
    store.reset();
    store.reset();
    store.update({ textScale: 1 });
    store.replace(store.current);
    expect(store.undoReset()).toBe(true);
    expect(store.current).toEqual(chosen);
  });

  it('with nothing to reset has nothing to undo', () => {
    const store = createStore({ ...DEFAULT_PREFERENCES, reading: chosen.reading });
    store.reset();
    expect([store.beforeReset, store.undoReset()]).toEqual([null, false]);
  });
});
