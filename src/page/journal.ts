import type { Edits, Root, StyleOwner } from './page.ts';
import { StyleBlock, textOf } from './style-block.ts';

interface AttributeEdit {
  readonly element: WeakRef<Element>;
  readonly name: string;
  readonly before: string | null;
  after: string | null;
}

interface OwnSheet {
  readonly root: WeakRef<Root>;
  readonly sheet: CSSStyleSheet;
  text: string;
}

/** Keeps every edit of the host page, by the feature that made it, so that the undo is exact and in one place. */
export class Journal {
  readonly #blocks = new WeakMap<StyleOwner, StyleBlock>();
  readonly #dirty = new Set<StyleBlock>();
  readonly #own = new WeakSet<CSSStyleSheet>();
  readonly #features = new Map<string, FeatureEdits>();
  /** Styles and attributes as we left them when we took back the last edit. */
  readonly #leftStyles = new WeakMap<StyleOwner, string | null>();
  readonly #leftAttributes = new WeakMap<Element, Map<string, string | null>>();

  edits(feature: string): Edits {
    let edits = this.#features.get(feature);
    if (!edits) this.#features.set(feature, (edits = new FeatureEdits(feature, this)));
    return edits;
  }

  block(owner: StyleOwner): StyleBlock {
    let block = this.#blocks.get(owner);
    if (!block) this.#blocks.set(owner, (block = new StyleBlock(owner)));
    return block;
  }

  existing(owner: StyleOwner): StyleBlock | undefined {
    return this.#blocks.get(owner);
  }

  /** Forgets a block that holds no edit of ours any more. */
  release(owner: StyleOwner, block: StyleBlock): void {
    this.#dirty.delete(block);
    if (!block.isEmpty) {
      this.#dirty.add(block);
      return;
    }
    this.#blocks.delete(owner);
    if ('tagName' in owner) this.#leftStyles.set(owner, textOf(owner));
  }

