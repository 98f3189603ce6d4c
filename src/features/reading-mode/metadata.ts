import { findDate, lengthBesideDate, machineDate } from './dates.ts';
import { RIGHT } from './inert-copy.ts';
import { keyOf, leafBlocks, linkDensity, squeeze, textOf } from './text.ts';

/** What the page says about its text, found before anything is cut away. */
export interface Metadata {
  /** Title without the site's name; never empty. */
  readonly title: string;
  /** The element that shows the title, where there is one. */
  readonly heading: Element | null;
  readonly byline: string | null;
  readonly date: string | null;
  /** Text of the paragraph that sums the article up. */
  readonly lead: string | null;
  /** Blocks that only tell the byline or the date, to be left out of the text. */
  readonly told: readonly Element[];
}

const AUTHOR_LABEL =
  /^\(?(?:tác giả|người viết|người đăng|bài và ảnh|tin, ảnh|tin và ảnh|bài, ảnh|tin bài|biên tập)\s*[:：]\s*(.+)$/i;
const SOURCE_LABEL =
  /^\(?(?:[Nn]guồn(?: tin)?\s*[:：]\s*|NGUỒN\s*[:：]\s*|Theo(?:\s*[:：])?\s+(?=\p{Lu}))([^.;]+?)\)?\.?$/u;
/** Names of organs, which portals put before or after the title of every page. */
const ORGAN =
  /^(?:(?:cổng|trang) (?:thông tin|tttt|ttđt|dịch vụ)|báo |sở |bộ |cục |tổng cục |chi cục |ubnd |ủy ban |uỷ ban |hđnd |hội đồng |huyện |quận |tỉnh |thành phố |phòng |trung tâm |ban |văn phòng |công an |đảng |website|trang chủ|home$)/;
/** Longest name of an organ, in characters: beyond that it is a sentence about it. */
const MAX_ORGAN = 60;
const NAME = /^(?:(?:ThS|TS|PGS|GS|BS)\.? ?)*(?:\p{Lu}[\p{L}.]*)(?:[ -]+\p{Lu}[\p{L}.]*){0,5}$/u;
const AUTHOR_MARKS =
  '[rel="author"], [itemprop="author"], [class*="author"], [class*="tacgia"], [class*="tac-gia"], [class*="byline"]';
/** Longest byline, in characters. */
const MAX_BYLINE = 80;
/** How many blocks after and before the title a date may stand. */
const DATE_AFTER = 12;
const DATE_BEFORE = 4;

/** Reads title, byline and date from an inert copy; `address` is that of the page. */
export function readMetadata(copy: Document, address: string): Metadata {
  const blocks = leafBlocks(copy.body);
  const { title, heading } = findTitle(copy, address);
  const told: Element[] = [];
  const byline = findByline(copy, blocks, heading, told);
  const date = findPublished(copy, blocks, heading, told);
  return { title, heading, byline, date, lead: findLead(copy.body), told };
}

/** Names that portals give to the paragraph that sums an article up. */
const LEAD = /(?:^|[\s_-])(?:sapo|lead|chapeau|summary|tom-?tat|mo-?ta|description)(?=$|[\s_-])/i;

function findLead(body: Element): string | null {
  const marked = [...body.querySelectorAll('[class]')].find((element) => {
    const length = textOf(element).length;
    return (
      LEAD.test(element.getAttribute('class') ?? '') &&
      length >= 40 &&
      length <= 900 &&
      !element.closest('li, nav, aside, footer')
    );
  });
  return marked ? textOf(marked) : null;
}

function meta(copy: Document, ...names: string[]): string {
  for (const name of names) {
    const found = copy.querySelector(`meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}" i]`);
    const content = squeeze(found?.getAttribute('content'));
    if (content) return content;
  }
  return '';
}

const SEPARATOR = /\s+(?:[|–—»·•]|-|::)\s+|\s*[|»]\s*/;

function findTitle(copy: Document, address: string): { title: string; heading: Element | null } {
  const page = squeeze(copy.querySelector('title')?.textContent);
  const site = keyOf(meta(copy, 'og:site_name'));
  const shared = meta(copy, 'og:title', 'twitter:title');
  const pageKey = keyOf(page);
  const headings = [...copy.body.querySelectorAll(HEADINGS)].filter((element) => {
    const length = textOf(element).length;
    return length >= 8 && length <= 300 && !element.closest('nav, footer, aside, li') && linkDensity(element) < 0.9;
  });
  // A heading that the page's own title repeats is the title; of several the longest, the innermost of equals.
  let best: Element | null = null;
  for (const element of headings) {
    const key = keyOf(textOf(element));
    const isSite = key === site || isOrgan(key);
    const isWhole = key === pageKey || key === keyOf(shared);
    const isPart =
      key.length >= 8 &&
      !isSite &&
      (pageKey.startsWith(`${key} `) || (key.length >= 20 && pageKey.endsWith(` ${key}`)));
    if (!(isPart || (isWhole && !isSite))) continue;
    if (!best || key.length > keyOf(textOf(best)).length || best.contains(element)) best = element;
  }
  if (best) return { title: textOf(best), heading: best };
  const first = headings.filter(
    (element) => element.localName === 'h1' && !element.closest('body > header, [class*="logo"]'),
  );
  const named = withoutSite(shared || page, site);
  const only = first.length === 1 ? textOf(first[0]) : '';
  // A lone h1 that the page's title does not repeat may be the section's name ("Giới thiệu"): the longer of the two says more.
  if (only && !isOrgan(keyOf(only)) && (only.length > named.length || isOrgan(keyOf(named))))
    return { title: only, heading: first[0]! };
  return { title: named || textOf(first[0] ?? headings[0]) || hostOf(address), heading: null };
}

const HEADINGS = 'h1, h2, h3, h4, h5, [class*="title"], [class*="tieu-de"], [class*="tieude"]';

/** Whether a title only names the site: then the text's own first heading is a better one. */
export function isOrgan(key: string): boolean {
  return key.length <= MAX_ORGAN && ORGAN.test(`${key} `) && !/\d/.test(key);
}

function withoutSite(title: string, site: string): string {
  const parts = title.split(SEPARATOR).map(squeeze).filter(Boolean);
  const kept = parts.filter((part) => keyOf(part) !== site && !isOrgan(keyOf(part)));
  return parts.length > 1 && kept.length ? kept.join(' - ') : title;
}

function hostOf(address: string): string {
  return address.replace(/^\w+:\/\//, '').split('/')[0] || address;
}

function findByline(
  copy: Document,
  blocks: readonly Element[],
  heading: Element | null,
  told: Element[],
): string | null {
  const start = heading
    ? Math.max(
        0,
        blocks.findIndex((block) => block === heading || heading.contains(block)),
      )
    : 0;
  let source: string | null = null;
  for (const block of blocks.slice(start)) {
    const text = textOf(block);
    if (text.length > MAX_BYLINE + 20 || block.closest('li, nav, footer, aside') || linkDensity(block) > 0.9) continue;
    const author = AUTHOR_LABEL.exec(text)?.[1];
    if (author && isName(author)) {
      told.push(block);
      return tidyName(author);
    }
    const from = SOURCE_LABEL.exec(text)?.[1];
    if (from && isName(from) && !source) {
      told.push(block);
      source = tidyName(from);
    }
  }
  if (source) return source;
  const marked = [...copy.body.querySelectorAll(AUTHOR_MARKS)].find(
    (element) => !element.closest('blockquote, q, li, aside, figure'),
  );
  const name = textOf(marked).replace(/^(?:tác giả|by)\s*[:：]?\s*/i, '');
  if (marked && isName(name)) {
    told.push(marked);
    return tidyName(name);
  }
  // A name alone at the right, under the last paragraph, is how a reporter signs.
  const signed = blocks.slice(start).find((block) => {
    const text = textOf(block);
    return (
      text.length <= 40 && block.closest(`.${RIGHT}, .text-right, .text-end`) && NAME.test(text) && text.includes(' ')
    );
  });
  if (signed) {
    told.push(signed);
    return textOf(signed);
  }
  const stated = meta(copy, 'article:author', 'author', 'dc.creator');
  return isName(stated) && !/^https?:/i.test(stated) ? stated : null;
}

function isName(text: string): boolean {
  return (
    text.length > 1 && text.length <= MAX_BYLINE && /\p{L}/u.test(text) && !/[.!?]\s+\p{Lu}\p{Ll}+ \p{Ll}/u.test(text)
  );
}

function tidyName(text: string): string {
  return squeeze(text.replace(/[\s|,;/().-]+$/u, '').replace(/\s*\|.*$/, ''));
}

function findPublished(
  copy: Document,
  blocks: readonly Element[],
  heading: Element | null,
  told: Element[],
): string | null {
  const stated = meta(
    copy,
    'article:published_time',
    'datePublished',
    'pubdate',
    'publishdate',
    'dc.date',
    'dc.date.issued',
  );
  const machine = stated ? machineDate(stated) : null;
  const near = nearTitle(blocks, heading);
  const element = near.find((block) => block.querySelector('time[datetime]') ?? block.closest('time[datetime]'));
  const time = element && (element.closest('time[datetime]') ?? element.querySelector('time[datetime]'));
  let date = machine ?? (time ? machineDate(time.getAttribute('datetime') ?? '') : null);
  for (const block of near) {
    const text = textOf(block);
    const found = text.length < 120 && lengthBesideDate(text) <= 12 ? findDate(text) : null;
    if (!found) continue;
    told.push(block);
    date ??= found;
    break;
  }
  return date;
}

/** A cell beside others: a date in it is a fact of the text (`Ngày ban hành`), not the day it was put up. */
function isFact(block: Element): boolean {
  return (
    block.matches('td, th') && [...(block.parentElement?.children ?? [])].filter((cell) => textOf(cell)).length > 1
  );
}

/** The blocks around the title, those after it first. */
function nearTitle(blocks: readonly Element[], heading: Element | null): Element[] {
  const at = heading
    ? blocks.findIndex((block) => block === heading || heading.contains(block) || block.contains(heading))
    : -1;
  if (at < 0) return blocks.filter((block) => !block.closest('header, nav, footer, aside, li')).slice(0, 40);
  return [
    ...blocks.slice(at + 1, at + 1 + DATE_AFTER),
    ...blocks.slice(Math.max(0, at - DATE_BEFORE), at).reverse(),
  ].filter((block) => !block.closest('li, nav, footer') && !isFact(block));
}
