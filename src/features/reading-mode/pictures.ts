import { CENTERED } from './inert-copy.ts';
import { isLayout } from './tables.ts';
import { isBlock, keyOf, purposeOf, textOf, unwrap } from './text.ts';

/** Names that portals give to the words under a picture. */
const CAPTION_NAMES =
  /(?:^|[\s_-])(?:caption|captions?|chu-?thich|fig|img-?note|image-?note|note|desc|photo-?cms-?caption|wp-caption-text|expNoEdit|anh-?note)(?=$|[\s_-])/i;
/** Longest caption, in characters. */
const MAX_CAPTION = 260;

/**
 * Turns each picture that stands on its own into a `figure`, with the words that portals put under it as its caption. It comes
 * before Readability, which loses the names and the alignment that captions are known by.
 */
export function makeFigures(content: Element): void {
  for (const table of content.querySelectorAll('table')) makePictureTable(table);
  for (const icon of content.querySelectorAll('img[data-ro-chu="icon"], img:not([src])')) icon.remove();
  for (const image of [...content.querySelectorAll('img')]) {
    const table = image.closest('table');
    if (image.closest('figure, li') || (table && content.contains(table) && !isLayout(table))) continue;
    const link = image.closest('a');
    if (link && textOf(link)) continue;
    // A link that only enlarges the picture: the reader has other means for that.
    if (link) unwrap(link);
    makeFigure(image, content);
  }
  for (const figure of content.querySelectorAll('figure')) settleFigure(figure);
}

function makeFigure(image: Element, content: Element): void {
  const block = blockOf(image, content);
  const figure = content.ownerDocument.createElement('figure');
  if (!block) {
    image.replaceWith(figure);
    figure.append(image);
    addCaption(figure, figure.nextElementSibling);
    return;
  }
  const images = [...block.querySelectorAll('img')];
  const inside = textOf(block);
  if (images.length > 1 && inside.length > MAX_CAPTION) return splitOut(image, block, figure);
  if (!inside) {
    block.replaceWith(figure);
    figure.append(...images);
    addCaption(figure, figure.nextElementSibling);
  } else if (inside.length <= MAX_CAPTION && images.length === 1 && followsImage(image, block)) {
    // `<p><img><br><em>Quang cảnh Hội nghị</em></p>`: the words under the picture in one block with it.
    const caption = content.ownerDocument.createElement('figcaption');
    image.remove();
    caption.append(...block.childNodes);
    figure.append(image, caption);
    block.replaceWith(figure);
  } else splitOut(image, block, figure);
}

/** A picture amid running text goes before its paragraph, so that the lines stay whole. */
function splitOut(image: Element, block: Element, figure: Element): void {
  if (block.matches('li, dd, dt, td, th')) return;
  figure.append(image);
  block.before(figure);
}

/** The block that holds the picture and nothing but inline content. */
function blockOf(image: Element, content: Element): Element | null {
  let at: Element | null = image.parentElement;
  while (at && at !== content && !isBlock(at)) at = at.parentElement;
  if (!at || at === content) return null;
  // A box with one block inside it (`div > p > img`) is that block's frame.
  while (
    at.parentElement &&
    at.parentElement !== content &&
    at.parentElement.children.length === 1 &&
    textOf(at.parentElement) === textOf(at)
  )
    at = at.parentElement;
  return [...at.querySelectorAll('*')].some((child) => isBlock(child) && textOf(child)) ? null : at;
}

function followsImage(image: Element, block: Element): boolean {
  const range = block.ownerDocument.createRange();
  range.selectNodeContents(block);
  range.setEndBefore(image);
  return !range.toString().trim();
}

function addCaption(figure: Element, next: Element | null): void {
  if (!next || !isCaption(next)) return;
  const caption = figure.ownerDocument.createElement('figcaption');
  caption.append(...next.childNodes);
  next.remove();
  figure.append(caption);
}

function isCaption(block: Element): boolean {
  const text = textOf(block);
  if (
    !text ||
    text.length > MAX_CAPTION ||
    block.querySelector('img, ul, ol, table, h2, h3, h4') ||
    /^h[1-6]$/.test(block.localName)
  )
    return false;
  if (
    CAPTION_NAMES.test(purposeOf(block)) ||
    [...block.querySelectorAll('[class]')].some((part) => CAPTION_NAMES.test(purposeOf(part)))
  )
    return true;
  const isCentered =
    !!block.closest(`.${CENTERED}, .text-center`) ||
    !!block.querySelector(`.${CENTERED}`) ||
    block.localName === 'center';
  const slanted = [...block.querySelectorAll('em, i')].reduce((sum, part) => sum + keyOf(textOf(part)).length, 0);
  const isSlanted = slanted >= keyOf(text).length * 0.9;
  return isSlanted ? text.length <= MAX_CAPTION : isCentered && text.length <= 180;
}

/** The usual picture of an editor: a table of one column, the picture in its first row, the words in the next. */
function makePictureTable(table: Element): void {
  const rows = [...table.querySelectorAll('tr')];
  if (rows.length === 0 || rows.length > 2 || !table.querySelector('img') || table.querySelector('table, th')) return;
  const cells = [...table.querySelectorAll('td')];
  if (cells.length !== rows.length) return;
  const text = rows.length === 2 ? textOf(cells[1]) : textOf(cells[0]);
  if (!cells[0]!.querySelector('img') || text.length > MAX_CAPTION || (rows.length === 2 && textOf(cells[0]))) return;
  const figure = table.ownerDocument.createElement('figure');
  figure.append(...table.querySelectorAll('img'));
  if (text) {
    const caption = table.ownerDocument.createElement('figcaption');
    caption.append(...(cells[1] ?? cells[0])!.childNodes);
    figure.append(caption);
  }
  table.replaceWith(figure);
}

function settleFigure(figure: Element): void {
  const caption = figure.querySelector('figcaption');
  if (caption)
    for (const block of [...caption.querySelectorAll('p, div, center')]) block.replaceWith(...block.childNodes);
  const image = figure.querySelector('img');
  // What the caption says needs no saying twice.
  if (image && caption && keyOf(image.getAttribute('alt') ?? '') === keyOf(textOf(caption)))
    image.setAttribute('alt', '');
  if (!figure.querySelector('img, table, pre') && !textOf(figure)) figure.remove();
}
