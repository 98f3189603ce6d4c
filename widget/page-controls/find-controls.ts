import type { Page } from '../../src/page/page.ts';
import { mayBeLabel, readLabel, type Meaning } from './labels.ts';

/** Something of the page's own that can be pressed and whose label speaks of text size or contrast. */
export interface Found extends Meaning {
  readonly element: HTMLElement;
  /** Whether what the reader sees, or a screen reader says, already names it in words. */
  readonly isNamed: boolean;
  /** What is seen on it, such as "A+"; may be empty. */
  readonly sign: string;
}

/** Labels longer than this are no labels, in characters. */
const LABEL_LIMIT = 60;

const PRESSED =
  'a,button,input[type=button],input[type=image],input[type=submit],[onclick],[onmousedown],[onmouseup],[role=button],[tabindex="0"]';

/** All such controls within an element, in no order; links that lead to another place are left out. */
export function findControls(page: Page, within: Element): Found[] {
  const found: Found[] = [];
  const seen = new Set<Element>();
  const look = (start: Element | null): void => {
    if (!start || page.isOwn(start)) return;
    const around = start.closest(PRESSED);
    // A listener can't be seen from outside; the hand over what has one can.
    const isPointed = !around || around.localName === 'body';
    const element = (isPointed ? start : around) as HTMLElement;
    if (seen.has(element)) return;
    seen.add(element);
    const control = isPointed || isScripted(element) ? read(element) : null;
    if (control && (!isPointed || page.window.getComputedStyle(element).cursor === 'pointer')) found.push(control);
  };
  const texts = page.document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.nodeValue!.trim();
    if (text.length <= LABEL_LIMIT && mayBeLabel(text)) look(node.parentElement);
  }
  const labelled = '[title],[aria-label],[alt],input[value]';
  if (within.matches(labelled)) look(within);
  const elements = within.querySelectorAll(labelled);
  for (let i = 0; i < elements.length; i++) look(elements[i]!);
  return found;
}

/** Whether pressing it runs the page's script, and does not lead to another place, nor is a control of ours already. */
function isScripted(element: Element): boolean {
  const href = element.getAttribute('href')?.trim();
  if (element.hasAttribute('data-ro-chu')) return false;
  if (href === undefined || /^javascript:/i.test(href) || element.hasAttribute('onclick')) return true;
  return href[0] === '#' && !(href[1] && element.ownerDocument.getElementById(href.slice(1)));
}

function read(element: HTMLElement): Found | null {
  if (element.textContent.trim().length > LABEL_LIMIT) return null;
  const shown = labelsShown(element);
  const titled = [element.title];
  const inner = element.querySelectorAll('[title],title');
  for (let i = 0; i < inner.length; i++) titled.push(inner[i]!.getAttribute('title') ?? inner[i]!.textContent);
  let best: Meaning | null = null;
  let isNamed = false;
  for (const labels of [shown, titled]) {
    for (const label of labels) {
      const meaning = label && label.length <= LABEL_LIMIT ? readLabel(label) : null;
      if (!meaning || (best && meaning.certainty <= best.certainty)) continue;
      best = meaning;
      isNamed = meaning.certainty === 2 && labels === shown;
    }
  }
  const said = shown[shown.length - 1]!.trim();
  return best && { ...best, element, isNamed, sign: said.length <= LABEL_LIMIT ? said : '' };
}

/** What names it to the eye and to a screen reader: its label, its text, its pictures' texts; the last is what is seen. */
function labelsShown(element: HTMLElement): string[] {
  let seen = element.textContent;
  const pictures = element.querySelectorAll('img[alt]');
  for (let i = 0; i < pictures.length; i++) seen += ` ${pictures[i]!.getAttribute('alt')!}`;
  seen += ` ${element.getAttribute('alt') ?? ''}`;
  if (element.localName === 'input') seen += ` ${element.getAttribute('value') ?? ''}`;
  return [element.getAttribute('aria-label') ?? '', seen];
}
