import { STRINGS } from './strings.mjs';

/**
 * @typedef {import('./pairs.mjs').Pair} Pair
 * @typedef {import('./in-page.mjs').Place} Place
 * @typedef {import('./in-page.mjs').UndecidedText} UndecidedText
 * @typedef {object} Report
 * @property {string} page what was asked for
 * @property {string} url
 * @property {string} title of the page
 * @property {string} pageLang
 * @property {'aa' | 'aaa'} level
 * @property {number} width
 * @property {boolean} isLoaded
 * @property {number} foreignFrames
 * @property {number} passing
 * @property {Pair[]} pairs
 * @property {UndecidedText[]} undecided
 * @typedef {{ reason: string, texts: UndecidedText[] }} UndecidedGroup
 */

/** A ratio, rounded down so that one that fails never looks as if it passed. @param {number} ratio @param {'vi' | 'en'} lang */
export function formatRatio(ratio, lang) {
  const text = (Math.floor(ratio * 100 + 1e-9) / 100).toFixed(2).replace(/\.?0+$/, '');
  return `${lang === 'vi' ? text.replace('.', ',') : text}:1`;
}

/** @param {Place} place @param {string} url of the page @param {'vi' | 'en'} lang */
export function formatPlace(place, url, lang) {
  const strings = STRINGS[lang];
  if ('inline' in place) return strings.inlineStyle;
  if ('path' in place) return `${strings.atElement} ${place.path}`;
  return `${place.href ? shortAddress(place.href, url) : strings.pageStyle} → ${place.selector.replace(/\s+/g, ' ')}`;
}

/** An address as seen from the page. @param {string} href @param {string} url */
function shortAddress(href, url) {
  const base = url.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
  if (href.startsWith(base)) return decode(href.slice(base.length));
  const origin = URL.canParse(url) ? new URL(url).origin : 'null';
  return decode(origin !== 'null' && href.startsWith(`${origin}/`) ? href.slice(origin.length) : href);
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Undecided texts by their reason, the most frequent first. @param {UndecidedText[]} undecided @returns {UndecidedGroup[]} */
export function groupUndecided(undecided) {
  /** @type {Map<string, UndecidedText[]>} */
  const groups = new Map();
  for (const text of undecided) groups.set(text.reason, [...(groups.get(text.reason) ?? []), text]);
  return [...groups].map(([reason, texts]) => ({ reason, texts })).sort((x, y) => y.texts.length - x.texts.length);
}

/** The lines that open every form of the report. @param {Report} report @param {'vi' | 'en'} lang @returns {string[]} */
export function summary({ pairs, level, passing, undecided, foreignFrames, isLoaded }, lang) {
  const strings = STRINGS[lang];
  const name = level.toUpperCase();
  const texts = pairs.reduce((sum, { count }) => sum + count, 0);
  return [
    pairs.length > 0 ? strings.found(pairs.length, texts, name) : strings.nothingFailing(name),
    strings.passing(passing),
    strings.undecided(undecided.length),
    ...(foreignFrames > 0 ? [strings.foreignFrames(foreignFrames)] : []),
    ...(isLoaded ? [] : [strings.notLoaded]),
  ];
}

/** The report as plain text. @param {Report} report @param {'vi' | 'en'} lang @returns {string} */
export function toText(report, lang) {
  const strings = STRINGS[lang];
  const ratio = (/** @type {number} */ value) => formatRatio(value, lang);
  const lines = [strings.title, strings.of(report.page, report.width), '', ...summary(report, lang)];
  report.pairs.forEach((pair, i) => {
    const { color, ground, text, otherGround } = pair;
    lines.push('', `${strings.pair(i + 1, color, ground)}; ${strings.texts(pair.count)}`);
    lines.push(`  ${strings.falls(ratio(pair.ratio), ratio(pair.wanted), pair.isLarge)}`);
    lines.push(`  ${strings.rows.text}: ${text ? `${text.color} (${ratio(text.ratio)})` : strings.noText}`);
    lines.push(
      `  ${strings.rows.ground}: ${otherGround ? `${otherGround.color} (${ratio(otherGround.ratio)})` : strings.noGround}`,
    );
    if (pair.opacity < 1) lines.push(`  ${strings.faded(formatOpacity(pair.opacity, lang))}`);
    if (text) lines.push(`  ${verdict(pair, lang)}`);
    if (pair.words.length > 0) lines.push(`  ${strings.words}: ${pair.words.map((words) => `“${words}”`).join(', ')}`);
    lines.push(`  ${strings.places}:`, ...pair.places.map((place) => `    ${formatPlace(place, report.url, lang)}`));
  });
  if (report.undecided.length > 0) {
    lines.push('', strings.undecidedHeading, `  ${strings.undecidedNote}`);
    for (const { reason, texts } of groupUndecided(report.undecided)) {
      lines.push(`  ${strings.reasons[reason] ?? strings.otherReason}: ${strings.texts(texts.length)}`);
    }
  }
  return [...lines, '', strings.note].map(withoutControls).join('\n');
}

/** A page's words may hold what a terminal takes for a command, and what XML forbids. @param {string} text */
export const withoutControls = (text) => text.replace(/\p{Cc}/gu, '');

/** What the second look found. @param {Pair} pair @param {'vi' | 'en'} lang */
export const verdict = ({ stillFailing }, lang) =>
  stillFailing > 0 ? STRINGS[lang].stillFailing(stillFailing) : STRINGS[lang].confirmed;

/** @param {number} opacity @param {'vi' | 'en'} lang */
export function formatOpacity(opacity, lang) {
  const text = String(Math.round(opacity * 100) / 100);
  return lang === 'vi' ? text.replace('.', ',') : text;
}
