import { isStylable } from '../own.ts';
import type { Edits } from '../page.ts';
import { styleOf } from './computed.ts';

type Stylable = Element & ElementCSSInlineStyle;

/**
 * One thing to try on an element: the declarations for it, as CSS; true where something was done elsewhere; false where
 * it would change nothing, so that the next is tried.
 */
export type Step = (style: CSSStyleDeclaration, element: Element) => string | boolean;

/** A positioned element stays where the flow has it. Longhands only: the journal undoes each property by itself. */
export const NO_OFFSETS = 'top:auto;right:auto;bottom:auto;left:auto';

/** What was tried on whom, and what came of it. */
export class Steps {
  readonly #edits: Edits;
  /** How many steps of each kind an element has had. */
  readonly #taken = new Map<Element, Map<string, number>>();
  readonly #done = new Map<Stylable, Map<string, string>>();
  /** Whether something was changed since this was last set to false. */
  hasActed = false;

  constructor(edits: Edits) {
    this.#edits = edits;
  }

  /** Takes the next step of a kind that changes something; false where none is left. */
  take(element: Element, kind: string, ...steps: readonly Step[]): boolean {
    if (!isStylable(element)) return false;
    let taken = this.#taken.get(element);
    if (!taken) this.#taken.set(element, (taken = new Map<string, number>()));
    for (let n = taken.get(kind) ?? 0; n < steps.length; n++) {
      taken.set(kind, n + 1);
      const css = steps[n]!(styleOf(element), element);
      if (css === false) continue;
      if (css !== true) this.#declare(element, css);
      return (this.hasActed = true);
    }
    return false;
  }

  /** Takes back everything. */
  undo(): void {
    for (const element of this.#done.keys()) this.#edits.restoreOwner(element);
    this.#done.clear();
    this.#taken.clear();
  }

  /** Puts everything aside for a moment; the returned function puts it back. */
  suspend(): () => void {
    for (const [element, declarations] of this.#done) {
      for (const property of declarations.keys()) this.#edits.restoreProperty(element, property);
    }
    return () => {
      for (const [element, declarations] of this.#done) {
        if (element.isConnected) for (const [property, value] of declarations) this.#write(element, property, value);
        else this.#done.delete(element);
      }
    };
  }

  #declare(element: Stylable, css: string): void {
    let done = this.#done.get(element);
    if (!done) {
      this.#done.set(element, (done = new Map<string, string>()));
      // What is measured next has to be what the box comes to, not where it is on its way there.
      if (isAnimated(styleOf(element))) this.#write(element, 'transition-property', 'none');
    }
    for (const declaration of css.split(';')) {
      const colon = declaration.indexOf(':');
      const [property, value] = [declaration.slice(0, colon), declaration.slice(colon + 1)];
      done.set(property, value);
      this.#write(element, property, value);
    }
  }

  #write(element: Stylable, property: string, value: string): void {
    this.#edits.setProperty(element, property, value, 'important');
  }
}

/** Whether a change of the box would take its time. */
const isAnimated = ({ transitionProperty, transitionDuration }: CSSStyleDeclaration): boolean =>
  /all|height|width|margin|top|left|inset/.test(transitionProperty) && !/^[0s, ]*$/.test(transitionDuration);
