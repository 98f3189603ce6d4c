/** Whether the node is one of our elements or lies in one; the page engine never reads or edits those. */
export function isOwnNode(node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    if (at.nodeType === Node.ELEMENT_NODE && (at as Element).localName.startsWith('ro-chu-')) return true;
  }
  return false;
}

/** Whether the node is an element whose inline style can be edited (HTML, SVG, MathML). */
export function isStylable(node: Node): node is Element & ElementCSSInlineStyle {
  return node.nodeType === Node.ELEMENT_NODE && 'style' in node;
}
