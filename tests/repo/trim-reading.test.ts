import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { trimExtractor, trimPurifier, trimReadingLibrary } from '../../scripts/build/trim-reading.mjs';

const read = (path: string): string => readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8');
const purifier = read('dompurify/dist/purify.es.mjs');
const extractor = read('@mozilla/readability/Readability.js');

describe('trimming the libraries of reading mode', () => {
  it('empties every default list of DOMPurify and nothing else', () => {
    const trimmed = trimPurifier(purifier);
    for (const name of ['"marquee"', '"feMorphology"', '"mathvariant"', '"stop-opacity"', '"autoplay"'])
      expect(trimmed).not.toContain(name);
    expect(trimmed).toContain('const svg$1 = freeze([])');
    expect(trimmed).toContain('const text = freeze(["#text"])');
    expect(trimmed.length).toBeLessThan(purifier.length - 5000);
  });

  it('takes the reports out of Readability and shortens its private names', () => {
    const trimmed = trimExtractor(extractor);
    expect(trimmed).not.toContain('this.log');
    expect(trimmed).not.toMatch(/this\._[a-z]\w{2,}/i);
    expect(trimmed.length).toBeLessThan(extractor.length - 5000);
    expect(trimmed, 'nothing is left that parses HTML but the further attempts, which article.ts takes over').toMatch(
      /^(?:(?!\.innerHTML = )[^])*page\.innerHTML = pageCacheHtml(?:(?!\.innerHTML = )[^])*$/,
    );
  });

  it('refuses libraries it does not know', () => {
    expect(() => trimPurifier('const html = freeze(["a"]);') as unknown).toThrow(/1 places to trim, not 10/);
    expect(() => trimExtractor('function Readability() {}') as unknown).toThrow(/0 places to trim/);
  });

  it('leaves other modules alone', () => {
    expect(trimReadingLibrary('const html = 1;', '/src/other.ts') as unknown).toBe('const html = 1;');
  });
});
