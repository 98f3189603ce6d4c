import { BlanketPage } from '../../page/blanket.ts';
import type { Page } from '../../page/page.ts';
import { Faces, type FontFiles, type OwnFont } from './faces.ts';
import { fontBlanket, KIND } from './family.ts';

/** One page in a font of ours, from when it has arrived. */
export class FontedPage {
  readonly #page: Page;
  readonly #files: FontFiles;
  readonly #faces = new Map<Document, Faces>();
  readonly #stopWatching: () => void;
  #blanket: BlanketPage | null = null;
  #wanted: OwnFont | null = null;
  #shown: OwnFont | null = null;

  constructor(page: Page, files: FontFiles) {
    this.#page = page;
    this.#files = files;
    this.#stopWatching = page.onChange(({ roots }) => {
      if (roots.length && this.#shown) page.track(this.#loadInFrames(this.#shown));
    });
  }

  /** Fetches a font, then sets the page in it; where it cannot be had, the page keeps its own and that is reported. */
  setFont(font: OwnFont): void {
    if (font === this.#wanted) return;
    this.#wanted = font;
    this.#page.track(this.#show(font));
  }

  close(): void {
    this.#wanted = null;
    this.#stopWatching();
    this.#putBack();
  }

  async #show(font: OwnFont): Promise<void> {
    try {
      await this.#facesOf(this.#page.document).load(font);
      if (font === this.#wanted) await this.#loadInFrames(font);
    } catch (error) {
      if (font !== this.#wanted) return;
      this.#page.report(error, KIND.id);
      // What was chosen before is not wanted any more either.
      this.#putBack();
      return;
    }
    if (font !== this.#wanted) {
      if (font !== this.#shown) this.#remove(font);
      return;
    }
    const before = this.#shown;
    this.#shown = font;
    if (this.#blanket) this.#blanket.change(fontBlanket(font));
    else this.#blanket = new BlanketPage(this.#page, KIND, fontBlanket(font));
    if (before && before !== font) this.#remove(before);
  }

  #putBack(): void {
    this.#shown = null;
    this.#blanket?.close();
    this.#blanket = null;
    for (const faces of this.#faces.values()) faces.clear();
  }

  #remove(font: OwnFont): void {
    for (const faces of this.#faces.values()) faces.remove(font);
  }

  /** In a frame that may not have the font its text falls back to its own. */
  async #loadInFrames(font: OwnFont): Promise<void> {
    const documents = this.#page.roots().filter((root): root is Document => root.nodeType === Node.DOCUMENT_NODE);
    for (const document of this.#faces.keys()) if (!documents.includes(document)) this.#faces.delete(document);
    const frames = documents.filter((document) => document !== this.#page.document);
    await Promise.allSettled(frames.map((document) => this.#facesOf(document).load(font)));
  }

  #facesOf(document: Document): Faces {
    let faces = this.#faces.get(document);
    if (!faces) this.#faces.set(document, (faces = new Faces(document, this.#files)));
    return faces;
  }
}
