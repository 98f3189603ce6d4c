import { giveWay } from './slices.ts';

/** How long a window that draws no frames is waited for, in ms. */
const FRAME_LIMIT_MS = 100;

/** Resolves before the next frame is drawn, or after a short while in a window that draws none; tells which. */
export function nextFrame(window: Window): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), FRAME_LIMIT_MS);
    window.requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

/** Resolves once a frame has been laid out and drawn, or soon in a window that draws none; tells which. */
export async function frameDrawn(window: Window): Promise<boolean> {
  // Timers of hidden tabs may be held back for many seconds.
  const isDrawn = !window.document.hidden && (await nextFrame(window));
  await giveWay();
  return isDrawn;
}
