import type { Root } from './page.ts';

/** The rules of a sheet, or null where it belongs to another origin and cannot be read. */
export function readRules(sheet: CSSStyleSheet): CSSRuleList | null {
  try {
    return sheet.cssRules;
  } catch {
    return null;
  }
}

/** The sheets of a root, imported ones after those that import them. */
export interface Sheets {
  readonly readable: CSSStyleSheet[];
  /** Sheets of other origins, and those that are still loading. */
  readonly unreadable: CSSStyleSheet[];
}

/** Lists the sheets of a root, those of the page and ours. */
export function listSheets(root: Root): Sheets {
  const found: Sheets = { readable: [], unreadable: [] };
  const visit = (sheet: CSSStyleSheet): void => {
    const rules = readRules(sheet);
    (rules ? found.readable : found.unreadable).push(sheet);
    for (let i = 0; rules && i < rules.length; i++) {
      const rule = rules[i] as CSSRule & Partial<CSSImportRule>;
      // Imports stand first, behind @charset and @layer statements at most.
      if ('styleSheet' in rule) {
        if (rule.styleSheet) visit(rule.styleSheet);
      } else if ('selectorText' in rule) break;
    }
  };
  for (const sheet of root.styleSheets) visit(sheet);
  for (const sheet of root.adoptedStyleSheets ?? []) visit(sheet);
  return found;
}

/** Calls back for every rule of a sheet, those in others included; imported sheets are sheets of their own. */
export function eachRule(sheet: CSSStyleSheet, visit: (rule: CSSRule) => void): void {
  const walk = (rules: CSSRuleList | null | undefined): void => {
    for (let i = 0; rules && i < rules.length; i++) {
      const rule = rules[i] as CSSRule & Partial<CSSGroupingRule>;
      visit(rule);
      if (rule.cssRules) walk(rule.cssRules);
    }
  };
  walk(readRules(sheet));
}

/** A rule that holds declarations: style rules, nested ones, keyframes, page rules. */
export type DeclaringRule = CSSRule & { readonly style: CSSStyleDeclaration };

/** Calls back for every rule with declarations in a sheet, through @media, @supports, @layer, @container, @scope and nesting. */
export function eachDeclaringRule(sheet: CSSStyleSheet, visit: (rule: DeclaringRule) => void): void {
  eachRule(sheet, (rule) => {
    if ((rule as Partial<DeclaringRule>).style) visit(rule as DeclaringRule);
  });
}
