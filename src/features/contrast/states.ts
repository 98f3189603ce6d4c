import type { Page, Root } from '../../page/page.ts';
import { eachDeclaringRule } from '../../page/sheets.ts';
import { isSelector, splitSelectors } from './selectors.ts';

const STATE =
  /:(hover|focus|active|checked|target|disabled|enabled|valid|invalid|placeholder-shown|open)|\[open|:has\(/;

/** What stands beside an element, and not in it. */
const BESIDE = /[+~](?![=])/;
const COLORING = /color|background|opacity|fill|display|visibility/;

/** What may look otherwise in a state where a sheet cannot be read. */
const LIKELY = ['a', 'button', 'input', 'select', 'textarea', 'li', 'tr'];

const EVENTS = [
  'pointerover',
  'pointerout',
  'pointerdown',
  'pointerup',
  'focusin',
  'focusout',
  'change',
  'transitionend',
  'animationend',
];

/** Tells of elements whose colours may have changed with a state: the pointer over them, the focus in them, a box ticked. */
export class States {
  readonly #page: Page;
  readonly #report: (element: Element) => void;
  readonly #onFocus: (element: Element | null) => void;
  readonly #listening = new Set<Root>();
  #hosts: { readonly own: string; readonly around: string } | null = null;
  #target: Element | null = null;

  /**
   * @param report told of the topmost element whose colours may have changed
   * @param onFocus told of the element that got the focus, null where one lost it
   */
  constructor(page: Page, report: (element: Element) => void, onFocus: (element: Element | null) => void) {
    this.#page = page;
    this.#onFocus = onFocus;
    this.#report = report;
  }

  /** Looks at the page's rules anew and listens in roots that are new. */
  refresh(): void {
    this.#hosts = null;
    this.#page.window.addEventListener('hashchange', this.#aim);
    for (const root of this.#page.roots()) {
      if (this.#listening.has(root)) continue;
      this.#listening.add(root);
      for (const name of EVENTS) root.addEventListener(name, this.#take, { capture: true, passive: true });
    }
  }

  close(): void {
    this.#page.window.removeEventListener('hashchange', this.#aim);
    for (const root of this.#listening) {
      for (const name of EVENTS) root.removeEventListener(name, this.#take, { capture: true });
    }
    this.#listening.clear();
  }

  /** The element that the address points to changed. */
  readonly #aim = (): void => {
    const target = this.#page.document.querySelector(':target');
    for (const element of [this.#target, target]) if (element) this.#report(element.parentElement ?? element);
    this.#target = target;
  };

  readonly #take = (event: Event): void => {
    if (event.type.startsWith('focus')) {
      const [target] = event.composedPath();
      const isIn = event.type === 'focusin' && (target as Partial<Node>).nodeType === Node.ELEMENT_NODE;
      this.#onFocus(isIn && !this.#page.isOwn(target as Element) ? (target as Element) : null);
    }
    this.#hosts ??= this.#readHosts();
    const isEnd = event.type.endsWith('end');
    for (const target of [event.target, (event as MouseEvent).relatedTarget]) {
      const element = target as Partial<Element> | null;
      if (!element?.matches || this.#page.isOwn(element as Element)) continue;
      let top: Element | null = isEnd ? (element as Element) : null;
      for (let at: Element | null = element as Element; at; at = at.parentElement) {
        if (at.matches(this.#hosts.around)) top = at.parentElement ?? at;
        else if (at.matches(this.#hosts.own)) top = at;
      }
      if (top) this.#report(top);
    }
  };

  /** Elements whose state some rule of the page hangs colours on: their own or those in them, and those beside them. */
  #readHosts(): { own: string; around: string } {
    const found = new Set<string>();
    const around = new Set<string>();
    for (const root of this.#page.roots()) {
      if (this.#page.hasUnreadableSheets(root)) for (const name of LIKELY) found.add(name);
      for (const sheet of this.#page.sheets(root)) {
        eachDeclaringRule(sheet, (rule) => {
          const { selectorText } = rule as Partial<CSSStyleRule>;
          if (!selectorText || !STATE.test(selectorText) || !COLORING.test(rule.style.cssText)) return;
          for (const selector of splitSelectors(selectorText)) {
            const end = selector.search(STATE);
            if (end >= 0) (BESIDE.test(selector.slice(end)) ? around : found).add(hostOf(selector.slice(0, end)));
          }
        });
      }
    }
    const { document } = this.#page;
    // `:root` and `body` are left out: their states are the whole page's.
    const join = (selectors: Set<string>): string =>
      [...selectors]
        .filter((selector) => !/^\s*(:root|html|body|\*)?\s*$/.test(selector) && isSelector(document, selector))
        .join() || ':not(*)';
    return { own: join(found), around: join(around) };
  }
}

/** The part of a selector before a state as a selector of its own; what a bracket opened there is left out. */
function hostOf(before: string): string {
  let host = before;
  for (let open = unclosed(host); open >= 0; open = unclosed(host)) host = host.slice(0, host.lastIndexOf(':', open));
  return host.replace(/(^|[\s>+~&])$/, '$1*').replaceAll('&', '');
}

/** Where a bracket stands open at the end of a text; -1 where none does. */
function unclosed(text: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')') depth++;
    else if (text[at] === '(' && --depth < 0) return at;
  }
  return -1;
}
