import {
  formatOpacity,
  formatPlace,
  formatRatio,
  groupUndecided,
  summary,
  verdict,
  withoutControls,
} from './report.mjs';
import { STRINGS } from './strings.mjs';

/** @typedef {import('./report.mjs').Report} Report */

const MOST_UNDECIDED = 20;

const STYLE = `
:root{color-scheme:light;font:1rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff}
body{margin:0 auto;max-width:56rem;padding:1rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.3rem;margin:2rem 0 .5rem}h3{font-size:1.1rem;margin:0 0 .5rem}
article{border:1px solid #767676;border-radius:.5rem;padding:1rem;margin:1rem 0}
table{border-collapse:collapse;width:100%;margin:.75rem 0}
caption{text-align:start;font-size:.9rem;padding-bottom:.25rem}
th,td{border:1px solid #949494;padding:.35rem .5rem;text-align:start;vertical-align:middle}
thead th{background:#f0f0f0}
img{display:block;max-width:100%;height:auto;border:1px solid #949494}
code{font-size:.95em}p{margin:.4rem 0}ul{padding-inline-start:1.25rem;margin:.4rem 0}
.note{border-inline-start:.3rem solid #1b4f91;padding:.25rem .75rem;background:#f3f6fb}
@media(max-width:36rem){thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,caption{display:block}tr{display:grid;grid-template-columns:auto 1fr;border:1px solid #949494;margin-bottom:.5rem}
th[scope=row]{grid-column:1/-1;background:#f0f0f0}th,td{border:0}td{display:block}td:first-of-type{grid-row:2/span 3}
td:nth-of-type(n+2){grid-column:2;padding-block:.1rem}td[colspan]{grid-column:1/-1}td span{display:inline}}
@media(min-width:36.01rem){td span{display:none}}
@media print{article{break-inside:avoid}}`;

/** Text that is safe in markup and in attributes. @param {unknown} text */
export const escape = (text) => withoutControls(String(text)).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The report as one HTML file, which asks nothing of any server.
 *
 * @param {Report} report
 * @param {'vi' | 'en'} lang
 * @returns {string}
 */
export function toHtml(report, lang) {
  const strings = STRINGS[lang];
  const title = [strings.title, report.title].filter(Boolean).join(': ');
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(strings.title)}</h1>
<p>${escape(strings.of(report.page, report.width))}</p>
<ul>${summary(report, lang)
    .map((line) => `<li>${escape(line)}</li>`)
    .join('')}</ul>
<p class="note">${escape(strings.note)}</p>
${report.pairs.length > 0 ? `<h2>${escape(strings.pairsHeading)}</h2>\n<p>${escape(strings.how)}</p>` : ''}
${report.pairs.map((_, i) => pairToHtml(report, i, lang)).join('\n')}
${undecidedToHtml(report, lang)}
</main>
</body>
</html>
`;
}

/** @param {Report} report @param {number} i @param {'vi' | 'en'} lang */
function pairToHtml({ pairs, url, pageLang }, i, lang) {
  const strings = STRINGS[lang];
  const pair = pairs[i];
  const { color, ground, text, otherGround, columns } = { ...pair, columns: strings.columns };
  const ratio = (/** @type {number} */ value) => formatRatio(value, lang);
  const wordsLang = /^(vi|en)\b/i.exec(pageLang)?.[0] ?? '';
  const cell = (/** @type {string} */ head, /** @type {string} */ inner) =>
    `<td><span>${escape(head)}: </span>${inner}</td>`;
  /** @param {string} head @param {string} written @param {string} seen @param {string} under @param {string} underSeen @param {number} value */
  const row = (head, written, seen, under, underSeen, value) =>
    `<tr><th scope="row">${escape(head)}</th><td>${sample(seen, underSeen, ratio(value), pair.isLarge, lang)}</td>` +
    `${cell(columns.text, `<code>${escape(written)}</code>`)}${cell(columns.ground, `<code>${escape(under)}</code>`)}` +
    `${cell(columns.ratio, ratio(value))}</tr>`;
  const none = (/** @type {string} */ head, /** @type {string} */ why) =>
    `<tr><th scope="row">${escape(head)}</th><td colspan="4">${escape(why)}</td></tr>`;
  const words = pair.words.map(
    (said) => `<q${wordsLang && wordsLang !== lang ? ` lang="${wordsLang}"` : ''}>${escape(said)}</q>`,
  );
  return `<article aria-labelledby="pair-${i + 1}">
