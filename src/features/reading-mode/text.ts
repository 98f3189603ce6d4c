/** Blocks that begin a line of their own. */
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/** Whether the element begins a line of its own. */
export function isBlock(node: Node): boolean {
  return BLOCKS.has(node.nodeName);
}

/** Text in composed form (NFC) with every run of white space made one space. */
export function squeeze(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim();
}

/** Squeezed text of a node. */
export function textOf(node: Node | null | undefined): string {
  return squeeze(node?.textContent);
}

/** Text for comparison: squeezed, lower case, letters and digits only. */
export function keyOf(text: string): string {
  return squeeze(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Share of an element's text that lies in links, 0 to 1; 0 for an element without text. */
export function linkDensity(element: Element): number {
  const whole = textOf(element).length;
  if (!whole) return 0;
  if (element.closest('a[href]')) return 1;
  let linked = 0;
  for (const link of element.querySelectorAll('a[href]')) linked += textOf(link).length;
  return Math.min(1, linked / whole);
}

/** The blocks with text of their own (no block inside them), in document order. */
export function leafBlocks(within: Element): Element[] {
  const leaves: Element[] = [];
  const visit = (element: Element): boolean => {
    let hasBlock = false;
    for (const child of [...element.children]) hasBlock = visit(child) || hasBlock;
    if (!isBlock(element)) return hasBlock;
    if (!hasBlock && textOf(element)) leaves.push(element);
    return true;
  };
  visit(within);
  return leaves;
}

/** The words of an element that name its purpose: its class, where ids were moved too, and its role. */
export function purposeOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('role') ?? ''}`;
}

/** Replaces an element by its children. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Replaces an element by one of another name with the same children and class. */
export function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  const purpose = element.getAttribute('class');
  if (purpose) renamed.setAttribute('class', purpose);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}
