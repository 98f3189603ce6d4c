import { decodePng } from '../../../bench/contrast/png.mjs';
import { measureInk } from '../../../bench/contrast/pixels.mjs';

/**
 * Runs in the page before its own scripts. `watchContrast(texts)` then notes every frame as it is painted: ratio and colours
 * of each text that is shown. A `ResizeObserver` is called after scripts and layout and before paint; an animated width
 * makes it so in each frame, without a change to the document.
 */
export function installWatch() {
  const channels = (color) => {
    const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const known = new Map();
  const parse = (color) => {
    if (!known.has(color)) known.set(color, channels(color));
    return known.get(color);
  };
  const mix = (top, under, share) => top.slice(0, 3).map((value, i) => value * share + under[i] * (1 - share));
  const over = (color, under) => mix(color, under, color[3]);
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((byte) =>
      byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratioOf = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const parentOf = (element) =>
    element.parentElement ?? element.getRootNode().host ?? element.ownerDocument.defaultView?.frameElement ?? null;
  /** Ground and ink of the last style, painted over `under`; the styles are an element's and those around it, outermost first. */
  const paint = (styles, under, at = 0) => {
    const style = styles[at];
    const ground = over(parse(style.backgroundColor), under);
    const inner = at === styles.length - 1 ? [ground, over(parse(style.color), ground)] : paint(styles, ground, at + 1);
    return inner.map((rgb) => mix(rgb, under, Number(style.opacity)));
  };

  window.findWatched = (text) => {
    const [path] = text.split('::');
    let root = document;
    let element = null;
    for (const selector of path.split('>>>')) {
      element = root?.querySelector(selector.trim()) ?? null;
      root = element?.shadowRoot ?? element?.contentDocument;
    }
    return element;
  };
  const read = (text) => {
    const element = window.findWatched(text);
    const [, part] = text.split('::');
    if (!element?.getClientRects().length) return null;
    const styles = part ? [getComputedStyle(element, `::${part}`)] : [];
    for (let up = element; up; up = parentOf(up)) styles.unshift(getComputedStyle(up));
    const [ground, ink] = paint(styles, [255, 255, 255]);
    const { color, fontSize, fontWeight } = styles.at(-1);
    const size = parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    const ratio = ratioOf(ground, ink);
    return {
      text,
      color,
      ground: `rgb(${ground.map(Math.round)})`,
      ratio,
      isShort: ratio < (isLarge ? 4.5 : 7) - 0.005,
    };
  };

  let observer;
  window.watchContrast = (texts) => {
    observer?.disconnect();
    window.watched = [];
    const probe = document.createElement('div');
    // In a closed root, so that neither the page nor the widget sees it come and go.
    const host = document.createElement('div');
    host.attachShadow({ mode: 'closed' }).append(probe);
    host.style.cssText = 'position:fixed;visibility:hidden;height:0;left:0;top:0;overflow:hidden';
    document.documentElement.append(host);
    probe.animate([{ width: '1px' }, { width: '90000px' }], { duration: 60_000, iterations: Infinity });
    observer = new ResizeObserver(() => window.watched.push(texts.map(read).filter(Boolean)));
    observer.observe(probe);
  };
  window.framesWatched = (count) =>
    new Promise((resolve) => {
      const end = window.watched.length + count;
      const look = () => (window.watched.length >= end ? resolve() : requestAnimationFrame(look));
      look();
    });
}

/**
 * What the frames since `watchContrast` showed.
 *
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<{ isShown: boolean, short: number, isSteady: boolean, isHeld: boolean, worst: string }>}
 *   short: frames in which a text fell short; isSteady: they are one run; isHeld: at the end none falls short
 */
export function readFrames(page) {
  return page.evaluate(() => {
    const frames = window.watched;
    const short = frames.map((texts) => texts.some(({ isShort }) => isShort));
    const worst = frames.flat().sort((a, b) => a.ratio - b.ratio)[0];
    return {
      isShown: (frames.at(-1)?.length ?? 0) > 0,
      short: short.filter(Boolean).length,
      isSteady: short.filter((isShort, i) => isShort && !short[i - 1]).length < 2,
      isHeld: !short.at(-1),
      worst: worst ? `${worst.text} ${worst.color} on ${worst.ground}, ${worst.ratio.toFixed(2)}` : '',
    };
  });
}

/**
 * The ratio of a text as its pixels show it; null where no ink is seen.
 *
 * @param {import('puppeteer-core').Page} page whose sheet takes the ink from `::highlight(judge-hidden)`
 * @param {string} text as in `State.watch`, without a part
 * @param {number} scale the page's device pixels a CSS pixel
 */
export async function photographRatio(page, text, scale) {
  const areas = await page.evaluate((name) => {
    const element = window.findWatched(name);
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const range = new Range();
    range.selectNodeContents(element);
    window.hiddenText = new Highlight(range);
    return [...range.getClientRects()].map(({ left, top, width, height }) => ({ left, top, width, height }));
  }, text);
  const shoot = async () => decodePng(await page.screenshot({ captureBeyondViewport: false }));
  const drawn = await shoot();
  await page.evaluate(() => void CSS.highlights.set('judge-hidden', window.hiddenText));
  const bare = await shoot();
  await page.evaluate(() => void CSS.highlights.delete('judge-hidden'));
  return measureInk(drawn, bare, areas, scale)?.ratio ?? null;
}
