import type { PageFont } from '../../preferences/preferences.ts';

/** A font of ours. */
export type OwnFont = Exclude<PageFont, 'page'>;

/** One file of a font. */
export interface FontFile {
  /** Address of the file, absolute. */
  readonly url: string;
  /** Weights it holds, as CSS has it: `400`, `400 700`. */
  readonly weight: string;
  /** Characters it holds, as CSS has them. */
  readonly unicodeRange: string;
}

/** The files of each font. */
export type FontFiles = Readonly<Record<OwnFont, readonly FontFile[]>>;

/** Name of a font of ours in the page, one that no page has. */
export const familyOf = (font: OwnFont): string => `ro-chu-${font}`;

/**
 * How high a line of ours is, near to what the fonts of most pages have: what fits its lines and boxes goes on fitting.
 * The signs themselves are no larger than theirs, but Andika asks for half as much again. Safari does not know these.
 */
const METRICS = { ascentOverride: '95%', descentOverride: '25%', lineGapOverride: '0%' };

/** The fonts of ours in one document; the page's own list of fonts is left as it is. */
export class Faces {
  readonly #document: Document;
  readonly #files: FontFiles;
  readonly #faces = new Map<OwnFont, FontFace[]>();

  constructor(document: Document, files: FontFiles) {
    this.#document = document;
    this.#files = files;
  }

  /**
   * Fetches all files of a font, so that no text is measured, or shown for a moment, in another.
   * @throws the browser's own error where a file is missing, refused by the page's policy, or no font
   */
  async load(font: OwnFont): Promise<void> {
    const { defaultView, fonts } = this.#document;
    if (!defaultView) return;
    const { FontFace } = defaultView;
    let faces = this.#faces.get(font);
    if (!faces) {
      faces = this.#files[font].map(
        ({ url, weight, unicodeRange }) =>
          new FontFace(familyOf(font), `url("${url}")`, { weight, unicodeRange, display: 'swap', ...METRICS }),
      );
      this.#faces.set(font, faces);
      for (const face of faces) fonts.add(face);
    }
    try {
      await Promise.all(faces.map((face) => face.load()));
    } catch (error) {
      this.remove(font);
      throw error;
    }
  }

  /** Takes a font out of the document. */
  remove(font: OwnFont): void {
    for (const face of this.#faces.get(font) ?? []) this.#document.fonts.delete(face);
    this.#faces.delete(font);
  }

  /** Takes everything out. */
  clear(): void {
    for (const font of [...this.#faces.keys()]) this.remove(font);
  }
}
