import { isLayout } from './tables.ts';
import { isBlock, keyOf, leafBlocks, linkDensity, purposeOf, textOf } from './text.ts';

/** Parts of a portal that are never its text, by element or role. */
const CHROME =
  'nav, [role="navigation"], [role="search"], [role="menu"], [role="menubar"], [role="banner"], [role="contentinfo"], ' +
  'body > footer, body > header, body > * > footer, [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

/** Names of blocks around an article; a block so named goes when it is mostly links, or short. */
const AROUND =
  /(?:^|[\s_-])(?:breadcrumbs?|tin-?lien-?quan|lien-?quan|tin-?khac|related\w*|share\w*|social\w*|chia-?se|comments?|binh-?luan|print|in-?an|tags?|tu-?khoa|keywords?|paginat\w*|phan-?trang|rating|danh-?gia|sidebar|footer|menu\w*|toolbar|tools?|counter|luot-?xem|banner|advert\w*|quang-?cao|qc|copyright)(?=$|[\s_-]|\d)/i;

/** Headings of lists that lead away from the article. */
const LEADS_AWAY =
  /^(?:(?:các )?(?:tin|bài|bài viết|tin tức|tin bài|văn bản|thông tin|thủ tục)(?: (?:viết|tức|bài))? (?:liên quan|khác|cùng (?:chuyên mục|loại|thể loại|chủ đề|lĩnh vực)|mới(?: nhất| hơn| đăng)?|cũ hơn|đã (?:đưa|đăng)|nổi bật|xem nhiều|đọc nhiều|nên đọc)|có thể bạn quan tâm|đọc thêm|xem thêm|xem nhiều|đọc nhiều nhất|related (?:articles?|posts?|news)|read more|see also|more news)(?: \d+)?$/;

/** Lines that work the page rather than tell something. */
const WORKS_THE_PAGE =
  /^(?:in(?: trang| bài(?: viết)?| ấn)?|bản in|gửi (?:e ?mail|bài viết|cho bạn bè)|e ?mail|chia sẻ(?: bài viết)?|facebook|twitter|zalo|lên đầu trang|về đầu trang|đầu trang|quay lại|trở (?:lại|về)|đóng lại|tăng tương phản|giảm tương phản|cỡ chữ|đọc bài viết|nghe bài viết|lượt (?:xem|truy cập|đọc) \d[\d ]*|số (?:lượt|lần) (?:xem|đọc) \d[\d ]*|đánh giá bài viết|gửi bình luận|ý kiến bạn đọc|bình luận|print|share|a|trang chủ)$/;

/** What the foot of a portal says about the organ; a block that says three of these is that foot. */
const ABOUT_THE_SITE = [
  /địa chỉ\s*:|trụ sở\s*:/i,
  /(?:điện thoại|đt|tel|hotline|đường dây nóng|fax)\s*:/i,
  /e-?mail\s*:|thư điện tử\s*:/i,
  /chịu trách nhiệm|trưởng ban biên tập|tổng biên tập|ban biên tập\s*:/i,
  /ghi rõ nguồn|bản quyền|copyright|©|®|giấy phép (?:số|thiết lập)/i,
  /(?:cổng|trang) thông tin điện tử/i,
  /lượt truy cập|đang (?:online|trực tuyến|truy cập)/i,
];

/** Share of the page's text above which a block is too much of the page to be thrown away for its name. */
const TOO_MUCH = 0.35;

/** Removes from an inert copy what no page is about: menus that are marked as such, tools, the portal's foot. */
export function removeChrome(body: Element): void {
  const whole = textOf(body).length || 1;
  for (const element of body.querySelectorAll(CHROME)) if (textOf(element).length / whole < TOO_MUCH) element.remove();
  removeSiteFoot(body, whole);
  for (const block of leafBlocks(body)) if (isToolLine(block, keyOf(textOf(block)))) block.remove();
}

/** Removes also what surrounds an article on a portal: shares, side columns, lists of other news. `heading` stays. */
export function removeSurroundings(body: Element, heading: Element | null): void {
  const whole = textOf(body).length || 1;
  for (const element of body.querySelectorAll('[class]')) {
    if (
      !isBlock(element) ||
      !AROUND.test(element.getAttribute('class') ?? '') ||
      textOf(element).length / whole >= TOO_MUCH
    )
      continue;
    if (linkDensity(element) >= 0.5 || (textOf(element).length < 120 && !hasHeadingOrDate(element))) element.remove();
  }
  removeMenus(body, heading);
  removeSideColumns(body, heading);
  for (const block of leafBlocks(body)) {
    if (!block.isConnected || block === heading) continue;
    const key = keyOf(textOf(block));
    if (key.length < 60 && LEADS_AWAY.test(key)) removeList(block, body, whole);
  }
}