  /** Takes the block as ours now where we edited it in this very task. */
  settle(block: StyleBlock): void {
    if (this.#dirty.delete(block)) block.commit();
  }

  touch(block: StyleBlock): void {
    if (!this.#dirty.size) queueMicrotask(() => this.commit());
    this.#dirty.add(block);
  }

  /** Takes what stands now as ours; called once a batch of edits is over. */
  commit(): void {
    for (const block of this.#dirty) block.commit();
    this.#dirty.clear();
  }

  /** Whether an element's `style` attribute still reads as we left it. */
  isOwnStyle(owner: StyleOwner): boolean {
    const block = this.#blocks.get(owner);
    return block ? block.isAsLeft() : this.#leftStyles.get(owner) === textOf(owner);
  }

  /** Whether an attribute holds what one of our features set it to. */
  isOwnAttribute(element: Element, name: string): boolean {
    for (const edits of this.#features.values()) if (edits.hasSet(element, name)) return true;
    return this.#leftAttributes.get(element)?.get(name) === element.getAttribute(name);
  }

  leaveAttribute(element: Element, name: string): void {
    let left = this.#leftAttributes.get(element);
    if (!left) this.#leftAttributes.set(element, (left = new Map<string, string | null>()));
    left.set(name, element.getAttribute(name));
  }

  own(sheet: CSSStyleSheet): void {
    this.#own.add(sheet);
  }

  isOwnSheet(sheet: CSSStyleSheet): boolean {
    return this.#own.has(sheet);
  }

  /** Puts our sheets back into roots whose list of adopted sheets the page has replaced. */
  readopt(): void {
    for (const edits of this.#features.values()) edits.readopt();
  }

  /** Lets rules go that are gone from their sheets. */
  letGo(): void {
    for (const edits of this.#features.values()) edits.letGo();
  }
}

class FeatureEdits implements Edits {
  readonly #feature: string;
  readonly #journal: Journal;
  // Rules live as long as their sheets; elements may go, and are let go.
  readonly #owners = new Map<StyleOwner | WeakRef<StyleOwner>, StyleOwner | WeakRef<StyleOwner>>();
  #references = new WeakMap<StyleOwner, WeakRef<StyleOwner>>();
  #attributes: AttributeEdit[] = [];
  #attributesOf = new WeakMap<Element, Map<string, AttributeEdit>>();
  #sheets: Map<string, OwnSheet>[] = [];
  readonly #sheetsOf = new WeakMap<Root, Map<string, OwnSheet>>();

  constructor(feature: string, journal: Journal) {
    this.#feature = feature;
    this.#journal = journal;
  }

  setProperty(owner: StyleOwner, property: string, value: string, priority: '' | 'important' = ''): void {
    this.#keep(owner);
    const block = this.#journal.block(owner);
    block.set(this.#feature, property, value, priority);
    this.#journal.touch(block);
  }

  restoreProperty(owner: StyleOwner, property: string): void {
    this.#restore(owner, (block) => block.restore(this.#feature, property));
  }

  restoreOwner(owner: StyleOwner): void {
    this.#restore(owner, (block) => block.restoreAll(this.#feature));
  }

  originalProperty(owner: StyleOwner, property: string): { value: string; priority: string } {
    const block = this.#journal.existing(owner);
    if (block) return block.original(property);
    return { value: owner.style.getPropertyValue(property), priority: owner.style.getPropertyPriority(property) };
  }

  holds(owner: StyleOwner, property: string): boolean {
    return this.#journal.existing(owner)?.holds(this.#feature, property) ?? false;
  }

  setAttribute(element: Element, name: string, value: string | null): void {
    let edits = this.#attributesOf.get(element);
    if (!edits) this.#attributesOf.set(element, (edits = new Map<string, AttributeEdit>()));
    let edit = edits.get(name);
    if (!edit) {
      edit = { element: new WeakRef(element), name, before: element.getAttribute(name), after: value };
      edits.set(name, edit);
      this.#attributes.push(edit);
    }
    edit.after = value;
    writeAttribute(element, name, value);
  }

  hasSet(element: Element, name: string): boolean {
    const edit = this.#attributesOf.get(element)?.get(name);
    return !!edit && element.getAttribute(name) === edit.after;
  }

  setSheet(root: Root, cssText: string, key = ''): void {
    let sheets = this.#sheetsOf.get(root);
    if (!sheets) {
      this.#sheetsOf.set(root, (sheets = new Map<string, OwnSheet>()));
      this.#sheets.push(sheets);
    }
    let own = sheets.get(key);
    if (!own) {
      const window = (root.ownerDocument ?? root).defaultView;
      if (!window) return;
      const sheet = new window.CSSStyleSheet();
      own = { root: new WeakRef(root), sheet, text: '' };
      sheets.set(key, own);
      this.#journal.own(sheet);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
    if (own.text !== cssText) own.sheet.replaceSync((own.text = cssText));
  }

  letGo(): void {
    for (const owner of this.#owners.values()) {
      if (!(owner instanceof WeakRef) && isGone(owner as CSSRule)) this.#owners.delete(owner);
    }
  }

  readopt(): void {
    this.#eachSheet(({ sheet }, root) => {
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    });
  }

  undo(): void {
    this.#journal.commit();
    for (const kept of this.#owners.values()) {
      const owner = kept instanceof WeakRef ? kept.deref() : kept;
      // Firefox throws where a rule that was taken out is written to.
      if (owner && !(owner instanceof WeakRef) && ('tagName' in owner || !isGone(owner)))
        this.#restore(owner, (block) => block.restoreAll(this.#feature));
    }
    this.#owners.clear();
    this.#references = new WeakMap();
    for (const { element, name, before, after } of this.#attributes) {
      const target = element.deref();
      if (!target || target.getAttribute(name) !== after) continue;
      writeAttribute(target, name, before);
      this.#journal.leaveAttribute(target, name);
    }
    this.#attributes = [];
    this.#attributesOf = new WeakMap();
    this.#eachSheet(({ sheet }, root) => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
      this.#sheetsOf.delete(root);
    });
    this.#sheets = [];
  }

  #eachSheet(visit: (own: OwnSheet, root: Root) => void): void {
    for (const sheets of this.#sheets) {
      for (const own of sheets.values()) {
        const root = own.root.deref();
        if (root) visit(own, root);
      }
    }
  }

  #keep(owner: StyleOwner): void {
    if (!('tagName' in owner)) {
      this.#owners.set(owner, owner);
    } else if (!this.#references.has(owner)) {
      const reference = new WeakRef<StyleOwner>(owner);
      this.#references.set(owner, reference);
      this.#owners.set(reference, reference);
    }
  }

  #restore(owner: StyleOwner, restore: (block: StyleBlock) => void): void {
    const block = this.#journal.existing(owner);
    if (!block) return;
    this.#journal.settle(block);
    restore(block);
    this.#journal.release(owner, block);
    const reference = this.#references.get(owner);
    if (reference && block.isEmpty) {
      this.#references.delete(owner);
      this.#owners.delete(reference);
    }
  }
}

/** Whether a rule was taken out of its sheet; the page cannot put that very rule back. */
const isGone = (rule: CSSRule): boolean => !rule.parentStyleSheet;

function writeAttribute(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
