import { isStylable } from '../../../page/own.ts';
import type { Edits } from '../../../page/page.ts';
import type { Problems, SidewaysEscape } from './problems.ts';
import { isTrack, parentOf } from './problems.ts';

type Stylable = Element & ElementCSSInlineStyle;
type Declarations = readonly (readonly [property: string, value: string])[];

/** One thing to try on an element; null where it would change nothing, so that the next is tried. */
type Step = (style: CSSStyleDeclaration, element: Element) => Declarations | null;

/** Times a box is asked to be as high as its text was seen to need. */
const MOST_HEIGHT_STEPS = 4;

/** Times one positioned text is moved below others that it came to lie on. */
const MOST_PUSHES = 12;

/** Share of its box's width up to which a text that is put into the flow keeps its distance from the left edge. */
const MOST_INDENT = 0.4;

/** How many boxes inside each other are widened for one word. */
const MOST_NARROW = 5;

/** Gives boxes room, one step stronger each time the same box is named again; keeps what it did to whom. */
export class Remedies {
  readonly #edits: Edits;
  /** How many steps of each kind a box has had. */
  readonly #steps = new Map<Element, Map<string, number>>();
  readonly #done = new Map<Stylable, Map<string, string>>();
  #hasActed = false;

  constructor(edits: Edits) {
    this.#edits = edits;
  }

  /** Takes one more step against each problem; false where nothing is left to try. */
  treat(problems: Problems): boolean {
    this.#hasActed = false;
    for (const text of problems.cramped) this.#setLines(text, '1.2');
    for (const text of problems.loose) this.#setLines(text, '1.4');
    for (const control of problems.lowControls) this.#heighten(control, 0);
    for (const element of problems.covering) this.#unstick(element);
    for (const { text, lines, shown } of problems.clipped) this.#unclamp(text, Math.ceil(lines * shown));
    // Each culprit once a round: many texts name the same one.
    const treated = new Set<Element>();
    for (const escape of problems.sideways) {
      const key = escape.culprit ?? escape.box;
      if (treated.has(key)) continue;
      treated.add(key);
      if (escape.culprit) this.#fit(escape.culprit, escape.box, escape.needed, escape.text);
      else this.#widen(escape);
    }
    // What has to wrap first would else be given height that it does not need once it has.
    const isWide = this.#hasActed;
    for (const [box, by] of problems.tooLow) {
      if (problems.concealing.has(box)) this.#stretch(box, by);
      else this.#heighten(box, isWide ? 0 : by);
    }
    if (this.#hasActed) return true;
    for (const { text } of problems.clipped) this.#unclip(text);
    for (const [first, second] of problems.overlaps) this.#separate(first, second);
    if (!this.#hasActed) for (const element of problems.outside) this.#bringInside(element);
    return this.#hasActed;
  }

  /** Takes back everything. */
  undo(): void {
    for (const element of this.#done.keys()) this.#edits.restoreOwner(element);
    this.#done.clear();
    this.#steps.clear();
  }

  /** Puts everything aside for a moment; the returned function puts it back. */
  suspend(): () => void {
    for (const [element, declarations] of this.#done) {
      for (const property of declarations.keys()) this.#edits.restoreProperty(element, property);
    }
    return () => {
      for (const [element, declarations] of this.#done) {
        if (!element.isConnected) this.#done.delete(element);
        else for (const [property, value] of declarations) this.#edits.setProperty(element, property, value, 'important');
      }
    };
  }

  /** Lets a fixed height become a least height; then asks for the height that the text was seen to need. */
  #heighten(box: Element, by: number): boolean {
    const need: Step = (style) => [['min-height', `${Math.ceil((parseFloat(style.height) || 0) + by)}px`]];
    return this.#step(box, 'height', [
      (style) => {
        if (/^table-(row|cell)|^table$/.test(style.display)) return [['max-height', 'none']];
        const least = Math.max(parseFloat(style.height) || 0, parseFloat(style.minHeight) || 0);
        return [
          ['height', 'auto'],
          ['max-height', 'none'],
          ['min-height', `${least}px`],
          // Floats count for the height of what holds them together only.
          ...(style.display === 'block' && hasFloats(box) ? ([['display', 'flow-root']] as const) : []),
          ...(isFlexItem(box, /^column/) ? ([['flex-shrink', '0']] as const) : []),
        ];
      },
      ...Array<Step>(by > 0 ? MOST_HEIGHT_STEPS : 0).fill(need),
    ]);
  }

