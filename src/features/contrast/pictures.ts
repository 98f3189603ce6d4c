import type { Color } from '../../color/color.ts';
import { toOklab } from '../../color/spaces.ts';
import type { Area, Box } from './box.ts';
import { readColor } from './read-color.ts';
import { isIcon } from './read-signs.ts';

/**
 * What background images come to under words: nothing; one flat colour (a gradient, a texture); a picture; or a mark (a
 * bullet, an icon) that lies beside them.
 */
export interface Cover {
  readonly kind: 'nothing' | 'flat' | 'picture' | 'mark';
  /** Its mean colour, with what it lets through; null where its pixels cannot be read. */
  readonly color: Color | null;
  /** Whether nothing is seen through the image itself. */
  readonly isSolid?: boolean;
  /** The mean colour of a part of the box, where the image is laid over all of it. */
  readonly at?: (area: Area) => Color;
}

/** An image as drawn small; null where it could not be loaded. */
interface Sample {
  readonly width: number;
  readonly height: number;
  readonly color: Color | null;
  /** Its pixels, `SIDE` a row. */
  readonly pixels: readonly Color[];
  /** How far its pixels' lightness strays from the mean (standard deviation), 0 to 0.5. */
  readonly spread: number;
}

const NOTHING: Cover = { kind: 'nothing', color: null };

/** Pixels a side that an image is drawn to. */
const SIDE = 16;

/** Strays up to which an image that is repeated counts as flat. */
const FLAT_TEXTURE = 0.15;

/** How long an image that does not answer is waited for, in ms. */
const WAIT_MS = 400;

const COLOR = /[a-z-]+\([^()]*\)/g;
const URL_PART = /url\("([^"]*)"\)/g;

