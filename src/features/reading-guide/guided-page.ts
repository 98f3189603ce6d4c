import { nextFrame } from '../../page/frames.ts';
import type { Page, Root } from '../../page/page.ts';
import { GuideElement } from './guide-element.ts';
import { caretLine, elementAt, firstLine, focusedIn, lineNear, offsetOf, type Line } from './line.ts';

/** Height of a line where the text under the pointer says none, in px at the page's own text size. */
const LINE_PX = 20;

/** What shows what lies over a page: the guide has to come over it once more. */
const TOP_LAYER = ['dialog:modal', ':popover-open', ':fullscreen'];

const EVENTS = [
  'pointermove',
  'pointerdown',
  'touchstart',
  'touchmove',
  'keydown',
  'focusin',
  'input',
  'selectionchange',
  'scroll',
];

/** What the guide follows: a point of a document's window, or the focus in a document. */
interface Spot {
  readonly document: Document;
  readonly point: { readonly x: number; readonly y: number } | null;
}

const isDocument = (root: Root): root is Document => root.nodeType === Node.DOCUMENT_NODE;

/** One page with a reading guide. */
export class GuidedPage {
  readonly #page: Page;
  readonly #guide: GuideElement;
  readonly #stop: () => void;
  readonly #listening = new Set<Document>();
  #spot: Spot;
  #lineHeight = LINE_PX;
  #isByPointer = false;
  #isDue = false;
  #isClosed = false;

  constructor(page: Page) {
    const { document, window } = page;
    this.#page = page;
    this.#guide = new GuideElement(document, window);
    const middle = { x: window.innerWidth / 2, y: window.innerHeight / 2 };
    this.#spot = { document, point: focusedIn(document) ? null : middle };
    this.#listen(page.roots());
    this.#stop = page.onChange(({ roots }) => {
      this.#listen(roots);
      this.#update();
    });
  }

  show(kind: 'line' | 'mask', textScale: number): void {
    this.#lineHeight = LINE_PX * textScale;
    this.#guide.setKind(kind);
    this.#place();
    // Once more when the other features have changed the text.
    this.#update();
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
    for (const document of this.#listening) {
      for (const name of EVENTS) document.removeEventListener(name, this.#onEvent, true);
    }
    this.#listening.clear();
    this.#guide.remove();
  }

  #listen(roots: readonly Root[]): void {
    for (const root of roots) {
      // All these events leave shadow trees.
      if (!isDocument(root) || this.#listening.has(root)) continue;
      this.#listening.add(root);
      for (const name of EVENTS) root.addEventListener(name, this.#onEvent, { capture: true, passive: true });
    }
  }

  readonly #onEvent = (event: Event): void => {
    const document = event.currentTarget as Document;
    const { type } = event;
    const isPress = type === 'pointerdown' || type === 'touchstart';
    if (type === 'keydown') this.#isByPointer = false;
    else if (isPress) this.#isByPointer = true;
    if (isPress || type.endsWith('move')) {
      const { clientX: x, clientY: y } = (event as TouchEvent).touches?.[0] ?? (event as PointerEvent);
      const { point, document: before } = this.#spot;
      // Browsers report moves of a pointer that rests, when the page moves under it.
      if (!isPress && point?.x === x && point.y === y && before === document) return;
      this.#spot = { document, point: { x, y } };
    } else if (type === 'input' || (!this.#isByPointer && /^(focusin|selectionchange)$/.test(type))) {
      if (!focusedIn(document)) return;
      this.#spot = { document, point: null };
    } else if (type !== 'scroll') return;
    this.#update();
  };

  /** Moves the guide with the next frame, once for all that happens until then. */
  #update(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    const moved = nextFrame(this.#page.window).then(() => {
      this.#isDue = false;
      if (!this.#isClosed) this.#place();
    });
    this.#page.track(moved.catch((error: unknown) => this.#page.report(error, 'reading-guide')));
  }

  #place(): void {
    const { document, point } = this.#spot;
    const offset = offsetOf(document, this.#page.document);
    const element = point ? elementAt(document, point.x, point.y) : focusedIn(document);
    this.#guide.raise(this.#topLayerAround(element));
    const line = point ? this.#lineAtPoint(element, point.y) : element && this.#focusedLine(element);
    if (line && offset !== null) this.#guide.place({ top: line.top + offset, bottom: line.bottom + offset });
  }

  #lineAtPoint(element: Element | null, y: number): Line {
    const line = element && lineNear(element, y);
    if (line) return line;
    return { top: y - this.#lineHeight / 2, bottom: y + this.#lineHeight / 2 };
  }

  #focusedLine(element: Element): Line | null {
    if (element.localName === 'textarea') {
      const field = element as HTMLTextAreaElement;
      const style = field.ownerDocument.defaultView!.getComputedStyle(field);
      const { top, bottom } = this.#guide.measureCaret(field, style);
      const start = field.getBoundingClientRect().top + field.clientTop - field.scrollTop;
      return { top: start + top, bottom: start + bottom };
    }
    return ((element as HTMLElement).isContentEditable && caretLine(element)) || firstLine(element);
  }

  /** The dialog, popover or full screen that an element lies in. */
  #topLayerAround(element: Element | null): Element | null {
    for (let at: Element | null = element; at; at = (at.getRootNode() as Partial<ShadowRoot>).host ?? null) {
      for (const selector of TOP_LAYER) {
        const found: Element | null = CSS.supports(`selector(${selector})`) ? at.closest(selector) : null;
        if (found) return found;
      }
    }
    return null;
  }
}
