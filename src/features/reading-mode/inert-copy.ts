import type { SourceDocument } from './source-document.ts';
import { isBlock, rename, textOf, unwrap } from './text.ts';

/** Class tokens this module gives to blocks that the page aligns by attribute or inline style. */
export const CENTERED = 'ro-chu-centered';
/** @see CENTERED */
export const RIGHT = 'ro-chu-right';

/** What is never content: code, embedded documents, controls, tickers; and what would load or run in a live document. */
const DROPPED =
  'script, style, link, base, meta[http-equiv], template, iframe, frame, frameset, ' +
  'object, embed, applet, audio, video, canvas, svg, math, map, area, input, select, textarea, datalist, marquee, ' +
  'dialog:not([open]), portal, noembed, noframes';

/** Hidden parts that open at a click on the page belong to the text: panels of tabs and accordions. */
const OPENS_AT_CLICK =
  'details, [role="tabpanel"], .collapse, .tab-pane, .tabcontent, .tab-content, [class*="accordion"], [class*="panel-collapse"]';

/** What opens a panel on the page is that panel's heading in a text where all panels are open. */
const SECTION_BUTTONS =
  '[aria-expanded][aria-controls], [data-toggle="collapse"], [data-bs-toggle="collapse"], [role="tab"]';

/** Where lazy loaders keep the address of a picture. */
const LAZY_ATTRIBUTES = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-url'];
const PLACEHOLDER =
  /^data:|^about:|^$|(?:blank|placeholder|loading|spacer|pixel|lazy)[^/]*\.(?:gif|png|svg|jpe?g|webp)/i;

/** Pictures that the page shows at most this wide, in CSS pixels, are thumbnails: a list of links is read better without them. */
const THUMBNAIL_WIDTH = 200;

/** Pictures of at most this many CSS pixels on a side are icons, bullets or counters. */
const ICON_SIDE = 40;

/**
 * Copies a document into one that has no window: nothing in it loads, runs or upgrades, and the page is only read.
 * No HTML string is parsed on the way, so Trusted Types have nothing to refuse. Ids, names, styles and event handlers are
 * left out, what the page hides and what is ours too; addresses are made absolute.
 */
export function copyInert({ window, root: live, implementation, base }: SourceDocument): Document {
  const copy = implementation.createHTMLDocument('');
  const root = copy.importNode(live, true);
  const proto = (window as Window & typeof globalThis).Element.prototype;
  takeNames(root, proto);
  const originals = live.querySelectorAll('*');
  const canTell = typeof proto.checkVisibility === 'function' && live.checkVisibility();
  const left: Element[] = [];
  root.querySelectorAll('*').forEach((element, i) => {
    const original = originals[i];
    if (!original) return;
    if (element.localName.startsWith('ro-chu-') || isHidden(original, element, proto, canTell)) left.push(element);
    else if (element.localName === 'img') settlePicture(element, original as HTMLImageElement);
    else if (canTell && isGlued(element) && standsApart(original, window)) element.after(' ');
  });
  for (const element of left) element.remove();
  takeNoscriptPictures(root);
  for (const element of root.querySelectorAll(DROPPED)) element.remove();
  for (const element of root.querySelectorAll(SECTION_BUTTONS)) if (isSectionTitle(element)) rename(element, 'h3');
  for (const element of root.querySelectorAll('*')) cleanAttributes(element, base);
  for (const element of root.querySelectorAll('form')) rename(element, 'div');
  for (const button of root.querySelectorAll('button')) {
    if (button.closest('h1, h2, h3, h4, h5, h6, dt, summary')) unwrap(button);
    else button.remove();
  }
  for (const attribute of [...root.attributes]) if (attribute.name !== 'lang') root.removeAttribute(attribute.name);
  copy.replaceChild(root, copy.documentElement);
  return copy;
}

/**
 * Takes away ids and names, which hide the methods of forms and of the document (`<input name="closest">`); an id goes on as a
 * class, since it tells as much about what a block is for.
 */
function takeNames(root: HTMLElement, proto: Element): void {
  for (const element of root.querySelectorAll('[id], [name]')) {
    const id = proto.getAttribute.call(element, 'id');
    if (id) proto.setAttribute.call(element, 'class', `${proto.getAttribute.call(element, 'class') ?? ''} ${id}`);
    proto.removeAttribute.call(element, 'id');
    if (!proto.matches.call(element, 'meta')) proto.removeAttribute.call(element, 'name');
  }
}

/**
 * Whether the page hides the element. Where the whole document is shown nowhere (`canTell` false: a hidden frame), everything
 * in it computes as hidden, and only what is said on the element counts.
 */
