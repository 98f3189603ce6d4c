/** What the reader shows. The content must be sanitised already: it is put into the page as it is. */
export interface ReaderContent {
  /** `article`, or `other` for the main part of a page that has none. */
  readonly kind: 'article' | 'other';
  readonly title: string;
  readonly byline: string | null;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, as the page's own clock tells it. */
  readonly date: string | null;
  readonly content: DocumentFragment;
  /** BCP 47 language of the text. */
  readonly language: string;
  /** Address of the page, whose host is shown as the source. */
  readonly url: string;
}
