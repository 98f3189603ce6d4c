import type { Root } from './page.ts';

/** The rules of a sheet, or null where it belongs to another origin and cannot be read. */
export function readRules(sheet: CSSStyleSheet): CSSRuleList | null {
  try {
    return sheet.cssRules;
  } catch {
    return null;
  }
}

/** All sheets of a root, imported ones after those that import them, with null in place of each that cannot be read. */
export function listSheets(root: Root): (CSSStyleSheet | null)[] {
  const found: (CSSStyleSheet | null)[] = [];
  const visit = (sheet: CSSStyleSheet | null): void => {
    if (!sheet) return;
    const rules = readRules(sheet);
    found.push(rules && sheet);
    for (let i = 0; rules && i < rules.length; i++) {
      const rule = rules[i] as CSSRule & Partial<CSSImportRule>;
      // Imports stand first, behind @charset and @layer statements at most.
      if ('styleSheet' in rule) visit(rule.styleSheet ?? null);
      else if ('selectorText' in rule) break;
    }
  };
  for (const sheet of root.styleSheets) visit(sheet);
  for (const sheet of root.adoptedStyleSheets ?? []) visit(sheet);
  return found;
}

/** A rule that holds declarations: style rules, nested ones, keyframes, page rules. */
export type DeclaringRule = CSSRule & { readonly style: CSSStyleDeclaration };

/** Calls back for every rule with declarations in a sheet, through @media, @supports, @layer, @container, @scope and nesting. */
export function eachDeclaringRule(sheet: CSSStyleSheet, visit: (rule: DeclaringRule) => void): void {
  const walk = (rules: CSSRuleList | null | undefined): void => {
    for (let i = 0; rules && i < rules.length; i++) {
      const rule = rules[i] as CSSRule & Partial<DeclaringRule & CSSGroupingRule>;
      if (rule.style && !('fontFamily' in rule && 'unicodeRange' in rule)) visit(rule as DeclaringRule);
      if (rule.cssRules) walk(rule.cssRules);
    }
  };
  walk(readRules(sheet));
}
