import { isStylable } from './own.ts';

/** Kinds of elements that are remembered at most; pages that make up new ids for ever start anew then. */
const MOST_KINDS = 20_000;

/**
 * Tells which elements have looks that were checked before: the same tags, ids, classes and inline styles all the way up.
 * A page that keeps adding the same kind of content is measured once.
 */
export class KnownStyles<T> {
  readonly #inline: (element: Element & ElementCSSInlineStyle) => string;
  readonly #kinds = new Map<string, number>();
  readonly #results = new Map<number, T>();
  readonly #roots = new WeakMap<Node, number>();
  #next = 0;

  /** @param inline tells elements apart that differ in nothing else: by their inline styles that matter */
  constructor(inline: (element: Element & ElementCSSInlineStyle) => string) {
    this.#inline = inline;
  }

  /** A number for all elements that look alike from the root down. */
  kindOf(element: Element): number {
    const parent = element.parentNode;
    const up =
      parent?.nodeType === Node.ELEMENT_NODE
        ? this.kindOf(parent as Element)
        : this.#rootKind(parent ?? element.ownerDocument);
    return this.#kind(up, element);
  }

  /** The kinds of an element and all below it. */
  *kindsWithin(element: Element): Iterable<readonly [Element, number]> {
    const kinds = new Map<Element, number>();
    const top = this.kindOf(element);
    kinds.set(element, top);
    yield [element, top];
    const inside = element.querySelectorAll('*');
    for (let i = 0; i < inside.length; i++) {
      const inner = inside[i]!;
      const kind = this.#kind(kinds.get(inner.parentElement!) ?? top, inner);
      kinds.set(inner, kind);
      yield [inner, kind];
    }
  }

  result(kind: number): T | undefined {
    return this.#results.get(kind);
  }

  learn(kind: number, result: T): void {
    this.#results.set(kind, result);
  }

  clear(): void {
    this.#kinds.clear();
    this.#results.clear();
  }

  #kind(up: number, element: Element): number {
    const inline = isStylable(element) ? this.#inline(element) : '';
    const key = `${up}/${element.localName}#${element.id}.${element.getAttribute('class') ?? ''}${inline}`;
    let kind = this.#kinds.get(key);
    if (kind === undefined) {
      if (this.#kinds.size >= MOST_KINDS) this.clear();
      this.#kinds.set(key, (kind = this.#next++));
    }
    return kind;
  }

  #rootKind(root: Node): number {
    let kind = this.#roots.get(root);
    if (kind === undefined) this.#roots.set(root, (kind = -1 - this.#next++));
    return kind;
  }
}
