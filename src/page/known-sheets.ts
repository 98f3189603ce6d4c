import type { Root } from './page.ts';
import { eachRule, listSheets } from './sheets.ts';

/** What is new among the sheets of a root. */
export interface SheetNews {
  readonly changed: CSSStyleSheet[];
  readonly hasNewUnreadable: boolean;
}

/** The sheets and rules that were seen, to find those that are new: nothing in a page tells of a rule put in by a script. */
export class KnownSheets {
  readonly #isOwn: (sheet: CSSStyleSheet) => boolean;
  readonly #sizes = new WeakMap<CSSStyleSheet, number>();
  readonly #rules = new WeakSet<CSSRule>();
  readonly #unreadable = new WeakSet<CSSStyleSheet>();

  constructor(isOwn: (sheet: CSSStyleSheet) => boolean) {
    this.#isOwn = isOwn;
  }

  /**
   * Finds sheets that are new or changed since the last look.
   * @param isDeep whether each rule is looked at, or only how many there are
   */
  look(root: Root, isDeep: boolean): SheetNews {
    const { readable, unreadable } = listSheets(root);
    const changed = readable.filter((sheet) => !this.#isOwn(sheet) && this.#hasChanged(sheet, isDeep));
    let hasNewUnreadable = false;
    for (const sheet of unreadable) {
      if (this.#unreadable.has(sheet)) continue;
      this.#unreadable.add(sheet);
      hasNewUnreadable = true;
    }
    return { changed, hasNewUnreadable };
  }

  #hasChanged(sheet: CSSStyleSheet, isDeep: boolean): boolean {
    const size = sheet.cssRules.length;
    const isOtherSize = this.#sizes.get(sheet) !== size;
    if (!isDeep && !isOtherSize) return false;
    this.#sizes.set(sheet, size);
    let hasNewRules = false;
    eachRule(sheet, (rule) => {
      if (this.#rules.has(rule)) return;
      this.#rules.add(rule);
      hasNewRules = true;
    });
    return hasNewRules || isOtherSize;
  }
}
