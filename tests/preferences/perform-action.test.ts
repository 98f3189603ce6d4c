import { describe, it, expect } from 'vitest';
import { ACTIONS, type Action } from '../../src/preferences/actions.ts';
import { createStore } from '../../src/preferences/create-store.ts';
import { performAction } from '../../src/preferences/perform-action.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/preferences/preferences.ts';

const start: Preferences = {
  ...DEFAULT_PREFERENCES,
  textScale: 2,
  contrast: 1,
  colorScheme: 'dark',
  font: 'legible',
  reading: { scheme: 'dark', textScale: 1.5 },
};

describe('performAction', () => {
  it.each<[Action, Partial<Preferences>]>([
    ['text-larger', { textScale: 2.25 }],
    ['text-smaller', { textScale: 1.9 }],
    ['text-reset', { textScale: 1 }],
    ['contrast-more', { contrast: 2 }],
    ['contrast-less', { contrast: 0 }],
    ['contrast-reset', { contrast: 0 }],
    ['reset', { ...DEFAULT_PREFERENCES, reading: start.reading }],
  ])('%s changes what its name says, and that alone', (action, change) => {
    const store = createStore(start);
    expect(performAction(store, action)).toBe(true);
    expect(store.current).toEqual({ ...start, ...change });
  });

  it('leaves to the shell what preferences can not do, and what it does not know', () => {
    const store = createStore(start);
    for (const action of ['reading-mode', 'read-aloud', 'toString']) {
      expect(performAction(store, action as Action)).toBe(false);
    }
    expect(store.current).toEqual(start);
  });

  it('counts as done at the end of the steps', () => {
    const store = createStore({ ...DEFAULT_PREFERENCES, textScale: 3, contrast: 3 });
    expect(performAction(store, 'text-larger')).toBe(true);
    expect(performAction(store, 'contrast-more')).toBe(true);
    expect([store.current.textScale, store.current.contrast]).toEqual([3, 3]);
  });

  it('knows every action there is', () => {
    const left = ACTIONS.filter((action) => !performAction(createStore(), action));
    expect(left).toEqual(['reading-mode', 'read-aloud']);
  });

  it('resets in a way that can be undone', () => {
    const store = createStore(start);
    performAction(store, 'reset');
    store.undoReset();
    expect(store.current).toEqual(start);
  });
});