function isHidden(original: Element, element: Element, proto: Element, canTell: boolean): boolean {
  const says =
    element.hasAttribute('hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
  if (!(canTell ? !proto.checkVisibility.call(original) : says)) return false;
  // Elements of the head are never shown, yet their words (title, meta) are needed.
  return !element.closest('head, noscript') && !element.closest(OPENS_AT_CLICK);
}

/** Whether an inline element's last letter touches the first one of what follows. */
function isGlued(element: Element): boolean {
  const next = element.nextSibling;
  return (
    !isBlock(element) &&
    !!next &&
    /[\p{L}\p{N}]$/u.test(element.textContent ?? '') &&
    /^[\p{L}\p{N}]/u.test(next.textContent ?? '')
  );
}

/** Whether the page's style keeps an inline element, or the one after it, apart from its neighbour where the markup does not. */
function standsApart(original: Element, window: Window): boolean {
  return [original, original.nextElementSibling].some((element, i) => {
    if (!element || (i === 1 && original.nextSibling !== element)) return false;
    const { display, cssFloat, marginLeft, marginRight, paddingLeft, paddingRight } = window.getComputedStyle(element);
    const [margin, padding] = i === 0 ? [marginRight, paddingRight] : [marginLeft, paddingLeft];
    return (
      !/^(?:inline|contents|none)$/.test(display) ||
      cssFloat !== 'none' ||
      parseFloat(margin) > 1 ||
      parseFloat(padding) > 1
    );
  });
}

function isSectionTitle(element: Element): boolean {
  const text = textOf(element);
  if (!isBlock(element) || text.length < 2 || text.length > 120) return false;
  return (
    !element.closest('nav, header, li, h1, h2, h3, h4, h5, h6, [class*="nav"], [class*="menu"]') &&
    !element.querySelector('h1, h2, h3, h4, h5, h6, p, ul')
  );
}

function settlePicture(element: Element, original: HTMLImageElement): void {
  const shown = original.currentSrc || element.getAttribute('src') || '';
  const lazy = LAZY_ATTRIBUTES.map((name) => element.getAttribute(name)?.trim()).find(Boolean);
  const fromSet = (element.getAttribute('srcset') ?? element.getAttribute('data-srcset') ?? '')
    .trim()
    .split(/[\s,]/)[0];
  const address = PLACEHOLDER.test(shown) ? lazy || fromSet || shown : shown;
  const alt = element.getAttribute('alt');
  // A placeholder's own size says nothing of the picture it stands for.
  const isShown = address === shown;
  const width = (isShown && original.naturalWidth) || Number(element.getAttribute('width')) || 0;
  const height = (isShown && original.naturalHeight) || Number(element.getAttribute('height')) || 0;
  for (const attribute of [...element.attributes]) {
    if (attribute.name !== 'class') element.removeAttribute(attribute.name);
  }
  if (address) element.setAttribute('src', address);
  element.setAttribute('alt', alt ?? '');
  const shownWidth = original.width || width;
  if (shownWidth > 0 && shownWidth <= THUMBNAIL_WIDTH) element.setAttribute('data-ro-chu', 'thumbnail');
  if (width > 0 && height > 0) {
    element.setAttribute('width', String(Math.round(width)));
    element.setAttribute('height', String(Math.round(height)));
    if (width <= ICON_SIDE || height <= ICON_SIDE) element.setAttribute('data-ro-chu', 'icon');
  }
}

/** A lazy loader's fallback: where scripts run, the content of `noscript` is text, from which only the address is taken. */
function takeNoscriptPictures(root: Element): void {
  for (const noscript of root.querySelectorAll('noscript')) {
    const markup = noscript.textContent ?? '';
    const address =
      noscript.querySelector('img')?.getAttribute('src') ??
      /<img\b[^>]*?\ssrc\s*=\s*["']([^"']+)["']/i.exec(markup)?.[1];
    const previous = noscript.previousElementSibling;
    const placeholder = previous?.localName === 'img' ? previous : previous?.querySelector('img');
    if (address && placeholder && PLACEHOLDER.test(placeholder.getAttribute('src') ?? '')) {
      placeholder.setAttribute('src', address);
      for (const name of ['width', 'height', 'data-ro-chu']) placeholder.removeAttribute(name);
    }
    noscript.remove();
  }
}

/** Attributes that may stay on a copied element; a URL is made absolute and kept only with a harmless scheme. */
const KEPT = new Set(
  (
    'alt class colspan content data-ro-chu datetime dir headers height href itemprop lang name property reversed role rowspan scope ' +
    'src start title type value width'
  ).split(' '),
);

function cleanAttributes(element: Element, base: string): void {
  const align =
    element.getAttribute('align') ?? /text-align\s*:\s*(\w+)/i.exec(element.getAttribute('style') ?? '')?.[1];
  if (element.localName !== 'img') element.removeAttribute('data-ro-chu');
  for (const { name } of [...element.attributes]) {
    if (!KEPT.has(name)) element.removeAttribute(name);
  }
  const tokens = [element.getAttribute('class') ?? ''];
  if (align?.toLowerCase() === 'center') tokens.push(CENTERED);
  if (align?.toLowerCase() === 'right') tokens.push(RIGHT);
  const names = tokens.join(' ').trim();
  if (names) element.setAttribute('class', names);
  for (const name of ['href', 'src'] as const) {
    const value = element.getAttribute(name);
    // A place in the page itself: kept as it is, since it leads nowhere else.
    if (value === null || (name === 'href' && value.startsWith('#'))) continue;
    const address = safeAddress(value, base, name === 'src');
    if (address) element.setAttribute(name, address);
    else element.removeAttribute(name);
  }
}

/** The absolute address of a link or picture, or null for a scheme that could do more than lead somewhere. */
export function safeAddress(value: string, base: string, isPicture: boolean): string | null {
  let url: URL;
  try {
    url = new URL(value, base);
  } catch {
    return null;
  }
  if (isPicture && /^data:image\/(?:png|jpeg|gif|webp);base64,/i.test(url.href)) return url.href;
  const schemes = isPicture ? ['http:', 'https:'] : ['http:', 'https:', 'mailto:', 'tel:'];
  return schemes.includes(url.protocol) ? url.href : null;
}
