/** What kind of page was read: `article` has a text to read, `other` (list, home, search) has none. */
export type ReadingKind = 'article' | 'other';

/** What reading mode got out of a page; everything in it is safe to put into a live document. */
export interface Reading {
  /** Whether the page has an article; for `other` the content is the page's main part. */
  readonly kind: ReadingKind;
  /** Title without the site's name; never empty. */
  readonly title: string;
  /** Author or source as the page writes it, without its label; null when the page names none. */
  readonly byline: string | null;
  /** Day it was published, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` in the page's own time zone; null when unknown. */
  readonly date: string | null;
  /** Text of the paragraph that sums the article up (also the first one of `content`); null when none is marked. */
  readonly lead: string | null;
  /** Sanitised content: no styles, scripts, forms, frames, ids or classes; it still belongs to an inert document. */
  readonly content: DocumentFragment;
  /** BCP 47 language of the text; default `vi`. */
  readonly language: string;
  /** Address of the page. */
  readonly url: string;
}
