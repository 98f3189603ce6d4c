import type { StyleOwner } from './page.ts';

interface Declaration {
  value: string;
  priority: string;
}

/** Features that win where several want the same declaration, the strongest last; of others the latest wins. */
const RANKS = ['text-spacing', 'reflow'];

/** A declaration as the page has it, and what each of our features wants it to be, latest last. */
interface Entry {
  page: Declaration;
  wanted: Map<string, Declaration>;
  written: Declaration;
}

/** Custom properties of ours; where the page has one, it is a copy of an element that we had edited. */
const OWN_PREFIX = '--ro-chu-';

const NONE: Declaration = { value: '', priority: '' };

const read = (style: CSSStyleDeclaration, property: string): Declaration => ({
  value: style.getPropertyValue(property),
  priority: style.getPropertyPriority(property),
});

const isSame = (a: Declaration, b: Declaration): boolean => a.value === b.value && a.priority === b.priority;

const isElement = (owner: StyleOwner): owner is Element & ElementCSSInlineStyle => 'tagName' in owner;

/** The whole declaration text: of an element its `style` attribute as written (null where absent), of a rule its declarations. */
export const textOf = (owner: StyleOwner): string | null =>
  isElement(owner) ? owner.getAttribute('style') : owner.style.cssText;

/**
 * Whether declarations can be put back from their text. A shorthand with `var()` that a later longhand overrides cannot:
 * its other longhands are written out without a value.
 */
const isWhole = (text: string): boolean => !/(?:^|[;{\s])(?!--)[\w-]+:\s*(?:;|$)/.test(text);

/**
 * The declarations of one element or rule, with our edits on top of the page's.
 *
 * Undo is exact: each declaration that still holds what we wrote is put back, and what the page wrote since stays; where
 * nothing but the way it is written is left to differ from the text before our first edit, that text is put back.
 */
export class StyleBlock {
  readonly #owner: StyleOwner;
  readonly #entries = new Map<string, Entry>();
  // Read before any edit: Chromium leaves style="" behind removeAttribute when the attribute was never read.
  readonly #before: string | null;
  /** What was in force before: under a strict CSP nothing of the attribute is. */
  readonly #effective: string;
  /** The text as we left it, kept where a part of a shorthand with `var()` was edited, which only the whole text brings back. */
  #left: string | null = null;
  #isTouched = false;
  #after: string | null | undefined;

  constructor(owner: StyleOwner) {
    this.#owner = owner;
    this.#before = textOf(owner);
    this.#effective = owner.style.cssText;
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  set(feature: string, property: string, value: string, priority: string): void {
    const { style } = this.#owner;
    let entry = this.#entries.get(property);
    const current = read(style, property);
    if (!entry) {
      if (current.value === '' && this.#isPartOfShorthand(property)) {
        if (!isWhole(this.#effective)) return;
        this.#left ??= style.cssText;
      }
      entry = { page: property.startsWith(OWN_PREFIX) ? NONE : current, wanted: new Map(), written: current };
      this.#entries.set(property, entry);
    } else if (!isSame(current, entry.written)) {
      entry.page = property.startsWith(OWN_PREFIX) ? NONE : current;
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
    if (this.isEmpty) this.#putBackText();
  }

  restoreAll(feature: string): void {
    for (const property of [...this.#entries.keys()]) this.restore(feature, property);
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

  /** Whether a property has no value of its own because a shorthand with `var()` is to give it one. */
  #isPartOfShorthand(property: string): boolean {
    return !property.startsWith('--') && [...this.#owner.style].includes(property);
  }

  #write(property: string, entry: Entry): void {
    let wanted = entry.page;
    let best = -1;
    for (const [feature, layer] of entry.wanted) {
      const rank = RANKS.indexOf(feature);
      if (rank < best) continue;
      best = rank;
      wanted = layer;
    }
    const { style } = this.#owner;
    if (this.#left !== null && style.cssText !== this.#left) this.#isTouched = true;
    if (wanted.value === '') style.removeProperty(property);
    else style.setProperty(property, wanted.value, wanted.priority);
    entry.written = read(style, property);
    if (this.#left !== null) this.#left = style.cssText;
  }

  #putBackText(): void {
    const owner = this.#owner;
    const { style } = owner;
    const before = this.#before;
    const now = textOf(owner);
    if (now === before) return;
    const isOurs = this.#left !== null && !this.#isTouched && style.cssText === this.#left;
    const isSameAgain = isOurs || isOtherwiseSame(style, this.#effective);
    if (!isElement(owner)) {
      if (isSameAgain && isWhole(this.#effective)) style.cssText = this.#effective;
    } else if (style.length === 0 && (before === null || before.includes(OWN_PREFIX))) {
      if (now === '') owner.removeAttribute('style');
    } else if (before !== null && isSameAgain) {
      // A strict CSP applies CSSOM but refuses the attribute: keep what CSSOM made where the attribute has no effect.
      const effective = style.cssText;
      owner.setAttribute('style', before);
      if (style.length === 0 && effective !== '') style.cssText = effective;
    }
  }
}

let scratch: HTMLElement | null = null;

/** Whether declarations hold the same as a text of declarations, but for their order and the way they are written. */
function isOtherwiseSame(style: CSSStyleDeclaration, text: string): boolean {
  if (style.cssText === text) return true;
  scratch ??= document.createElement('div');
  const { style: other } = scratch;
  other.cssText = text;
  if (other.cssText === style.cssText) return true;
  // Chromium counts `all` among the properties, or not, with the same declarations.
  for (const property of new Set([...other, ...style])) {
    if (property !== 'all' && !isSame(read(other, property), read(style, property))) return false;
  }
  return true;
}
