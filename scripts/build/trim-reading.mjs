import ts from 'typescript';

/** DOMPurify's lists of what it lets through by default, which our settings replace (src/features/reading-mode/sanitise.ts). */
const DEFAULT_LISTS = [
  'html$1',
  'svg$1',
  'svgFilters',
  'svgDisallowed',
  'mathMl$1',
  'mathMlDisallowed',
  'html',
  'svg',
  'mathMl',
  'xml',
];

/**
 * Where Readability reports what it does to its developers. Each report is worked out also where nobody listens, the whole
 * article written out as HTML for some of them.
 */
const REPORTS = 24;

/**
 * Empties DOMPurify's default lists. Nothing more gets through by that: tags and attributes come from our own lists, and an
 * empty list of SVG and MathML names means that no element of theirs is let through.
 *
 * @param {string} code DOMPurify as a module
 * @returns {string}
 * @throws {Error} when a list is not as expected, as after an update of DOMPurify
 */
export function trimPurifier(code) {
  return edit(code, 'DOMPurify', DEFAULT_LISTS.length, (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !DEFAULT_LISTS.includes(node.name.text))
      return null;
    const list = node.initializer && ts.isCallExpression(node.initializer) ? node.initializer.arguments[0] : undefined;
    return list && ts.isArrayLiteralExpression(list) ? [list, '[]'] : null;
  });
}

/**
 * Steps of Readability that ours has taken before it, on the copy it gets (src/features/reading-mode/inert-copy.ts): pictures in
 * `noscript`, absolute addresses; and metadata in JSON-LD, which is switched off.
 */
const STEPS_TAKEN = ['_unwrapNoscriptImages', '_isSingleImage', '_fixRelativeUris', '_getJSONLD'];

/** Readability's private names as its code uses them: none is used from outside, none is part of a string. */
const PRIVATE = /^_[a-z]\w+$/i;

/**
 * Takes out Readability's reports for its developers and the steps that are taken before it, and shortens its private names.
 *
 * @param {string} code Readability
 * @returns {string}
 * @throws {Error} when there are more or fewer than expected, as after an update of Readability
 */
export function trimExtractor(code) {
  /** @param {import('typescript').Node} node */
  const isReport = (node) =>
    (ts.isExpressionStatement(node) &&
      ts.isCallExpression(node.expression) &&
      node.expression.expression.getText() === 'this.log') ||
    (ts.isIfStatement(node) && node.expression.getText() === 'this._debug');
  /** @param {import('typescript').Node} node @returns {node is import('typescript').MethodDeclaration} */
  const isStepTaken = (node) => ts.isMethodDeclaration(node) && STEPS_TAKEN.includes(node.name.getText());
  const shorter = edit(code, 'Readability', STEPS_TAKEN.length, (node) =>
    isStepTaken(node) && node.body ? [node.body, '{}'] : null,
  );
  const quiet = edit(shorter, 'Readability', REPORTS, (node) => (isReport(node) ? [node, ';'] : null));
  const short = new Map();
  return edit(quiet, 'Readability', null, (node) => {
    if (!ts.isIdentifier(node) || !PRIVATE.test(node.text)) return null;
    if (!short.has(node.text)) short.set(node.text, `_${short.size.toString(36)}`);
    return [node, short.get(node.text)];
  });
}

/**
 * @param {string} code
 * @param {string} name for the error
 * @param {number | null} expected how many edits there must be; null for any number
 * @param {(node: import('typescript').Node) => [import('typescript').Node, string] | null} replace
 */
function edit(code, name, expected, replace) {
  const source = ts.createSourceFile(`${name}.js`, code, ts.ScriptTarget.Latest, true);
  /** @type {[import('typescript').Node, string][]} */
  const edits = [];
  /** @param {import('typescript').Node} node */
  const visit = (node) => {
    const found = replace(node);
    if (found) edits.push(found);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  if (expected !== null && edits.length !== expected) {
    throw new Error(
      `${name} is not as scripts/build/trim-reading.mjs expects: ${edits.length} places to trim, not ${expected}.`,
    );
  }
  return edits.reduceRight(
    (text, [node, by]) => text.slice(0, node.getStart(source)) + by + text.slice(node.getEnd()),
    code,
  );
}

/**
 * Trims a module of a library that reading mode is built on; others come back as they are.
 *
 * @param {string} code
 * @param {string} path
 * @returns {string}
 */
export function trimReadingLibrary(code, path) {
  if (path.endsWith('/dompurify/dist/purify.es.mjs')) return trimPurifier(code);
  if (path.endsWith('/@mozilla/readability/Readability.js')) return trimExtractor(code);
  return code;
}

/** @returns {import('vite').Plugin} */
export function trimReading() {
  return {
    name: 'ro-chu:trim-reading',
    transform(code, id) {
      const path = id.split('?')[0];
      const trimmed = trimReadingLibrary(code, path);
      return trimmed === code ? null : { code: trimmed, map: null };
    },
  };
}
