import { describe, it, expect } from 'vitest';
import { decodePreferences, encodePreferences, MAX_STORED_LENGTH } from '../../src/preferences/codec.ts';
import { CONTRAST_LEVELS, READING_SCHEMES, TEXT_SCALE_STEPS } from '../../src/preferences/limits.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/preferences/preferences.ts';

const chosen: Preferences = {
  ...DEFAULT_PREFERENCES,
  textScale: 1.5,
  contrast: 2,
  reading: { scheme: 'sepia', textScale: 1.2 },
};
const text = '{"v":1,"textScale":1.5,"contrast":2,"reading":{"scheme":"sepia","textScale":1.2}}';

describe('the codec', () => {
  it('writes compact JSON with a version number', () => {
    expect(encodePreferences(chosen)).toBe(text);
  });

  it('reads back everything it can write', () => {
    for (const textScale of TEXT_SCALE_STEPS) {
      for (const contrast of CONTRAST_LEVELS) {
        for (const scheme of READING_SCHEMES) {
          const value: Preferences = { ...DEFAULT_PREFERENCES, textScale, contrast, reading: { scheme, textScale } };
          expect(decodePreferences(encodePreferences(value))).toEqual({ value, problems: [], isReadable: true });
        }
      }
    }
  });

  it('reads nothing as the defaults, without a problem', () => {
    expect(decodePreferences(null)).toEqual({ value: DEFAULT_PREFERENCES, problems: [], isReadable: false });
  });

  it('leaves out what is at its default, whatever was stored before', () => {
    expect(encodePreferences(DEFAULT_PREFERENCES)).toBe('{"v":1}');
    expect(encodePreferences(DEFAULT_PREFERENCES, '{"v":7,"textScale":2,"reading":{"scheme":"dark"}}')).toBe('{"v":7}');
  });

  it('reads back every further adjustment', () => {
    const value: Preferences = {
      textScale: 1.5,
      contrast: 2,
      colorScheme: 'yellow-on-black',
      textSpacing: { lineHeight: 2, paragraph: 2, letter: 0.2, word: 0.3 },
      font: 'legible',
      highlightLinks: true,
      stillMotion: true,
      readingGuide: 'mask',
      bigPointer: true,
      reading: { scheme: 'dark', textScale: 2 },
    };
    expect(decodePreferences(encodePreferences(value))).toEqual({ value, problems: [], isReadable: true });
    const { value: read } = decodePreferences('{"v":1,"textSpacing":{"lineHeight":2}}');
    expect(read.textSpacing).toEqual({ lineHeight: 2, paragraph: 2, letter: 0.12, word: 0.16 });
    expect(Object.isFrozen(read.textSpacing)).toBe(true);
  });

  it('gives a frozen value', () => {
    const { value } = decodePreferences(text);
    expect([Object.isFrozen(value), Object.isFrozen(value.reading)]).toEqual([true, true]);
  });

  it('gives missing fields their defaults, without a problem', () => {
    expect(decodePreferences('{"v":1,"contrast":3}')).toEqual({
      value: { ...DEFAULT_PREFERENCES, contrast: 3 },
      problems: [],
      isReadable: true,
    });
  });
});

