import { isStylable } from '../../page/own.ts';
import type { Page, PageChange } from '../../page/page.ts';
import { nextFrame } from '../../page/frames.ts';
import { atOnce, inSlices } from '../../page/slices.ts';
import { NOTHING, want, type Box } from './box.ts';
import { FocusRing } from './focus-ring.ts';
import { lookOf, SELECTION, type Look } from './look.ts';
import { findOverlaps } from './overlap.ts';
import { Pictures } from './pictures.ts';
import { plan } from './plan.ts';
import { PseudoHosts } from './pseudo-hosts.ts';
import { hasWords } from './read-box.ts';
import { BATCH, read, type Reading } from './read-boxes.ts';
import { Patience } from './patience.ts';
import { findRaised } from './raise.ts';
import { States } from './states.ts';
import { VisitedColors } from './visited.ts';
import { Writer } from './writer.ts';

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
  readonly #ring: FocusRing;
  readonly #patience: Patience;
  readonly #reading: Reading;
  readonly #forced: MediaQueryList;
  readonly #print: MediaQueryList;
  readonly #stops: (() => void)[];
  #look: Look | null = null;
  #isClosed = false;
  #isWorking = false;
  #first: Promise<void> | undefined;
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
    this.#reading = {
      boxes: this.#boxes,
      writer: this.#writer,
      rules: { visited: new VisitedColors(page), pseudoHosts: new PseudoHosts(page), hasLines: false },
    };
    this.#ring = new FocusRing(page);
    const follow = (element: Element): void => {
      this.#changed.add(element);
      this.#work(true);
    };
    this.#patience = new Patience(follow, (error) => page.report(error, 'contrast'));
    this.#states = new States(page, follow, (element) => this.#focus(element));
    this.#forced = page.window.matchMedia('(forced-colors: active)');
    this.#print = page.window.matchMedia('print');
    const onMedia = (): void => this.#planNow();
    const onPrint = (): void => this.#readNow();
    this.#forced.addEventListener('change', onMedia);
    this.#print.addEventListener('change', onPrint);
    this.#stops = [
      page.onChange((change) => this.#take(change)),
      () => this.#forced.removeEventListener('change', onMedia),
      () => this.#print.removeEventListener('change', onPrint),
      () => this.#states.close(),
    ];
  }

  /** Brings the page to a look; null is the page as it is. */
  show(look: Look | null): void {
    const { level, palette } = this.#look ?? {};
    if (look?.level === level && look?.palette === palette) return;
    this.#look = look;
    const { rules } = this.#reading;
    if (look && look.palette.scheme !== 'page' && !rules.hasLines) this.#mustRead = rules.hasLines = true;
    this.#plan();
  }

  /** Resolves once the page shows a look for the first time. */
  get first(): Promise<void> {
    return this.#first ?? Promise.resolve();
  }

  close(): void {
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
    this.#patience.close();
    this.#ring.take();
    this.#writer.undo();
    this.#boxes.clear();
  }

  #plan(): void {
    this.#mustPlan = true;
    this.#work(false);
  }

  #planNow(): void {
    if (this.#isWorking || this.#mustRead || this.#isClosed) return this.#plan();
    atOnce(this.#showAll());
  }

  /** Reads and decides anew before anything else happens: a page about to be printed waits for nobody. */
  #readNow(): void {
    if (!this.#isWorking) this.#refresh(topmost(new Set(this.#boxes.keys())));
    this.#planNow();
  }

  /** What is asked of the page now: paper is white whatever the screen shows, and forced colours are the reader's own. */
  get #present(): Look | null {
    const look = this.#look;
    if (!look || this.#forced.matches) return null;
    return this.#print.matches ? lookOf(look.level, 'page') : look;
  }

  #focus(element: Element | null): void {
    const ground = element && this.#present?.hasCues ? (this.#boxes.get(element)?.parent?.ground ?? null) : null;
    if (element && ground) this.#ring.give(element, ground);
    else this.#ring.take();
  }

  #take({ roots, sheets, added, restyled, textChanged, resized }: PageChange): void {
    if (roots.length || sheets.length || resized) this.#mustRead = this.#mustPlan = true;
    for (const element of added) this.#changed.add(element);
    for (const element of restyled) {
      if (this.#looksOther(element) && this.#patience.allows(element)) this.#changed.add(element);
    }
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
    this.#first ??= work;
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
        this.#reading.rules.visited.refresh();
        this.#reading.rules.pseudoHosts.refresh();
        await inSlices(read(this.#reading, this.#allElements()), isStale);
        await inSlices(findOverlaps(this.#boxes.values(), this.#boxes.values()), isStale);
        await this.#pictures.load(this.#boxes.values());
        await inSlices(findRaised(this.#boxes.values(), this.#boxes.values(), this.#pictures), isStale);
      }
      if (this.#isClosed) return;
      if (this.#mustPlan) {
        this.#mustPlan = false;
        await inSlices(this.#showAll(), isStale);
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
      for (const box of atOnce(read(this.#reading, this.#page.elements(top)))) boxes.push(box);
    }
    atOnce(findOverlaps(this.#boxes.values(), boxes));
    atOnce(findRaised(this.#boxes.values(), boxes, this.#pictures));
    atOnce(this.#show(boxes));
  }

  *#allElements(): Iterable<Element> {
    for (const root of this.#page.roots()) yield* this.#page.elements(root);
  }

  *#showAll(): Generator<void, void> {
    const boxes = [...this.#boxes.values()].filter((box) => box.element.isConnected);
    this.#writer.forgetRules();
    this.#writer.base = this.#present?.hasCues ? SELECTION : '';
    yield* this.#show(boxes);
  }

  /** Decides, writes, then reads back what was written. */
  *#show(boxes: readonly Box[]): Generator<void, void> {
    const look = this.#present;
    const touched = look ? yield* plan(boxes, look, this.#pictures) : clearWants(boxes);
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
        // Nothing of ours stands on it or on what it inherits from.
        if (!box.inked && !box.wants.size && !box.partWants.size) continue;
        for (const { part, property, final } of box.inks) {
          if (part || colorOf(box.element, property) === final) continue;
          want(box, property, final);
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
    box.wants = NOTHING;
    box.partWants = NOTHING;
    for (const ink of box.inks) ink.final = ink.text;
  }
  return new Set(boxes);
}

const colorOf = (element: Element, property: string): string | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element).getPropertyValue(property);

function topmost(elements: ReadonlySet<Element>): Element[] {
  return [...elements].filter((element) => {
    if (!element.isConnected) return false;
    for (let up = element.parentElement; up; up = up.parentElement) if (elements.has(up)) return false;
    return true;
  });
}
