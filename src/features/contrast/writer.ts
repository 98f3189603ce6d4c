import { isStylable } from '../../page/own.ts';
import type { Edits, Page, Root } from '../../page/page.ts';
import type { Box, Part } from './box.ts';

/** Marks an element whose pseudo-elements get colours of ours; its value names rules of our sheet. */
const MARK = 'data-ro-chu-ink';

/** Raises a selector above the page's own; no element has such an id. */
const RAISE = ':not(#ro-chu#ro-chu)';

const STILL_OWNER = 'contrast-still';
const STILL = '*,::before,::after{transition:none!important}';

type Stylable = Element & ElementCSSInlineStyle;
type Wants = ReadonlyMap<string, string>;

/** Brings elements to what is wanted of them, through the journal, and takes it back. */
export class Writer {
  readonly #page: Page;
  readonly #edits: Edits;
  #held = new WeakMap<Element, Map<string, string>>();
  #marks = new WeakMap<Element, string>();
  readonly #rules = new Map<string, string>();
  #hasSheets = false;
  #base = '';
  #hasStilled = false;

  constructor(page: Page) {
    this.#page = page;
    this.#edits = page.edits('contrast');
  }

  isHeld(element: Element): boolean {
    return this.#held.has(element) || this.#marks.has(element);
  }

  /** What `transition-property` was set to by us; '' where it was not. */
  stillOf(element: Element): string {
    return this.#held.get(element)?.get('transition-property') ?? '';
  }

  /** Takes our edits off an element for reading it; transitions stay stilled, so that the page's colours are back at once. */
  release(element: Element): void {
    if (!isStylable(element)) return;
    for (const property of this.#held.get(element)?.keys() ?? []) {
      if (property !== 'transition-property') this.#edits.restoreProperty(element, property);
    }
    if (this.#marks.has(element)) this.#edits.setAttribute(element, MARK, null);
  }

  /** Puts back what `release` took off. */
  hold(element: Element): void {
    if (!isStylable(element)) return;
    this.#set(element, this.#held.get(element));
    const mark = this.#marks.get(element);
    if (mark) this.#edits.setAttribute(element, MARK, mark);
  }

  /** Writes what a box wants where it differs from what stands. */
  write({ element, wants, partWants, still }: Box): void {
    if (!isStylable(element)) return;
    const held = this.#held.get(element);
    if (still && wants.has('transition-property')) this.#hasStilled = true;
    if (held?.size !== wants.size || [...wants].some(([name, value]) => !this.#isAs(element, held, name, value))) {
      if (held || wants.size) this.#set(element, wants);
      if (wants.size) this.#held.set(element, new Map(wants));
      else this.#held.delete(element);
    }
    const mark = [...partWants].map(([part, css]) => this.#ruleFor(part, css)).join(' ');
    if (mark === (this.#marks.get(element) ?? '')) return;
    this.#edits.setAttribute(element, MARK, mark || null);
    if (mark) this.#marks.set(element, mark);
    else this.#marks.delete(element);
  }

  /** What our sheets say besides the rules of single elements; in force with the next `writeSheets`. */
  set base(css: string) {
    this.#base = css;
  }

  /** Forgets all rules; what is written from now on says which are still wanted. */
  forgetRules(): void {
    this.#rules.clear();
  }

  /** Brings the sheets of our rules up to date; called once a batch of boxes is written. */
  writeSheets(): void {
    if (!this.#rules.size && !this.#base && !this.#hasSheets) return;
    this.#hasSheets = true;
    const css = this.#base + [...this.#rules.values()].sort().join('');
    for (const root of this.#page.roots()) this.#edits.setSheet(root, css);
  }

  /** Takes everything back, without a transition from our colours to the page's. */
  undo(): void {
    const still = this.#page.edits(STILL_OWNER);
    if (this.#hasStilled) for (const root of this.#page.roots()) still.setSheet(root, STILL);
    this.#edits.undo();
    if (this.#hasStilled) for (const root of this.#page.roots()) flush(root);
    still.undo();
    this.#held = new WeakMap();
    this.#marks = new WeakMap();
  }

  #isAs(element: Stylable, held: Wants | undefined, name: string, value: string): boolean {
    return held?.get(name) === value && this.#edits.holds(element, name);
  }

  /** Sets all declarations anew and in one order, so that the same wants always read the same. */
  #set(element: Stylable, wants: Wants | undefined): void {
    this.#edits.restoreOwner(element);
    for (const [name, value] of [...(wants ?? [])].sort()) this.#edits.setProperty(element, name, value, 'important');
  }

  /** The name of a rule of ours, made from what it says, so that the same wants always read the same. */
  #ruleFor(part: Part, declarations: string): string {
    const css = `${part}{${declarations}}`;
    const name = css.replace(/\W+/g, '-');
    this.#rules.set(name, `[${MARK}~="${name}"]${RAISE}${css}`);
    return name;
  }
}

/** Makes the browser take the styles of a root in now. */
function flush(root: Root): void {
  const { documentElement } = root.ownerDocument ?? root;
  documentElement.getBoundingClientRect();
}
