import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/** What a person gave that cannot be worked with; the message says what was expected and what came. */
export class InputError extends Error {}

const WIDTHS = { least: 320, most: 3840 };

export const USAGE = `npm run contrast-report -- URL-or-file [--level aa|aaa] [--width 1280] [--lang vi|en] [--out contrast-report.html] [--json] [--browser chromium|firefox]`;

/**
 * @typedef {'aa' | 'aaa'} Level
 * @typedef {'vi' | 'en'} Lang
 * @typedef {object} Options
 * @property {string} url what the browser opens: http, https or file
 * @property {string} name what the person wrote
 * @property {Level} level
 * @property {number} width of the window, in px, 320 to 3840
 * @property {Lang} lang of the report
 * @property {string} out the HTML file to write
 * @property {boolean} json whether JSON is printed instead of text
 * @property {'chromium' | 'firefox' | undefined} browser undefined: whichever is installed, Chromium first
 */

/**
 * Reads the command line.
 *
 * @param {string[]} args
 * @returns {Options}
 * @throws {InputError} when something is missing, unknown or out of range
 */
export function readOptions(args) {
  const { values, positionals } = parse(args);
  const [name, ...rest] = positionals;
  if (!name) throw new InputError(`Expected the address or the file of a page, got none.\n${USAGE}`);
  if (rest.length > 0)
    throw new InputError(`Expected one page, got ${positionals.length}: ${positionals.join(' ')}\n${USAGE}`);
  const width = Number(values.width);
  if (!Number.isInteger(width) || width < WIDTHS.least || width > WIDTHS.most) {
    throw new InputError(
      `--width: expected a whole number from ${WIDTHS.least} to ${WIDTHS.most}, got ${values.width}`,
    );
  }
  return {
    url: toUrl(name),
    name,
    level: oneOf('level', values.level.toLowerCase(), ['aa', 'aaa']),
    width,
    lang: oneOf('lang', values.lang, ['vi', 'en']),
    out: resolve(values.out),
    json: values.json,
    browser:
      values.browser === undefined
        ? undefined
        : oneOf('browser', values.browser, /** @type {const} */ (['chromium', 'firefox'])),
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        level: { type: 'string', default: 'aa' },
        width: { type: 'string', default: '1280' },
        lang: { type: 'string', default: 'vi' },
        out: { type: 'string', default: 'contrast-report.html' },
        json: { type: 'boolean', default: false },
        browser: { type: 'string' },
      },
    });
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** @template {string} T @param {string} name @param {string} value @param {readonly T[]} allowed @returns {T} */
function oneOf(name, value, allowed) {
  const found = allowed.find((one) => one === value);
  if (!found) throw new InputError(`--${name}: expected ${allowed.join(' or ')}, got ${value}`);
  return found;
}

/** @param {string} name */
function toUrl(name) {
  if (existsSync(name)) {
    if (!statSync(name).isFile()) throw new InputError(`Expected an HTML file, got a folder: ${name}`);
    return pathToFileURL(resolve(name)).href;
  }
  const url = URL.canParse(name) ? new URL(name) : null;
  if (url && ['http:', 'https:'].includes(url.protocol)) return url.href;
  if (url && url.protocol !== 'file:' && /^[a-z][a-z\d+.-]+:\/\//i.test(name)) {
    throw new InputError(`Expected an http or https address or a file, got ${name}`);
  }
  throw new InputError(`Expected an address that begins with http:// or https://, or a file; there is no file ${name}`);
}
