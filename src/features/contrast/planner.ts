import { BLACK, formatColor, formatLayer, WHITE, type Color } from '../../color/color.ts';
import { contrastRatio, relativeLuminance } from '../../color/contrast-ratio.ts';
import { nearestPassingColor, softenedColor } from '../../color/nearest-passing-color.ts';
import { distance } from '../../color/spaces.ts';
import { NON_TEXT } from '../../color/wcag.ts';
import { VEILED, want, wantPart, type Area, type Box, type Ink } from './box.ts';
import { giveCues } from './cues.ts';
import { isLight, mix, over } from './layers.ts';
import { growGround, raiseWords } from './lift.ts';
import { isLostOn } from './lost-pictures.ts';
import type { Look } from './look.ts';
import type { Cover, Pictures } from './pictures.ts';

/** The greatest ratio of the softer level. */
const SOFTEST = 12;

/** Added to what is asked where a colour is chosen, against the rounding of whoever measures. */
const MARGIN = 0.05;

/** Decides the grounds and colours of boxes, one after the other, parents first. */
export class Planner {
  readonly #look: Look;
  readonly #pictures: Pictures;
  /** Whether the page's grounds become others. */
  readonly #isScheme: boolean;
  /** Boxes whose ground is not decided yet. */
  readonly #pending: Set<Box>;
  /** Boxes around the planned ones whose wants were changed. */
  readonly touched = new Set<Box>();
  readonly #found = new Map<string, Color | null>();

  constructor(look: Look, boxes: readonly Box[], pictures: Pictures) {
    this.#look = look;
    this.#pictures = pictures;
    this.#isScheme = look.palette.scheme !== 'page';
    this.#pending = new Set(boxes);
  }

