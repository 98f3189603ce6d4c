import { createContext, runInContext } from 'node:vm';
import { afterEach, describe, it, expect } from 'vitest';
import { PreferencesError } from '../../src/preferences/errors.ts';
import { applyPatch } from '../../src/preferences/patch.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/preferences/preferences.ts';

const chosen: Preferences = Object.freeze({
  ...DEFAULT_PREFERENCES,
  textScale: 1.5,
  contrast: 2,
  reading: Object.freeze({ scheme: 'sepia', textScale: 1.2 }),
});

/** The error a patch is refused with. */
function refusal(patch: unknown): PreferencesError {
  try {
    applyPatch(chosen, patch);
  } catch (error) {
    expect(error).toBeInstanceOf(PreferencesError);
    return error as PreferencesError;
  }
  throw new Error('the patch was taken');
}

describe('a good patch', () => {
  it('takes spacing as true, false or some of its four values, the others being WCAG’s; the same values change nothing', () => {
    const spaced = applyPatch(chosen, { textSpacing: { lineHeight: 2 } });
    expect(spaced.textSpacing).toEqual({ lineHeight: 2, paragraph: 2, letter: 0.12, word: 0.16 });
    expect(applyPatch(spaced, { textSpacing: { lineHeight: 2, letter: 0.12 } })).toBe(spaced);
    expect(applyPatch(spaced, { textSpacing: true }).textSpacing).toBe(true);
  });

  it('changes what it names and leaves the rest', () => {
    expect(applyPatch(chosen, { contrast: -1 })).toEqual({ ...chosen, contrast: -1 });
    expect(applyPatch(chosen, { reading: { scheme: 'dark' } })).toEqual({
      ...chosen,
      reading: { scheme: 'dark', textScale: 1.2 },
    });
  });

  it('leaves the value it changes as it was', () => {
    applyPatch(chosen, { textScale: 3, reading: { textScale: 2 } });
    expect([chosen.textScale, chosen.reading.textScale]).toEqual([1.5, 1.2]);
  });

  it('gives a value frozen through and through', () => {
    const value = applyPatch(chosen, { textScale: 2, reading: { textScale: 2 } });
    expect([Object.isFrozen(value), Object.isFrozen(value.reading)]).toEqual([true, true]);
    expect([Object.isFrozen(DEFAULT_PREFERENCES), Object.isFrozen(DEFAULT_PREFERENCES.reading)]).toEqual([true, true]);
  });

  it('gives the same object where nothing differs', () => {
    expect(applyPatch(chosen, {})).toBe(chosen);
    expect(applyPatch(chosen, { ...chosen, reading: { ...chosen.reading } })).toBe(chosen);
    expect(applyPatch(chosen, { textScale: 2 }).reading).toBe(chosen.reading);
  });

  it.each([0.8, 1, 1.3333, 3])('keeps %d, a size within the limits, as it is', (textScale) => {
    expect(applyPatch(chosen, { textScale, reading: { textScale } })).toMatchObject({
      textScale,
      reading: { textScale },
    });
  });

  it('takes -0 for 0', () => {
    expect(Object.is(applyPatch(chosen, { contrast: -0 }).contrast, 0)).toBe(true);
  });

  it('may have no prototype, or come from another window', () => {
    expect(applyPatch(chosen, Object.assign(Object.create(null), { textScale: 2 })).textScale).toBe(2);
    const foreign: unknown = runInContext('({ textScale: 2, reading: { scheme: "dark" } })', createContext());
    expect(applyPatch(chosen, foreign)).toMatchObject({ textScale: 2, reading: { scheme: 'dark' } });
  });

  it('has each getter read once', () => {
    const answers = [2, 99];
    const patch = {
      get textScale() {
        return answers.shift();
      },
    };
    expect(applyPatch(chosen, patch).textScale).toBe(2);
    expect(answers).toEqual([99]);
  });
});