/** Looks at the page's own background images; only at such as scripts may read, and never twice. */
export class Pictures {
  readonly #document: Document;
  readonly #samples = new Map<string, Sample | null>();
  readonly #loading = new Map<string, Promise<void>>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** Resolves once the images of these boxes are known, or do not answer. */
  async load(boxes: Iterable<Box>): Promise<void> {
    const waits: Promise<void>[] = [];
    for (const { image } of boxes) {
      for (const [, url] of image.matchAll(URL_PART)) {
        if (this.#samples.has(url!) || !this.#isReadable(url!)) continue;
        let wait = this.#loading.get(url!);
        if (!wait) this.#loading.set(url!, (wait = this.#sample(url!)));
        waits.push(wait);
      }
    }
    if (waits.length) await Promise.race([Promise.all(waits), new Promise((done) => setTimeout(done, WAIT_MS))]);
  }

  /** What the background images of a box come to. */
  cover({ image, tiling, position, area, words }: Box): Cover {
    const urls = [...image.matchAll(URL_PART)];
    const isWhole = !/(^| )\d(?!00%)/.test(tiling);
    for (const [, url] of urls) {
      const sample = this.#samples.get(url!);
      if (sample === null) continue;
      if (!sample) return { kind: 'picture', color: null, isSolid: PHOTO.test(url!) };
      const { width, height, color, spread } = sample;
      const isOwnSize = /auto/.test(tiling);
      // One that fills the box by itself is a picture, though the page did not say that it is not to be repeated.
      const isRepeated = /repeat(?!-)|repeat-/.test(tiling.replace(/no-repeat/g, ''));
      const isFilling = isOwnSize ? !!area && isAsLarge(width, height, area) : /cover|contain|100%/.test(tiling);
      const isTexture = isRepeated && !isFilling;
      if (!isTexture && isOwnSize) {
        const isAside = area && words.length && isBeside(words, placeOf(position, width, height, area));
        if (isAside || isSmall(width, height, area)) return { kind: 'mark', color, isSolid: isSolid(color) };
      }
      if (isTexture && isOwnSize && area && isStrip(tiling, width, height, area)) return { kind: 'flat', color: CLEAR };
      if (isTexture && spread < FLAT_TEXTURE) return { kind: 'flat', color };
      const isLaidOver = area && !isTexture && !isOwnSize;
      return {
        kind: 'picture',
        color,
        isSolid: isSolid(color),
        ...(isLaidOver && { at: (part: Area) => mean(pixelsAt(sample.pixels, area, part)) }),
      };
    }
    if (!/gradient/.test(image)) return urls.length ? NOTHING : { kind: 'picture', color: null };
    return { kind: isWhole ? 'flat' : 'mark', color: meanOfGradient(image) };
  }

  /** Whether a picture lets everything through at a place; false where that cannot be told. */
  isClearAt({ element, area }: Box, place: Area): boolean {
    const image = element as HTMLImageElement;
    if (element.localName !== 'img' || !area || !image.naturalWidth || !this.#isReadable(image.currentSrc))
      return false;
    const [across, down] = [
      image.naturalWidth / (area.right - area.left),
      image.naturalHeight / (area.bottom - area.top),
    ];
    const pixels = drawn(image, [
      (place.left - area.left) * across,
      (place.top - area.top) * down,
      (place.right - place.left) * across,
      (place.bottom - place.top) * down,
    ]);
    return !!pixels && pixels.every(({ a }) => a < 0.1);
  }

  /** What an element shows that is a picture itself; no colour where that cannot be told. */
  ofElement(element: Element): { readonly color: Color | null; readonly isSolid: boolean } {
    const { localName } = element;
    // Video, frames and drawings by script have grounds of their own, or none to see through.
    if (localName === 'svg') {
      return { color: null, isSolid: isIcon(element as SVGSVGElement, this.#document.defaultView!) };
    }
    if (localName !== 'img') return { color: null, isSolid: true };
    const { currentSrc, complete, naturalWidth } = element as HTMLImageElement;
    if (!complete || !naturalWidth || PHOTO.test(currentSrc)) return { color: null, isSolid: true };
    let sample = this.#samples.get(currentSrc);
    if (sample === undefined) {
      sample = this.#isReadable(currentSrc) ? sampleOf(element as HTMLImageElement) : null;
      this.#samples.set(currentSrc, sample);
    }
    return { color: sample?.color ?? null, isSolid: isSolid(sample?.color ?? null) };
  }

  #isReadable(url: string): boolean {
    const { baseURI, defaultView } = this.#document;
    const { protocol, origin } = new URL(url, baseURI);
    return /^(data|blob):$/.test(protocol) || origin === defaultView?.origin;
  }

  async #sample(url: string): Promise<void> {
    const image = this.#document.createElement('img');
    image.src = url;
    try {
      await image.decode();
      this.#samples.set(url, sampleOf(image));
    } catch {
      this.#samples.set(url, null);
    }
  }
}

/** Kinds of image that nothing can be seen through. */
const PHOTO = /^data:image\/jpeg|\.jpe?g(?:$|[?#])/i;

const isSolid = (color: Color | null): boolean => !!color && color.a > 0.98;

const CLEAR: Color = { r: 0, g: 0, b: 0, a: 0 };

/** Whether an image shown once, in its own size, leaves most of a box free. */
function isSmall(width: number, height: number, area: Area | null): boolean {
  const whole = area ? (area.right - area.left) * (area.bottom - area.top) : 0;
  return whole ? width * height < whole / 4 : width * height < 4096;
}

/** Where an image shown once, in its own size, stands in a box; null where its position is not a plain one. */
function placeOf(position: string, width: number, height: number, area: Area): Area | null {
  const [x, y] = position.split(', ', 1)[0]!.split(/ (?![^(]*\))/);
  const left = offsetOf(x, area.right - area.left - width);
  const top = offsetOf(y, area.bottom - area.top - height);
  if (left === null || top === null) return null;
  return {
    left: area.left + left,
    top: area.top + top,
    right: area.left + left + width,
    bottom: area.top + top + height,
  };
}

/** A computed `background-position` in px: `50%`, `4px`, `calc(100% - 8px)`. */
function offsetOf(text: string | undefined, room: number): number | null {
  const found = /^(?:calc\()?(?:(-?[\d.]+)%)?(?: ([+-]) )?(?:(-?[\d.]+)px)?\)?$/.exec(text ?? '');
  if (!found) return null;
  const [, percent = '0', sign, px = '0'] = found;
  return (room * +percent) / 100 + (sign === '-' ? -1 : 1) * +px;
}

const isBeside = (words: readonly Area[], place: Area | null): boolean =>
  !!place &&
  words.every(
    ({ left, right, top, bottom }) =>
      right <= place.left || left >= place.right || bottom <= place.top || top >= place.bottom,
  );

/** Whether an image in its own size fills a box without being repeated. */
const isAsLarge = (width: number, height: number, area: Area): boolean =>
  width >= 0.9 * (area.right - area.left) && height >= 0.9 * (area.bottom - area.top);

/** Whether an image repeated one way covers only a strip of the box. */
const isStrip = (tiling: string, width: number, height: number, area: Area): boolean =>
  (/repeat-x/.test(tiling) && height < 0.7 * (area.bottom - area.top)) ||
  (/repeat-y/.test(tiling) && width < 0.7 * (area.right - area.left));

/** The pixels of a small drawing that lie under a part of the box it is laid over. */
function pixelsAt(pixels: readonly Color[], box: Area, part: Area): Color[] {
  const step = (at: number, from: number, to: number): number => Math.floor(((at - from) / (to - from)) * SIDE);
  const [left, right] = [step(part.left, box.left, box.right), step(part.right, box.left, box.right)];
  const [top, bottom] = [step(part.top, box.top, box.bottom), step(part.bottom, box.top, box.bottom)];
  return pixels.filter((_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    return x >= left && x <= right && y >= top && y <= bottom;
  });
}

function meanOfGradient(image: string): Color | null {
  const stops = [...image.matchAll(COLOR)].map(([text]) => readColor(text)).filter((color) => color !== null);
  return stops.length ? mean(stops) : null;
}

/** The mean of colours, each weighed by its alpha. */
function mean(colors: readonly Color[]): Color {
  let [r, g, b, a] = [0, 0, 0, 0];
  for (const color of colors) {
    r += color.r * color.a;
    g += color.g * color.a;
    b += color.b * color.a;
    a += color.a;
  }
  return a ? { r: r / a, g: g / a, b: b / a, a: a / colors.length } : CLEAR;
}

/** A part of an image, all of it by default, drawn small; null where its pixels may not be read. */
function drawn(
  image: HTMLImageElement,
  part?: [left: number, top: number, width: number, height: number],
): Color[] | null {
  const canvas = image.ownerDocument.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  if (part) context.drawImage(image, ...part, 0, 0, SIDE, SIDE);
  else context.drawImage(image, 0, 0, SIDE, SIDE);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  const pixels: Color[] = [];
  for (let i = 0; i < data.length; i += 4) {
    pixels.push({ r: data[i]! / 255, g: data[i + 1]! / 255, b: data[i + 2]! / 255, a: data[i + 3]! / 255 });
  }
  return pixels;
}

function sampleOf(image: HTMLImageElement): Sample {
  const { naturalWidth: width, naturalHeight: height } = image;
  const pixels = width ? drawn(image) : null;
  if (!pixels) return { width, height, color: null, pixels: [], spread: 1 };
  const color = mean(pixels);
  const middle = toOklab(color)[0];
  const stray = pixels.reduce((sum, pixel) => sum + pixel.a * (toOklab(pixel)[0] - middle) ** 2, 0);
  return { width, height, color, pixels, spread: Math.sqrt(stray / pixels.length) };
}
