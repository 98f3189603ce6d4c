import { isStylable } from '../../page/own.ts';
import type { Edits, Page, Root, StyleOwner } from '../../page/page.ts';
import { eachDeclaringRule } from '../../page/sheets.ts';
import {
  ENTRANCE_PROPERTY,
  INHERITED,
  ROOT_PROPERTY,
  isScaled,
  isWideKeyword,
  referencedProperties,
  scaleValue,
  times,
  twinOf,
  unscaleValue,
  type ScaleOptions,
} from './scale-value.ts';
import { INLINE, PATCH } from './user-agent-sizes.ts';
import { Variables } from './variables.ts';

type Size = 'font-size' | 'line-height';
const SIZES: readonly Size[] = ['font-size', 'line-height'];

/** Inline styles that may hold a size, or something of ours that the page copied. */
const STYLED = '[style*="font" i],[style*="line-height" i],[style*="--"]';

/** Selectors that may stand for the root element or one of its children, whatever its class is just now. */
const NAMES_ROOT = /(?:^|[\s,>+~(|])(?:body|html|:root|\*|frameset)/i;

const isElement = (owner: StyleOwner): owner is Element & ElementCSSInlineStyle => 'tagName' in owner;

/**
 * Rewrites the page's own sizes in place to `calc(<size> * var(--ro-chu-scale))`, in rules and inline styles, so that
 * the cascade, states, media queries and later content keep working and a step costs one custom property.
 */
export class Rewriter {
  readonly #page: Page;
  readonly #edits: Edits;
  readonly #keywordPx: (keyword: string) => number | undefined;
  readonly #variables: Variables;
  /** Custom properties that need a scaled twin wherever they are set. */
  readonly #twins = new Set<string>();
  /** Sizes that hang on custom properties, and wait until all that is set for these has been seen. */
  #waiting: [owner: StyleOwner, property: Size | 'font'][] = [];
  /** Whether a rule of the page animates sizes by a transition. */
  hasTransitions = false;

  constructor(page: Page, edits: Edits, keywordPx: (keyword: string) => number | undefined) {
    this.#page = page;
    this.#edits = edits;
    this.#keywordPx = keywordPx;
    this.#variables = new Variables(page);
  }

  /** Rewrites all sheets and inline styles of the roots. */
  rewriteRoots(roots: readonly Root[]): void {
    const sheets = new Set<CSSStyleSheet>();
    for (const root of roots) for (const sheet of this.#page.sheets(root)) sheets.add(sheet);
    this.#rewriteAll(sheets, roots);
  }

  rewriteSheets(sheets: readonly CSSStyleSheet[]): void {
    this.#rewriteAll(sheets, []);
  }

  /** Rewrites the inline styles of a subtree. */
  rewriteElements(within: Root | Element): void {
    this.#rewriteAll([], [within]);
  }

  rewriteElement(element: Element & ElementCSSInlineStyle): void {
    this.#rewrite(element);
    this.#finish([], [element]);
  }

  #rewriteAll(sheets: Iterable<CSSStyleSheet>, subtrees: readonly (Root | Element)[]): void {
    const styled: (Element & ElementCSSInlineStyle)[] = [];
    for (const within of subtrees) {
      if ('tagName' in within && within.matches(STYLED) && isStylable(within)) styled.push(within);
      const inside = within.querySelectorAll(STYLED);
      for (let i = 0; i < inside.length; i++) if (isStylable(inside[i]!)) styled.push(inside[i] as HTMLElement);
    }
    const owners = styled.filter((element) => !this.#page.isOwn(element));
    for (const sheet of sheets) eachDeclaringRule(sheet, (rule) => this.#rewrite(rule));
    for (const element of owners) this.#rewrite(element);
    this.#finish(sheets, owners);
  }

  /** Rewrites what hangs on custom properties, now that all of them are known. */
  #finish(sheets: Iterable<CSSStyleSheet>, elements: readonly StyleOwner[]): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    const twins = this.#twins.size;
    if (this.#variables.learn(sheets, elements)) {
      // A custom property turned out to hold something else than what was rewritten by: look at all of its uses again.
      this.#rewriteAgain();
    }
    for (const [owner, property] of waiting) this.#scale(owner, property);
    if (!this.#twins.size) return;
    if (this.#twins.size > twins) this.#addTwins();
    else {
      for (const sheet of sheets) eachDeclaringRule(sheet, (rule) => this.#twinDeclarations(rule));
      for (const element of elements) this.#twinDeclarations(element);
    }
  }

  #rewriteAgain(): void {
    for (const root of this.#page.roots()) {
      for (const sheet of this.#page.sheets(root)) eachDeclaringRule(sheet, (rule) => this.#rewrite(rule));
      for (const element of root.querySelectorAll('[style*="var("]')) {
        if (isStylable(element) && !this.#page.isOwn(element)) this.#rewrite(element);
      }
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const [owner, property] of waiting) this.#scale(owner, property);
  }

  #rewrite(owner: StyleOwner): void {
    const { style } = owner;
    if (isElement(owner)) this.#adoptCopy(owner);
    for (const property of SIZES) {
      // Of a rule we take no declaration away: what it has not now, it never had.
      if (!isElement(owner) && !style.getPropertyValue(property)) continue;
      const { value } = this.#edits.originalProperty(owner, property);
      if (value) this.#scaleOrWait(owner, property, value);
      else if (isElement(owner)) this.#edits.restoreProperty(owner, INLINE[property]);
    }
    if (!style.getPropertyValue('font-size') && style.getPropertyValue('font').includes('var(')) {
      const { value } = this.#edits.originalProperty(owner, 'font');
      this.#scaleOrWait(owner, 'font', value);
    }
    if (!this.hasTransitions && /all|font|line-height/.test(style.transitionProperty)) {
      this.hasTransitions = !/^[0s, ]*$/.test(style.transitionDuration);
    }
  }

  #scaleOrWait(owner: StyleOwner, property: Size | 'font', value: string): void {
    const names = referencedProperties(value);
    if (names.length && !isScaled(value)) {
      this.#variables.use(names);
      this.#waiting.push([owner, property]);
    } else {
      this.#scale(owner, property);
    }
  }

  #scale(owner: StyleOwner, property: Size | 'font'): void {
    const original = this.#edits.originalProperty(owner, property);
    const priority = original.priority as '' | 'important';
    // The page may hand back what it read from us: a rule's text put into another sheet, a copied inline style.
    const value = isScaled(original.value) ? unscaleValue(original.value) : original.value;
    if (value !== original.value && !this.#edits.holds(owner, property)) {
      owner.style.setProperty(property, value, priority);
    }
    const scaled = this.#scaled(owner, property, value);
    if (isElement(owner) && property !== 'font' && priority === '') {
      if (scaled === value) this.#edits.restoreProperty(owner, INLINE[property]);
      else this.#set(owner, INLINE[property], scaled, '');
    } else if (scaled === value) {
      this.#edits.restoreProperty(owner, property);
    } else {
      this.#set(owner, property, scaled, priority);
    }
  }

  #scaled(owner: StyleOwner, property: Size | 'font', value: string): string {
    const atRoot = this.#atRoot(owner, property, value);
    const options: ScaleOptions = {
      kindOf: (name) => (property === 'font' ? 'mixed' : this.#variables.kindOf(name)),
      twins: this.#twins,
      ...(property === 'line-height' ? INHERITED : {}),
      relativeFactor: atRoot,
      keywordPx: property === 'font-size' ? this.#keywordPx : undefined,
    };
    if (atRoot === ENTRANCE_PROPERTY) {
      const em = { larger: '1.2em', smaller: 'calc(1em/1.2)', inherit: '1em', unset: '1em' }[value.toLowerCase()];
      if (em) return times(em, ENTRANCE_PROPERTY);
    }
    return scaleValue(value, options);
  }

  /** The factor for relative sizes where the owner's declarations may stand at the root or enter the page below it. */
  #atRoot(owner: StyleOwner, property: Size | 'font', value: string): string | undefined {
    if (property === 'font' || !/[a-z%]/i.test(value)) return undefined;
    const { documentElement, body } = this.#page.document;
    const target = property === 'font-size' ? (body as Element | null) : documentElement;
    const isMeant = isElement(owner)
      ? owner.parentNode === owner.ownerDocument.documentElement || owner === owner.ownerDocument.documentElement
      : isAbout(owner, target);
    if (!isMeant) return undefined;
    return property === 'font-size' ? ENTRANCE_PROPERTY : ROOT_PROPERTY;
  }

  #set(owner: StyleOwner, property: string, value: string, priority: '' | 'important'): void {
    const { style } = owner;
    const isSet = style.getPropertyValue(property) === value && style.getPropertyPriority(property) === priority;
    if (isSet && this.#edits.holds(owner, property)) return;
    this.#edits.setProperty(owner, property, value, priority);
  }

  /** Takes over what a copy of an edited element brought along, so that the undo removes it from the copy too. */
  #adoptCopy(element: Element & ElementCSSInlineStyle): void {
    const { style } = element;
    if (!style.cssText.includes('--ro-chu-')) return;
    for (let i = style.length - 1; i >= 0; i--) {
      const name = style[i]!;
      if (!name.startsWith('--ro-chu-') || this.#edits.holds(element, name)) continue;
      const isPatch = name === PATCH['font-size'] || name === PATCH['line-height'];
      const value = style.getPropertyValue(name);
      this.#edits.setProperty(element, name, value, style.getPropertyPriority(name) as '' | 'important');
      // What does not belong to its own sizes is found again by a look at them.
      if (!isPatch) this.#edits.restoreProperty(element, name);
    }
  }

  /** Gives every definition of a custom property that needs it a scaled twin, until no new names turn up. */
  #addTwins(): void {
    for (let known = -1; known < this.#twins.size;) {
      known = this.#twins.size;
      for (const root of this.#page.roots()) {
        for (const sheet of this.#page.sheets(root)) eachDeclaringRule(sheet, (rule) => this.#twinDeclarations(rule));
        for (const element of root.querySelectorAll('[style*="--"]')) {
          if (isStylable(element) && !this.#page.isOwn(element)) this.#twinDeclarations(element);
        }
      }
    }
  }

  #twinDeclarations(owner: StyleOwner): void {
    const { style } = owner;
    for (const name of [...this.#twins]) {
      const value = style.getPropertyValue(name);
      if (!value) {
        if (isElement(owner)) this.#edits.restoreProperty(owner, twinOf(name));
        continue;
      }
      // A value that needs no scaling gets a twin too: it has to shadow one inherited from further up.
      const twin = scaleValue(value, {
        kindOf: (inner) => this.#variables.kindOf(inner),
        keywordPx: isWideKeyword(value.trim()) ? undefined : this.#keywordPx,
        twins: this.#twins,
        ...INHERITED,
      });
      this.#set(owner, twinOf(name), twin, style.getPropertyPriority(name) as '' | 'important');
    }
  }
}

/** Whether a rule may match the element, now or with other classes. */
function isAbout(rule: CSSRule & Partial<CSSStyleRule>, element: Element | null): boolean {
  const selector = rule.selectorText ?? (rule.parentRule as Partial<CSSStyleRule> | null)?.selectorText;
  if (selector === undefined) return false;
  if (NAMES_ROOT.test(selector)) return true;
  try {
    return element?.matches(selector) ?? false;
  } catch {
    return false;
  }
}
