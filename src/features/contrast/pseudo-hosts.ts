import type { Page, Root } from '../../page/page.ts';
import { eachDeclaringRule } from '../../page/sheets.ts';
import { isSelector, splitSelectors } from './selectors.ts';

const PART = /::?(before|after)\b/;

/** Elements beyond which asking each of them costs no more than asking the rules. */
const MOST_SELECTORS = 150;

/** Tells which elements may have `::before` or `::after`, so that only these are asked: each question costs as much as an element. */
export class PseudoHosts {
  readonly #page: Page;
  #selectors: Map<Root, string> | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Reads the page's rules anew at the next question. */
  refresh(): void {
    this.#selectors = null;
  }

  /** Whether an element may have one; `q` has quotes by itself, and a host may get them from within. */
  has(element: Element): boolean {
    this.#selectors ??= new Map(this.#page.roots().map((root) => [root, this.#read(root)]));
    const selector = this.#selectors.get(element.getRootNode() as Root) ?? '*';
    return selector === '*' || element.localName === 'q' || !!element.shadowRoot || element.matches(selector);
  }

  #read(root: Root): string {
    if (this.#page.hasUnreadableSheets(root)) return '*';
    const found = new Set<string>();
    for (const sheet of this.#page.sheets(root)) {
      eachDeclaringRule(sheet, (rule) => {
        const { selectorText } = rule as Partial<CSSStyleRule>;
        // Nested rules name no element by themselves.
        if (!selectorText && rule.parentRule) found.add('*');
        if (!selectorText || !PART.test(selectorText)) return;
        for (const selector of splitSelectors(selectorText)) {
          if (!PART.test(selector)) continue;
          const host = selector.replace(/::?(before|after)\b.*$/, '').replace(/(^|[\s>+~])$/, '$1*');
          found.add(/[&()]|:(hover|focus|active|target|checked|host|slotted)/.test(host) ? baseOf(host) : host.trim());
        }
      });
    }
    const selector = found.has('*') || found.size > MOST_SELECTORS ? '*' : [...found].join() || ':not(*)';
    return isSelector(this.#page.document, selector) ? selector : '*';
  }
}

/** A selector without the states in it: an element may come into them later. */
function baseOf(selector: string): string {
  const plain = selector.replace(/:(hover|focus(-within|-visible)?|active|target|checked|disabled|visited|link)/g, '');
  return /[&()]|:host|:slotted/.test(plain) || !plain.trim() ? '*' : plain.trim().replace(/([\s>+~])$/, '$1*');
}
