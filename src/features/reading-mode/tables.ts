import { isBlock, rename, textOf } from './text.ts';

/** Average characters of a cell above which a table without headers holds running text. */
const RUNNING_TEXT = 280;

/** Unwraps tables that only lay the page out; gives the others the header cells that portals write as bold ones. */
export function settleTables(content: Element): void {
  // What was cut out of a layout table may have lost its table: such parts are boxes.
  for (const part of content.querySelectorAll('tbody, thead, tfoot, tr, td, th, caption'))
    if (!part.closest('table')) rename(part, 'div');
  for (const table of [...content.querySelectorAll('table')].reverse()) {
    if (!table.parentNode) continue;
    if (isLayout(table)) unwrapTable(table);
    else markHeaders(table);
  }
}

function rowsOf(table: Element): Element[] {
  return [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
}

/** Whether a table only lays the page out: no headers, and one row or column, or other tables or running text in its cells. */
export function isLayout(table: Element): boolean {
  const rows = rowsOf(table);
  const cells = rows.flatMap((row) => [...row.children]);
  const columns = Math.max(0, ...rows.map((row) => row.children.length));
  if (table.querySelector('table')) return true;
  if (table.querySelector('th, caption, thead') && columns > 1) return false;
  if (columns < 2 || rows.length < 2) return true;
  const filled = cells.filter((cell) => textOf(cell));
  const average = filled.reduce((sum, cell) => sum + textOf(cell).length, 0) / (filled.length || 1);
  return average > RUNNING_TEXT && rows.length < 4;
}

function unwrapTable(table: Element): void {
  const parts: Node[] = [];
  const caption = table.querySelector('caption');
  if (caption && textOf(caption)) parts.push(rename(caption, 'p'));
  for (const row of rowsOf(table)) {
    for (const cell of [...row.children]) {
      if (!textOf(cell) && !cell.querySelector('img')) continue;
      const box = table.ownerDocument.createElement([...cell.children].some(isBlock) ? 'div' : 'p');
      box.append(...cell.childNodes);
      parts.push(box);
    }
  }
  table.replaceWith(...parts);
}

/** A first row or a first column in bold, over or beside cells that are not, is a row or column of headers. */
function markHeaders(table: Element): void {
  if (table.querySelector('th')) {
    for (const cell of table.querySelectorAll('th:not([scope])')) {
      const row = cell.parentElement;
      const isColumn = !!row && [...row.children].every((sibling) => sibling.localName === 'th');
      cell.setAttribute('scope', isColumn ? 'col' : 'row');
    }
    return;
  }
  const rows = rowsOf(table);
  const first = rows[0];
  if (
    first &&
    first.children.length > 1 &&
    [...first.children].every(isBold) &&
    rows.slice(1).some((row) => ![...row.children].every(isBold))
  ) {
    for (const cell of [...first.children]) toHeader(cell, 'col');
    return;
  }
  const labels = rows.map((row) => row.firstElementChild).filter((cell): cell is Element => !!cell);
  const areLabels =
    rows.length > 1 &&
    rows.every((row) => row.children.length === 2) &&
    labels.every((cell) => isBold(cell) || /[:：]$/.test(textOf(cell)));
  if (areLabels) for (const cell of labels) toHeader(cell, 'row');
}

function isBold(cell: Element): boolean {
  const text = textOf(cell);
  if (!text) return false;
  return (
    [...cell.querySelectorAll('b, strong')].reduce((sum, part) => sum + textOf(part).length, 0) >= text.length * 0.9
  );
}

function toHeader(cell: Element, scope: 'col' | 'row'): void {
  const spans = ['colspan', 'rowspan'].map((name) => [name, cell.getAttribute(name)] as const);
  const header = rename(cell, 'th');
  header.setAttribute('scope', scope);
  for (const [name, value] of spans) if (value) header.setAttribute(name, value);
}
