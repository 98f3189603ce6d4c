import type { Page, StyleOwner } from '../../page/page.ts';
import { eachDeclaringRule, readRules } from '../../page/sheets.ts';
import { isStylable } from '../../page/own.ts';
import { isWideKeyword, kindOfValue, referencedProperties, type VariableKind } from './scale-value.ts';

/** What the page's custom properties hold that text sizes hang on, from every place that sets them. */
export class Variables {
  readonly #page: Page;
  /** Values seen for each property that sizes hang on, directly or through others. */
  readonly #values = new Map<string, Set<string>>();
  readonly #kinds = new Map<string, VariableKind>();
  #hasNewNames = false;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Registers properties that a size refers to. */
  use(names: readonly string[]): void {
    for (const name of names) {
      if (this.#values.has(name)) continue;
      this.#values.set(name, new Set());
      this.#hasNewNames = true;
    }
  }

  /** What a property holds; `plain` where nothing that can be read sets it. */
  kindOf(name: string): VariableKind {
    return this.#kinds.get(name) ?? 'plain';
  }

  /**
   * Learns from what is new: from these sheets and elements, or from the whole page where properties came into use.
   * @returns whether a property that was known turned out to hold something else
   */
  learn(sheets: Iterable<CSSStyleSheet>, elements: readonly StyleOwner[]): boolean {
    if (!this.#values.size) return false;
    if (!this.#hasNewNames) this.#read(sheets, elements);
    while (this.#hasNewNames) {
      this.#hasNewNames = false;
      for (const root of this.#page.roots()) {
        const styled = [...root.querySelectorAll('[style*="--"]')].filter(isStylable);
        this.#read(this.#page.sheets(root), styled);
      }
    }
    return this.#decide();
  }

  #read(sheets: Iterable<CSSStyleSheet>, owners: readonly StyleOwner[]): void {
    for (const sheet of sheets) {
      eachDeclaringRule(sheet, (rule) => this.#readDeclarations(rule));
      const rules = readRules(sheet);
      for (let i = 0; rules && i < rules.length; i++) {
        const { name, initialValue } = rules[i] as CSSRule & Partial<CSSPropertyRule>;
        if (name !== undefined && initialValue) this.#add(name, initialValue);
      }
    }
    for (const owner of owners) this.#readDeclarations(owner);
  }

  #readDeclarations({ style }: StyleOwner): void {
    for (const name of [...this.#values.keys()]) {
      const value = style.getPropertyValue(name);
      if (value) this.#add(name, value.trim());
    }
  }

  #add(name: string, value: string): void {
    const values = this.#values.get(name);
    if (!values || isWideKeyword(value)) return;
    const names = referencedProperties(value);
    // Only the shape counts: a script may set a new number in each frame.
    values.add(names.length ? value : value.replace(/\d*\.?\d+/g, (number) => (Number(number) ? '9' : '0')));
    this.use(names);
  }

  /** Works the kinds out anew; properties that hang on each other settle after as many rounds as they are deep. */
  #decide(): boolean {
    const before = new Map(this.#kinds);
    let rounds = this.#values.size + 1;
    for (let hasChanged = true; hasChanged && rounds > 0; rounds--) {
      hasChanged = false;
      for (const [name, values] of this.#values) {
        const kinds = new Set([...values].map((value) => kindOfValue(value, (inner) => this.kindOf(inner))));
        const [first] = kinds;
        const kind = kinds.size > 1 ? 'mixed' : first;
        if (kind === undefined || kind === this.#kinds.get(name)) continue;
        this.#kinds.set(name, kind);
        hasChanged = true;
      }
    }
    for (const [name, kind] of before) if (this.#kinds.get(name) !== kind) return true;
    return false;
  }
}
