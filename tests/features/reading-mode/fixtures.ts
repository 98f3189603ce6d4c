/** What a page of `fixtures/` is expected to be read as. */
export interface Expected {
  readonly kind: 'article' | 'other';
  readonly title: string;
  readonly byline: string | null;
  readonly date: string | null;
  readonly lead: string | null;
  readonly language: string;
  /** Texts that must be there, in this order. */
  readonly paragraphs: readonly string[];
  /** Every heading with its level, in order; not looked at for `other`. */
  readonly headings: readonly string[];
  readonly captions: readonly string[];
  /** Ends of the addresses of every picture, in order. */
  readonly pictures: readonly string[];
  /** Header cells of each table. */
  readonly tables: readonly (readonly string[])[];
  /** Texts that must not be there. */
  readonly without: readonly string[];
}

const ROOT = '/tests/features/reading-mode/fixtures/';

/** The pages of `fixtures/`. */
export const FIXTURES = ['article', 'procedure', 'document-record', 'list', 'home'] as const;

/** Opens a fixture as a page of its own, shown in a frame, with its expectation. */
export async function openFixture(
  name: (typeof FIXTURES)[number],
): Promise<{ page: Document; expected: Expected; close(): void }> {
  const expected = (await (await fetch(`${ROOT}${name}/expected.json`)).json()) as Expected;
  const source = await (await fetch(`${ROOT}${name}/source.html`)).text();
  const { page, close } = await openPageOf(
    source.replace('<head>', `<head><base href="${new URL(`${ROOT}${name}/`, location.href).href}">`),
  );
  return { page, expected, close };
}

/** Shows a page of this HTML in a frame where no script runs, and waits until it is loaded. */
export async function openPageOf(html: string): Promise<{ page: Document; close(): void }> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = 'width: 1000px; height: 600px';
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return { page: frame.contentDocument!, close: () => frame.remove() };
}
