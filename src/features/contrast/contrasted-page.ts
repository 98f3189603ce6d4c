import { isStylable } from '../../page/own.ts';
import type { Page, PageChange } from '../../page/page.ts';
import { nextFrame } from '../../page/frames.ts';
import { atOnce, inSlices } from '../../page/slices.ts';
import type { Box } from './box.ts';
import type { Look } from './look.ts';
import { findOverlaps } from './overlap.ts';
import { Pictures } from './pictures.ts';
import { plan } from './plan.ts';
import { hasWords, isPainted, readBox } from './read-box.ts';
import { findRaised } from './raise.ts';
import { States } from './states.ts';
import { VisitedColors } from './visited.ts';
import { Writer } from './writer.ts';

/** Elements read at a stretch, between taking our edits off them and putting these back. */
const BATCH = 200;

/** Rounds of reading colours back and setting those that came out otherwise (what inherits from what we set). */
const MOST_ROUNDS = 3;

/** The inline declarations that colours hang on. */
const LOOKS = [
  'color',
  'background',
  'background-color',
  'background-image',
  'opacity',
  'display',
  'visibility',
  'fill',
];

/** One page whose contrast is raised. */
export class ContrastedPage {
  readonly #page: Page;
  readonly #writer: Writer;
  readonly #pictures: Pictures;
  readonly #boxes = new Map<Element, Box>();
  readonly #states: States;
  readonly #visited: VisitedColors;
  readonly #forced: MediaQueryList;
  readonly #stops: (() => void)[];
  #look: Look | null = null;
  #isClosed = false;
  #isWorking = false;
  // What is still to be done: the whole page read, decisions made anew, parts of the page read again.
  #mustRead = true;
  #mustPlan = false;
  #mustScan = false;
  readonly #changed = new Set<Element>();
  readonly #looks = new WeakMap<Element, string>();