  /** Lets a box that hides more below show what it showed, and no more. */
  #stretch(box: Element, by: number): void {
    const taller: Step = (style) => [
      ['height', `${Math.ceil((parseFloat(style.height) || 0) + by)}px`],
      ['max-height', 'none'],
    ];
    this.#step(box, 'stretch', Array<Step>(MOST_HEIGHT_STEPS).fill(taller));
  }

  /** Lets lines wrap, then the box be as wide as its longest word where there is room, then words break. */
  #widen({ text, box, needed }: SidewaysEscape): void {
    if (this.#wrapLines(text, parentOf(box))) return;
    this.#step(box, 'width', [() => (this.#takeRoom(box, needed) ? [] : null), breakWords]);
  }

  /** Lets a box, and those around it that are as narrow, be as wide as its longest word where there is room further up. */
  #takeRoom(box: Element, needed: number): boolean {
    const narrow: Element[] = [];
    for (let at: Element | null = box; at && narrow.length < MOST_NARROW; at = parentOf(at)) {
      narrow.push(at);
      const parent = parentOf(at);
      if (!parent || /^table-cell$/.test(styleOf(at).display)) return false;
      const style = styleOf(parent);
      if (parent.clientWidth - sum(style, 'paddingLeft', 'paddingRight') < needed) continue;
      for (const element of narrow) this.#step(element, 'room', [() => [['min-width', 'min-content']]]);
      return true;
    }
    return false;
  }

  /** Makes an element that sticks out of a box fit into it: wrap, shrink, or let the box take the room around it. */
  #fit(element: Element, box: Element, needed: number, text: Text): void {
    if (this.#wrapLines(text, box)) return;
    const parent = parentOf(element) ?? box;
    this.#step(element, 'fit', [
      (style) => (isOutOfFlow(style) ? fitPositioned(element, style) : this.#shrink(element, parent)),
      () => (this.#takeRoom(box, needed) ? [] : null),
      breakWords,
      () => this.#unline(element, parent),
      (style) => (parseFloat(style.marginLeft) || parseFloat(style.marginRight) ? [['margin-inline', '0']] : null),
      () => (/^(BODY|HTML)$/.test(box.tagName) ? null : this.#step(box, 'scroll', [() => [['overflow-x', 'auto']]]) ? [] : null),
    ]);
  }

  /** Lets an element be narrower than it asks to be, and a row of boxes take a second line. */
  #shrink(element: Element, parent: Element): Declarations {
    if (isFlexItem(element, /^row/)) this.#step(parent, 'flex', [wrapFlex]);
    const style = styleOf(element);
    const hasEdges = sum(style, 'paddingLeft', 'paddingRight', 'borderLeftWidth', 'borderRightWidth') > 0;
    return [
      ['max-width', '100%'],
      ['min-width', '0'],
      ...(hasEdges && style.boxSizing !== 'border-box' ? ([['box-sizing', 'border-box']] as const) : []),
      ...(style.flexShrink === '0' ? ([['flex-shrink', '1']] as const) : []),
    ];
  }

  /** Takes an element out of a row that cannot hold it: grid columns, floats, table columns. */
  #unline(element: Element, parent: Element): Declarations | null {
    const { display, gridTemplateColumns } = styleOf(parent);
    if (/grid/.test(display) && / /.test(gridTemplateColumns)) {
      this.#step(parent, 'grid', [() => [['grid-template-columns', 'minmax(0,1fr)']]]);
      return [['grid-column', 'auto']];
    }
    const style = styleOf(element);
    if (style.float !== 'none') return [['float', 'none'], ['width', 'auto']];
    if (style.display === 'table') return [['table-layout', 'fixed'], ['width', '100%']];
    return null;
  }

  /** Lets every line around a text wrap, up to an element that is left out. */
  #wrapLines(text: Text, end: Element | null): boolean {
    let wraps = false;
    for (let at: Element | null = text.parentElement; at && at !== end; at = parentOf(at)) {
      const { whiteSpace } = styleOf(at);
      if (!/nowrap|^pre$/.test(whiteSpace)) continue;
      const value = whiteSpace === 'pre' ? 'pre-wrap' : 'normal';
      if (this.#step(at, 'wrap', [() => [['white-space', value]]])) wraps = true;
    }
    return wraps;
  }

  /** Sets how far apart the lines of a text are, unitless; of the block around it too, whose own line is the least. */
  #setLines(text: Text, lineHeight: string): void {
    for (let at: Element | null = text.parentElement; at; at = parentOf(at)) {
      this.#step(at, 'lines', [() => [['line-height', lineHeight]]]);
      if (styleOf(at).display !== 'inline') return;
    }
  }

  /** Shows as many lines of a clamped text as the reader saw of it. */
  #unclamp(text: Text, lines: number): void {
    for (let at: Element | null = text.parentElement; at; at = parentOf(at)) {
      const clamp = parseInt(styleOf(at).getPropertyValue('-webkit-line-clamp'));
      if (!clamp) continue;
      this.#step(at, 'clamp', [() => [['-webkit-line-clamp', String(Math.max(clamp, lines))]]]);
      return;
    }
  }

  #unclip(text: Text): void {
    for (let at: Element | null = text.parentElement; at; at = parentOf(at)) {
      if (isTrack(at)) return;
      const style = styleOf(at);
      if (!/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
      const box = at.getBoundingClientRect();
      const rect = rectOf(text);
      const tall = Math.max(rect.bottom - box.bottom, box.top - rect.top);
      if (tall > 1) return void this.#heighten(at, tall);
      if (rect.right > box.right + 1 || rect.left < box.left - 1) {
        return this.#widen({ text, box: at, culprit: null, needed: rect.width });
      }
    }
  }

  /** Puts what floats over the page back among the rest, so that two texts need not share a place. */
  #separate(first: Text, second: Text): void {
    for (const text of [first, second]) {
      const other = text === first ? second : first;
      for (let at: Element | null = text.parentElement; at && !at.contains(other); at = parentOf(at)) {
        if (isScrolledAway(at) && this.#step(at, 'unscroll', [() => [['height', 'auto'], ['max-height', 'none']]])) return;
      }
    }
    if (this.#pushDown(first, second)) return;
    const away: Step[] = [
      (style, element) => (style.position === 'absolute' ? intoFlow(style, element) : null),
      (style) => (style.position === 'relative' && hasOffset(style) ? [['inset', 'auto']] : null),
      (style) => (parseFloat(style.marginTop) < 0 || parseFloat(style.marginBottom) < 0 ? [['margin-block', '0']] : null),
    ];
    for (const step of away) {
      for (const text of [second, first]) {
        const other = text === first ? second : first;
        for (let at: Element | null = text.parentElement; at && !at.contains(other); at = parentOf(at)) {
          if (step(styleOf(at), at) && this.#step(at, 'flow', [step])) return;
        }
      }
    }
    for (const text of [first, second]) {
      const other = text === first ? second : first;
      const { bottom } = rectOf(text);
      for (let at: Element | null = text.parentElement; at && !at.contains(other); at = parentOf(at)) {
        const by = bottom - at.getBoundingClientRect().bottom;
        if (by > 1 && styleOf(at).display !== 'inline' && this.#heighten(at, by)) return;
      }
    }
    for (const text of [second, first]) {
      if (text.parentElement && this.#step(text.parentElement, 'lines', [() => [['line-height', '1.2']]])) return;
    }
  }

  /** Of two texts positioned in the same box, moves the lower one further down. */
  #pushDown(first: Text, second: Text): boolean {
    const one = positionedAround(first, second);
    const other = positionedAround(second, first);
    if (!one || !other || one.offsetParent !== other.offsetParent) return false;
    const [upper, lower] =
      other.getBoundingClientRect().top < one.getBoundingClientRect().top ? [second, one] : [first, other];
    const by = rectOf(upper).bottom - lower.getBoundingClientRect().top;
    if (by <= 0) return false;
    return this.#step(
      lower,
      'push',
      Array<Step>(MOST_PUSHES).fill(({ top }) => [
        ['top', `${Math.ceil((parseFloat(top) || 0) + by)}px`],
        ['bottom', 'auto'],
      ]),
    );
  }

  /** A header that came to cover too much of the window scrolls with the page. */
  #unstick(element: Element): void {
    this.#step(element, 'stick', [
      (style) => {
        if (style.position === 'sticky') return [['position', 'relative'], ['inset', 'auto']];
        const isAtTop = element.getBoundingClientRect().top <= 1;
        return isAtTop ? [['position', 'absolute']] : [['max-height', '33vh'], ['overflow-y', 'auto']];
      },
    ]);
  }

  /** What sticks out of the window is made to fit where its parent does. */
  #bringInside(element: Element): void {
    const limit = element.ownerDocument.documentElement.clientWidth + 1;
    let culprit: Element = element;
    for (let at = parentOf(element); at && at !== at.ownerDocument.body; at = parentOf(at)) {
      if (at.getBoundingClientRect().right > limit) culprit = at;
    }
    const text = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
    if (text && this.#wrapLines(text, parentOf(culprit))) return;
    const parent = parentOf(culprit);
    if (!parent) return;
    const before = this.#hasActed;
    this.#hasActed = false;
    this.#fit(culprit, parent, Infinity, text ?? new Text());
    if (!this.#hasActed && culprit !== element) this.#fit(element, parentOf(element) ?? parent, Infinity, text ?? new Text());
    this.#hasActed ||= before;
  }

  /** Takes the next step of a kind that changes something; false where none is left. */
  #step(box: Element, kind: string, steps: readonly Step[]): boolean {
    if (!isStylable(box)) return false;
    let taken = this.#steps.get(box);
    if (!taken) this.#steps.set(box, (taken = new Map<string, number>()));
    for (let n = taken.get(kind) ?? 0; n < steps.length; n++) {
      taken.set(kind, n + 1);
      const declarations = steps[n]!(styleOf(box), box);
      if (!declarations) continue;
      for (const [property, value] of declarations) this.#set(box, property, value);
      this.#hasActed = true;
      return true;
    }
    return false;
  }

  #set(element: Stylable, property: string, value: string): void {
    let done = this.#done.get(element);
    if (!done) {
      this.#done.set(element, (done = new Map<string, string>()));
      // What is measured next has to be what the box comes to, not where it is on its way there.
      if (isAnimated(styleOf(element))) this.#edits.setProperty(element, 'transition', 'none', 'important');
    }
    done.set(property, value);
    this.#edits.setProperty(element, property, value, 'important');
  }
}

