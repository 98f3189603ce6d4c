import { loadColors } from './colors.mjs';
import { toPairs } from './pairs.mjs';
import { readPage } from './read-page.mjs';

/**
 * Reads a page, finds colours that pass for its failing pairs, and tries them on the page.
 *
 * @param {import('./options.mjs').Options} options
 * @returns {Promise<import('./report.mjs').Report>}
 * @throws {import('./options.mjs').InputError} when the page could not be read
 */
export async function makeReport(options) {
  const colors = await loadColors();
  return readPage(options, async (reading) => {
    const pairs = toPairs(reading.failing, options.level, colors);
    /** @type {(string | null)[][]} */
    const tried = reading.failing.map((texts) => texts.map(() => null));
    for (const { text, indexes } of pairs) for (const [at, index] of indexes) tried[at][index] = text?.color ?? null;
    const failed = (await reading.tryColors(tried)).map((indexes) => new Set(indexes));
    for (const pair of pairs) pair.stillFailing = pair.indexes.filter(([at, index]) => failed[at].has(index)).length;
    const { title, url, lang, isLoaded, foreignFrames, passing, undecided } = reading;
    return {
      page: options.name,
      url,
      title,
      pageLang: lang,
      level: options.level,
      width: options.width,
      isLoaded,
      foreignFrames,
      passing,
      pairs,
      undecided,
    };
  });
}
