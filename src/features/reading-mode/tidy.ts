import { settleTables } from './tables.ts';
import { isBlock, keyOf, leafBlocks, rename, textOf, unwrap } from './text.ts';

/**
 * Brings extracted content into the shape the reader shows; `lead` is the text of the paragraph that sums it up.
 * Returns that text where the content has such a paragraph, else null.
 */
export function tidy(content: Element, title: string, lead: string | null, address: string): string | null {
  removeComments(content);
  dropTitle(content, title);
  settleTables(content);
  settleLinks(content, address);
  settleHeadings(content);
  settleBlocks(content);
  return lead && markLead(content, lead);
}

function removeComments(content: Element): void {
  const comments: Node[] = [];
  const walker = content.ownerDocument.createTreeWalker(content, 0x80); // NodeFilter.SHOW_COMMENT
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

/** The title is shown above the text; the heading that repeats it goes. */
function dropTitle(content: Element, title: string): void {
  const key = keyOf(title);
  for (const block of leafBlocks(content).slice(0, 4)) {
    if (keyOf(textOf(block)) === key && !block.querySelector('img')) return block.remove();
  }
}

function settleLinks(content: Element, address: string): void {
  const page = address.split('#')[0]!;
  for (const link of content.querySelectorAll('a')) {
    const target = link.getAttribute('href');
    const hasName = textOf(link) || [...link.querySelectorAll('img')].some((image) => image.getAttribute('alt'));
    // Places inside the page are not in the reader: such a link would only scroll what lies behind it.
    if (!target || !hasName || target === page || target.startsWith('#') || target.startsWith(`${page}#`)) unwrap(link);
  }
}

/** Headings begin at h2 under the title and go down one step at a time, whatever sizes the page picked. */
function settleHeadings(content: Element): void {
  for (const heading of content.querySelectorAll('h1, h2, h3, h4, h5, h6'))
    if (!textOf(heading)) heading.replaceWith(...heading.childNodes);
  const headings = [...content.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levels = [...new Set(headings.map((heading) => Number(heading.localName[1])))].sort();
  let previous = 1;
  for (const heading of headings) {
    if (heading.closest('table, figure')) {
      rename(heading, 'p');
      continue;
    }
    const level = Math.min(levels.indexOf(Number(heading.localName[1])) + 2, previous + 1, 6);
    previous = level;
    if (heading.localName !== `h${level}`) rename(heading, `h${level}`);
  }
}

function markLead(content: Element, text: string): string | null {
  const lead = leafBlocks(content).find((block) => block.localName === 'p' && keyOf(textOf(block)) === keyOf(text));
  if (!lead) return null;
  lead.setAttribute('data-ro-chu', 'lead');
  // The lead has a look of its own: bold on top of it would be the page's emphasis of the whole, which says nothing.
  for (const bold of lead.querySelectorAll('strong, b')) if (textOf(bold) === textOf(lead)) unwrap(bold);
  return textOf(lead);
}

/** Divs with words of their own become paragraphs, runs of line breaks part them, empty blocks and wrappers go. */
function settleBlocks(content: Element): void {
  for (const element of [
    ...content.querySelectorAll(
      'font, span, center, section, article, main, header, footer, aside, address, hgroup, label, fieldset',
    ),
  ]) {
    if (isBlock(element)) rename(element, 'div');
    else unwrap(element);
  }
  for (const box of [...content.querySelectorAll('div')].reverse()) {
    const children = [...box.children];
    if (!children.some(isBlock)) {
      if (textOf(box) || box.querySelector('img')) rename(box, 'p');
      else box.remove();
    } else if (![...box.childNodes].some((node) => node.nodeType === 3 && textOf(node))) unwrap(box);
    else wrapLoose(box);
  }
  for (const paragraph of content.querySelectorAll('p')) {
    if ([...paragraph.querySelectorAll('*')].some(isBlock) || paragraph.parentElement?.localName === 'figure')
      unwrap(paragraph);
  }
  wrapLoose(content);
  for (const empty of [...content.querySelectorAll('i, em, b, strong, u, small, sub, sup, a, s, del, ins')].reverse()) {
    if (!textOf(empty) && !empty.querySelector('img')) empty.replaceWith(...empty.childNodes);
  }
  for (const paragraph of [...content.querySelectorAll('p')]) splitAtBreaks(paragraph);
  for (const block of [
    ...content.querySelectorAll('p, li, ul, ol, dl, blockquote, figure, h2, h3, h4, h5, h6'),
  ].reverse()) {
    if (!textOf(block) && !block.querySelector('img, hr')) block.remove();
  }
  for (const cell of content.querySelectorAll('td, th, li, dd')) {
    const only =
      cell.children.length === 1 && cell.firstElementChild?.localName === 'p' ? cell.firstElementChild : null;
    if (only && textOf(only) === textOf(cell)) unwrap(only);
  }
}

/** Text that lies loose between blocks is a paragraph of its own. */
function wrapLoose(box: Element): void {
  let run: Node[] = [];
  const close = (): void => {
    if (run.some((node) => textOf(node) || node.nodeName === 'IMG')) {
      const paragraph = box.ownerDocument.createElement('p');
      (run[0] as ChildNode).replaceWith(paragraph);
      paragraph.append(...run);
    }
    run = [];
  };
  for (const node of [...box.childNodes]) {
    if (node.nodeType === 1 && (isBlock(node) || node.nodeName === 'FIGURE')) close();
    else run.push(node);
  }
  close();
}

/** Two breaks in a row, and a break between long lines, part paragraphs. */
function splitAtBreaks(paragraph: Element): void {
  const children = [...paragraph.childNodes];
  const breaks = children.filter((node) => node.nodeName === 'BR');
  while (
    paragraph.lastChild &&
    (paragraph.lastChild.nodeName === 'BR' || (paragraph.lastChild.nodeType === 3 && !textOf(paragraph.lastChild)))
  )
    paragraph.lastChild.remove();
  while (
    paragraph.firstChild &&
    (paragraph.firstChild.nodeName === 'BR' || (paragraph.firstChild.nodeType === 3 && !textOf(paragraph.firstChild)))
  )
    paragraph.firstChild.remove();
  if (breaks.length < 1 || paragraph.closest('figure, td, th, li')) return;
  const runs: Node[][] = [[]];
  for (const node of [...paragraph.childNodes]) {
    if (node.nodeName === 'BR') runs.push([]);
    else runs.at(-1)!.push(node);
  }
  const isLong = runs.filter((run) => run.map((node) => textOf(node)).join(' ').length > 60).length;
  const isDouble = runs.slice(1, -1).some((run) => !run.some((node) => textOf(node)));
  if (isLong < 2 && !isDouble) return;
  const parts = runs
    .filter((run) => run.some((node) => textOf(node) || node.nodeName === 'IMG'))
    .map((run) => {
      const part = paragraph.ownerDocument.createElement('p');
      part.append(...run);
      return part;
    });
  paragraph.replaceWith(...parts);
}
