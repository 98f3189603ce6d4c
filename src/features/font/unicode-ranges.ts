/** Characters of our fonts, cut as their sources are: the common Latin ones first. */
export const LATIN_RANGE = 'U+20-7E,U+A0-FF,U+2013-2014,U+2018-201D,U+2022,U+2026';

/** The Vietnamese letters that other languages do not have, tone marks on their own, and the sign of the đồng. */
export const VIETNAMESE_RANGE =
  'U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1A1,U+1AF-1B0,U+300-301,U+303,U+309,U+323,U+1EA0-1EF9,U+20AB';
