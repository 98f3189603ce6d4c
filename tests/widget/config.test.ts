import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSiteNamed, readConfig } from '../../widget/config.ts';

describe('readConfig', () => {
  const warn = vi.spyOn(console, 'warn');
  beforeEach(() => void warn.mockImplementation(() => {}));
  afterEach(() => warn.mockReset());

  it('gives every default', () => {
    expect(readConfig()).toEqual({
      lang: 'vi',
      position: 'top',
      mount: '',
      controls: 'none',
      storageDomain: '',
      sites: '',
    });
    expect(warn).not.toHaveBeenCalled();
  });

  it('takes every value it names', () => {
    for (const lang of ['vi', 'en']) expect(readConfig({ lang }).lang).toBe(lang);
    for (const position of ['top', 'top-right', 'bottom-right', 'bottom-left', 'static']) {
      expect(readConfig({ position }).position).toBe(position);
    }
    for (const controls of ['auto', 'none']) expect(readConfig({ controls }).controls).toBe(controls);
    expect(readConfig({ mount: ' #tools ', storageDomain: '.example.gov.vn', sites: 'a.vn' })).toMatchObject({
      mount: '#tools',
      storageDomain: '.example.gov.vn',
      sites: 'a.vn',
    });
    expect(warn).not.toHaveBeenCalled();
  });

  it.each([
    ['lang', 'fr', 'data-lang: expected one of "vi", "en", got "fr"; using "vi"'],
    [
      'position',
      '',
      'data-position: expected one of "top", "top-right", "bottom-right", "bottom-left", "static", got ""',
    ],
    ['controls', true, 'data-controls: expected one of "auto", "none", got true; using "none"'],
    ['storageDomain', 5, 'data-storage-domain: expected a string, got 5; using ""'],
  ])('notes a bad %s', (name, value, message) => {
    expect(readConfig({ [name]: value })).toEqual(readConfig());
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]![0]).toContain(message);
  });

  it('takes nothing from Object.prototype', () => {
    const patched = Object.prototype as { extend?: unknown };
    patched.extend = () => {};
    try {
      expect(Object.keys(readConfig({}))).toEqual(['lang', 'position', 'mount', 'controls', 'storageDomain', 'sites']);
      expect(warn).not.toHaveBeenCalled();
    } finally {
      delete patched.extend;
    }
  });
});

describe('isSiteNamed', () => {
  it.each([
    ['', 'anything.vn', true],
    [' , ', 'anything.vn', true],
    ['example.gov.vn', 'example.gov.vn', true],
    ['EXAMPLE.gov.vn', 'example.gov.vn', true],
    ['example.gov.vn', 'so.example.gov.vn', false],
    ['*.example.gov.vn', 'so.example.gov.vn', true],
    ['*.example.gov.vn', 'a.so.example.gov.vn', true],
    ['*.example.gov.vn', 'example.gov.vn', true],
    ['*.example.gov.vn', 'badexample.gov.vn', false],
    ['other.vn, *.example.gov.vn', 'so.example.gov.vn', true],
    ['other.vn\n*.example.gov.vn', 'evil.vn', false],
  ])('%j on %s: %s', (sites, host, named) => {
    expect(isSiteNamed(sites, host)).toBe(named);
  });
});
