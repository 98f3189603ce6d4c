import type { Blanket, BlanketKind } from '../../page/blanket.ts';
import { isDrawing, isSign } from '../../page/words.ts';
import { familyOf, type OwnFont } from './faces.ts';

const FAMILY = '--ro-chu-family';

/** What the font lays over a page. */
export const KIND: BlanketKind = {
  id: 'font',
  properties: [FAMILY],
  forced: [{ property: 'font-family', value: `var(${FAMILY})`, where: '*' }],
  // Until elements are read, icons would be words.
  isEarly: false,
};

/** Elements whose text stands in columns, or is told from prose by its letters of one width. */
const MONOSPACE = /^(pre|code|kbd|samp|tt|xmp|listing|plaintext)$/;

/** Fonts made of pictures, by what such fonts are called. */
const PICTURES = /icon|symbol|glyph|dings|awesome|emoji/i;

/** Fonts that show old Vietnamese encodings: in any other, their text is scrambled. */
const LEGACY = /^\.?vn|^vni/i;

/** Words that may be the name of an icon, which some icon fonts draw as one sign (a ligature). */
const ICON_NAME = /^\s*([a-z][a-z0-9_]{3,})\s*$/;

/** How near to one em the name of an icon is, drawn, as a share; and the most that one of its letters takes of that. */
const ONE_SIGN = 0.05;
const MOST_LETTER = 0.26;

/** Text in a font of ours, the page's own behind it for what ours has no letters for (private use, other scripts). */
export function fontBlanket(font: OwnFont): Blanket {
  return {
    rules: `*:not(ro-chu-toolbar,ro-chu-reader),:host{font-family:var(${FAMILY})!important}`,
    initial: [''],
    wish(element, { fontFamily, fontSize }) {
      return [isKept(element, fontFamily, parseFloat(fontSize)) ? fontFamily : `${familyOf(font)},${fontFamily}`];
    },
  };
}

function isKept(element: Element, family: string, size: number): boolean {
  const first = family.split(',')[0]!.replace(/["']/g, '').trim();
  return (
    MONOSPACE.test(element.localName) ||
    /monospace/.test(family) ||
    PICTURES.test(first) ||
    LEGACY.test(first) ||
    // Even where ours lacks the sign itself, the line it stands on would be ours and shift it.
    isSign(element) ||
    isDrawing(element) ||
    isLigature(element, size)
  );
}

function isLigature(element: Element, size: number): boolean {
  const name = element.firstElementChild ? null : ICON_NAME.exec(element.textContent)?.[1];
  if (!name) return false;
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const { width } = range.getBoundingClientRect();
  return Math.abs(width / size - 1) < ONE_SIGN && width / size / name.length < MOST_LETTER;
}
