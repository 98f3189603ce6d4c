import type { Language } from '../src/ui/strings/strings.ts';
import { note } from './note.ts';

/** Where the toolbar stands. */
export type Position = 'top' | 'top-right' | 'bottom-right' | 'bottom-left' | 'static';

/** What the site's owner chose, by the script tag's `data-*` attributes or the argument of `start`. */
export interface Config {
  /** Language of the toolbar; default `vi`, whatever `<html lang>` says, as many portals carry a wrong one. */
  readonly lang: Language;
  /** Where the toolbar stands; default `top`. */
  readonly position: Position;
  /** CSS selector of the element the toolbar is put into; default empty: first in `<body>`. */
  readonly mount: string;
  /** `auto` adopts the page's own A-, A, A+ and contrast links; default `none`, as adopting changes their attributes. */
  readonly controls: 'auto' | 'none';
  /** Domain whose subdomains share the choice by a cookie, as `.example.gov.vn`; default empty: this host alone. */
  readonly storageDomain: string;
  /** Hosts to run on, separated by commas or spaces, `*.` standing for any subdomain; default empty: everywhere. */
  readonly sites: string;
}

/** Name, default, and the allowed values where they are few. */
const FIELDS: readonly (readonly [name: keyof Config, fallback: string, allowed?: readonly string[]])[] = [
  ['lang', 'vi', ['vi', 'en']],
  ['position', 'top', ['top', 'top-right', 'bottom-right', 'bottom-left', 'static']],
  ['mount', ''],
  ['controls', 'none', ['auto', 'none']],
  ['storageDomain', ''],
  ['sites', ''],
];

/** The value in force for every field; what is not allowed is noted in the console and its default used. */
export function readConfig(given: Readonly<Record<string, unknown>> = {}): Config {
  const config: Partial<Record<keyof Config, string>> = {};
  for (const [name, fallback, allowed] of FIELDS) {
    const value = given[name];
    config[name] = fallback;
    if (value === undefined) continue;
    const text = typeof value === 'string' ? value.trim() : null;
    if (text !== null && (!allowed || allowed.includes(text))) config[name] = text;
    else {
      const wanted = allowed ? `one of "${allowed.join('", "')}"` : 'a string';
      note(`${attributeName(name)}: expected ${wanted}, got ${JSON.stringify(value)}; using "${fallback}"`);
    }
  }
  return config as unknown as Config;
}

/** Whether a host is one of those that a config's `sites` names. */
export function isSiteNamed(sites: string, host: string): boolean {
  const patterns = sites
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return (
    !patterns.length ||
    patterns.some((pattern) => (pattern.startsWith('*.') ? `.${host}`.endsWith(pattern.slice(1)) : host === pattern))
  );
}

/** The attribute that a field is written as on the script tag. */
const attributeName = (name: string): string => `data-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;
