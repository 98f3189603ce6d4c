import { BLACK, composite, formatColor, quantize, WHITE, type Color } from '../../color/color.ts';
import { contrastRatio, relativeLuminance } from '../../color/contrast-ratio.ts';
import { nearestPassingColor, softenedColor } from '../../color/nearest-passing-color.ts';
import { distance } from '../../color/spaces.ts';
import { AA, AAA, STRONGEST, type RatioThresholds } from '../../color/wcag.ts';
import type { ContrastLevel } from '../../preferences/preferences.ts';
import type { Area, Box, Ink } from './box.ts';
import type { Cover, Pictures } from './pictures.ts';

/** What each level asks. */
const ASKED: Record<ContrastLevel, RatioThresholds> = { '-1': AA, 0: AA, 1: AA, 2: AAA, 3: STRONGEST };

/** The greatest ratio of the softer level. */
const SOFTEST = 12;

/** Added to what is asked where a colour is chosen, against the rounding of whoever measures. */
const MARGIN = 0.05;

const mix = (top: Color, under: Color, share: number): Color =>
  share >= 1 ? top : quantize(composite({ ...top, a: share }, under));

const over = (top: Color, under: Color): Color => (top.a ? quantize(composite(top, under)) : under);

const isLight = (color: Color): boolean => relativeLuminance(color) > 0.18;

/**
 * Decides what every box and text of the page needs at a level; reads and writes nothing of the page.
 * @param boxes parents before children; what lies around them keeps what was decided before
 * @returns the boxes whose wants may have changed
 */
export function plan(boxes: readonly Box[], level: ContrastLevel, pictures: Pictures): Set<Box> {
  const inksOn = new Map<Box, [Ink, Box][]>();
  for (const box of boxes) standOnGround(box, pictures, inksOn);
  const planner = new Planner(ASKED[level], level === -1, boxes);
  for (const box of boxes) planner.paint(box, inksOn.get(box) ?? []);
  return new Set([...boxes, ...planner.touched]);
}

/** Finds the box that gives each text its ground, and the texts that need a ground of their own. */
function standOnGround(box: Box, pictures: Pictures, inksOn: Map<Box, [Ink, Box][]>): void {
  const { parent, layer } = box;
  box.wants = new Map();
  box.partWants = new Map();
  box.cover = box.image ? pictures.cover(box) : null;
  const kind = box.cover?.kind;
  const isSolid = layer.a === 1 || kind === 'flat';
  box.owner = layer.a > 0 || kind === 'flat' || kind === 'picture' ? box : (parent?.owner ?? null);
  box.isOnPicture = kind === 'picture' || (!isSolid && !!parent?.isOnPicture);
  box.isMarked = kind === 'mark' || (!isSolid && !!parent?.isMarked);
  const isPlain = kind !== 'picture' && kind !== 'mark' && !('ownerSVGElement' in box.element);
  box.isPlate = box.inks.length > 0 && isPlain && (box.isOnPicture || box.isOnPieces || (box.isMarked && isSnug(box)));
  box.isBesideMark = box.isPlate && box.isMarked && !box.isOnPicture && !box.isOnPieces;
  if (box.isPlate) {
    box.owner = box;
    box.isOnPicture = box.isMarked = false;
  }
  const owner = (!box.isPlate && box.lies) || box.owner;
  if (!owner) return;
  const list = inksOn.get(owner);
  const inks = box.inks.map((ink): [Ink, Box] => [ink, box]);
  if (list) list.push(...inks);
  else inksOn.set(owner, inks);
}

/** Whether a ground of the box's own would lie behind its words alone, and not over a mark beside them. */
const isSnug = ({ area, words, isInline }: Box): boolean =>
  isInline || !area || !words.length || Math.min(...words.map((word) => word.left)) - area.left < 6;

class Planner {
  readonly #asked: RatioThresholds;
  readonly #isSofter: boolean;
  /** Boxes whose ground is not decided yet. */
  readonly #pending: Set<Box>;
  /** Boxes around the planned ones whose wants were changed. */
  readonly touched = new Set<Box>();
  readonly #found = new Map<string, Color | null>();

