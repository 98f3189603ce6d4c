import { leafBlocks, linkDensity, textOf } from './text.ts';

/** What the judgement rests on, for tests and reports. */
export interface Evidence {
  /** Characters of running text: blocks of at least 80 characters with few links, and the cells and steps beside them. */
  readonly prose: number;
  /** Blocks that are a link to another page, as lists of news are made of. */
  readonly headlines: number;
  /** Share of all text that lies in links, 0 to 1. */
  readonly density: number;
  /** Characters of text outside links. */
  readonly plain: number;
  /** Share of the headlines that are followed by a teaser, 0 to 1. */
  readonly hasTeasers: boolean;
}

/** Characters from which a block is a paragraph. */
const PARAGRAPH = 80;
/** Characters of running text from which a page has an article. */
const ENOUGH_PROSE = 250;
/** Characters outside links from which a page of short facts (a document record, a procedure) is worth reading. */
const ENOUGH_FACTS = 180;
/** Characters from which a link is a headline rather than a menu entry. */
const HEADLINE = 15;

/** Gathers what tells an article from a list. */
export function gatherEvidence(content: Element): Evidence {
  const blocks = leafBlocks(content);
  let prose = 0;
  let headlines = 0;
  let teasers = 0;
  let wasHeadline = 0;
  blocks.forEach((block, i) => {
    const length = textOf(block).length;
    const density = linkDensity(block);
    if (density >= 0.6 && length >= HEADLINE) {
      headlines++;
      wasHeadline = i + 3;
    } else if (length >= PARAGRAPH && density < 0.35) {
      // A paragraph right under a headline is that headline's teaser, in a list.
      if (i <= wasHeadline && wasHeadline > 0) {
        teasers += length;
        wasHeadline = 0;
      } else prose += length;
    }
  });
  const all = textOf(content).length;
  const density = linkDensity(content);
  return {
    prose: headlines >= 3 ? prose : prose + teasers,
    headlines,
    density,
    plain: Math.round(all * (1 - density)),
    hasTeasers: headlines >= 3 && teasers > 0,
  };
}

/**
 * Whether content, already freed from boilerplate, is a text to read rather than a way to other pages.
 * `page` is the evidence of the whole page it was taken from: what is a small part of a page is not what the page is about.
 */
export function isArticle(content: Element, page: Evidence): boolean {
  const { prose, headlines, density, plain } = gatherEvidence(content);
  if (density > 0.5) return false;
  const isSmallPart = plain < page.plain * SMALL_PART;
  if (isSmallPart && (prose < page.prose * 0.5 || page.headlines >= 5)) return false;
  if (prose >= ENOUGH_PROSE && prose >= plain * 0.25) return prose / (Math.max(0, headlines - 2) || 1) >= 200;
  return plain >= ENOUGH_FACTS && headlines <= 2 && density < 0.25 && factsIn(content) >= plain * 0.5;
}

/** Share of the page's text outside links under which content is a corner of the page. */
const SMALL_PART = 0.4;

/** Characters that are facts: table rows with both a name and a value (a form's rows have no value), terms, steps. */
function factsIn(content: Element): number {
  let facts = 0;
  for (const row of content.querySelectorAll('tr')) {
    const filled = [...row.children].filter((cell) => textOf(cell).length > 1);
    if (filled.length >= 2 && !row.querySelector('tr')) facts += textOf(row).length;
  }
  for (const list of content.querySelectorAll('dl, ol')) {
    if (list.children.length >= 3 && !list.closest('tr')) facts += textOf(list).length;
  }
  return facts;
}