describe('stored nonsense', () => {
  it.each(['', 'garbage', '[1,2]', '"text"', '7', 'null', 'true', text.slice(0, -1), '%7B%7D', '{"v":1}{"v":1}'])(
    '%j is read as the defaults, with a problem that shows it',
    (nonsense) => {
      const { value, problems, isReadable } = decodePreferences(nonsense);
      expect(value).toBe(DEFAULT_PREFERENCES);
      expect(isReadable).toBe(false);
      expect(problems).toEqual([
        expect.stringMatching(/^Stored preferences: expected a JSON object of at most 4096 characters; received "/),
      ]);
    },
  );

  it('is not even parsed where it is too long', () => {
    const long = text.slice(0, -1) + ' '.repeat(MAX_STORED_LENGTH) + '}';
    const { value, problems, isReadable } = decodePreferences(long);
    expect([value, isReadable, problems.length]).toEqual([DEFAULT_PREFERENCES, false, 1]);
    expect(problems[0]!.length).toBeLessThan(160);
    const fitting = text.slice(0, -1) + ' '.repeat(MAX_STORED_LENGTH - text.length) + '}';
    expect(decodePreferences(fitting)).toEqual({ value: chosen, problems: [], isReadable: true });
  });

  it('in one field leaves the others, and each bad field is named', () => {
    expect(
      decodePreferences('{"v":1,"textScale":"2","contrast":7,"reading":{"scheme":"dark","textScale":99}}'),
    ).toEqual({
      value: { ...DEFAULT_PREFERENCES, reading: { scheme: 'dark', textScale: 1 } },
      problems: [
        'Stored textScale: expected a number from 0.8 to 3; received "2". The default is used.',
        'Stored contrast: expected one of -1, 0, 1, 2, 3; received 7. The default is used.',
        'Stored reading.textScale: expected a number from 0.8 to 3; received 99. The default is used.',
      ],
      isReadable: true,
    });
  });

  it.each(['null', '[]', '"dark"', '3'])('%s for a group leaves the rest', (group) => {
    const { value, problems } = decodePreferences(`{"v":1,"textScale":2,"reading":${group}}`);
    expect(value).toEqual({ ...DEFAULT_PREFERENCES, textScale: 2 });
    expect(problems).toEqual([expect.stringMatching(/^Stored reading: expected a plain object; received /)]);
  });

  it.each([
    ['{"textScale":2}', 'undefined'],
    ['{"v":"1","textScale":2}', '"1"'],
    ['{"v":0,"textScale":2}', '0'],
    ['{"v":1.5,"textScale":2}', '1.5'],
  ])('%s, without a version, is read field by field', (stored, received) => {
    expect(decodePreferences(stored)).toEqual({
      value: { ...DEFAULT_PREFERENCES, textScale: 2 },
      problems: [`Stored v: expected a whole number from 1; received ${received}. The fields are read as they are.`],
      isReadable: true,
    });
  });

  it('with __proto__ in it pollutes nothing', () => {
    const { value } = decodePreferences('{"v":1,"__proto__":{"contrast":3},"reading":{"__proto__":{"scheme":"dark"}}}');
    expect([value.contrast, value.reading.scheme, 'contrast' in {}]).toEqual([0, 'light', false]);
  });
});

describe('what a newer version stored', () => {
  const newer = '{"v":7,"textScale":2,"contrast":5,"hue":"wide","reading":{"scheme":"dark","voice":["vi","x"]}}';

  it('is read as far as it is understood, and unknown names are no problem', () => {
    expect(decodePreferences(newer)).toEqual({
      value: { ...DEFAULT_PREFERENCES, textScale: 2, reading: { scheme: 'dark', textScale: 1 } },
      problems: ['Stored contrast: expected one of -1, 0, 1, 2, 3; received 5. The default is used.'],
      isReadable: true,
    });
  });

  it('keeps its version and its own fields when a choice is put over it', () => {
    expect(JSON.parse(encodePreferences(chosen, newer))).toEqual({
      ...(JSON.parse(text) as object),
      v: 7,
      hue: 'wide',
      reading: { ...chosen.reading, voice: ['vi', 'x'] },
    });
  });

  it('gives way where a group of it is not one', () => {
    expect(JSON.parse(encodePreferences(chosen, '{"v":7,"reading":"dark","hue":"wide"}'))).toEqual({
      ...(JSON.parse(text) as object),
      v: 7,
      hue: 'wide',
    });
  });

  it.each([null, 'garbage', '{"v":1,"hue":"wide"}', '{"hue":"wide"}', '{"v":"7","hue":"wide"}', '[7]'])(
    'is not what %j is: nothing of that is kept',
    (replaced) => expect(encodePreferences(chosen, replaced)).toBe(text),
  );
});
