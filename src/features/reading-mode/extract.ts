import { grabArticle } from './article.ts';
import { removeChrome, removeSurroundings } from './boilerplate.ts';
import { gatherEvidence, isArticle } from './classify.ts';
import { copyInert } from './inert-copy.ts';
import { findMainPart } from './main-part.ts';
import { makeFigures } from './pictures.ts';
import { readMetadata, type Metadata } from './metadata.ts';
import type { Reading, ReadingKind } from './reading.ts';
import { sanitise } from './sanitise.ts';
import { lookAt, type SourceDocument } from './source-document.ts';
import { leafBlocks, textOf } from './text.ts';
import { tidy } from './tidy.ts';

/**
 * Reads the document: its article, or where it has none its main part. The document itself is not touched, nothing is loaded,
 * and whatever the page is like the result is safe to show.
 * @throws {TypeError} when the document has no window (it is not shown anywhere).
 */
export function extractReading(document: Document): Reading {
  const source = lookAt(document);
  const { window, base, url } = source;
  const article = readArticle(source);
  const { kind, content: found, metadata } = article ?? readMainPart(source);
  // On its own: what stood around it has no say in what it is any more.
  const content = found.ownerDocument.createElement('div');
  content.append(...(found.localName === 'body' ? found.childNodes : [found]));
  const language = languageOf(source.root, content);
  const lead = tidy(content, metadata.title, kind === 'article' ? metadata.lead : null, url);
  return {
    kind,
    title: metadata.title,
    byline: kind === 'article' ? metadata.byline : null,
    date: kind === 'article' ? metadata.date : null,
    lead,
    content: sanitise(content, window, base),
    language,
    url,
  };
}

interface Found {
  readonly kind: ReadingKind;
  readonly content: Element;
  readonly metadata: Metadata;
}

function readArticle(source: SourceDocument): Found | null {
  const copy = copyInert(source);
  const metadata = readMetadata(copy, source.url);
  for (const block of metadata.told) block.remove();
  removeChrome(copy.body);
  removeSurroundings(copy.body, metadata.heading);
  makeFigures(copy.body);
  const page = gatherEvidence(copy.body);
  const content = grabArticle(copy);
  if (!content || !isArticle(content, page)) return null;
  return { kind: 'article', content, metadata: withOwnTitle(metadata, content) };
}

/** A title that only names the site is worth less than the heading the text begins with. */
function withOwnTitle(metadata: Metadata, content: Element): Metadata {
  if (metadata.heading) return metadata;
  const first = leafBlocks(content)
    .slice(0, 3)
    .find((block) => block.closest('h1, h2, h3') && textOf(block).length >= 20 && textOf(block).length <= 300);
  return first ? { ...metadata, title: textOf(first) } : metadata;
}

function readMainPart(source: SourceDocument): Found {
  const copy = copyInert(source);
  const metadata = readMetadata(copy, source.url);
  removeChrome(copy.body);
  for (const picture of copy.body.querySelectorAll('img[data-ro-chu="thumbnail"]')) picture.remove();
  makeFigures(copy.body);
  return { kind: 'other', content: findMainPart(copy.body), metadata };
}

/** Letters that Vietnamese alone uses, or nearly so. */
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/gi;

/** The language of the text: portals often say `en` over Vietnamese, which would make a screen reader mangle it. */
function languageOf(root: HTMLElement, content: Element): string {
  const text = textOf(content).slice(0, 4000);
  if ((text.match(VIETNAMESE)?.length ?? 0) > text.length * 0.05) return 'vi';
  return root.lang.trim() || 'vi';
}
