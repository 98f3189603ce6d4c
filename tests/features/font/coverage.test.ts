import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutFont, CHARACTERS, FONT_BUDGET, FONTS, VIETNAMESE_LETTERS } from '../../../scripts/build/fonts.mjs';
import { LATIN_RANGE, VIETNAMESE_RANGE } from '../../../src/features/font/unicode-ranges.ts';

/** The characters that a font has glyphs for, from its `cmap` table. @see https://learn.microsoft.com/typography/opentype/spec/cmap */
function charactersOf(font: Buffer): Set<number> {
  const found = new Set<number>();
  let cmap = 0;
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + 16 * i;
    if (font.toString('latin1', record, record + 4) === 'cmap') cmap = font.readUInt32BE(record + 8);
  }
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (font.readUInt16BE(at) !== 4) continue;
    const segments = font.readUInt16BE(at + 6) / 2;
    for (let segment = 0; segment < segments; segment++) {
      const field = (n: number): number => at + 14 + 2 * segment + 2 * segments * n + (n > 0 ? 2 : 0);
      const [end, start] = [font.readUInt16BE(field(0)), font.readUInt16BE(field(1))];
      const [delta, offset] = [font.readInt16BE(field(2)), font.readUInt16BE(field(3))];
      for (let code = start; code <= end && code < 0xffff; code++) {
        const glyph = offset ? font.readUInt16BE(field(3) + offset + 2 * (code - start)) : (code + delta) & 0xffff;
        if (glyph) found.add(code);
      }
    }
  }
  return found;
}

const rangeOf = (text: string): Set<number> =>
  new Set(
    text.split(',').flatMap((part) => {
      const [first, last = first] = part
        .slice(2)
        .split('-')
        .map((hex) => parseInt(hex, 16)) as [number, number?];
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    }),
  );

describe('the letters that the fonts have to have', () => {
  it('are all 2 x 73 with their tones', () => {
    expect(new Set(VIETNAMESE_LETTERS).size).toBe(146);
    for (const letter of 'ạẢắẦẵĐđỄộỠựỹỴ') expect(VIETNAMESE_LETTERS).toContain(letter);
  });
});

describe.each(Object.keys(FONTS) as (keyof typeof FONTS)[])('the %s font', (name) => {
  const { package: folder, files } = FONTS[name];

  it('has every letter of Vietnamese, small and capital, in each weight, where its ranges say so', async () => {
    const cut = await cutFont(name, 'sfnt');
    const weights = new Set(files.map(({ to }) => /\d+(?=\.)/.exec(to)?.[0]));
    for (const weight of weights) {
      const own = cut.filter((file) => weight === undefined || file.name.includes(`-${weight}.`));
      const found = new Set(
        own.flatMap(({ name: file, data }) => {
          const range = rangeOf(file.includes('vietnamese') ? VIETNAMESE_RANGE : LATIN_RANGE);
          return [...charactersOf(data)].filter((code) => range.has(code));
        }),
      );
      expect(own).toHaveLength(2);
      expect(Array.from(CHARACTERS).filter((character) => !found.has(character.codePointAt(0)!))).toEqual([]);
    }
  });

  it('weighs no more than its budget in all', async () => {
    const bytes = (await cutFont(name)).reduce((sum, { data }) => sum + data.length, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(FONT_BUDGET);
  });

  it('comes under the SIL Open Font License, which reserves no name', () => {
    const license = join(import.meta.dirname, '../../../node_modules', folder, 'LICENSE');
    expect(existsSync(license)).toBe(true);
    const text = readFileSync(license, 'utf8');
    expect(text).toContain('SIL Open Font License, Version 1.1');
    expect(text.slice(0, text.indexOf('PREAMBLE'))).not.toMatch(/with Reserved Font Name/i);
  });
});