  constructor(page: Page) {
    this.#page = page;
    this.#writer = new Writer(page);
    this.#pictures = new Pictures(page.document);
    this.#visited = new VisitedColors(page);
    this.#states = new States(page, (element) => {
      this.#changed.add(element);
      this.#work(true);
    });
    this.#forced = page.window.matchMedia('(forced-colors: active)');
    const onForced = (): void => this.#plan();
    this.#forced.addEventListener('change', onForced);
    this.#stops = [
      page.onChange((change) => this.#take(change)),
      () => this.#forced.removeEventListener('change', onForced),
      () => this.#states.close(),
    ];
  }

  /** Brings the page to a look; null is the page as it is. */
  show(look: Look | null): void {
    const { level, palette } = this.#look ?? {};
    if (look?.level === level && look?.palette === palette) return;
    this.#look = look;
    this.#plan();
  }

  close(): void {
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
    this.#writer.undo();
    this.#boxes.clear();
  }

  #plan(): void {
    this.#mustPlan = true;
    this.#work(false);
  }

  #take({ roots, sheets, added, restyled, textChanged, resized }: PageChange): void {
    if (roots.length || sheets.length || resized) this.#mustRead = this.#mustPlan = true;
    for (const element of added) this.#changed.add(element);
    for (const element of restyled) if (this.#looksOther(element)) this.#changed.add(element);
    if (textChanged) this.#mustScan = true;
    if (this.#hasWork) this.#work(true);
  }

  get #hasWork(): boolean {
    return this.#mustPlan || this.#mustScan || this.#changed.size > 0;
  }

  /** Whether something that colours hang on was changed; a script that moves an element every frame costs nothing so. */
  #looksOther(element: Element): boolean {
    if (!isStylable(element)) return false;
    const edits = this.#page.edits('contrast');
    let look = '';
    for (const { name, value } of element.attributes) {
      if (name !== 'style' && !name.startsWith('data-ro-chu')) look += `${name}=${value};`;
    }
    for (const property of LOOKS) look += `${edits.originalProperty(element, property).value};`;
    if (this.#looks.get(element) === look) return false;
    this.#looks.set(element, look);
    return true;
  }

  /** Finds elements that got their first words, and forgets such as are gone. */
  #scan(): void {
    for (const [element, { inks }] of this.#boxes) {
      if (!element.isConnected) this.#boxes.delete(element);
      else if (!inks.some(({ part }) => !part) && hasWords(element)) this.#changed.add(element);
    }
  }

  #work(isDeferred: boolean): void {
    if (this.#isWorking || this.#isClosed) return;
    this.#isWorking = true;
    const done = (): void => {
      this.#isWorking = false;
      if (this.#hasWork) this.#work(true);
    };
    const work = this.#run(isDeferred).catch((error: unknown) => this.#page.report(error, 'contrast'));
    this.#page.track(work.then(done));
  }

  async #run(isDeferred: boolean): Promise<void> {
    if (isDeferred) await nextFrame(this.#page.window);
    const isStale = (): boolean => this.#isClosed;
    while (!this.#isClosed && this.#hasWork) {
      if (this.#mustScan) {
        this.#mustScan = false;
        this.#scan();
      }
      if (this.#mustRead) {
        this.#mustRead = false;
        this.#changed.clear();
        this.#boxes.clear();
        this.#states.refresh();
        this.#visited.refresh();
        await inSlices(this.#read(this.#allElements()), isStale);
        await inSlices(findOverlaps(this.#boxes.values(), this.#boxes.values()), isStale);
        await this.#pictures.load(this.#boxes.values());
        await inSlices(findRaised(this.#boxes.values(), this.#boxes.values(), this.#pictures), isStale);
      }
      if (this.#isClosed) return;
      if (this.#mustPlan) {
        this.#mustPlan = false;
        const boxes = [...this.#boxes.values()].filter((box) => box.element.isConnected);
        this.#writer.forgetRules();
        await inSlices(this.#show(boxes), isStale);
      } else if (this.#changed.size) {
        const tops = topmost(this.#changed);
        this.#changed.clear();
        this.#refresh(tops);
      }
    }
  }

  /** Reads parts of the page again and decides anew for them. */
  #refresh(tops: readonly Element[]): void {
    const boxes: Box[] = [];
    for (const top of tops) {
      for (const element of this.#page.elements(top)) this.#boxes.delete(element);
      for (const box of atOnce(this.#read(this.#page.elements(top)))) boxes.push(box);
    }
    atOnce(findOverlaps(this.#boxes.values(), boxes));
    atOnce(findRaised(this.#boxes.values(), boxes, this.#pictures));
    atOnce(this.#show(boxes));
  }

  *#allElements(): Iterable<Element> {
    for (const root of this.#page.roots()) yield* this.#page.elements(root);
  }

  /** Reads elements as the page has them, our own edits off while they are read. */
  *#read(elements: Iterable<Element>): Generator<void, Box[]> {
    const boxes: Box[] = [];
    let batch: Element[] = [];
    for (const element of elements) {
      if (!isPainted(element)) continue;
      batch.push(element);
      if (batch.length < BATCH) continue;
      this.#readBatch(batch, boxes);
      batch = [];
      yield;
    }
    this.#readBatch(batch, boxes);
    return boxes;
  }

  #readBatch(batch: readonly Element[], boxes: Box[]): void {
    // Ancestors too: what an element inherits must be the page's.
    const involved = new Set(batch);
    for (const element of batch) {
      for (let up = flatParent(element); up && !involved.has(up); up = flatParent(up)) involved.add(up);
    }
    const held = [...involved].filter((element) => this.#writer.isHeld(element));
    for (const element of held) this.#writer.release(element);
    for (const element of batch) {
      const view = element.ownerDocument.defaultView;
      if (!view) continue;
      const box = readBox(element, this.#boxes.get(flatParent(element)!) ?? null, view, this.#visited);
      this.#boxes.set(element, box);
      boxes.push(box);
    }
    for (const element of held) this.#writer.hold(element);
  }

  /** Decides, writes, then reads back what was written. */
  *#show(boxes: readonly Box[]): Generator<void, void> {
    const look = this.#forced.matches ? null : this.#look;
    const touched = look ? plan(boxes, look, this.#pictures) : clearWants(boxes);
    yield;
    let count = 0;
    for (const box of touched) {
      this.#writer.write(box);
      if (++count % BATCH === 0) yield;
    }
    this.#writer.writeSheets();
    yield;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const wrong: Box[] = [];
      for (const box of boxes) {
        for (const { part, property, final } of box.inks) {
          if (part || colorOf(box.element, property) === final) continue;
          box.wants.set(property, final);
          wrong.push(box);
        }
        if (++count % BATCH === 0) yield;
      }
      if (!wrong.length) return;
      for (const box of wrong) this.#writer.write(box);
    }
  }
}

function clearWants(boxes: readonly Box[]): Set<Box> {
  for (const box of boxes) {
    box.wants = new Map();
    box.partWants = new Map();
    for (const ink of box.inks) ink.final = ink.text;
  }
  return new Set(boxes);
}

const colorOf = (element: Element, property: string): string | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element).getPropertyValue(property);

/** The element around one in the tree as it is painted: the slot, the shadow host, the frame. */
function flatParent(element: Element): Element | null {
  const { assignedSlot, parentNode, ownerDocument } = element;
  if (assignedSlot) return assignedSlot;
  if (parentNode === ownerDocument) return ownerDocument.defaultView?.frameElement ?? null;
  // Links have a `host` too, a piece of their address.
  const isInShadow = parentNode?.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
  return isInShadow ? ((parentNode as Partial<ShadowRoot>).host ?? null) : element.parentElement;
}

function topmost(elements: ReadonlySet<Element>): Element[] {
  return [...elements].filter((element) => {
    if (!element.isConnected) return false;
    for (let up = element.parentElement; up; up = up.parentElement) if (elements.has(up)) return false;
    return true;
  });
}
