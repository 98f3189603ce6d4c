// The part of the judging that runs in the page: which texts and pictures there are, and where. It changes nothing there.
/* global window, document, getComputedStyle, Node, NodeFilter, CSS, Highlight, ShadowRoot, HTMLImageElement */

/** What the widget puts into the page. */
const OWN = 'ro-chu-toolbar, ro-chu-reader';
const MUTE = /^(SCRIPT|STYLE|NOSCRIPT|TITLE|TEMPLATE|OPTION|TEXTAREA)$/;

const parentOf = (node) =>
  node.assignedSlot ?? node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);

function isVisible(element) {
  if (getComputedStyle(element).visibility !== 'visible') return false;
  for (let at = element; at; at = parentOf(at)) {
    const { display, opacity } = getComputedStyle(at);
    if (display === 'none' || Number(opacity) === 0) return false;
  }
  return true;
}

/** Every text of the page that is drawn, in shadow roots too. */
function* texts(root = document.body) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.shadowRoot && !node.matches(OWN)) yield* texts(node.shadowRoot);
      continue;
    }
    const parent = node.parentElement;
    if (!parent || !node.data.trim() || MUTE.test(parent.tagName) || parent.closest(OWN)) continue;
    if (isVisible(parent)) yield node;
  }
}

/** A name by which a person finds an element again. */
function nameOf(element) {
  const parts = [];
  for (let at = element; at && parts.length < 4; at = parentOf(at)) {
    const names = [...at.classList].slice(0, 2).map((name) => `.${name}`);
    parts.unshift(at.localName + (at.id ? `#${at.id}` : names.join('')));
    if (at.id) break;
  }
  return parts.join(' > ');
}

// Colours

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const known = new Map();

/** Red, green, blue of any CSS colour, 0 to 255. */
function rgbOf(color) {
  if (!known.has(color)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    known.set(color, [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3));
  }
  return known.get(color);
}

/** Chroma and hue in OKLCH; the hue in degrees. @see https://www.w3.org/TR/css-color-4/#color-conversion-code */
function chromaAndHue(color) {
  const [r, g, b] = rgbOf(color).map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const yellowness = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [Math.hypot(a, yellowness), (Math.atan2(yellowness, a) * 180) / Math.PI];
}

/** Colours below this chroma have no hue that anyone sees. */
const GREY = 0.03;

let readBefore = new Map();

/** Remembers the colours of the page as it is, and which elements pass AAA already. */
function remember(passing) {
  const passed = new Set(passing);
  readBefore = new Map();
  for (const node of texts()) {
    const element = node.parentElement;
    readBefore.set(node, { color: getComputedStyle(element).color, hasPassed: passed.has(element) });
  }
}

/** How many texts that passed kept their exact colour, and how far the hue of those turned that were moved. */
function kept() {
  const result = { passed: 0, kept: 0, moved: 0, turned: 0, gone: 0, worstTurn: 0, movedOf: {}, turns: [] };
  for (const [node, { color, hasPassed }] of readBefore) {
    if (!node.isConnected) {
      result.gone += 1;
      continue;
    }
    const now = getComputedStyle(node.parentElement).color;
    if (hasPassed) {
      result.passed += 1;
      if (now === color) result.kept += 1;
    }
    if (now === color) continue;
    const change = `${color} to ${now}`;
    if (hasPassed) result.movedOf[change] = (result.movedOf[change] ?? 0) + 1;
    const [from, to] = [chromaAndHue(color), chromaAndHue(now)];
    if (from[0] < GREY || to[0] < GREY) continue;
    result.moved += 1;
    const turn = Math.abs(((to[1] - from[1] + 540) % 360) - 180);
    result.worstTurn = Math.max(result.worstTurn, turn);
    if (turn <= 10) continue;
    result.turned += 1;
    if (result.turns.length < 10)
      result.turns.push({ node: nameOf(node.parentElement), change, degrees: Math.round(turn) });
  }
  return result;
}

// Texts for the pixel check

let sample = [];

/** Chooses `count` texts, the same at every run, and says how many there are. */
function chooseTexts(count) {
  const all = [...texts()].filter((node) => lineRects(node).length);
  sample =
    all.length <= count ? all : Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]);
  return sample.length;
}

const rangeOf = (node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range;
};

const lineRects = (node) => [...rangeOf(node).getClientRects()].filter(({ width, height }) => width > 2 && height > 2);

