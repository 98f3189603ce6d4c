// The part of the contrast measurement that runs in the page, beside `in-page.js`: presses, and clocks around them.
/* global window, document, getComputedStyle, performance, MouseEvent */

const { frame, sleep, waitFor, watchTasks } = window.bench;

/** Levels of Rõ Chữ by step; the first is the first application. */
const LEVELS = [2, 1, 3, 2, 1, 3];

const sienna = (key) => ({
  ready: async () => {
    (await waitFor(() => document.querySelector('.asw-menu-btn'))).click();
    await waitFor(() => document.querySelector(`[data-key="${key}"]`));
    // Its buttons work while it is out of the way.
    for (const part of document.querySelectorAll('.asw-menu, .asw-overlay')) part.style.display = 'none';
  },
  press: () => document.querySelector(`[data-key="${key}"]`).click(),
});

const darkReader = (mode, contrast) => ({
  ready: () => waitFor(() => window.DarkReader),
  press: (step) => window.DarkReader.enable({ mode, contrast: step % 2 ? contrast : 120 }),
});

const drivers = {
  roChu: {
    ready: async () => {
      await waitFor(() => window.roChu);
      await window.roChu.ready;
    },
    press: (step) => window.roChu.set({ contrast: LEVELS[step - 1] }),
  },
  darkReaderLight: darkReader(0, 150),
  darkReaderDark: darkReader(1, 100),
  siennaLight: sienna('light-contrast'),
  siennaHigh: sienna('high-contrast'),
  accessibilityInvert: {
    ready: async () => {
      await waitFor(() => window.Accessibility);
      new window.Accessibility({});
      await sleep(100);
    },
    press: () => {
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 });
      document.querySelector('[data-access-action="invertColors"]').dispatchEvent(click);
    },
  },
};

/** How the page looks, in a few words; another answer tells that a press is shown. */
function look() {
  const watched = ['html', 'body', '#menu', '#menu a', '.date', '.meta', '.box-title', '.list a'];
  return watched
    .map((selector) => {
      const { color, backgroundColor, filter } = getComputedStyle(document.querySelector(selector));
      return `${color} ${backgroundColor} ${filter}`;
    })
    .join();
}

/** What styling and laying out the whole page costs the browser, ms: the median of five times. */
function measureFloor() {
  const { body } = document;
  const times = Array.from({ length: 5 }, () => {
    body.style.display = 'none';
    body.getBoundingClientRect();
    const start = performance.now();
    body.style.display = '';
    body.getBoundingClientRect();
    return performance.now() - start;
  });
  body.removeAttribute('style');
  return times.sort((a, b) => a - b)[2];
}

/**
 * Presses once and times what follows, in ms from the press: `callMs` the call itself; `shownMs` until a frame looks
 * otherwise (null: none within a second); `doneMs` until the program says that it is done, or else until it is shown.
 */
async function measureStep(program, step) {
  await frame();
  const tasks = watchTasks();
  await sleep(60);
  const before = look();
  await frame();
  const start = performance.now();
  const done = drivers[program].press(step);
  const callMs = performance.now() - start;
  document.body.getBoundingClientRect();
  await frame();
  const framedMs = performance.now() - start;
  let shownMs = null;
  for (let now = start; shownMs === null && now - start < 1000; now = performance.now()) {
    if (look() !== before) shownMs = performance.now() - start;
    else await frame();
  }
  await done;
  const settledMs = performance.now() - start;
  return {
    step,
    callMs,
    shownMs,
    doneMs: done?.then ? settledMs : (shownMs ?? framedMs),
    longestTaskMs: await tasks.end(),
  };
}

window.contrastBench = {
  ready: (program) => drivers[program].ready(),
  press: async (program) => {
    await drivers[program].press(1);
    await sleep(800);
  },
  measureFloor,
  measureStep,
};
