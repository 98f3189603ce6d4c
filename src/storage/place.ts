/** Where one text is kept. Neither function throws: a place that is shut forgets what it is given. */
export interface Place {
  /** The text, null where there is none, undefined where the place is shut or what lies there is no text of ours. */
  read(): string | null | undefined;
  /** Puts a text there, if the place lets it. */
  write(text: string): void;
}

/** The name that everything of ours is kept under, in localStorage and as a cookie. */
export const STORAGE_KEY = 'ro-chu';
