/** Elements that show something of their own instead of their content. */
const REPLACED = /^(img|svg|picture|video|audio|canvas|iframe|object|embed)$/i;

/** Form controls show text that is no text node. */
const CONTROL = /^(input|select|textarea)$/i;

/** Whether a text holds a letter or a digit. */
export const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/**
 * Whether an element holds no words: an icon of a font, a cross, an arrow, one picture, nothing at all.
 * What only a style sheet writes into it (`::before`) is not looked at.
 */
export function isWordless(element: Element): boolean {
  const first = element.firstElementChild;
  if (first && (first.nextElementSibling || !REPLACED.test(first.localName))) return false;
  if (CONTROL.test(element.localName)) return false;
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE && hasLetters((node as Text).data)) return false;
  }
  return true;
}

/** Whether an element shows a sign and nothing else: some character that is no letter, one of a style sheet's, a picture. */
export function isSign(element: Element): boolean {
  if (!isWordless(element)) return false;
  const view = element.ownerDocument.defaultView;
  const written = ['::before', '::after'].flatMap((part) => {
    const content = view?.getComputedStyle(element, part).content ?? '';
    // What stands outside of quotes is `none`, `normal`, `counter(…)`.
    return content.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  });
  const text = written.join('').replaceAll('"', '');
  return !hasLetters(text) && (/\S/.test(text + element.textContent) || element.firstElementChild !== null);
}

/** Whether an element is part of a drawing or formula, whose words have their places: SVG, MathML. */
export const isDrawing = ({ namespaceURI }: Element): boolean => !namespaceURI?.endsWith('/xhtml');
