/** Functions that want to be told, each kept apart from the others' failures. */
export interface Listeners<Args extends readonly unknown[]> {
  /** Adds a listener, heard from the next call on; the returned function takes it away at once. */
  add(listener: (...args: Args) => void): () => void;
  /** Calls every listener; one that throws is reported in the console, the first time, and stops no other. */
  call(...args: Args): void;
}

/** Makes an empty list of listeners. */
export function createListeners<Args extends readonly unknown[]>(): Listeners<Args> {
  // Entries, not the functions: the same function may be added twice, and each time is taken away on its own.
  const entries = new Set<{ readonly listener: (...args: Args) => void; hasFailed: boolean }>();
  return {
    add(listener) {
      const entry = { listener, hasFailed: false };
      entries.add(entry);
      return () => void entries.delete(entry);
    },
    call(...args) {
      for (const entry of [...entries]) {
        if (!entries.has(entry)) continue;
        try {
          entry.listener(...args);
        } catch (error) {
          if (!entry.hasFailed) console.error('ro-chu: a listener failed.', error);
          entry.hasFailed = true;
        }
      }
    },
  };
}
