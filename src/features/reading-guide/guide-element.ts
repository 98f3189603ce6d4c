import type { Line } from './line.ts';

const NAME = 'ro-chu-guide';

/**
 * The line is dark blue between white: against any colour one of the two has 3:1. So has the mask's yellow edge against
 * what the mask dims. `!important` holds off the page's own rules for every element.
 * @see https://www.w3.org/TR/WCAG22/#non-text-contrast
 */
const CSS = `:host{all:initial!important;position:fixed!important;inset:0!important;display:block!important;
width:auto!important;height:auto!important;overflow:hidden!important;pointer-events:none!important;z-index:2147483647!important}
@media print{:host{display:none!important}}
div{position:absolute;left:0;right:0;box-sizing:border-box;forced-color-adjust:none}
.line{top:var(--bottom);height:var(--thick);background:#0b3d91;border:solid #fff;border-width:2px 0}
.mask{background:rgb(0 0 0/.62)}
.above{top:0;height:max(0px,var(--top) - var(--room));border-bottom:3px solid #ffd54a}
.below{top:calc(var(--bottom) + var(--room));bottom:0;border-top:3px solid #ffd54a}
:host([kind=line]) .mask,:host([kind=mask]) .line{display:none}
.mirror{visibility:hidden;left:0;right:auto;white-space:pre-wrap;overflow-wrap:break-word}
@media (forced-colors:active){.line{background:Highlight;border-color:Canvas}.above,.below{border-color:Highlight}}`;

/** The guide as it is drawn: over everything else, seen by no screen reader, touched by no pointer. */
export class GuideElement {
  readonly element: HTMLElement;
  readonly #document: Document;
  readonly #shadow: ShadowRoot;
  readonly #mirror: HTMLElement;
  /** What of the top layer the guide lies over: dialogs that open later come over it. */
  #over: Element | null = null;

  constructor(document: Document, window: Window & typeof globalThis) {
    this.#document = document;
    this.element = document.createElement(NAME);
    this.element.setAttribute('aria-hidden', 'true');
    this.element.setAttribute('popover', 'manual');
    this.#shadow = this.element.attachShadow({ mode: 'open' });
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(CSS);
    this.#shadow.adoptedStyleSheets = [sheet];
    for (const name of ['line', 'mask above', 'mask below']) this.#add(name);
    this.#mirror = document.createElement('div');
    this.#mirror.className = 'mirror';
  }

  #add(name: string): void {
    const part = this.#document.createElement('div');
    part.className = name;
    this.#shadow.append(part);
  }

  setKind(kind: 'line' | 'mask'): void {
    this.element.setAttribute('kind', kind);
  }

  /** Moves the guide to a line of text, in px of the window. */
  place({ top, bottom }: Line): void {
    const { style } = this.element;
    const height = bottom - top;
    const px = { top, bottom, thick: Math.max(7, height * 0.2 + 4), room: height * 0.35 };
    for (const [name, value] of Object.entries(px)) style.setProperty(`--${name}`, `${Math.round(value)}px`);
  }

  /** Puts the guide over everything, what lies in the top layer already included. */
  raise(over: Element | null): void {
    const { element } = this;
    const isThere = element.isConnected;
    if (isThere && over === this.#over) return;
    this.#over = over;
    // Behind the body, where the page's own rules for first and last children do not count it.
    if (!isThere) this.#document.documentElement.append(element);
    // Out and in again; browsers without popovers have the largest z-index.
    if (element.matches(':popover-open')) element.hidePopover?.();
    element.showPopover?.();
  }

  /** Measures how far down a text field its caret stands: a copy of the field's text up to there, never seen. */
  measureCaret(field: HTMLTextAreaElement, style: CSSStyleDeclaration): Line {
    const mirror = this.#mirror;
    for (const name of [
      'font',
      'letterSpacing',
      'wordSpacing',
      'lineHeight',
      'padding',
      'tabSize',
      'textIndent',
    ] as const) {
      mirror.style[name] = style[name];
    }
    mirror.style.width = `${field.clientWidth}px`;
    mirror.textContent = field.value.slice(0, field.selectionEnd);
    const mark = this.#document.createElement('span');
    mark.textContent = '\u200b';
    mirror.append(mark);
    this.#shadow.append(mirror);
    const line = { top: mark.offsetTop, bottom: mark.offsetTop + mark.offsetHeight };
    mirror.remove();
    return line;
  }

  remove(): void {
    this.element.remove();
    this.#over = null;
  }
}
