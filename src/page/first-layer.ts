const OWN_LAYER = 'ro-chu';

interface Layer {
  readonly name: string;
  readonly layers: Layer[];
}

/**
 * Names a cascade layer that comes before every layer of the page: below the innermost first one, where its own rules win.
 * Layers of the page that have no name, or that come with a sheet that cannot be read, cannot be preceded.
 */
export function firstLayer(sheets: Iterable<CSSStyleSheet>): string {
  const top: Layer[] = [];
  for (const sheet of sheets) {
    // An imported sheet is listed by itself too, and is reached through its import as well, within that import's layer.
    if (!sheet.ownerRule) collect(sheet.cssRules, top);
  }
  let path = '';
  for (let layers = top; layers[0]; layers = layers[0].layers) path += layers[0].name + '.';
  return path + OWN_LAYER;
}

function collect(rules: CSSRuleList | undefined, into: Layer[]): void {
  for (let i = 0; rules && i < rules.length; i++) {
    const rule = rules[i] as CSSRule &
      Partial<CSSGroupingRule & CSSImportRule & CSSLayerBlockRule & CSSLayerStatementRule & CSSStyleRule>;
    if (rule.nameList) for (const name of rule.nameList) declare(name, into);
    else if ('styleSheet' in rule) {
      const layers = rule.layerName ? declare(rule.layerName, into) : into;
      if (rule.layerName !== '' && rule.styleSheet) collect(readable(rule.styleSheet), layers);
    } else if (rule.name !== undefined && rule.constructor.name === 'CSSLayerBlockRule') {
      if (rule.name) collect(rule.cssRules, declare(rule.name, into));
    } else if (rule.cssRules && rule.selectorText === undefined && !('findRule' in rule)) {
      collect(rule.cssRules, into);
    }
  }
}

function declare(path: string, into: Layer[]): Layer[] {
  let layers = into;
  for (const name of path.split('.')) {
    let layer = layers.find((other) => other.name === name);
    if (!layer) layers.push((layer = { name, layers: [] }));
    layers = layer.layers;
  }
  return layers;
}

function readable(sheet: CSSStyleSheet): CSSRuleList | undefined {
  try {
    return sheet.cssRules;
  } catch {
    return undefined;
  }
}
