import { describe, expect, it } from 'vitest';
import { shortenCss, shortenLiterals, shortenMarkup } from '../../scripts/build/minify-literals.mjs';

describe('shortening literals', () => {
  it('drops what means nothing in CSS', () => {
    expect(shortenCss('\n  .a {\n    color: red; /* why */\n    margin: 0 calc(1px + 2px);\n  }\n')).toBe(
      ' .a{color:red;margin:0 calc(1px + 2px)}',
    );
  });

  it('keeps the spaces that selectors and values need', () => {
    expect(shortenCss('.a :hover, .b > .c { inset: 0 auto }')).toBe('.a :hover,.b > .c{inset:0 auto}');
    expect(shortenCss('@media (width < 20em) and (height: 1px) { a { b: c } }')).toBe(
      '@media (width < 20em) and (height:1px){a{b:c}}',
    );
  });

  it('leaves quoted strings alone', () => {
    expect(shortenCss(`a::before { content: ' ;  /* x */ ' }`)).toBe(`a::before{content:' ;  /* x */ '}`);
  });

  it('keeps one space where markup had a line break, and every other space', () => {
    expect(shortenMarkup('<b>A</b>\n    <i>B  C</i>')).toBe('<b>A</b> <i>B  C</i>');
  });

  it('drops comments of markup', () => {
    expect(shortenMarkup('<b><!-- why --></b>')).toBe('<b></b>');
  });

  it('changes only tagged literals, between their placeholders', () => {
    const code = 'const a = html`<b\n  class=${css` a { b: c } `}\n>${x}  </b>`; const s = `a\n  b`; other`a\n b`;';
    expect(shortenLiterals(code, 'x.ts')).toBe(
      'const a = html`<b class=${css` a{b:c}`} >${x}  </b>`; const s = `a\n  b`; other`a\n b`;',
    );
  });
});
