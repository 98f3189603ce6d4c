import { PICTURES } from './link-css.ts';

/** Room that a frame takes outside its link, in px. */
const FRAME_PX = 2;

/** An area of the window that something can be seen in, or null where nothing cuts it off. */
type Opening = Readonly<Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>> | null;

/** What cuts off what reaches beyond an element, kept for one look at the page. */
export type Cuts = Map<Element, Opening>;

/** Reads how the frame of a link has to be drawn, in the words of the mark. */
export function readLink(link: Element, cuts: Cuts): string {
  const words: string[] = [];
  const style = link.ownerDocument.defaultView?.getComputedStyle(link);
  if (!link.textContent.trim() || (style && hidesWords(style))) {
    const picture = link.querySelector(PICTURES);
    words.push('picture');
    if (picture && style?.display === 'inline') words.push('around');
    if (isCutOff(picture ?? link, cuts)) words.push('in');
  } else if (isCutOff(link, cuts)) words.push('in');
  return words.join(' ');
}

/** Whether words are for screen readers alone, and a picture is shown in their place: the usual two ways. */
const hidesWords = ({ textIndent, fontSize }: CSSStyleDeclaration): boolean =>
  parseFloat(textIndent) < -99 || parseFloat(fontSize) === 0;

/** Whether a frame outside would be cut off; of what is not shown (a closed menu), rather than risk it. */
function isCutOff(element: Element, cuts: Cuts): boolean {
  const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const cut = cutAround(element, cuts);
  if (!boxes.length) return true;
  if (!cut) return false;
  return boxes.some(
    ({ left, top, right, bottom }) =>
      left - FRAME_PX < cut.left ||
      top - FRAME_PX < cut.top ||
      right + FRAME_PX > cut.right ||
      bottom + FRAME_PX > cut.bottom,
  );
}

/** What the ancestors of an element leave to be seen of it. */
function cutAround(element: Element, cuts: Cuts): Opening {
  const parent = element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
  if (!parent || parent === element.ownerDocument.body) return null;
  let cut = cuts.get(parent);
  if (cut !== undefined) return cut;
  cut = cutAround(parent, cuts);
  const style = parent.ownerDocument.defaultView?.getComputedStyle(parent);
  if (style && `${style.overflowX}${style.overflowY}` !== 'visiblevisible' && style.display !== 'inline') {
    const { left, top } = parent.getBoundingClientRect();
    const inner = { left: left + parent.clientLeft, top: top + parent.clientTop };
    cut = smaller(cut, {
      ...inner,
      right: inner.left + parent.clientWidth,
      bottom: inner.top + parent.clientHeight,
    });
  }
  cuts.set(parent, cut);
  return cut;
}

const smaller = (a: Opening, b: NonNullable<Opening>): Opening => ({
  left: Math.max(a?.left ?? -Infinity, b.left),
  top: Math.max(a?.top ?? -Infinity, b.top),
  right: Math.min(a?.right ?? Infinity, b.right),
  bottom: Math.min(a?.bottom ?? Infinity, b.bottom),
});
