/**
 * @typedef {import('./in-page.mjs').FoundText} FoundText
 * @typedef {import('./in-page.mjs').Place} Place
 * @typedef {import('./colors.mjs').Colors} Colors
 * @typedef {object} Suggestion
 * @property {string} color #rrggbb to be written in the CSS
 * @property {string} seen #rrggbb as it is seen, through opacity
 * @property {number} ratio
 * @typedef {object} Pair
 * @property {string} color
 * @property {string} ground
 * @property {boolean} isLarge
 * @property {number} opacity
 * @property {number} ratio now, 1 to 21
 * @property {number} wanted 3, 4.5 or 7
 * @property {number} count how many texts
 * @property {string[]} words some of them
 * @property {Place[]} places where the colour is set, each once
 * @property {Suggestion | null} text the nearest text colour that passes; null: none can on this ground
 * @property {Suggestion | null} otherGround the nearest ground that passes under the text as it is
 * @property {number} stillFailing texts that still failed with the suggestion in force
 * @property {number[][]} indexes the texts, as [document, index]
 */

const MOST_WORDS = 3;
const MOST_PLACES = 6;

/** axe asks for more than the ratio, not for as much. */
const HAIR = 0.001;

/**
 * Gathers failing texts into pairs of colours, the ones with the most texts first, and finds what would pass.
 *
 * @param {FoundText[][]} documents the texts of each document
 * @param {'aa' | 'aaa'} level
 * @param {Colors} colors
 * @returns {Pair[]}
 */
export function toPairs(documents, level, colors) {
  const asked = level === 'aaa' ? colors.AAA : colors.AA;
  /** @type {Map<string, Pair>} */
  const pairs = new Map();
  documents.forEach((texts, at) => {
    for (const text of texts) {
      const { color, ground, isLarge, opacity, own, words, place } = text;
      const key = [color, ground, isLarge, ...(opacity < 1 ? [opacity, own] : [])].join();
      let pair = pairs.get(key);
      if (!pair) {
        const wanted = isLarge ? asked.large : asked.text;
        const found = suggest(text, wanted, colors);
        const ratio = colors.contrastRatio(read(color, colors), read(ground, colors));
        pair = {
          color,
          ground,
          isLarge,
          opacity,
          ratio,
          wanted,
          count: 0,
          words: [],
          places: [],
          stillFailing: 0,
          indexes: [],
          ...found,
        };
        pairs.set(key, pair);
      }
      pair.count += 1;
      pair.indexes.push([at, text.index]);
      if (words && pair.words.length < MOST_WORDS && !pair.words.includes(words)) pair.words.push(words);
      const isNew = !pair.places.some((other) => JSON.stringify(other) === JSON.stringify(place));
      if (isNew && pair.places.length < MOST_PLACES) pair.places.push(place);
    }
  });
  return [...pairs.values()].sort((x, y) => y.count - x.count || x.ratio - y.ratio);
}

/** @param {string} css @param {Colors} colors */
function read(css, colors) {
  const color = colors.parseColor(css);
  if (!color) throw new Error(`A colour that cannot be read: ${css}`);
  return color;
}

/** @typedef {import('../../src/color/color.ts').Color} Color */

/** @param {Color} color */
const hex = ({ r, g, b }) =>
  `#${[r, g, b]
    .map((v) =>
      Math.round(255 * Math.min(1, Math.max(0, v)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** @param {FoundText} text @param {number} wanted @param {Colors} colors */
function suggest({ color, ground, own, opacity }, wanted, colors) {
  const seen = read(color, colors);
  const under = read(ground, colors);
  const ratio = wanted + HAIR;
  const isFaded = opacity < 1;
  const written = isFaded ? (colors.parseColor(own) ?? seen) : seen;
  const isClear = written.a < 1;
  // What opacity leaves of a colour, told from the one colour of which both ends are known; in 8 bits, as a screen shows it.
  /** @param {'r' | 'g' | 'b'} channel @param {number} value */
  const seeChannel = (channel, value) => {
    const left = isClear
      ? value * opacity + under[channel] * (1 - opacity)
      : seen[channel] + opacity * (value - written[channel]);
    return Math.round(255 * Math.min(1, Math.max(0, left))) / 255;
  };
  /** @param {Color} c @returns {Color} */
  const see = (c) =>
    isFaded ? { r: seeChannel('r', c.r), g: seeChannel('g', c.g), b: seeChannel('b', c.b), a: 1 } : c;
  const start = isFaded && !isClear ? written : seen;
  const text = colors.nearestPassingColor({ ...start, a: 1 }, under, ratio, see);
  const otherGround =
    isFaded || (colors.parseColor(own)?.a ?? 1) < 1 ? null : colors.nearestPassingColor(under, seen, ratio);
  return {
    text: text && { color: hex(text), seen: hex(see(text)), ratio: colors.contrastRatio(see(text), under) },
    otherGround: otherGround && {
      color: hex(otherGround),
      seen: hex(otherGround),
      ratio: colors.contrastRatio(seen, otherGround),
    },
  };
}
