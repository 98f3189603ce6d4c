import { describe, expect, it } from 'vitest';
import { CONTRAST_LEVELS } from '../../../src/preferences/limits.ts';
import { toolbar as en } from '../../../src/ui/strings/en.ts';
import { formatPercent, toLanguage } from '../../../src/ui/strings/strings.ts';
import { toolbar as vi } from '../../../src/ui/strings/vi.ts';

/** Every text of a dictionary, functions called with a value that is easy to find again. */
function collectTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [(value as (text: string) => string)('<value>')];
  return Object.values(value as object).flatMap(collectTexts);
}

describe('percentages', () => {
  it('are whole, with a narrow no-break space before the sign', () => {
    expect(formatPercent(1.5)).toBe('150\u202f%');
    expect(formatPercent(2.25)).toBe('225\u202f%');
    expect(formatPercent(1.1)).toBe('110\u202f%');
  });
});

describe('the language of a tag', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['vi-VN', 'vi'],
    ['enm', 'vi'],
    ['fr', 'vi'],
    ['', 'vi'],
    [null, 'vi'],
  ])('%s is %s', (tag, language) => {
    expect(toLanguage(tag)).toBe(language);
  });
});

describe('the words of the toolbar', () => {
  it('say nothing twice: no two contrast levels share a name', () => {
    for (const words of [vi, en]) {
      expect(new Set(CONTRAST_LEVELS.map((level) => words.contrastLevels[level].name)).size).toBe(
        CONTRAST_LEVELS.length,
      );
    }
  });

  it('say nothing twice within a group', () => {
    for (const { colorSchemes, fonts, readingGuides, switches } of [vi, en]) {
      for (const group of [colorSchemes, fonts, readingGuides]) {
        const names = Object.values<string>(group);
        expect(new Set(names).size).toBe(names.length);
      }
      expect(new Set(Object.values(switches).map(({ name }) => name)).size).toBe(4);
    }
  });

  it('name the level that is offered as it is called', () => {
    for (const { offer, contrastLevels } of [vi, en]) expect(offer.use).toContain(contrastLevels[2].name);
  });

  it('are written with composed letters, without stray spaces', () => {
    for (const text of [vi, en].flatMap(collectTexts)) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text).toMatch(/^\S+( \S+)*$/);
    }
  });

  it('put the value into each announcement that takes one', () => {
    for (const words of [vi, en]) {
      const announcements = Object.values(words).filter((text) => typeof text === 'function');
      expect(announcements.length).toBeGreaterThan(0);
      for (const announce of announcements) expect(announce('150\u202f%')).toContain('150\u202f%');
    }
  });
});
