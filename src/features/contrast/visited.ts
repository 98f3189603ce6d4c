import type { Color } from '../../color/color.ts';
import type { Page, Root } from '../../page/page.ts';
import { eachDeclaringRule } from '../../page/sheets.ts';
import { readColor } from './read-color.ts';
import { isSelector, splitSelectors } from './selectors.ts';

/** What browsers give links that the page gives no colour. @see https://html.spec.whatwg.org/multipage/rendering.html#phrasing-content-3 */
const LINK = 'rgb(0, 0, 238)';
const VISITED: Color = { r: 85 / 255, g: 26 / 255, b: 139 / 255, a: 1 };

/** Told apart from every colour of a page. */
const CLEAR = 'rgba(1, 2, 3, 0)';

/**
 * What colour links have once visited. No script may read that, so it is taken from the page's own rules; of those that
 * match, the last. What comes out passes in any case; only which colour it was moved from may be mistaken.
 * @see https://developer.mozilla.org/docs/Web/CSS/Privacy_and_the_:visited_selector
 */
export class VisitedColors {
  readonly #page: Page;
  #rules: Map<Root, [selector: string, color: Color][]> | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Reads the page's rules anew at the next question. */
  refresh(): void {
    this.#rules = null;
  }

  /** The colour of a link once visited; null where it is the same as before. */
  of(link: Element, color: string): Color | null {
    this.#rules ??= this.#read();
    let found: Color | null = color === LINK ? VISITED : null;
    for (const [selector, visited] of this.#rules.get(link.getRootNode() as Root) ?? []) {
      if (link.matches(selector)) found = visited;
    }
    return found;
  }

  #read(): Map<Root, [string, Color][]> {
    const rules = new Map<Root, [string, Color][]>();
    const probe = this.#page.document.createElement('canvas');
    // Drawing resolves names, and leaves nothing in the page.
    const pen = probe.getContext('2d');
    for (const root of this.#page.roots()) {
      const found: [string, Color][] = [];
      rules.set(root, found);
      for (const sheet of this.#page.sheets(root)) {
        eachDeclaringRule(sheet, (rule) => {
          const { selectorText } = rule as Partial<CSSStyleRule>;
          if (!selectorText?.includes(':visited')) return;
          if (!pen || !rule.style.color) return;
          pen.fillStyle = CLEAR;
          pen.fillStyle = rule.style.color;
          const color = pen.fillStyle === CLEAR ? null : readColor(pen.fillStyle);
          if (!color) return;
          for (const selector of splitSelectors(selectorText)) {
            // A link hovered over is looked at when it is.
            if (!selector.includes(':visited') || /:(hover|focus|active)/.test(selector)) continue;
            const plain = selector.replaceAll(':visited', ':any-link');
            if (isSelector(this.#page.document, plain)) found.push([plain, color]);
          }
        });
      }
    }
    return rules;
  }
}
