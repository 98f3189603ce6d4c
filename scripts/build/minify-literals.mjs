import ts from 'typescript';

/** A quoted string (kept as it is), a comment (dropped) or white space (one space). */
const CSS_PIECES = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?:\/\*[^]*?\*\/|\s)+/g;

/**
 * Shortens the text of a `css` literal: comments go, white space that means nothing goes.
 *
 * @param {string} text one span of the literal, between two placeholders
 * @returns {string}
 */
export function shortenCss(text) {
  const spaced = text.replace(CSS_PIECES, (_, quoted) => quoted ?? ' ');
  // Outside quoted strings only; a space before ":" or around "+" may mean something, so those stay.
  return spaced
    .split(/("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/(:) /g, '$1')
            .replace(/;\}/g, '}'),
    )
    .join('');
}

/**
 * Shortens the text of an `html` or `svg` literal: line breaks and indentation become one space, and nothing else
 * changes, so that inline layout stays as written.
 *
 * @param {string} text one span of the literal, between two placeholders
 * @returns {string}
 */
export function shortenMarkup(text) {
  return text.replace(/\s*\n\s*/g, ' ').replace(/<!--(?!-?>)[^]*?-->/g, '');
}

const SHORTEN = { css: shortenCss, html: shortenMarkup, svg: shortenMarkup };

/**
 * Shortens every `css`, `html` and `svg` tagged literal of a module.
 *
 * @param {string} code TypeScript
 * @param {string} fileName
 * @returns {string}
 */
export function shortenLiterals(code, fileName) {
  const source = ts.createSourceFile(fileName, code, ts.ScriptTarget.ES2022, true);
  /** @type {{ start: number, end: number, text: string }[]} */
  const edits = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text in SHORTEN) {
      const shorten = SHORTEN[/** @type {keyof typeof SHORTEN} */ (node.tag.text)];
      const { template } = node;
      const spans = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template]
        : [template.head, ...template.templateSpans.map((span) => span.literal)];
      for (const span of spans) {
        // A span is quoted by a backtick or brace before, and a backtick or "${" after.
        const start = span.getStart(source) + 1;
        const end =
          span.end - (span.kind === ts.SyntaxKind.TemplateHead || span.kind === ts.SyntaxKind.TemplateMiddle ? 2 : 1);
        edits.push({ start, end, text: shorten(code.slice(start, end)) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
}

/**
 * The vite plugin around `shortenLiterals`, for our own TypeScript.
 *
 * @returns {import('vite').Plugin}
 */
export function minifyLiterals() {
  return {
    name: 'ro-chu:minify-literals',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.ts$/.test(id) || id.includes('node_modules') || !/\b(css|html|svg)`/.test(code)) return null;
      return { code: shortenLiterals(code, id), map: null };
    },
  };
}
