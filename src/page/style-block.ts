import type { StyleOwner } from './page.ts';

interface Declaration {
  value: string;
  priority: string;
}

/** A declaration as the page has it, and what each of our features wants it to be, latest last. */
interface Entry {
  page: Declaration;
  wanted: Map<string, Declaration>;
  written: Declaration;
}

const read = (style: CSSStyleDeclaration, property: string): Declaration => ({
  value: style.getPropertyValue(property),
  priority: style.getPropertyPriority(property),
});

const isSame = (a: Declaration, b: Declaration): boolean => a.value === b.value && a.priority === b.priority;

const isElement = (owner: StyleOwner): owner is Element & ElementCSSInlineStyle => 'tagName' in owner;

/** The whole declaration text: of an element its `style` attribute as written (null where absent), of a rule its declarations. */
const textOf = (owner: StyleOwner): string | null =>
  isElement(owner) ? owner.getAttribute('style') : owner.style.cssText;

/**
 * The declarations of one element or rule, with our edits on top of the page's.
 *
 * Undo is exact: where nobody else touched the block since our last edit its text is put back as it was; else each
 * declaration that still holds what we wrote is put back, and what the page wrote since stays.
 */
export class StyleBlock {
  readonly #owner: StyleOwner;
  readonly #entries = new Map<string, Entry>();
  // Read before any edit: Chromium leaves style="" behind removeAttribute when the attribute was never read.
  readonly #before: string | null;
  #after: string | null | undefined;

  constructor(owner: StyleOwner) {
    this.#owner = owner;
    this.#before = textOf(owner);
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  set(feature: string, property: string, value: string, priority: string): void {
    const { style } = this.#owner;
    let entry = this.#entries.get(property);
    const current = read(style, property);
    if (!entry) {
      entry = { page: current, wanted: new Map(), written: current };
      this.#entries.set(property, entry);
    } else if (!isSame(current, entry.written)) {
      entry.page = current;
    }
    entry.wanted.delete(feature);
    entry.wanted.set(feature, { value, priority });
    this.#write(property, entry);
  }

  restore(feature: string, property: string): void {
    const entry = this.#entries.get(property);
    if (!entry?.wanted.delete(feature)) return;
    if (!isSame(read(this.#owner.style, property), entry.written)) this.#entries.delete(property);
    else this.#write(property, entry);
    if (!entry.wanted.size) this.#entries.delete(property);
  }

  restoreAll(feature: string): void {
    const isUntouched = textOf(this.#owner) === this.#after;
    for (const property of [...this.#entries.keys()]) this.restore(feature, property);
    if (this.isEmpty && isUntouched) this.#putBackText();
  }

  original(property: string): Declaration {
    const entry = this.#entries.get(property);
    const current = read(this.#owner.style, property);
    return entry && isSame(current, entry.written) ? entry.page : current;
  }

  holds(feature: string, property: string): boolean {
    const entry = this.#entries.get(property);
    return !!entry?.wanted.has(feature) && isSame(read(this.#owner.style, property), entry.written);
  }

  /** Remembers the text as we left it, so that a later change by the page can be told from ours. */
  commit(): void {
    this.#after = textOf(this.#owner);
  }

  /** Whether the block reads as we left it. */
  isAsLeft(): boolean {
    return textOf(this.#owner) === this.#after;
  }

  #write(property: string, entry: Entry): void {
    let wanted = entry.page;
    for (const layer of entry.wanted.values()) wanted = layer;
    const { style } = this.#owner;
    if (wanted.value === '') style.removeProperty(property);
    else style.setProperty(property, wanted.value, wanted.priority);
    entry.written = read(style, property);
  }

  #putBackText(): void {
    const owner = this.#owner;
    if (textOf(owner) === this.#before) return;
    if (!isElement(owner)) {
      owner.style.cssText = this.#before ?? '';
    } else if (this.#before === null) {
      owner.removeAttribute('style');
    } else {
      // A strict CSP applies CSSOM but refuses the attribute: keep what CSSOM made where the attribute has no effect.
      const effective = owner.style.cssText;
      owner.setAttribute('style', this.#before);
      if (owner.style.cssText !== effective && owner.style.length === 0) owner.style.cssText = effective;
    }
  }
}