/** A column of labels beside the text (what is left of menus and search boxes): short lines only, a fraction of its neighbour. */
function removeSideColumns(body: Element, heading: Element | null): void {
  for (const column of body.querySelectorAll(
    'td, [class*="left"], [class*="right"], [class*="side"], [class*="col-"]',
  )) {
    const length = textOf(column).length;
    if (!length || column.contains(heading) || column.querySelector('img, table')) continue;
    if (column.matches('td') && !isLayout(column.closest('table')!)) continue;
    const widest = Math.max(
      0,
      ...[...(column.parentElement?.children ?? [])].map((other) => (other === column ? 0 : textOf(other).length)),
    );
    if (widest > 300 && length < widest * 0.15 && leafBlocks(column).every((block) => textOf(block).length <= 60))
      column.remove();
  }
}

/** Removes the smallest blocks that together say who runs the site and where. */
function removeSiteFoot(body: Element, whole: number): void {
  const says = (element: Element): number => {
    const text = textOf(element);
    return ABOUT_THE_SITE.filter((pattern) => pattern.test(text)).length;
  };
  for (const element of [...body.querySelectorAll('div, footer, table, td, center, section, p, ul')].reverse()) {
    const length = textOf(element).length;
    if (!element.isConnected || length < 40 || length > 1200 || length / whole > 0.6) continue;
    if (says(element) >= 3) element.remove();
  }
}

/** Lists of short links, and the boxes that hold nothing else but their heading; lists of files to fetch stay. */
export function removeMenus(within: Element, heading: Element | null): void {
  for (const list of within.querySelectorAll('ul, ol, tr, select')) {
    const entries = [...list.children].map((entry) => textOf(entry).length);
    const isMenu = entries.length >= 3 && linkDensity(list) > 0.9 && entries.every((length) => length <= 45);
    if (isMenu && !list.querySelector(FILES)) list.remove();
  }
  for (const title of within.querySelectorAll('[class*="title"], h2, h3, h4, h5, h6')) {
    const box = title.parentElement;
    if (!box || box === within || box === heading?.parentElement || title === heading || heading?.contains(title))
      continue;
    if (textOf(title).length <= 40 && textOf(box) === textOf(title) && !box.querySelector('img, table')) box.remove();
  }
}

/** Links to files, which belong to the text. */
const FILES =
  '[href$=".pdf" i], [href$=".doc" i], [href$=".docx" i], [href$=".xls" i], [href$=".xlsx" i], [href$=".zip" i], [href$=".rar" i]';

function hasHeadingOrDate(element: Element): boolean {
  return (
    element.matches('h1, h2, h3') || !!element.querySelector('h1, h2, h3, time, img') || /\d{4}/.test(textOf(element))
  );
}

/** "In trang | Gửi email", "A- A A+ | Tăng tương phản": each part is a tool. */
function isToolLine(block: Element, key: string): boolean {
  if (key.length > 90 || block.matches('h1, h2, h3, td, th, figcaption')) return false;
  const parts = textOf(block)
    .split(/\s*[|•·]\s*|\s{2,}/)
    .map(keyOf)
    .filter(Boolean);
  return parts.length > 0 && parts.every((part) => WORKS_THE_PAGE.test(part) || /^a( a)*$/.test(part));
}

/** Removes a heading that leads away, and the list of links it heads, wherever that list begins. */
function removeList(label: Element, body: Element, whole: number): void {
  let at: Element = label;
  // The label is often alone in its box: climb while the parent holds nothing but it.
  while (at.parentElement && at.parentElement !== body && textOf(at.parentElement) === textOf(label))
    at = at.parentElement;
  const parent = at.parentElement;
  if (parent && parent !== body && textOf(parent).length / whole < TOO_MUCH && linkDensity(parent) >= 0.5) {
    parent.remove();
    return;
  }
  for (let next = at.nextElementSibling; next && leadsElsewhere(next); next = at.nextElementSibling) next.remove();
  at.remove();
}

function leadsElsewhere(element: Element): boolean {
  const text = textOf(element);
  return !text ? !element.querySelector('img') : linkDensity(element) >= 0.5;
}

/** Whether an element's own names say that it stands around the text (sidebars, footers), for choosing the main part. */
export function isAround(element: Element): boolean {
  return AROUND.test(` ${purposeOf(element)} `) || element.matches('nav, aside, footer, header');
}
