/** What Lit leaves on the page's globals, and where it parses its templates, as its production build writes them. */
const CHANGES = [
  {
    file: /[\\/](?:lit-html[\\/]lit-html|lit-element[\\/]lit-element|reactive-element[\\/]reactive-element)\.js$/,
    // It counts its copies, for a warning in its development build.
    pattern: /\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g,
    replace: () => 'void 0',
  },
  {
    file: /[\\/]reactive-element[\\/]reactive-element\.js$/,
    // Standard decorators would share this over copies of Lit; ours are the experimental ones.
    pattern: /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/g,
    replace: () => 'const litPropertyMetadata=new WeakMap;',
  },
  {
    file: /[\\/]lit-html[\\/]lit-html\.js$/,
    // In a page served as XHTML, templates of that page take XML alone, which Lit's are not.
    pattern: /(static createElement\(\w+,\w+\)\{const \w+=)(\w+)(\.createElement\("template"\))/g,
    replace: (/** @type {string[]} */ ...[, start, document, end]) =>
      `${start}(${document}.contentType==="text/html"?${document}:${document}.implementation.createHTMLDocument(""))${end}`,
  },
];

/**
 * Keeps a module of Lit from adding global names and changing built-ins, and lets its templates work in XHTML.
 *
 * @param {string} code the production build of a module of Lit
 * @param {string} id its path
 * @returns {string}
 * @throws {Error} when the code is not as expected, as after an update of Lit
 */
export function quietenLit(code, id) {
  let quiet = code;
  for (const { file, pattern, replace } of CHANGES) {
    if (!file.test(id)) continue;
    const count = [...quiet.matchAll(pattern)].length;
    if (count !== 1) throw new Error(`quiet-lit.mjs: expected ${pattern} once in ${id}, found it ${count} times.`);
    quiet = quiet.replace(pattern, replace);
  }
  return quiet;
}

/**
 * The vite plugin around `quietenLit`; stands after `trustedTypesLit`, which knows the code as Lit wrote it.
 *
 * @returns {import('vite').Plugin}
 */
export function quietLit() {
  return {
    name: 'ro-chu:quiet-lit',
    transform(code, id) {
      const path = id.split('?')[0];
      const quiet = quietenLit(code, path);
      return quiet === code ? null : { code: quiet, map: null };
    },
  };
}
