import { isAround } from './boilerplate.ts';
import { textOf } from './text.ts';

/** Names of classes are no landmarks: on a home page every box is called "content". */
const LANDMARKS = 'main, [role="main"]';
/** Share of its parent's text from which a child is where the content is. */
const BULK = 0.6;

/** The main part of a page without an article: its main landmark, else its largest region without what stands around. */
export function findMainPart(body: Element): Element {
  const landmark = [...body.querySelectorAll(LANDMARKS)].sort((a, b) => textOf(b).length - textOf(a).length)[0];
  const whole = textOf(body).length;
  let at: Element = landmark && textOf(landmark).length >= Math.min(200, whole * 0.2) ? landmark : body;
  for (const element of [...at.querySelectorAll('*')]) {
    if (
      element.isConnected &&
      isAround(element) &&
      textOf(element).length < textOf(at).length * 0.5 &&
      !element.querySelector('h1')
    )
      element.remove();
  }
  for (;;) {
    const length = textOf(at).length;
    const child = [...at.children].find((element) => textOf(element).length >= length * BULK);
    if (!child || child.matches('ul, ol, table, dl, p, tr, td, tbody')) {
      if (child?.matches('table, tbody, tr, td') && !child.querySelector('th')) {
        at = child;
        continue;
      }
      return at;
    }
    at = child;
  }
}