/** The chosen texts with a line wholly in the window, with what is known of them. */
function textsInView(isDone) {
  const done = new Set(isDone);
  return sample.flatMap((node, id) => {
    if (done.has(id) || !node.isConnected) return [];
    const { clientWidth, clientHeight } = document.documentElement;
    const rects = lineRects(node).filter(
      ({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= clientWidth && bottom <= clientHeight,
    );
    if (!rects.length) return [];
    const { fontSize, fontWeight, color } = getComputedStyle(node.parentElement);
    const size = parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    const areas = rects.slice(0, 3).map(({ left, top, width, height }) => ({ left, top, width, height }));
    return [
      {
        id,
        areas,
        size,
        weight: fontWeight,
        isLarge,
        color,
        node: nameOf(node.parentElement),
        text: node.data.trim().slice(0, 30),
      },
    ];
  });
}

/** Draws texts without ink; nothing that the page or the widget watches is changed. */
const hide = (ids) => CSS.highlights.set('judge-hidden', new Highlight(...ids.map((id) => rangeOf(sample[id]))));
const show = () => CSS.highlights.delete('judge-hidden');

// Pictures

let pictures = [];
const CELL = 4;

/** Finds the pictures of the page, or of a part of it by its selector; called once, as it is. */
function findPictures(within = 'body') {
  pictures = [...document.querySelector(within).querySelectorAll('img, video, canvas, svg')].filter(
    (element) => !element.closest(OWN) && !element.parentElement?.closest('svg') && element.naturalWidth !== 0,
  );
  backgrounds = new Map();
  for (const element of document.body.querySelectorAll('*')) {
    const { backgroundImage } = getComputedStyle(element);
    if (backgroundImage.includes('url(')) backgrounds.set(element, backgroundImage);
  }
  return { pictures: pictures.length, backgrounds: backgrounds.size };
}
let backgrounds = new Map();

const isFaded = (element) => {
  for (let at = element; at; at = parentOf(at)) if (Number(getComputedStyle(at).opacity) < 1) return true;
  return false;
};

/** The pictures in the window, each with the cells of 4 x 4 px where nothing lies over it and nothing shows through. */
function picturesInView() {
  const { clientWidth, clientHeight } = document.documentElement;
  return pictures.flatMap((element, id) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width < 8 || height < 8 || top >= clientHeight || top + height <= 0 || !isVisible(element) || isFaded(element))
      return [];
    const isClear = clearCells(element, width, height);
    const cells = [];
    const isHit = (x, y) => element.contains(document.elementFromPoint(x, y));
    for (let row = 1; (row + 2) * CELL < height; row += 1) {
      for (let column = 1; (column + 2) * CELL < width; column += 1) {
        const x = Math.ceil(left) + column * CELL;
        const y = Math.ceil(top) + row * CELL;
        if (x < 0 || y < 0 || x + CELL > clientWidth || y + CELL > clientHeight) continue;
        if (!isClear(column, row)) continue;
        if (isHit(x, y) && isHit(x + CELL - 1, y + CELL - 1)) cells.push([column, row]);
      }
    }
    const kind = element.localName === 'svg' ? 'svg' : 'picture';
    return [
      {
        id,
        kind,
        left: Math.ceil(left),
        top: Math.ceil(top),
        place: `${left.toFixed(2)} ${width.toFixed(2)} ${height.toFixed(2)} ${(top + window.scrollY).toFixed(2)}`,
        cells,
      },
    ];
  });
}

/** Which cells of an image are opaque; of other pictures all are taken to be. */
function clearCells(element, width, height) {
  if (!(element instanceof HTMLImageElement)) return () => true;
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const context = Object.assign(document.createElement('canvas'), { width: w, height: h }).getContext('2d');
  context.drawImage(element, 0, 0, w, h);
  const { data } = context.getImageData(0, 0, w, h);
  return (column, row) => {
    for (let y = row * CELL - 1; y <= (row + 1) * CELL; y += 1) {
      for (let x = column * CELL - 1; x <= (column + 1) * CELL; x += 1)
        if ((data[(y * w + x) * 4 + 3] ?? 0) < 255) return false;
    }
    return true;
  };
}

const pictureName = (id) => `${nameOf(pictures[id])} ${(pictures[id].currentSrc ?? '').split('/').at(-1)}`;

/** Elements whose background picture is another than it was. */
const changedBackgrounds = () =>
  [...backgrounds].flatMap(([element, image]) => {
    const now = element.isConnected ? getComputedStyle(element).backgroundImage : image;
    return now === image ? [] : [`${nameOf(element)} ${image.slice(-40)} to ${now.slice(0, 60)}`];
  });

/** Elements with a filter or blend that they had not before; called with true to remember. */
let filters = new Map();
function newFilters(isFirst) {
  if (isFirst) filters = new Map();
  const found = [];
  for (const element of document.querySelectorAll('html, body, body *')) {
    const { filter, mixBlendMode } = getComputedStyle(element);
    const look = `${filter} ${mixBlendMode}`;
    if (isFirst) filters.set(element, look);
    else if (!element.closest(OWN) && filters.has(element) && filters.get(element) !== look)
      found.push(`${nameOf(element)} ${look}`);
  }
  return found;
}

window.judge = {
  remember,
  kept,
  chooseTexts,
  textsInView,
  hide,
  show,
  findPictures,
  picturesInView,
  pictureName,
  changedBackgrounds,
  newFilters,
};
