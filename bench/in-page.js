// The part of the measurement that runs in the page. Everything is seen from outside: clocks around the call that a
// reader's press makes, a forced layout after it, and what the browser reports of the frames and tasks that follow.
/* global window, document, requestAnimationFrame, setTimeout, performance, MessageChannel, MouseEvent,
   PerformanceObserver, ResizeObserver, NodeFilter */

/** Presses, by program; each press is one step of about a tenth. */
const drivers = {
  floor: {
    ready: async () => {},
    press: (step) => {
      document.body.style.zoom = String(1 + step / 10);
    },
  },
  roChu: {
    ready: async () => {
      await waitFor(() => window.roChu);
      await window.roChu.ready;
    },
    press: (step) => window.roChu.set({ textScale: Number((1 + step / 10).toFixed(1)) }),
  },
  sienna: {
    // Its menu is made when it is opened; its buttons work while it is closed too.
    ready: async () => {
      (await waitFor(() => document.querySelector('.asw-menu-btn'))).click();
      await waitFor(() => document.querySelector('.asw-plus'));
      document.querySelector('.asw-menu-close').click();
    },
    press: () => document.querySelector('.asw-plus').click(),
  },
  accessibility: { ready: () => startAccessibility({}), press: pressAccessibility },
  // What its manual says to do on pages with pixel sizes; one pixel a press is the nearest to a tenth of 12 px.
  accessibilityPx: {
    ready: () => startAccessibility({ textPixelMode: true, textSizeFactor: 1 }),
    press: pressAccessibility,
  },
};

async function startAccessibility(options) {
  await waitFor(() => window.Accessibility);
  new window.Accessibility(options);
  // It adds its listeners a moment later.
  await sleep(100);
}

function pressAccessibility() {
  // It heeds only clicks that a pointer made.
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 });
  document.querySelector('[data-access-action="increaseText"]').dispatchEvent(click);
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function waitFor(find) {
  for (let i = 0; i < 200; i += 1) {
    const found = find();
    if (found) return found;
    await sleep(50);
  }
  throw new Error(`never came: ${find}`);
}

/** Resolves in a task of its own. */
function task() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

/** Resolves after the next frame was styled, laid out and painted. */
const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(task())));

/** Width of the words that stand for the page's text, px; laid out first. */
const probeWidth = () => document.querySelector('#probe').getBoundingClientRect().width;

/** Whether the words have another size, and not just other fractions. */
const isResized = (before) => Math.abs(probeWidth() - before) > 1;

/** Resolves with the time of the first frame in which the page's text has another size. */
function whenResized(before) {
  let observer;
  const promise = new Promise((resolve) => {
    observer = new ResizeObserver(() => {
      if (isResized(before)) resolve(performance.now());
    });
    observer.observe(document.querySelector('#probe'));
  });
  return { promise, stop: () => observer.disconnect() };
}

/**
 * Watches for tasks that hold the page up. Chromium reports those of 50 ms and more; elsewhere a message that is posted
 * over and over shows the gaps.
 */
function watchTasks() {
  const isReported = PerformanceObserver.supportedEntryTypes.includes('longtask');
  const durations = [];
  if (isReported) {
    const observer = new PerformanceObserver((list) => durations.push(...list.getEntries().map((e) => e.duration)));
    observer.observe({ type: 'longtask' });
    return {
      end: async () => {
        await sleep(100);
        durations.push(...observer.takeRecords().map((e) => e.duration));
        observer.disconnect();
        return durations.length ? Math.max(...durations) : 0;
      },
    };
  }
  let isOn = true;
  let last = performance.now();
  let longest = 0;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOn) port2.postMessage(0);
  };
  port2.postMessage(0);
  return {
    end: async () => {
      await sleep(50);
      isOn = false;
      return longest;
    },
  };
}

/**
 * Presses once and times what follows, in ms from the press:
 * `scriptMs` the call itself; `laidOutMs` until a layout forced right after it is there; `frameMs` until the next frame is;
 * `shownMs` until the text has its new size (the forced layout, or the first frame that has it; null: never);
 * `settledMs` until the program says that it is done; `longestTaskMs` the longest task (0: none of 50 ms, where only those are reported).
 */
async function measureStep(program, step) {
  await frame();
  const before = probeWidth();
  const resized = whenResized(before);
  await frame();
  const tasks = watchTasks();
  await sleep(60);

  const start = performance.now();
  const done = drivers[program].press(step);
  const called = performance.now();
  const isShown = isResized(before);
  const laidOut = performance.now();
  await frame();
  const framed = performance.now();
  await done;
  const settled = performance.now();

  const shown = isShown ? laidOut : await Promise.race([resized.promise, sleep(400).then(() => null)]);
  resized.stop();
  return {
    step,
    scriptMs: called - start,
    laidOutMs: laidOut - start,
    frameMs: framed - start,
    shownMs: shown === null ? null : shown - start,
    settledMs: settled - start,
    longestTaskMs: await tasks.end(),
  };
}

const OWN =
  'ro-chu-toolbar, ro-chu-reader, .asw-container, .asw-widget, .asw-menu, ._access-menu, ._access-icon, ._access';

/** Width of the first word of every visible text of the page itself, px: heights come in whole pixels in Firefox. */
function wordWidths() {
  const widths = new Map();
  const range = document.createRange();
  const walker = document.createTreeWalker(document.querySelector('#page'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const word = /\S+/.exec(node.data);
    if (!word || node.parentElement.closest(OWN) || node.parentElement.localName === 'option') continue;
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    // A word with a slash may be broken across lines.
    const width = [...range.getClientRects()].reduce((sum, rect) => sum + rect.width, 0);
    if (width > 2) widths.set(node, width);
  }
  return widths;
}

/** Presses as often as should make the text twice as large, and counts the texts that are: within 6 %. */
async function measureGrowth(program, clicks) {
  const before = wordWidths();
  for (let step = 1; step <= clicks; step += 1) await drivers[program].press(step);
  await sleep(500);
  const after = wordWidths();
  const ratios = [...before].map(([node, width]) => (after.get(node) ?? 0) / width);
  return {
    texts: ratios.length,
    doubled: ratios.filter((ratio) => Math.abs(ratio / 2 - 1) < 0.06).length,
    grown: ratios.filter((ratio) => ratio > 1.05).length,
    sidewaysPx: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  };
}

window.bench = {
  ready: (program) => drivers[program].ready(),
  press: (program, step) => drivers[program].press(step),
  measureStep,
  measureGrowth,
  watchTasks,
  frame,
  sleep,
  waitFor,
  countElements: () => document.querySelector('#page').querySelectorAll('*').length + 1,
};