<h3 id="pair-${i + 1}">${escape(strings.pair(i + 1, color, ground))}</h3>
<p>${escape(strings.falls(ratio(pair.ratio), ratio(pair.wanted), pair.isLarge))} ${escape(strings.texts(pair.count))}.</p>
<table>
<caption>${escape(strings.caption(i + 1))}</caption>
<thead><tr>${Object.values(columns)
    .map((head) => `<th scope="col">${escape(head)}</th>`)
    .join('')}</tr></thead>
<tbody>
${row(strings.rows.now, color, color, ground, ground, pair.ratio)}
${text ? row(strings.rows.text, text.color, text.seen, ground, ground, text.ratio) : none(strings.rows.text, strings.noText)}
${otherGround ? row(strings.rows.ground, color, color, otherGround.color, otherGround.seen, otherGround.ratio) : none(strings.rows.ground, strings.noGround)}
</tbody>
</table>
${text ? `<p>${escape(verdict(pair, lang))}</p>` : ''}
${pair.opacity < 1 ? `<p>${escape(strings.faded(formatOpacity(pair.opacity, lang)))}</p>` : ''}
${words.length > 0 ? `<p>${escape(strings.words)}: ${words.join(', ')}</p>` : ''}
<p>${escape(strings.places)}:</p>
<ul>${pair.places.map((place) => `<li><code>${escape(formatPlace(place, url, lang))}</code></li>`).join('')}</ul>
</article>`;
}

/**
 * Words drawn in a pair of colours, as a picture: a sample of text that cannot be read is no text of the report.
 *
 * @param {string} color @param {string} ground @param {string} ratio @param {boolean} isLarge @param {'vi' | 'en'} lang
 */
function sample(color, ground, ratio, isLarge, lang) {
  const { sampleWords, sampleAlt } = STRINGS[lang];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="112" height="40"><rect width="112" height="40" fill="${escape(ground)}"/>` +
    `<text x="56" y="${isLarge ? 28 : 25}" text-anchor="middle" font-family="system-ui,sans-serif" font-size="${isLarge ? 24 : 16}" fill="${escape(color)}">${escape(sampleWords)}</text></svg>`;
  return `<img src="data:image/svg+xml,${encodeURIComponent(svg).replace(/'/g, '%27')}" width="112" height="40" alt="${escape(sampleAlt(color, ground, ratio))}">`;
}

/** @param {Report} report @param {'vi' | 'en'} lang */
function undecidedToHtml({ undecided, url }, lang) {
  if (undecided.length === 0) return '';
  const strings = STRINGS[lang];
  const groups = groupUndecided(undecided).map(({ reason, texts }) => {
    const shown = texts.slice(0, MOST_UNDECIDED).map(({ words, place }) => {
      const said = words ? `<q>${escape(words)}</q>, ` : '';
      return `<li>${said}<code>${escape(formatPlace(place, url, lang))}</code></li>`;
    });
    const rest = texts.length - shown.length;
    if (rest > 0) shown.push(`<li>${escape(strings.more(rest))}</li>`);
    const heading = `${strings.reasons[reason] ?? strings.otherReason} (${texts.length})`;
    return `<h3>${escape(heading[0].toLocaleUpperCase(lang) + heading.slice(1))}</h3>\n<ul>${shown.join('')}</ul>`;
  });
  return `<h2>${escape(strings.undecidedHeading)}</h2>\n<p>${escape(strings.undecidedNote)}</p>\n${groups.join('\n')}`;
}