describe('a patch that can not be taken', () => {
  const size = 'a number from 0.8 to 3';
  const names =
    'one of the names textScale, contrast, colorScheme, textSpacing, font, highlightLinks, stillMotion, readingGuide, ' +
    'bigPointer, reading';
  const spacing =
    'true, false, or an object with lineHeight from 1 to 3, paragraph from 0 to 4, letter from 0 to 0.5, word from 0 to 1';
  it.each<[patch: unknown, field: string, expected: string, received: string]>([
    [null, 'patch', 'a plain object', 'null'],
    [undefined, 'patch', 'a plain object', 'undefined'],
    [2, 'patch', 'a plain object', '2'],
    ['{"textScale":2}', 'patch', 'a plain object', '"{\\"textScale\\":2}"'],
    [[], 'patch', 'a plain object', 'an array'],
    [() => ({}), 'patch', 'a plain object', 'a function'],
    [new Map([['textScale', 2]]), 'patch', 'a plain object', 'an object that is not plain'],
    [Object.create({ textScale: 2 }), 'patch', 'a plain object', 'an object that is not plain'],
    [{ textScale: '2' }, 'textScale', size, '"2"'],
    [{ textScale: NaN }, 'textScale', size, 'NaN'],
    [{ textScale: Infinity }, 'textScale', size, 'Infinity'],
    [{ textScale: 0.79 }, 'textScale', size, '0.79'],
    [{ textScale: 3.01 }, 'textScale', size, '3.01'],
    [{ textScale: null }, 'textScale', size, 'null'],
    [{ textScale: undefined }, 'textScale', size, 'undefined'],
    [{ textScale: 2n }, 'textScale', size, '2'],
    [{ textScale: { valueOf: () => 2 } }, 'textScale', size, 'an object'],
    [{ contrast: 1.5 }, 'contrast', 'one of -1, 0, 1, 2, 3', '1.5'],
    [{ contrast: 4 }, 'contrast', 'one of -1, 0, 1, 2, 3', '4'],
    [{ contrast: true }, 'contrast', 'one of -1, 0, 1, 2, 3', 'true'],
    [{ colorScheme: 'sepia' }, 'colorScheme', 'one of page, light, dark, yellow-on-black, black-on-yellow', '"sepia"'],
    [{ font: 'serif' }, 'font', 'one of page, legible, dyslexic', '"serif"'],
    [{ readingGuide: true }, 'readingGuide', 'one of off, line, mask', 'true'],
    [{ highlightLinks: 1 }, 'highlightLinks', 'one of true, false', '1'],
    [{ textSpacing: 'wide' }, 'textSpacing', spacing, '"wide"'],
    [{ textSpacing: { lineHeight: 4 } }, 'textSpacing', spacing, 'an object'],
    [{ textSpacing: { letter: NaN } }, 'textSpacing', spacing, 'an object'],
    [{ textSpacing: { lines: 2 } }, 'textSpacing', spacing, 'an object'],
    [{ reading: 'dark' }, 'reading', 'a plain object', '"dark"'],
    [{ reading: null }, 'reading', 'a plain object', 'null'],
    [{ reading: ['dark'] }, 'reading', 'a plain object', 'an array'],
    [{ reading: { scheme: 'pink' } }, 'reading.scheme', 'one of light, sepia, dark', '"pink"'],
    [{ reading: { scheme: 'Dark' } }, 'reading.scheme', 'one of light, sepia, dark', '"Dark"'],
    [{ reading: { textScale: -1 } }, 'reading.textScale', size, '-1'],
    [{ reading: { size: 2 } }, 'reading.size', 'one of the names scheme, textScale', '"size"'],
    [{ textSize: 2 }, 'textSize', names, '"textSize"'],
    [{ toString: 2 }, 'toString', names, '"toString"'],
    [{ constructor: 2 }, 'constructor', names, '"constructor"'],
    [{ [Symbol('contrast')]: 2 }, 'Symbol(contrast)', names, '"Symbol(contrast)"'],
    [Object.defineProperty({}, 'hidden', { value: 1 }), 'hidden', names, '"hidden"'],
    [{ contrast: 'x'.repeat(1000) }, 'contrast', 'one of -1, 0, 1, 2, 3', `"${'x'.repeat(40)}"…`],
  ])('%o is refused', (patch, field, expected, received) => {
    const error = refusal(patch);
    expect({ field: error.field, expected: error.expected, received: error.received }).toEqual({
      field,
      expected,
      received,
    });
    expect(error.message).toBe(`${field}: expected ${expected}; received ${received}`);
  });

  it('is a TypeError with a name of its own', () => {
    expect(refusal(null)).toBeInstanceOf(TypeError);
    expect(refusal(null).name).toBe('PreferencesError');
  });

  it('is refused whole, when one field of many is bad', () => {
    const before = JSON.stringify(chosen);
    refusal({ textScale: 2, contrast: 9 });
    expect(JSON.stringify(chosen)).toBe(before);
  });
});

describe('a patch on a page with a polluted Object.prototype', () => {
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  afterEach(() => {
    delete prototype['contrast'];
    delete prototype['extend'];
  });

  it('does not take inherited values', () => {
    prototype['contrast'] = 3;
    prototype['extend'] = () => undefined;
    expect(applyPatch(chosen, { textScale: 2 })).toEqual({ ...chosen, textScale: 2 });
  });

  it('is not stopped by a setter there', () => {
    Object.defineProperty(prototype, 'contrast', {
      configurable: true,
      set() {
        throw new Error('set');
      },
    });
    expect(Object.getOwnPropertyDescriptor(applyPatch(chosen, { contrast: 1 }), 'contrast')?.value).toBe(1);
  });

  it('can not pollute it: __proto__ is a name like any other, and unknown', () => {
    expect(refusal(JSON.parse('{"__proto__":{"polluted":true}}')).field).toBe('__proto__');
    expect(refusal(JSON.parse('{"reading":{"__proto__":{"polluted":true}}}')).field).toBe('reading.__proto__');
    expect('polluted' in {}).toBe(false);
  });
});
