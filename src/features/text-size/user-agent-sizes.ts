import type { Root } from '../../page/page.ts';
import { firstLayer } from '../../page/first-layer.ts';
import { SCALE_PROPERTY, scaleValue, times } from './scale-value.ts';

/** The CSS absolute-size keywords, in order; `<font size>` 1 to 7 stands for the second to the last. */
export const SIZE_KEYWORDS = [
  'xx-small',
  'x-small',
  'small',
  'medium',
  'large',
  'x-large',
  'xx-large',
  'xxx-large',
] as const;

const CONTROLS = ['button', 'input', 'select', 'textarea'] as const;

/** What the browser makes of size keywords and form controls in one document, in px. */
export interface UserAgentSizes {
  readonly keywords: ReadonlyMap<string, number>;
  readonly controls: ReadonlyMap<string, number>;
}

/** Text size of form controls where it cannot be read, in px. */
const USUAL_CONTROL_PX = 40 / 3;

/** Inline custom properties that carry an element's scaled sizes, so that its own `style.fontSize` reads as the page wrote it. */
export const INLINE = { 'font-size': '--ro-chu-size', 'line-height': '--ro-chu-line' } as const;

/** Inline custom properties for sizes that the rewrite does not reach. */
export const PATCH = { 'font-size': '--ro-chu-patch-size', 'line-height': '--ro-chu-patch-line' } as const;

/** Reads the sizes off a probe: they hang on the reader's own browser settings and on quirks mode. */
export function readUserAgentSizes(document: Document): UserAgentSizes {
  const keywords = new Map<string, number>();
  const controls = new Map<string, number>();
  const window = document.defaultView;
  const root = document.documentElement as Element | null;
  if (!window || !root) return { keywords, controls };
  const host = document.createElement('ro-chu-probe');
  const shadow = host.attachShadow({ mode: 'open' });
  host.style.setProperty('display', 'none', 'important');
  root.appendChild(host);
  const size = (element: Element): number => parseFloat(window.getComputedStyle(element).fontSize);
  for (const keyword of SIZE_KEYWORDS) {
    // One probe each: WebKit keeps to the first size it computed for what is not displayed.
    const probe = document.createElement('span');
    probe.style.fontSize = keyword;
    shadow.appendChild(probe);
    keywords.set(keyword, size(probe));
  }
  for (const tag of CONTROLS) controls.set(tag, size(shadow.appendChild(document.createElement(tag))));
  host.remove();
  return { keywords, controls };
}

/**
 * Scales what no rule of the page sets: the root's children, form controls, `<font size>`, SVG's `font-size` attributes,
 * tables in quirks mode; and puts scaled inline sizes in force.
 *
 * The former stand in a cascade layer before all of the page's own, so that any rule of the page wins, `*` too.
 * @param sheets the page's sheets in the root
 */
export function userAgentCss(root: Root, sheets: Iterable<CSSStyleSheet>, sizes: UserAgentSizes): string {
  const document = root.ownerDocument ?? root;
  const size = (px: number | undefined): string => `{font-size:${times(`${px || USUAL_CONTROL_PX}px`)}}`;
  const keyword = (n: number): string => size(sizes.keywords.get(SIZE_KEYWORDS[n]!));
  let css = `:where(:root>*){font-size:calc(1em*var(${SCALE_PROPERTY},1))}`;
  for (const [tag, px] of sizes.controls) css += `:where(${tag})${size(px)}`;
  if (document.compatMode === 'BackCompat') css += `:where(table)${keyword(SIZE_KEYWORDS.indexOf('medium'))}`;
  for (let n = 1; n <= 7; n++) {
    const relative = n < 3 ? `,font[size="${n - 3}"]` : n > 3 ? `,font[size="+${n - 3}"]` : '';
    css += `:where(font[size="${n}"]${relative})${keyword(n)}`;
  }
  for (const value of svgSizes(root)) {
    const own = /^[\d.\s]+$/.test(value) ? `${parseFloat(value)}px` : value;
    const scaled = scaleValue(own, { keywordPx: (name) => sizes.keywords.get(name) });
    if (scaled !== own) css += `:where([font-size="${CSS.escape(value)}"]){font-size:${scaled}}`;
  }
  const inForce = (property: keyof typeof INLINE): string =>
    `:where([style*="${INLINE[property]}"]){${property}:var(${INLINE[property]})!important}` +
    `[style*="${PATCH[property]}"]:not(#ro-chu#ro-chu#ro-chu){${property}:var(${PATCH[property]})!important}`;
  return `@layer ${firstLayer(sheets)}{${css}}` + inForce('font-size') + inForce('line-height');
}

/** The distinct values of SVG's `font-size` attributes in a root. */
export function svgSizes(root: Root | Element): Set<string> {
  const values = new Set<string>();
  const sized = root.querySelectorAll('svg [font-size],svg[font-size]');
  for (let i = 0; i < sized.length; i++) values.add(sized[i]!.getAttribute('font-size')!);
  return values;
}
