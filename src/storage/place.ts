/** Where one text is kept. Neither function throws: a place that is shut reads as empty and forgets what it is given. */
export interface Place {
  /** The text, or null where there is none. */
  read(): string | null;
  /** Puts a text there, if the place lets it. */
  write(text: string): void;
}

/** The name that everything of ours is kept under, in localStorage and as a cookie. */
export const STORAGE_KEY = 'ro-chu';
