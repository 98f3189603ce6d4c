/** How long work of ours may hold the main thread at a stretch, in ms. */
const SLICE_MS = 8;

/** Runs one slice of work, between what has to be set up for it and taken down after it. */
export type Around = (slice: () => void) => void;

/**
 * Runs a generator to its end, giving way to the page whenever a slice is used up; null where `isStale` turned true.
 * @param around wraps each slice
 */
export async function inSlices<T>(
  work: Generator<unknown, T>,
  isStale: () => boolean,
  around: Around = (slice) => slice(),
): Promise<T | null> {
  for (;;) {
    let result: IteratorResult<unknown, T> | null = null;
    around(() => {
      const end = performance.now() + SLICE_MS;
      do result = work.next();
      while (!result.done && performance.now() < end);
    });
    const { done, value } = result as unknown as IteratorResult<unknown, T>;
    if (done) return value;
    await giveWay();
    if (isStale()) return null;
  }
}

/** Runs a generator to its end at once. */
export function atOnce<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Resolves in a task of its own, behind input and drawing that are due. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