  constructor(asked: RatioThresholds, isSofter: boolean, boxes: readonly Box[]) {
    this.#pending = new Set(boxes);
    this.#asked = asked;
    this.#isSofter = isSofter;
  }

  /** Decides the ground of a box, then the colours of its texts. */
  paint(box: Box, inksOn: readonly [Ink, Box][]): void {
    const { parent, cover, layer, wants } = box;
    const around = parent ? parent.ground : WHITE;
    box.fade = (parent?.fade ?? 1) * box.opacity;
    box.under = parent && parent.fade < 1 ? parent.under : around;
    box.ground = over(layer, around);
    let isOurs = layer.a > 0;
    if (cover?.color && cover.kind !== 'mark') box.ground = over(cover.color, box.ground);
    if (cover?.kind === 'flat' || cover?.kind === 'nothing') {
      if (inksOn.some(([, { words }]) => words.length)) {
        wants.set('background-image', 'none');
        if (cover.kind === 'flat') this.#setGround(box, box.ground);
      }
      isOurs ||= cover.kind === 'flat';
    }
    if (box.isPlate) this.#setGround(box, this.#plateFor(box));
    if (isOurs || box.isPlate) {
      const findHard = (): [Ink, Box] | undefined =>
        inksOn.find(([ink]) => ink.color && !this.#reach(ink, box, box.ground));
      let hard = findHard();
      if (hard && box.fade < 1) {
        this.#raiseOpacity(box);
        hard = findHard();
      }
      if (hard) {
        this.#setGround(box, this.#movedGround(box.ground, hard[0]));
        if (cover?.kind === 'flat') wants.set('background-image', 'none');
      }
    }
    this.#pending.delete(box);
    for (const ink of box.inks) this.#paintInk(box, ink);
    if (box.hasShadow) wants.set('text-shadow', 'none');
    if (box.still) wants.set('transition-property', box.still);
    box.inked = wants.has('color') ? box : (parent?.inked ?? null);
  }

  /** The ground a box gives, as it is meant to be where that is decided already. */
  #groundOf(box: Box): Color {
    const { cover, layer, ground } = box;
    if (!this.#pending.has(box)) return ground;
    const base = over(layer, WHITE);
    return cover?.kind === 'flat' && cover.color ? over(cover.color, base) : base;
  }

  #raiseOpacity(box: Box): void {
    for (let at: Box | null = box; at; at = at.parent) {
      if (at.opacity === 1) continue;
      at.wants.set('opacity', '1');
      this.touched.add(at);
    }
    box.fade = 1;
  }