const styleOf = (element: Element): CSSStyleDeclaration => element.ownerDocument.defaultView!.getComputedStyle(element);

function rectOf(text: Text): DOMRect {
  const range = text.ownerDocument.createRange();
  range.selectNodeContents(text);
  return range.getBoundingClientRect();
}

const sum = (style: CSSStyleDeclaration, ...properties: (keyof CSSStyleDeclaration & string)[]): number =>
  properties.reduce((total, property) => total + (parseFloat(String(style[property])) || 0), 0);

/** Whether a change of the box would take its time. */
const isAnimated = ({ transitionProperty, transitionDuration }: CSSStyleDeclaration): boolean =>
  /all|height|width|margin|top|left|inset/.test(transitionProperty) && !/^[0s, ]*$/.test(transitionDuration);

const hasFloats = ({ children }: Element): boolean => {
  for (let i = 0; i < children.length; i++) if (styleOf(children[i]!).float !== 'none') return true;
  return false;
};

function isFlexItem(element: Element, direction: RegExp): boolean {
  const parent = parentOf(element);
  if (!parent) return false;
  const { display, flexDirection } = styleOf(parent);
  return /flex/.test(display) && direction.test(flexDirection);
}

const breakWords: Step = () => [
  ['min-width', '0'],
  ['overflow-wrap', 'anywhere'],
];

