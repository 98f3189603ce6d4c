import { formatDate } from '../strings/dates.ts';
import type { Language, ReaderStrings } from '../strings/strings.ts';
import { element } from './element.ts';
import type { ReaderContent } from './reader-content.ts';

/** Ids inside the reader's shadow root. */
export const TITLE_ID = 'title';
/** @see TITLE_ID */
export const NOTICE_ID = 'notice';

/** Builds the text as the reader shows it: source, title, byline and date, a word about pages without an article, content. */
export function articleView(reading: ReaderContent, strings: ReaderStrings, language: Language): HTMLElement {
  const article = element('article', { part: 'article', lang: reading.language });
  const header = element('header', { class: 'head' });
  const host = hostOf(reading.url);
  if (host) header.append(element('p', { class: 'host', lang: language, translate: 'no' }, host));
  header.append(element('h1', { id: TITLE_ID, part: 'title', tabindex: '-1' }, reading.title));
  const about = element('p', { class: 'about' });
  if (reading.byline) about.append(element('span', {}, reading.byline));
  if (reading.date)
    about.append(element('time', { datetime: reading.date, lang: language }, formatDate(reading.date, language)));
  if (about.firstChild) header.append(about);
  const content = document.adoptNode(reading.content);
  const isEmpty = !content.textContent?.trim() && !content.querySelector('img');
  if (isEmpty || reading.kind === 'other') {
    header.append(
      element(
        'p',
        { class: 'notice', id: NOTICE_ID, lang: language },
        isEmpty ? strings.nothingToRead : strings.noArticle,
      ),
    );
  }
  const text = element('div', { class: 'text', part: 'text' }, content);
  boxTables(text, strings);
  article.append(header, text);
  return article;
}

/** A wide table scrolls in a box of its own, which the keyboard can reach and a screen reader can name. */
function boxTables(text: Element, strings: ReaderStrings): void {
  text.querySelectorAll('table').forEach((table, i) => {
    const name = table.caption?.textContent?.trim() || strings.table(i + 1);
    const box = element('div', { class: 'table', role: 'region', 'aria-label': name, tabindex: '0' });
    table.replaceWith(box);
    box.append(table);
  });
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return '';
  }
}