  #setGround(box: Box, ground: Color): void {
    box.ground = ground;
    box.wants.set('background-color', formatColor(ground));
  }

  #ask({ isLarge }: Ink): number {
    return isLarge ? this.#asked.large : this.#asked.text;
  }

  /** A ground for words that lie on a picture or on several things: such as their own colour can be read on. */
  #plateFor({ ground, inks, words, parent, lies, isBesideMark }: Box): Color {
    const [ink] = inks;
    const color = ink?.color;
    let base = lies ? this.#groundOf(lies) : ground;
    const picture = words.length ? pictureUnder(parent) : null;
    if (picture) base = over(picture.at!(hull(words)), base);
    // Beside a bullet or an icon, or beyond the box around, the ground is known: the text is what moves.
    if (!ink || !color || isBesideMark || lies) return base;
    // White words on what seems to be white: their picture cannot be read, or was never loaded.
    if (contrastRatio(color, base) < 2) base = isLight(color) ? BLACK : WHITE;
    const ratio = this.#ask(ink) + MARGIN;
    const text = nearestPassingColor(color, base, ratio);
    const moved = nearestPassingColor(base, color, ratio);
    // Whichever of the two has the shorter way to go moves.
    return moved && (!text || distance(moved, base) < distance(text, color)) ? moved : base;
  }

  /** The nearest ground that a text can be read on; away from the text's own lightness. */
  #movedGround(ground: Color, ink: Ink): Color {
    const color = ink.color ?? BLACK;
    const isInkLight = relativeLuminance(color) > relativeLuminance(ground);
    const ratio = this.#ask(ink) + MARGIN;
    const end = isInkLight ? WHITE : BLACK;
    const suits = contrastRatio(color, end) < 1.4 ? nearestPassingColor(ground, color, ratio) : null;
    return suits ?? nearestPassingColor(ground, end, ratio) ?? (isInkLight ? BLACK : WHITE);
  }

  /** The nearest colour of a text that passes on a ground, itself where it does; null where none can. */
  #reach(ink: Ink, { fade, under }: Box, ground: Color, opacity = 1): Color | null {
    const asked = this.#ask(ink);
    const color = ink.color ?? (isLight(ground) ? BLACK : WHITE);
    const key = [ink.text, asked, formatColor(ground), fade * opacity, fade < 1 && formatColor(under)].join();
    let found = this.#found.get(key);
    if (found === undefined) {
      const share = fade * opacity;
      const seenGround = mix(ground, under, fade);
      const see = (text: Color): Color => mix(over(text, ground), share < fade ? seenGround : under, share);
      const ratio = contrastRatio(see(color), seenGround);
      if (ratio > asked) found = this.#isSofter && ratio > SOFTEST ? softenedColor(color, seenGround, SOFTEST) : color;
      else found = nearestPassingColor({ ...over(color, ground), a: 1 }, seenGround, asked + MARGIN, see);
      found ??= nearestPassingColor({ ...over(color, ground), a: 1 }, seenGround, asked + 0.001, see);
      this.#found.set(key, found);
    }
    return found;
  }

  #paintInk(box: Box, ink: Ink): void {
    const { parent, wants } = box;
    const { part, property, text } = ink;
    const ground = over(ink.layer, !box.isPlate && box.lies ? this.#groundOf(box.lies) : box.ground);
    let { opacity } = ink;
    let found = this.#reach(ink, box, ground, opacity);
    if (!found) found = this.#reach(ink, box, ground, (opacity = 1));
    if (!found && box.fade < 1) {
      this.#raiseOpacity(box);
      found = this.#reach(ink, box, ground);
    }
    if (!found) {
      const moved = this.#movedGround(ground, ink);
      if (!part && !('ownerSVGElement' in box.element)) this.#setGround(box, moved);
      found = this.#reach(ink, box, moved) ?? (isLight(moved) ? BLACK : WHITE);
    }
    ink.final = found === ink.color ? text : formatColor(found);
    if (part) {
      const own = wants.get('color');
      const inherited = box.inks.find((other) => !other.part);
      const shown = own && inherited?.text === text ? own : inheritedColor(box, parent, text);
      // WebKit answers for a placeholder with the control's own style: it gets the control's colour then.
      const isUntold = part === '::placeholder' && inherited?.text === text;
      if (shown === ink.final && opacity === ink.opacity && !isUntold) return;
      if (isUntold) opacity = 2;
      const color = `${property}:${ink.final}!important`;
      box.partWants.set(part, opacity > ink.opacity ? `${color};opacity:1!important` : color);
    } else if (property === 'color' ? inheritedColor(box, parent, text) !== ink.final : text !== ink.final) {
      wants.set(property, ink.final);
    }
  }
}

/** What a text would show if it inherits and nothing is set on it: an ancestor's new colour where it had that ancestor's old one. */
function inheritedColor({ wants }: Box, parent: Box | null, text: string): string {
  const from = parent?.inked;
  if (wants.has('color') || !from) return text;
  const old = from.inks.find(({ part }) => !part)?.text;
  return old === text ? from.wants.get('color')! : text;
}

/** The nearest picture around words whose parts can be told apart. */
function pictureUnder(box: Box | null): Cover | null {
  for (let at = box; at?.isOnPicture; at = at.parent) if (at.cover?.at) return at.cover;
  return null;
}

/** The least area that holds all words. */
const hull = (words: readonly Area[]): Area => ({
  left: Math.min(...words.map(({ left }) => left)),
  top: Math.min(...words.map(({ top }) => top)),
  right: Math.max(...words.map(({ right }) => right)),
  bottom: Math.max(...words.map(({ bottom }) => bottom)),
});
