import type { Blanket, BlanketKind } from '../../page/blanket.ts';
import { hasLetters, isDrawing, isSign } from '../../page/words.ts';
import { MIN_TEXT_SCALE } from '../../preferences/limits.ts';
import type { TextSpacing } from '../../preferences/preferences.ts';
import { isParagraph } from './paragraphs.ts';

const [LINE, LETTER, WORD, AFTER] = ['line', 'letter', 'word', 'after'].map((name) => `--ro-chu-room-${name}`) as [
  string,
  string,
  string,
  string,
];

/** In `pre` blank space draws columns, which wider blanks would tear apart; letters of one width may all be wider. */
const ALIGNED = ':is(pre,listing,xmp,plaintext)';

/** What `line-height: normal` comes to in most fonts, as a multiple of the font size; nothing in the browser tells. */
const NORMAL_LINE = 1.2;

/** What text spacing lays over a page. */
export const KIND: BlanketKind = {
  id: 'text-spacing',
  properties: [LINE, LETTER, WORD, AFTER],
  forced: [
    { property: 'line-height', value: `var(${LINE},var(--ro-chu-least-line))`, where: '*' },
    { property: 'letter-spacing', value: `var(${LETTER},var(--ro-chu-least-letter))`, where: '*' },
    {
      property: 'word-spacing',
      value: `var(${WORD},var(--ro-chu-least-word))`,
      where: `:not(${ALIGNED},${ALIGNED} *)`,
    },
    { property: 'margin-bottom', value: `var(${AFTER},var(--ro-chu-least-after))`, where: `p,[style*="${AFTER}"]` },
  ],
  isEarly: true,
};

/** The room that every text is given at least, as multiples of its size. */
export function spacing({ lineHeight, paragraph, letter, word }: TextSpacing): Blanket {
  const least = [String(lineHeight), `${letter}em`, `${word}em`, ''];
  const rules =
    // Also what the reflow guard keeps to, wherever it has to set lines closer.
    `:root{--ro-chu-least-line:${least[0]!};--ro-chu-least-letter:${least[1]!};--ro-chu-least-word:${least[2]!};` +
    `--ro-chu-least-after:${paragraph}em}` +
    `*:not(ro-chu-toolbar,ro-chu-reader),:host{` +
    KIND.forced
      .slice(0, 3)
      .map(({ property, value }) => `${property}:${value}!important`)
      .join(';') +
    `}${ALIGNED},${ALIGNED} *{word-spacing:normal!important}` +
    `p{margin-bottom:${paragraph}em!important}[style*="${AFTER}"]{margin-bottom:var(${AFTER})!important}`;
  return {
    rules,
    initial: least,
    wish(element, style) {
      const size = parseFloat(style.fontSize);
      const line = parseFloat(style.lineHeight) / size;
      const own = [style.letterSpacing, style.wordSpacing].map((value) => parseFloat(value) || 0) as [number, number];
      // Where text is shrunk to nothing, no multiple of it is room.
      if (!size) return least;
      // A sign alone stands in the middle of its box, which room on one side of it would shift; a picture gains nothing
      // from a higher line. Words in drawings have their places, and do not reflow.
      if (isSign(element) || isDrawing(element)) {
        return [Number.isNaN(line) ? 'normal' : String(round(line)), `${own[0]}px`, `${own[1]}px`, ''];
      }
      return [
        Number.isNaN(line) && lineHeight < NORMAL_LINE ? 'normal' : String(round(Math.max(line || 0, lineHeight))),
        atLeast(own[0], letter, size) || least[1]!,
        atLeast(own[1], word, size) || least[2]!,
        after(element, style, size, paragraph),
      ];
    },
  };
}

/**
 * The page's own room where it is more than the least, at any size of text: in px where it was given so, growing with the
 * text where it was not, whichever is more; '' where the least is more.
 */
function atLeast(own: number, least: number, size: number): string {
  if (own <= least * size * MIN_TEXT_SCALE) return '';
  return `max(${round(own)}px,${round(Math.max(own / size, least))}em)`;
}

function after(element: Element, style: CSSStyleDeclaration, size: number, least: number): string {
  const isP = element.localName === 'p';
  if (!isP && !isParagraph(element, style)) return '';
  const own = parseFloat(style.marginBottom) || 0;
  // An empty paragraph is room by itself.
  if (!hasLetters(element.textContent)) return `${own}px`;
  return atLeast(own, least, size) || (isP ? '' : `${least}em`);
}

const round = (n: number): number => Math.round(n * 1e4) / 1e4;