const wrapFlex: Step = ({ flexWrap }) => (flexWrap === 'nowrap' ? [['flex-wrap', 'wrap']] : null);

const isOutOfFlow = ({ position }: CSSStyleDeclaration): boolean => /absolute|fixed/.test(position);

/** Whether a box scrolls up and down, and holds more than it shows. */
const isScrolledAway = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(styleOf(element).overflowY);

const hasOffset = ({ top, left, right, bottom }: CSSStyleDeclaration): boolean =>
  [top, left, right, bottom].some((offset) => parseFloat(offset));

/** The positioned element around a text that leaves another text out. */
function positionedAround(text: Text, other: Text): HTMLElement | null {
  for (let at: Element | null = text.parentElement; at && !at.contains(other); at = parentOf(at)) {
    if (styleOf(at).position === 'absolute') return at as HTMLElement;
  }
  return null;
}

/** Back among the rest, but still what its own positioned descendants hang on. */
function intoFlow({ transform, left }: CSSStyleDeclaration, element: Element): Declarations {
  const indent = parseFloat(left) || 0;
  const width = (element as HTMLElement).offsetParent?.clientWidth ?? 0;
  return [
    ['position', 'relative'],
    ['inset', 'auto'],
    ...(transform === 'none' ? [] : ([['transform', 'none']] as const)),
    ...(indent > 0 && indent < width * MOST_INDENT ? ([['margin-left', `${indent}px`]] as const) : []),
  ];
}

/** A positioned box may reach from where it begins to the end of what it hangs on. */
function fitPositioned(element: Element, style: CSSStyleDeclaration): Declarations {
  const within = (element as HTMLElement).offsetParent ?? element.ownerDocument.documentElement;
  const room = within.clientWidth - Math.max(0, parseFloat(style.left) || 0);
  return [
    ['max-width', `${Math.max(room, within.clientWidth / 2)}px`],
    ['min-width', '0'],
    ['white-space', 'normal'],
  ];
}

