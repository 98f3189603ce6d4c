import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tolerateTrustedTypes } from '../../scripts/build/trusted-types-lit.mjs';

const lit = readFileSync(join(import.meta.dirname, '../../node_modules/lit-html/lit-html.js'), 'utf8');

describe('Lit under Trusted Types', () => {
  it('catches the refusal of its policy, and parses without one', () => {
    const tolerant = tolerateTrustedTypes(lit);
    expect(tolerant).toMatch(
      /\?\(\(\)=>\{try\{return \w+\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\)\}catch\{\}\}\)\(\):void 0/,
    );
    expect(tolerant).toMatch(
      /globalThis\.trustedTypes&&!(\w+)&&(\w+)\.setHTML\?\2\.setHTML\(\w+,\{sanitizer:.+?\}\):\2\.innerHTML=\w+,\2\}/,
    );
  });

  it('changes nothing else', () => {
    const tolerant = tolerateTrustedTypes(lit);
    expect(tolerant.length - lit.length).toBeLessThan(200);
    expect(tolerant.replace(/\(\(\)=>\{try\{return (.+?)\}catch\{\}\}\)\(\)/, '$1').length).toBeGreaterThan(lit.length);
    expect(tolerant.slice(0, lit.indexOf('createPolicy') - 20)).toBe(lit.slice(0, lit.indexOf('createPolicy') - 20));
    expect(tolerant.slice(-2000)).toBe(lit.slice(-2000));
  });

  it.each([
    ['no policy', lit.replace('createPolicy("lit-html"', 'createPolicy("other"')],
    ['another way to parse', lit.replace('.innerHTML=', '.outerHTML=')],
    ['the same done twice', `${lit};${lit}`],
  ])('refuses a Lit with %s, and names the file to look at', (_, code) => {
    expect(() => tolerateTrustedTypes(code)).toThrow('scripts/build/trusted-types-lit.mjs');
  });

  it('refuses a Lit whose minifier hides the policy where it is needed', () => {
    const hidden = lit.replace(
      /static createElement\(\w+,(\w+)\)\{const (\w+)=(\w+)\.createElement\("template"\);return \2\.innerHTML=\w+,\2\}/,
      (_all, ...names: string[]) => {
        const policy = /(\w+)=\w+\?\w+\.createPolicy/.exec(lit)?.[1] ?? '';
        return `static createElement(${policy},${names[0]}){const ${names[1]}=${names[2]}.createElement("template");return ${names[1]}.innerHTML=${policy},${names[1]}}`;
      },
    );
    expect(hidden).not.toBe(lit);
    expect(() => tolerateTrustedTypes(hidden)).toThrow('hides its policy');
  });
});
