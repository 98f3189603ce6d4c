import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quietenLit } from '../../scripts/build/quiet-lit.mjs';

const modules = join(import.meta.dirname, '../../node_modules');
const FILES = ['lit-html/lit-html.js', 'lit-element/lit-element.js', '@lit/reactive-element/reactive-element.js'];

describe('quietenLit', () => {
  it.each(FILES)('leaves no global name of %s', (file) => {
    const path = join(modules, file);
    const code = readFileSync(path, 'utf8');
    const quiet = quietenLit(code, path);
    expect(code).toMatch(/Versions\?\?=/);
    expect(quiet).not.toMatch(/Versions\?\?=|Symbol\.metadata\?\?=|\.litPropertyMetadata\?\?=/);
  });

  it('says which place it no longer finds', () => {
    expect(() => quietenLit('export{}', '/node_modules/lit-html/lit-html.js')).toThrow(
      /expected .*Versions.* once in .*lit-html\.js, found it 0 times/,
    );
  });

  it('leaves other files as they are', () => {
    expect(quietenLit('export{}', '/src/page/own.ts')).toBe('export{}');
  });
});
