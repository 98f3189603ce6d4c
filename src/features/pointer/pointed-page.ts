import type { Edits, Page, PageChange, Root } from '../../page/page.ts';
import { cursorSize, cursorValue, isOurArrow, type CursorName } from './cursors.ts';

const MARK = 'data-ro-chu-pointer';
const RAISE = ':not(#ro-chu#ro-chu)';

/** What stands for the page's plain cursors; every other one (resize, grab, not-allowed, wait, none) says something and stays. */
const INSTEAD: Readonly<Record<string, CursorName>> = {
  auto: 'arrow',
  default: 'arrow',
  pointer: 'hand',
  text: 'caret',
};

/** Fields that text is written in. */
const FIELDS =
  'textarea,input:not([type=button],[type=submit],[type=reset],[type=image],[type=checkbox],[type=radio],[type=range],[type=color],[type=file])';

/**
 * One page with a large pointer. What lies under the pointer is marked, and nothing else: its cursor is read as the page
 * has it, whatever sheet, script or browser rule it comes from, and only a plain one is drawn large.
 */
export class PointedPage {
  readonly #page: Page;
  readonly #edits: Edits;
  readonly #stop: () => void;
  readonly #listening = new Set<Root>();
  #css = '';
  #marked: Element | null = null;

  constructor(page: Page) {
    this.#page = page;
    this.#edits = page.edits('pointer');
    this.#stop = page.onChange((change) => this.#take(change));
  }

  setScale(textScale: number): void {
    const size = cursorSize(textScale);
    const rules = (['arrow', 'hand', 'caret'] as const).map(
      (name) => `[${MARK}=${name}]${RAISE}{cursor:${cursorValue(name, size)}!important}`,
    );
    // The root without weight, so that a page that waits (`html{cursor:wait}`) is seen to wait.
    this.#css = `:where(:root){cursor:${cursorValue('arrow', size)}}${rules.join('')}`;
    this.#show(this.#page.roots());
    this.#mark(this.#marked ?? lastOf(this.#page.document.querySelectorAll(':hover')));
  }

  close(): void {
    this.#stop();
    for (const root of this.#listening) root.removeEventListener('pointerover', this.#onOver, true);
    this.#listening.clear();
    this.#edits.undo();
  }

  #take({ roots, restyled, sheets }: PageChange): void {
    this.#show(roots);
    // The page may say `wait` while the pointer rests.
    if (restyled.length || sheets.length) this.#mark(this.#marked);
  }

  #show(roots: readonly Root[]): void {
    for (const root of roots) {
      this.#edits.setSheet(root, this.#css);
      this.#listening.add(root);
      // In every root: into a shadow tree the pointer may come without an event that its document hears.
      root.addEventListener('pointerover', this.#onOver, { capture: true, passive: true });
    }
  }

  readonly #onOver = (event: Event): void => {
    const [target] = event.composedPath();
    if (target && 'localName' in target) this.#mark(target as Element);
  };

  #mark(element: Element | null | undefined): void {
    if (this.#marked) this.#edits.setAttribute(this.#marked, MARK, null);
    this.#marked = element?.isConnected && !this.#page.isOwn(element) ? element : null;
    if (!this.#marked) return;
    const name = cursorOf(this.#marked);
    if (name) this.#edits.setAttribute(this.#marked, MARK, name);
  }
}

/** Which of our cursors an element gets, where its own says no more than ours. */
function cursorOf(element: Element): CursorName | undefined {
  const cursor = element.ownerDocument.defaultView?.getComputedStyle(element).cursor ?? '';
  // What `auto` shows depends on what it is for; an editor inherits our arrow in its place, and WebKit's links and fields have it.
  if (cursor === 'auto' || isOurArrow(cursor)) {
    if (isEditor(element) || element.matches(FIELDS)) return 'caret';
    if (element.closest(':any-link')) return 'hand';
  }
  return INSTEAD[cursor];
}

const isEditor = (element: Element): boolean => 'isContentEditable' in element && element.isContentEditable === true;

const lastOf = (elements: NodeListOf<Element>): Element | undefined => elements[elements.length - 1];
