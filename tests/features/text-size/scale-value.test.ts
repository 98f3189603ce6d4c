import { describe, expect, it } from 'vitest';
import {
  ENTRANCE_PROPERTY,
  kindOfValue,
  referencedProperties,
  scaleCss,
  scaleValue,
  unscaleValue,
  type VariableKind,
} from '../../../src/features/text-size/scale-value.ts';

const S = 'var(--ro-chu-scale,1)';
const kinds: Record<string, VariableKind> = { '--px': 'length', '--em': 'plain', '--any': 'mixed' };
const kindOf = (name: string): VariableKind => kinds[name] ?? 'plain';

describe('scaleValue', () => {
  it.each([
    ['12px', `calc(12px*${S})`],
    ['.5CM', `calc(.5CM*${S})`],
    ['1e1px', `calc(1e1px*${S})`],
    ['1.5rem', `calc(1.5rem*${S})`],
    ['2dvh', `calc(2dvh*${S})`],
    ['3cqmin', `calc(3cqmin*${S})`],
    ['clamp(1rem, 2vw + 1em, 20px)', `clamp(calc(1rem*${S}), calc(2vw*${S}) + 1em, calc(20px*${S}))`],
    ['calc(20px - 5px)', `calc(calc(20px*${S}) - calc(5px*${S}))`],
    ['bold 12px/1.5 "Font 12px", serif', `bold calc(12px*${S})/1.5 "Font 12px", serif`],
  ])('scales %s', (value, scaled) => {
    expect(scaleValue(value)).toBe(scaled);
    expect(unscaleValue(scaled)).toBe(value);
  });

  it.each([
    '1.2em',
    '120%',
    'smaller',
    'inherit',
    '0',
    '0px',
    '0.0pt',
    '1.5',
    'normal',
    '2ex',
    '1lh',
    '"12px"',
    'h12px',
  ])('leaves %s alone', (value) => {
    expect(scaleValue(value)).toBe(value);
    expect(unscaleValue(value)).toBe(value);
  });

  it.each([
    ['var(--px)', `calc(var(--px)*${S})`],
    ['calc(var(--px)*1.2)', `calc(calc(var(--px)*${S})*1.2)`],
    ['var(--em)', 'var(--em)'],
    ['var(--em,12px)', `var(--em,calc(12px*${S}))`],
    ['var(--px,14px)', `calc(var(--px,14px)*${S})`],
    ['var(--px,1em)', 'var(--ro-chu-x--px,var(--px,1em))'],
    ['var(--any)', 'var(--ro-chu-x--any,var(--any))'],
    ['VAR( --any , var(--px))', `var(--ro-chu-x--any,var(--any,calc( var(--px)*${S})))`],
  ])('scales %s by what the property holds', (value, scaled) => {
    const twins = new Set<string>();
    const result = scaleValue(value, { kindOf, twins });
    expect(result.replace(/\s/g, '')).toBe(scaled.replace(/\s/g, ''));
    expect(twins.size).toBe(scaled.includes('ro-chu-x') ? 1 : 0);
    expect(unscaleValue(result).replace(/\s/g, '')).toBe(value.replace(/\s/g, '').replace('VAR', 'var'));
  });

  it('scales keywords and relative sizes where asked', () => {
    const keywordPx = (keyword: string): number | undefined => (keyword === 'large' ? 18 : undefined);
    expect(scaleValue('LARGE', { keywordPx })).toBe(`calc(18px*${S})`);
    expect(scaleValue('var(--em,large)', { keywordPx, kindOf })).toBe(`var(--em,calc(18px*${S}))`);
    expect(scaleValue('calc(80% + 2px)', { relativeFactor: ENTRANCE_PROPERTY })).toBe(
      `calc(calc(80%*var(${ENTRANCE_PROPERTY},1)) + calc(2px*${S}))`,
    );
  });
});

describe('kindOfValue', () => {
  it.each<[string, VariableKind]>([
    ['12px', 'length'],
    ['calc(1rem + 2vw)', 'length'],
    ['calc(var(--px) * 2)', 'length'],
    ['var(--px)', 'length'],
    ['1.5', 'plain'],
    ['1.5em', 'plain'],
    ['0px', 'plain'],
    ['normal', 'plain'],
    ['#123', 'plain'],
    ['calc(1em + 2px)', 'mixed'],
    ['large', 'mixed'],
    ['12px/1.5 Arial', 'mixed'],
    ['var(--any)', 'mixed'],
    ['var(--em, 12px)', 'length'],
  ])('%s is %s', (value, kind) => {
    expect(kindOfValue(value, kindOf)).toBe(kind);
  });
});

describe('referencedProperties', () => {
  it('finds names at any depth', () => {
    expect(referencedProperties('calc(var(--a) + var( --b , var(--c-1,2px)))')).toEqual(['--a', '--b', '--c-1']);
  });
});

describe('scaleCss', () => {
  it('leaves the root itself at 1', () => {
    expect(scaleCss(2)).toContain(':root{--ro-chu-scale:1;');
    expect(scaleCss(2)).toContain(':root>*{--ro-chu-scale:2;');
  });
});
