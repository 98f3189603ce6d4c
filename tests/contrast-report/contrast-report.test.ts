// The parts of `npm run contrast-report` that need no browser; tests/e2e/contrast-report.e2e.mjs runs the whole command.
import { describe, expect, it } from 'vitest';
import { loadColors } from '../../scripts/contrast-report/colors.mjs';
import { escape, toHtml } from '../../scripts/contrast-report/html.mjs';
import { InputError, readOptions } from '../../scripts/contrast-report/options.mjs';
import { toPairs } from '../../scripts/contrast-report/pairs.mjs';
import { formatPlace, formatRatio, toText } from '../../scripts/contrast-report/report.mjs';

const text = {
  index: 0,
  color: '#999999',
  ground: '#ffffff',
  ratio: 2.84,
  isLarge: false,
  own: 'rgb(153, 153, 153)',
  opacity: 1,
  words: 'Tin tức',
  place: { href: 'https://x.gov.vn/css/a.css', selector: '.tin a' },
};
const colors = await loadColors();

describe('toPairs', () => {
  it('gathers texts of the same two colours and size, the most frequent first', () => {
    const other = { ...text, color: '#888888', own: 'rgb(136, 136, 136)' };
    const pairs = toPairs(
      [[other, text, { ...text, index: 2, words: 'Sự kiện' }], [{ ...text, isLarge: true }]],
      'aa',
      colors,
    );
    expect(pairs.map(({ color, isLarge, count }) => [color, isLarge, count])).toEqual([
      ['#999999', false, 2],
      ['#999999', true, 1],
      ['#888888', false, 1],
    ]);
    expect(pairs[0]!.words).toEqual(['Tin tức', 'Sự kiện']);
    expect(pairs[0]!.places).toEqual([text.place]);
  });

  it.each([
    ['aa', false, 4.5],
    ['aa', true, 3],
    ['aaa', false, 7],
    ['aaa', true, 4.5],
  ] as const)('asks at %s, large: %s, for %s and finds both colours', (level, isLarge, wanted) => {
    const [pair] = toPairs([[{ ...text, isLarge }]], level, colors);
    expect(pair!.wanted).toBe(wanted);
    const ratioOf = (a: string, b: string): number =>
      colors.contrastRatio(colors.parseColor(a)!, colors.parseColor(b)!);
    expect(ratioOf(pair!.text!.color, '#ffffff')).toBeGreaterThan(wanted);
    expect(ratioOf('#999999', pair!.otherGround!.color)).toBeGreaterThan(wanted);
  });

  it('reckons with opacity: what is written is darker than what is seen', () => {
    const faded = { ...text, color: '#bcbcbc', own: 'rgb(102, 102, 102)', opacity: 0.9 };
    const [pair] = toPairs([[{ ...faded, color: '#757575' }]], 'aaa', colors);
    expect(pair!.text!.color < pair!.text!.seen).toBe(true);
    expect(pair!.text!.ratio).toBeGreaterThan(7);
    expect(pair!.otherGround).toBeNull();
  });

  it('names no text colour where none passes', () => {
    const [pair] = toPairs([[{ ...text, ground: '#808080' }]], 'aaa', colors);
    expect(pair!.text).toBeNull();
  });
});

describe('what is written', () => {
  const pairs = toPairs([[{ ...text, words: '<img src=x onerror=alert(1)>"\u001b[31m' }]], 'aa', colors);
  const undecided = [{ reason: 'bgImage', words: '</main><script>', place: { path: 'a' } }];
  const report = {
    page: '"><script>',
    url: 'https://x.gov.vn/',
    title: '</title><script>',
    pageLang: 'en"><script>',
    level: 'aa' as const,
    width: 1280,
    isLoaded: false,
    foreignFrames: 1,
    passing: 3,
    pairs,
    undecided,
  };

  it.each(['vi', 'en'] as const)('lets nothing of the page become markup (%s)', (lang) => {
    const html = toHtml(report, lang);
    expect(html).not.toMatch(/<script|<img src=x/);
    expect(html).not.toContain('\u001b');
    expect(html.match(/<\/main>/g)).toHaveLength(1);
    expect(html).toContain(`<html lang="${lang}">`);
  });

  it('lets nothing of the page command a terminal', () => {
    expect(toText(report, 'vi')).not.toContain('\u001b');
  });

  it('never says that a page meets a standard', () => {
    const html = toHtml({ ...report, pairs: [], undecided: [] }, 'en');
    expect(html).toContain('No pair of colours was found');
    expect(html).toContain('does not mean that the page meets a standard');
  });

  it('escapes both kinds of quotes', () =>
    expect(escape(`<a b="c" d='e'>&`)).toBe('&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;'));

  it('never rounds a ratio up', () => {
    expect([4.499, 4.5, 7, 21, 2.849].map((ratio) => formatRatio(ratio, 'en'))).toEqual([
      '4.49:1',
      '4.5:1',
      '7:1',
      '21:1',
      '2.84:1',
    ]);
    expect(formatRatio(4.5, 'vi')).toBe('4,5:1');
  });

  it('names a sheet as seen from the page', () => {
    expect(formatPlace(text.place, 'https://x.gov.vn/tin.html', 'en')).toBe('css/a.css → .tin a');
    expect(formatPlace(text.place, 'https://x.gov.vn/tin/1.html', 'en')).toBe('/css/a.css → .tin a');
    expect(formatPlace(text.place, 'https://y.gov.vn/', 'en')).toBe('https://x.gov.vn/css/a.css → .tin a');
  });
});

describe('readOptions', () => {
  it.each([
    [[], /Expected the address or the file of a page, got none/],
    [['a', 'b'], /Expected one page, got 2/],
    [['khong-co.html'], /there is no file khong-co\.html/],
    [['ftp://x.vn/'], /Expected an http or https address or a file, got ftp/],
    [['src'], /Expected an HTML file, got a folder: src/],
    [['https://x.vn', '--level', 'a'], /--level: expected aa or aaa, got a/],
    [['https://x.vn', '--width', '1e9'], /--width: expected a whole number from 320 to 3840, got 1e9/],
    [['https://x.vn', '--lang', 'fr'], /--lang: expected vi or en, got fr/],
    [['https://x.vn', '--browser', 'lynx'], /--browser: expected chromium or firefox, got lynx/],
    [['https://x.vn', '--wat'], /--wat/],
  ])('%j: says what was expected and what came', (args, message) => {
    expect(() => readOptions(args)).toThrow(InputError);
    expect(() => readOptions(args)).toThrow(message);
  });
});
