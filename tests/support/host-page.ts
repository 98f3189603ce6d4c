/** A page of its own to try the engine on, in a frame: its own document, mode and root font size. */
export interface HostPage {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  remove(): void;
}

/** Opens a page from its HTML; without a doctype it is in quirks mode. */
export async function openHostPage(html: string): Promise<HostPage> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:800px;height:600px;border:0';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = html;
  document.body.append(frame);
  await loaded;
  return {
    document: frame.contentDocument!,
    window: frame.contentWindow as Window & typeof globalThis,
    remove: () => frame.remove(),
  };
}

/** Everything an element or its pseudo-element computes to. */
function computed(element: Element, pseudo = ''): string {
  const style = element.ownerDocument.defaultView!.getComputedStyle(element, pseudo);
  let text = '';
  for (let i = 0; i < style.length; i++) text += `${style[i]!}:${style.getPropertyValue(style[i]!)};`;
  return text;
}

function rootsIn(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const found = [root];
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) found.push(...rootsIn(element.shadowRoot));
    const inner = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
    if (inner) found.push(...rootsIn(inner));
  }
  return found;
}

function domText(node: Node): string {
  if (node.nodeType !== Node.ELEMENT_NODE) {
    return node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : [...node.childNodes].map(domText).join('');
  }
  const element = node as Element;
  // Their order says nothing; a browser puts one that went and came back last.
  const attributes = [...element.attributes]
    .map(({ name, value }) => ` ${name}="${value}"`)
    .sort()
    .join('');
  return `<${element.tagName}${attributes}>${[...node.childNodes].map(domText).join('')}</>`;
}

function cssText(sheet: CSSStyleSheet): string {
  try {
    return [...sheet.cssRules]
      .map((rule) => {
        const { styleSheet } = rule as Partial<CSSImportRule>;
        return rule.cssText + (styleSheet ? `{${cssText(styleSheet)}}` : '');
      })
      .join('\n');
  } catch {
    return 'unreadable';
  }
}

/** The text of a page's DOM, the text of its style sheets, and every computed style, to compare before with after. */
export interface PageState {
  readonly dom: string;
  readonly css: string;
  readonly styles: string;
}

/** Takes down the whole state of a page, its shadow roots and frames included. */
export function stateOf(document: Document): PageState {
  const roots = rootsIn(document);
  const elements = roots.flatMap((root) => [...root.querySelectorAll('*')]);
  return {
    dom: roots.map(domText).join('\n'),
    css: roots
      .flatMap((root) => [...root.styleSheets, ...root.adoptedStyleSheets])
      .map(cssText)
      .join('\n---\n'),
    styles: elements
      .flatMap((element) => [
        `${element.localName}#${element.id}`,
        computed(element),
        computed(element, '::before'),
        computed(element, '::after'),
      ])
      .join('\n'),
  };
}

/** A text size and line height, px; the latter NaN where it is `normal`. */
export type TextSize = readonly [size: number, line: number];

const textSize = (style: CSSStyleDeclaration): TextSize => [parseFloat(style.fontSize), parseFloat(style.lineHeight)];

/** The sizes of all elements below the root, by their path, and of those pseudo-elements that show something. */
export function textSizes(document: Document): Map<string, TextSize> {
  const sizes = new Map<string, TextSize>();
  for (const root of rootsIn(document)) {
    for (const element of root.querySelectorAll('*')) {
      const view = element.ownerDocument.defaultView!;
      const isMeta = element.closest('head') !== null || element === element.ownerDocument.documentElement;
      if (isMeta || /^(SCRIPT|STYLE|LINK)$/.test(element.tagName)) continue;
      const path = pathOf(element);
      sizes.set(path, textSize(view.getComputedStyle(element)));
      for (const pseudo of ['::before', '::after']) {
        const style = view.getComputedStyle(element, pseudo);
        if (!/^(none|normal|)$/.test(style.content)) sizes.set(path + pseudo, textSize(style));
      }
    }
  }
  return sizes;
}

function pathOf(element: Element): string {
  const parent = element.parentElement;
  const root = element.getRootNode();
  const host = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? (root as ShadowRoot).host : null;
  const up = parent ? pathOf(parent) : host ? `${pathOf(host)}//` : (element.ownerDocument.URL.slice(0, 20) ?? '');
  const index = element.parentNode ? [...element.parentNode.children].indexOf(element) : 0;
  return `${up}>${element.localName}${element.id ? `#${element.id}` : ''}[${index}]`;
}

/** Lists what is not scaled as it should be. */
export function notScaled(
  before: ReadonlyMap<string, TextSize>,
  after: ReadonlyMap<string, TextSize>,
  scale: number,
): string[] {
  const wrong: string[] = [];
  const isOff = (was: number, is: number | undefined): boolean =>
    Number.isNaN(was) ? !Number.isNaN(is) : was === 0 ? is !== 0 : Math.abs((is ?? 0) / (was * scale) - 1) > 0.011;
  for (const [path, [size, line]] of before) {
    const now = after.get(path);
    if (isOff(size, now?.[0])) wrong.push(`${path} font-size ${size} -> ${now?.[0]}`);
    if (isOff(line, now?.[1])) wrong.push(`${path} line-height ${line} -> ${now?.[1]}`);
  }
  return wrong;
}

/** Waits for a frame to be drawn. */
export const drawn = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
