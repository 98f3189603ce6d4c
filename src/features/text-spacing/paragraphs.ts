/** Letters of running text that a block has at least, to be taken for a paragraph. */
const LEAST_LENGTH = 80;

/** Elements that a paragraph may hold. */
const PHRASING = /^(a|abbr|b|big|br|code|em|font|i|img|mark|q|s|small|span|strong|sub|sup|time|u)$/;

/**
 * Whether a block of running text stands where a `p` should: a `div` with much text and no other blocks in it, with
 * another one after it. Text that is broken into paragraphs by `<br><br>` alone has no boxes that could be given room:
 * there the page's own blank line stays the room, one line high.
 */
export function isParagraph(element: Element, { display, float, position }: CSSStyleDeclaration): boolean {
  if (element.localName !== 'div' || element.nextElementSibling?.localName !== 'div') return false;
  if (display !== 'block' || float !== 'none' || !/static|relative/.test(position)) return false;
  let length = 0;
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) length += (node as Text).data.trim().length;
    else if (node.nodeType === Node.ELEMENT_NODE && !PHRASING.test((node as Element).localName)) return false;
  }
  return length >= LEAST_LENGTH;
}
