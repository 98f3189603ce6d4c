import createDOMPurify, { type Config, type DOMPurify, type WindowLike } from 'dompurify';
import { safeAddress } from './inert-copy.ts';

/** What may be in the reader: text, its structure, tables and pictures. Everything else is dropped or unwrapped. */
const TAGS = (
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 ' +
  'h5 h6 hr i img ins kbd li mark ol p pre q rb rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th ' +
  'thead time tr u ul var wbr'
).split(' ');

const ATTRIBUTES =
  'href src alt title width height colspan rowspan scope lang dir datetime start reversed value type data-ro-chu'.split(
    ' ',
  );

/** Attributes that only these elements may carry. */
const ONLY_ON: Readonly<Record<string, readonly string[]>> = {
  href: ['a'],
  src: ['img'],
  alt: ['img'],
  width: ['img'],
  height: ['img'],
  value: ['li'],
  type: ['ol'],
  title: ['abbr', 'dfn'],
};

const CONFIG: Config = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ATTRIBUTES,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  // Nodes in, nodes out: no HTML string is parsed, so no Trusted Types policy is needed and none is asked for.
  IN_PLACE: true,
  TRUSTED_TYPES_POLICY: null,
};

const purifiers = new WeakMap<object, DOMPurify>();

/**
 * Takes everything out of an element of an inert document that is not on the list, and returns what is left of its content.
 * Links lead only to http(s), mailto and tel; pictures come only from http(s) or are small inline bitmaps, and load lazily.
 */
export function sanitise(content: Element, window: Window, base: string): DocumentFragment {
  const root = content.ownerDocument.createElement('div');
  root.append(...content.childNodes);
  const purify = purifierOf(window);
  if (purify.isSupported) purify.sanitize(root, CONFIG);
  else root.replaceChildren(root.textContent ?? ''); // Fails closed: the words alone.
  for (const element of root.querySelectorAll('*')) settle(element, base);
  const fragment = content.ownerDocument.createDocumentFragment();
  fragment.append(...root.childNodes);
  return fragment;
}

function purifierOf(window: Window): DOMPurify {
  let purify = purifiers.get(window);
  if (!purify) {
    purify = createDOMPurify(window as unknown as WindowLike);
    purify.addHook('uponSanitizeAttribute', (node, data) => {
      const only = ONLY_ON[data.attrName];
      if (only && !only.includes(node.nodeName.toLowerCase())) data.keepAttr = false;
    });
    purifiers.set(window, purify);
  }
  return purify;
}

/** The last word on what leads somewhere or loads: addresses once more, and how a picture loads and a link opens. */
function settle(element: Element, base: string): void {
  if (element.localName === 'img') {
    const address = safeAddress(element.getAttribute('src') ?? '', base, true);
    if (!address || !element.getAttribute('src')) return element.remove();
    element.setAttribute('loading', 'lazy');
    element.setAttribute('decoding', 'async');
    element.setAttribute('src', address);
    if (!element.hasAttribute('alt')) element.setAttribute('alt', '');
  } else if (element.localName === 'a') {
    const address = safeAddress(element.getAttribute('href') ?? '', base, false);
    if (!address || !element.getAttribute('href')) return element.replaceWith(...element.childNodes);
    element.setAttribute('href', address);
    element.setAttribute('rel', 'noopener');
  }
}