  /** Decides the ground of a box, then the colours of its texts. */
  paint(box: Box, inksOn: readonly [Ink, Box][]): void {
    const { parent } = box;
    box.fade = (parent?.fade ?? 1) * box.opacity;
    box.under = parent && parent.fade < 1 ? parent.under : (parent?.ground ?? this.#look.palette.canvas);
    const hasWords = inksOn.some(([, { words }]) => words.length);
    const isOurs = this.#paintGround(box, hasWords);
    if (box.isPlate) this.#setGround(box, this.#plateFor(box));
    // What lies under raised words is clear there; said so, it is known.
    else if (box.raise !== null) this.#setGround(box, box.ground);
    if (isOurs || box.isPlate) {
      const findHard = (): [Ink, Box] | undefined =>
        inksOn.find(([ink]) => ink.isBinding && ink.color && !this.#reach(ink, box, box.ground, box.pageGround));
      let hard = findHard();
      if (hard && box.fade < 1) {
        this.#raiseOpacity(box);
        hard = findHard();
      }
      if (hard) {
        this.#setGround(box, this.#movedGround(box.ground, hard[0]));
        if (box.cover?.kind === 'flat') want(box, 'background-image', 'none');
      }
    }
    this.#pending.delete(box);
    for (const ink of box.inks) this.#paintInk(box, ink);
    if (box.hasShadow) want(box, 'text-shadow', 'none');
    if (box.isBlended && box.inks.some(({ isBinding }) => isBinding)) want(box, 'mix-blend-mode', 'normal');
    if (box.still) want(box, 'transition-property', box.still);
    if (box.spill && box.wants.has('background-color')) growGround(box, box.spill);
    if (this.#look.hasCues) giveCues(box, this.#look.palette);
    if (box.raise !== null) raiseWords(box, box.raise);
    if (box.lift) want(box, ...box.lift);
    box.inked = box.wants.has('color') ? box : (parent?.inked ?? null);
  }

  /** Decides what the box's own layers come to. Returns whether the ground is the box's own. */
  #paintGround(box: Box, hasWords: boolean): boolean {
    const { parent, cover, layer, veils } = box;
    const { palette } = this.#look;
    const around = parent?.ground ?? palette.canvas;
    const pageAround = parent?.pageGround ?? WHITE;
    const laid = cover?.color && cover.kind !== 'mark' ? cover.color : null;
    box.pageGround = over(layer, pageAround);
    if (laid) box.pageGround = over(laid, box.pageGround);
    let isOurs = layer.a > 0;
    const isKept = this.#isScheme && isLostOn(box, over(palette.ground(layer), around), this.#pictures);
    const become = (color: Color): Color => (isKept || !this.#isScheme ? color : palette.ground(color));
    if (isKept) this.#setGround(box, over(layer, pageAround));
    else {
      const shown = layer.a ? become(layer) : layer;
      box.ground = over(shown, around);
      if (shown !== layer && formatLayer(shown) !== formatLayer(layer))
        want(box, 'background-color', formatLayer(shown));
    }
    if (laid) box.ground = over(become(laid), box.ground);
    if (this.#isScheme && isRoot(box)) {
      if (!parent && layer.a < 1) this.#setGround(box, box.ground);
      want(box, 'color-scheme', palette.browserScheme);
    }
    if (cover?.kind === 'flat' || cover?.kind === 'nothing') {
      // A gradient or a texture without words on it is an ornament, out of place in other colours only.
      if (
        hasWords ||
        (cover.kind === 'nothing' && box.element.textContent) ||
        (this.#isScheme && !isKept && cover.kind === 'flat')
      ) {
        want(box, 'background-image', 'none');
        if (cover.kind === 'flat') this.#setGround(box, box.ground);
      }
      isOurs ||= cover.kind === 'flat';
    }
    for (const { part, layer: veil, image, share } of veils) {
      const isGround = share > VEILED && !image;
      if (!hasWords && !(this.#isScheme && isGround)) continue;
      wantPart(box, part, 'background-color:transparent!important;background-image:none!important');
      if (!isGround) continue;
      box.pageGround = over(veil, box.pageGround);
      this.#setGround(box, over(become(veil), box.ground));
      isOurs = true;
    }
    return isOurs;
  }

  /** The ground a box gives, as it is meant to be where that is decided already. */
  #groundOf(box: Box): Color {
    const { cover, layer, ground } = box;
    if (!this.#pending.has(box)) return ground;
    const { palette } = this.#look;
    const base = over(palette.ground(layer), palette.canvas);
    return cover?.kind === 'flat' && cover.color ? over(palette.ground(cover.color), base) : base;
  }

  #pageGroundOf(box: Box): Color {
    return this.#pending.has(box) ? over(box.layer, WHITE) : box.pageGround;
  }

  #raiseOpacity(box: Box): void {
    for (let at: Box | null = box; at; at = at.parent) {
      if (at.opacity === 1) continue;
      want(at, 'opacity', '1');
      this.touched.add(at);
    }
    box.fade = 1;
  }

  #setGround(box: Box, ground: Color): void {
    box.ground = ground;
    want(box, 'background-color', formatColor(ground));
  }

  #ask({ isLarge, isSign }: Ink): number {
    const { asked } = this.#look;
    if (isSign) return NON_TEXT;
    return isLarge ? asked.large : asked.text;
  }

  /** A ground for words that lie on a picture or on several things: such as their own colour can be read on. */
  #plateFor(box: Box): Color {
    const { ground, pageGround, inks, words, parent, lies, isBesideMark } = box;
    const { palette } = this.#look;
    const ink = inks.find(({ isBinding }) => isBinding);
    const color = ink?.color;
    let base = lies ? this.#groundOf(lies) : ground;
    let pageBase = lies ? this.#pageGroundOf(lies) : pageGround;
    const picture = words.length ? pictureUnder(parent) : null;
    if (picture) {
      pageBase = over(picture.at!(hull(words)), pageBase);
      base = this.#isScheme ? palette.ground(pageBase) : pageBase;
    }
    // Beside a bullet or an icon, or beyond the box around, the ground is known: the text is what moves.
    if (ink && color && !isBesideMark && !lies) {
      const ratio = this.#ask(ink) + MARGIN;
      // White words on what seems to be white: their picture cannot be read, or was never loaded.
      if (contrastRatio(color, pageBase) < 2) {
        pageBase = isLight(color) ? BLACK : WHITE;
        base = this.#isScheme ? palette.ground(pageBase) : pageBase;
      }
      const wanted = palette.text(color, pageBase, base);
      const text = nearestPassingColor(wanted, base, ratio);
      const moved = nearestPassingColor(base, wanted, ratio);
      // Whichever of the two has the shorter way to go moves.
      if (moved && (!text || distance(moved, base) < distance(text, wanted))) base = moved;
    }
    box.pageGround = pageBase;
    return base;
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
  #reach(ink: Ink, { fade, under }: Box, ground: Color, pageGround: Color, opacity = 1): Color | null {
    const asked = this.#ask(ink);
    const share = fade * opacity;
    const key = [
      ink.text,
      asked,
      formatColor(ground),
      this.#isScheme && formatColor(pageGround),
      share,
      fade < 1 && formatColor(under),
    ].join();
    let found = this.#found.get(key);
    if (found === undefined) {
      const seenGround = mix(ground, under, fade);
      const see = (text: Color): Color => mix(over(text, ground), share < fade ? seenGround : under, share);
      const page = ink.color ?? (isLight(pageGround) ? BLACK : WHITE);
      const color = this.#isScheme ? this.#look.palette.text(over(page, pageGround), pageGround, ground) : page;
      const ratio = contrastRatio(see(color), seenGround);
      const { isSofter } = this.#look;
      if (ratio > asked) found = isSofter && ratio > SOFTEST ? softenedColor(color, seenGround, SOFTEST) : color;
      else found = nearestPassingColor({ ...over(color, ground), a: 1 }, seenGround, asked + MARGIN, see);
      found ??= nearestPassingColor({ ...over(color, ground), a: 1 }, seenGround, asked + 0.001, see);
      this.#found.set(key, found);
    }
    return found;
  }

  #paintInk(box: Box, ink: Ink): void {
    const { parent } = box;
    const { part, property, text, isBinding } = ink;
    const { palette, hasCues } = this.#look;
    if (ink.isSign && !hasCues) return;
    const lies = box.isPlate ? null : box.lies;
    const layer = this.#isScheme && ink.layer.a ? palette.ground(ink.layer) : ink.layer;
    const ground = over(layer, lies ? this.#groundOf(lies) : box.ground);
    const pageGround = over(ink.layer, lies ? this.#pageGroundOf(lies) : box.pageGround);
    let { opacity } = ink;
    let found = this.#reach(ink, box, ground, pageGround, opacity);
    if (!found) found = this.#reach(ink, box, ground, pageGround, (opacity = 1));
    if (!found && !isBinding) return;
    if (!found && box.fade < 1) {
      this.#raiseOpacity(box);
      found = this.#reach(ink, box, ground, pageGround);
    }
    if (!found) {
      const moved = this.#movedGround(ground, ink);
      if (!part && !('ownerSVGElement' in box.element)) this.#setGround(box, moved);
      found = this.#reach(ink, box, moved, moved) ?? (isLight(moved) ? BLACK : WHITE);
    }
    ink.final = found === ink.color ? text : formatColor(found);
    if (part) {
      const own = box.wants.get('color');
      const inherited = box.inks.find((other) => !other.part);
      const shown = own && inherited?.text === text ? own : inheritedColor(box, parent, text);
      // WebKit answers for a placeholder with the control's own style: it gets the control's colour then.
      const isUntold = part === '::placeholder' && inherited?.text === text;
      const isSameLayer = layer === ink.layer || formatLayer(layer) === formatLayer(ink.layer);
      if (shown === ink.final && opacity === ink.opacity && !isUntold && isSameLayer) return;
      if (isUntold) opacity = 2;
      const css = [box.partWants.get(part), `${property}:${ink.final}!important`];
      if (opacity > ink.opacity) css.push('opacity:1!important');
      if (!isSameLayer) css.push(`background-color:${formatLayer(layer)}!important`);
      wantPart(box, part, css.filter(Boolean).join(';'));
    } else {
      const isChanged = property === 'color' ? inheritedColor(box, parent, text) !== ink.final : text !== ink.final;
      if (box.visited && property === 'color') this.#paintVisited(box, ink, box.visited, ground, pageGround, isChanged);
      else if (isChanged) want(box, property, ink.final);
    }
  }

  /** Colours of links go into our sheet where visited ones have another: inline they would be the same. */
  #paintVisited(box: Box, ink: Ink, visited: Color, ground: Color, pageGround: Color, isChanged: boolean): void {
    const text = formatColor(visited);
    const found = this.#reach({ ...ink, color: visited, text }, box, ground, pageGround);
    if (isChanged) wantPart(box, '', `color:${ink.final}!important`);
    if (found && (isChanged || found !== visited)) {
      wantPart(box, ':visited', `color:${formatColor(found)}!important`);
    }
  }
}

const isRoot = ({ element }: Box): boolean => element === element.ownerDocument.documentElement;

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
