/** What a control of the page's own does. `contrast-cycle` goes through the levels and round again. */
export type OwnAction =
  | 'text-larger'
  | 'text-smaller'
  | 'text-reset'
  | 'contrast-more'
  | 'contrast-less'
  | 'contrast-reset'
  | 'contrast-cycle';

/**
 * How sure a label is: 2 says it in words ("Tăng cỡ chữ"), 1 is a sign for it ("A+"), 0 is a bare word or sign that
 * means it only beside words that name the size of text ("+", "Phóng to").
 */
export type Certainty = 0 | 1 | 2;

/** What a label says. */
export interface Meaning {
  readonly action: OwnAction;
  readonly certainty: Certainty;
}

const UP = '(?:phong (?:to|lon)|tang(?: them)?|lam (?:to|lon)|increase|enlarge|larger|bigger|make)';
const DOWN = '(?:thu nho|giam(?: bot)?|lam nho|decrease|reduce|shrink|smaller|make)';
const BACK = '(?:dat lai|khoi phuc|phuc hoi|tro (?:ve|lai)|reset|restore|default|normal|original)';
const USUAL = '(?:mac dinh|binh thuong|ban dau|goc|chuan|vua|thuong)';
const TEXT =
  '(?:the )?(?:(?:co|kich (?:co|thuoc)|kho) )?(?:chu(?: viet)?|font(?: chu| size)?|phong chu|van ban|text(?: size)?)';
const CONTRAST = '(?:do )?tuong phan';
/** "A+" beside the words, on either side. */
const SIGN = '(?:[at]{1,2} ?[+-]*)?';

const words = (source: string): RegExp => new RegExp(`^${SIGN} ?(?:${source}) ?${SIGN}$`);

const MEANINGS: readonly (readonly [Certainty, OwnAction, RegExp])[] = [
  [
    2,
    'text-larger',
    words(`${UP} ${TEXT}(?: (?:len|hon|them|larger|bigger))?|${TEXT} (?:to|lon|larger|bigger|up)(?: hon)?`),
  ],
  [2, 'text-smaller', words(`${DOWN} ${TEXT}(?: (?:xuong|hon|smaller))?|${TEXT} (?:nho|be|smaller|down)(?: hon)?`)],
  [2, 'text-reset', words(`${TEXT} (?:${USUAL}|reset|default|normal)|${BACK} ${TEXT}(?: ${USUAL})?`)],
  [
    2,
    'contrast-more',
    words(`(?:tang|nang)(?: cao)? ${CONTRAST}|${CONTRAST} cao(?: hon)?|(?:increase|more|higher) contrast`),
  ],
  [
    2,
    'contrast-less',
    words(`(?:giam|ha)(?: bot)? ${CONTRAST}|${CONTRAST} thap(?: hon)?|(?:decrease|reduce|less|lower) contrast`),
  ],
  [2, 'contrast-reset', words(`${CONTRAST} ${USUAL}|(?:${BACK}) (?:${CONTRAST}|contrast)`)],
  [2, 'contrast-cycle', words(`(?:che do )?${CONTRAST}|che do ${CONTRAST} cao|(?:high )?contrast`)],
  [1, 'text-larger', /^(?:[at]{1,2} ?\++|\++ ?[at])$/],
  [1, 'text-smaller', /^(?:[at]{1,2} ?-+|-+ ?[at])$/],
  [1, 'text-reset', /^(?:[at]|aa|tt)$/],
  [0, 'text-larger', /^(?:\+|tang|phong to|to(?: hon)?|lon(?: hon)?|larger|bigger|increase)$/],
  [0, 'text-smaller', /^(?:-|giam|thu nho|nho(?: hon)?|smaller|decrease)$/],
  [0, 'text-reset', /^(?:mac dinh|binh thuong|vua|goc|default|normal|reset|100 ?%)$/],
];

/** Lower case without Vietnamese marks, with plain signs and single spaces, and without brackets around. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[−–—‐‑－⁻₋]/g, '-')
    .replace(/[＋⁺₊]/g, '+')
    .replace(/[\s[\](){}:|"'.,;]+/g, ' ')
    .trim();
}

/** What a label says about text size or contrast, or null; it must say that and nothing else. */
export function readLabel(label: string): Meaning | null {
  const text = plain(label);
  for (const [certainty, action, pattern] of MEANINGS) if (pattern.test(text)) return { action, certainty };
  return null;
}

/** Whether a label is worth reading: all that `readLabel` knows are, most of a page's words and numbers are not. */
export const mayBeLabel = (label: string): boolean => /ch|ph|font|text|trast|b[aả]n|%|^\D{1,12}$/i.test(label);

/** Whether a short text names the size of text: what bare signs need beside them. */
export const namesTextSize = (text: string): boolean =>
  /\b(?:co|kich (?:co|thuoc)|phong|font) ?chu\b|\b(?:text|font) size\b/.test(plain(text));

/** Whether a short text is about marks, ranks or blood groups, where "A+" is no control. */
export const namesGrades = (text: string): boolean =>
  /(?:^|[^\p{L}])(?:B|C|D|F|O|AB)(?:$|[^\p{L}])/u.test(text) ||
  /\b(?:nhom mau|xep (?:hang|loai)|diem|tin nhiem|hoc luc|blood|grades?|ratings?)\b/.test(plain(text));
