/* global window, document, getComputedStyle, CSSStyleSheet, HTMLInputElement, ShadowRoot */
// What runs inside the page that is looked at. Each function is sent there by itself and uses nothing from outside it.

/**
 * @typedef {{ href: string, selector: string } | { inline: true } | { path: string }} Place where a colour comes from
 * @typedef {object} FoundText
 * @property {number} index among the elements kept in the page for the second look
 * @property {string} color as it is seen, #rrggbb
 * @property {string} ground as it is seen, #rrggbb
 * @property {number} ratio
 * @property {boolean} isLarge
 * @property {string} own the element's computed colour
 * @property {number} opacity of the element and all around it, 0 to 1
 * @property {string} words
 * @property {Place} place
 * @typedef {{ reason: string, words: string, place: Place }} UndecidedText
 */

/**
 * Finds the texts of this document that axe calls failing or undecided.
 *
 * @param {boolean} isEnhanced whether AAA is asked
 * @param {Record<string, string>} sheetTexts the text of sheets that the page may not read, by address
 * @returns {Promise<{ failing: FoundText[], undecided: UndecidedText[], passing: number, lang: string }>}
 */
export async function findTexts(isEnhanced, sheetTexts) {
  const rules = isEnhanced ? ['color-contrast', 'color-contrast-enhanced'] : ['color-contrast'];
  for (const animation of document.getAnimations()) {
    try {
      animation.finish();
    } catch {
      // One without an end goes on.
    }
  }
  const { axe } = /** @type {any} */ (window);
  axe.reset();
  axe.configure({ noHtml: true });
  const results = await axe.run(document, {
    runOnly: { type: 'rule', values: rules },
    elementRef: true,
    iframes: false,
    resultTypes: ['violations', 'incomplete', 'passes'],
  });

  /** @type {{ rule: CSSStyleRule, href: string, order: number }[]} */
  const colorRules = [];
  /** @param {CSSRuleList} list @param {string} href */
  const collect = (list, href) => {
    for (const rule of /** @type {any[]} */ ([...list])) {
      if (rule.selectorText && rule.style?.color) colorRules.push({ rule, href, order: colorRules.length });
      if (rule.media && !window.matchMedia(rule.media.mediaText).matches) continue;
      if (rule.styleSheet) read(rule.styleSheet);
      else if (rule.cssRules) collect(rule.cssRules, href);
    }
  };
  /** @param {CSSStyleSheet} sheet */
  const read = (sheet) => {
    if (sheet.disabled || (sheet.media?.mediaText && !window.matchMedia(sheet.media.mediaText).matches)) return;
    const href = sheet.href ?? '';
    try {
      collect(sheet.cssRules, href);
    } catch {
      const text = sheetTexts[href];
      if (!text) return;
      const copy = new CSSStyleSheet();
      copy.replaceSync(text);
      collect(copy.cssRules, href);
    }
  };
  const roots = new Set([document]);
  /** @type {any[]} */
  const nodes = [...results.violations, ...results.incomplete].flatMap(({ nodes }) => nodes);
  for (const { element } of nodes) roots.add(element.getRootNode());
  for (const from of roots) for (const sheet of [...from.styleSheets, ...(from.adoptedStyleSheets ?? [])]) read(sheet);

  /** Ids, then classes, then types, of a selector without commas. @param {string} selector */
  const weight = (selector) => {
    const bare = selector.replace(/:where\([^()]*\)/g, '');
    const ids = bare.match(/#[\w-]+/g)?.length ?? 0;
    const classes = bare.match(/\.[\w-]+|\[[^\]]*\]|(?<!:):(?!:|not|is|has)[\w-]+/g)?.length ?? 0;
    const types = bare.match(/(^|[\s>+~(])[a-z][\w-]*|::[\w-]+/gi)?.length ?? 0;
    return ids * 10_000 + classes * 100 + types;
  };
  /** @param {Element} element @param {string} selector */
  const matches = (element, selector) => {
    try {
      return element.matches(selector);
    } catch {
      return false;
    }
  };
  /** The colour that a value comes to inside an element. @param {Element} element @param {string} value */
  const resolved = (element, value) => {
    const probe = document.createElement('span');
    probe.style.setProperty('color', value, 'important');
    element.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
  /** @param {Element} element */
  const pathOf = (element) => {
    const parts = [];
    for (let at = /** @type {Element | null} */ (element); at && parts.length < 4; at = at.parentElement) {
      const name = at.localName;
      if (at.id) {
        parts.unshift(`${name}#${at.id}`);
        break;
      }
      const like = [...(at.parentElement?.children ?? [])].filter(({ localName }) => localName === name);
      parts.unshift(like.length > 1 ? `${name}:nth-of-type(${like.indexOf(at) + 1})` : name);
    }
    return parts.join(' > ');
  };
  /** @param {Element} element @returns {Place} */
  const placeOf = (element) => {
    const { color } = getComputedStyle(element);
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
      if (getComputedStyle(at).color !== color) break;
      const inline = /** @type {HTMLElement} */ (at).style?.getPropertyValue('color');
      const candidates = colorRules
        .flatMap(({ rule, href, order }) =>
          rule.selectorText
            .split(/,(?![^(]*\))/)
            .map((selector) => selector.trim())
            .filter((selector) => matches(at, selector))
            .map((selector) => ({
              href,
              selector: rule.selectorText,
              value: rule.style.color,
              rank: (rule.style.getPropertyPriority('color') ? 1e6 : 0) + weight(selector),
              order,
            })),
        )
        .sort((x, y) => y.rank - x.rank || y.order - x.order);
      if (inline && (candidates[0]?.rank ?? 0) < 1e6) return { inline: true };
      const found = candidates.find(({ value }) => value !== 'inherit' && resolved(at, value) === color);
      if (found) return { href: found.href, selector: found.selector };
      if (at.hasAttribute('color') || at.hasAttribute('text')) return { path: pathOf(at) };
    }
    return { path: pathOf(element) };
  };
  /** @param {Element} element */
  const wordsOf = (element) => {
    const own = [...element.childNodes].map((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : ''));
    const field = element instanceof HTMLInputElement ? element.value || element.placeholder : '';
    const words =
      [own.join(' '), field, element.textContent ?? ''].map((text) => text.replace(/\s+/g, ' ').trim()).find(Boolean) ??
      '';
    return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words;
  };
  /** @param {Element} element */
  const opacityOf = (element) => {
    let opacity = 1;
    for (let at = /** @type {Element | null} */ (element); at;) {
      opacity *= Number(getComputedStyle(at).opacity);
      const root = at.getRootNode();
      at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }
    return opacity;
  };

  /** @type {Element[]} */
  const kept = [];
  /** @type {FoundText[]} */
  const failing = [];
  for (const { id, nodes } of results.violations) {
    const lower = id === 'color-contrast' ? 3 : 4.5;
    for (const { element, any } of nodes) {
      const { fgColor, bgColor, contrastRatio, expectedContrastRatio } = any[0].data;
      failing.push({
        index: kept.push(element) - 1,
        color: fgColor,
        ground: bgColor,
        ratio: contrastRatio,
        isLarge: parseFloat(expectedContrastRatio) === lower,
        own: getComputedStyle(element).color,
        opacity: opacityOf(element),
        words: wordsOf(element),
        place: placeOf(element),
      });
    }
  }
  /** @type {any} */ (window).roChuFailing = kept;
  const isFailing = new Set(kept);
  /** @type {Map<Element, UndecidedText>} */
  const undecided = new Map();
  for (const { nodes } of results.incomplete) {
    for (const { element, any } of nodes) {
      if (isFailing.has(element) || undecided.has(element)) continue;
      undecided.set(element, {
        reason: any[0]?.data?.messageKey ?? '',
        words: wordsOf(element),
        place: { path: pathOf(element) },
      });
    }
  }
  // What passes AA alone has not passed where AAA is asked.
  const last = results.passes.find((/** @type {any} */ { id }) => id === rules.at(-1));
  return {
    failing,
    undecided: [...undecided.values()],
    passing: last?.nodes.length ?? 0,
    lang: document.documentElement.lang,
  };
}

/**
 * Sets the colours that were found and looks again.
 *
 * @param {boolean} isEnhanced
 * @param {(string | null)[]} colors by the elements' index
 * @returns {Promise<number[]>} those that still fail
 */
export async function tryColors(isEnhanced, colors) {
  const { axe, roChuFailing: kept } = /** @type {any} */ (window);
  colors.forEach((color, index) => {
    if (color) kept[index].style.setProperty('color', color, 'important');
  });
  for (const animation of document.getAnimations()) {
    try {
      animation.finish();
    } catch {
      // One without an end goes on.
    }
  }
  const { violations } = await axe.run(document, {
    runOnly: { type: 'rule', values: isEnhanced ? ['color-contrast', 'color-contrast-enhanced'] : ['color-contrast'] },
    elementRef: true,
    iframes: false,
    resultTypes: ['violations'],
  });
  return violations.flatMap((/** @type {any} */ { nodes }) =>
    nodes.map((/** @type {any} */ { element }) => kept.indexOf(element)),
  );
}
