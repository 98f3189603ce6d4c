import { css } from './css.ts';

/** The looks of the text: about 66 characters a line, 1.7 between lines, since Vietnamese letters carry marks above and below. */
export const articleStyles: string = css`
  main {
    display: block;
    padding: clamp(1em, 4vw, 3.5em) clamp(1em, 5vw, 4em) 6em;
  }
  article {
    max-width: 66ch;
    margin: 0 auto;
    font-size: calc(1.25em * var(--_scale, 1));
    line-height: 1.7;
    /* Vietnamese words are short and stacked with marks: never cut one in two. */
    hyphens: manual;
  }
  .head {
    margin-bottom: 1.5em;
    padding-bottom: 1.25em;
    border-bottom: 1px solid var(--_hair);
  }
  .host,
  .about {
    margin: 0;
    color: var(--_muted);
    font-size: max(0.8em, min(1em, 16px));
    line-height: 1.5;
  }
  .host {
    margin-bottom: 0.5em;
    letter-spacing: 0.01em;
  }
  .about {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
  }
  .about :first-child:not(:last-child) {
    color: var(--_ink);
    font-weight: 600;
  }
  h1 {
    margin: 0 0 0.6em;
    /* The longest Vietnamese syllables (nghiêng) fit a narrow window whole. */
    font-size: min(1.75em, max(1.1em, 5vw), 18vw);
    font-weight: 700;
    line-height: 1.35;
    letter-spacing: -0.005em;
    text-wrap: balance;
  }
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 2em 0 0.6em;
    font-weight: 700;
    line-height: 1.4;
    text-wrap: balance;
  }
  h2 {
    font-size: min(1.3em, max(1.1em, 4vw));
  }
  h3 {
    font-size: 1.12em;
  }
  h4,
  h5,
  h6 {
    font-size: 1em;
  }
  :is(h2, h3, h4, h5) + :is(h3, h4, h5, h6) {
    margin-top: 0.8em;
  }
  .text > :first-child {
    margin-top: 0;
  }
  .notice {
    margin: 1em 0 0;
    padding: 0.75em 1em;
    border-inline-start: 4px solid var(--_line);
    border-radius: 4px;
    background: var(--_surface);
    font-size: 0.9em;
  }
  p,
  ul,
  ol,
  dl,
  blockquote,
  pre,
  details,
  .table {
    margin: 0 0 1.1em;
  }
  [data-ro-chu='lead'] {
    margin-bottom: 1.4em;
    font-size: 1.1em;
    font-weight: 500;
    line-height: 1.65;
  }
  ul,
  ol {
    padding-inline-start: 1.5em;
  }
  li + li {
    margin-top: 0.4em;
  }
  li > :is(ul, ol) {
    margin: 0.4em 0 0;
  }
  dt {
    font-weight: 700;
  }
  dd {
    margin: 0 0 0.6em;
    padding-inline-start: 1em;
  }
  blockquote {
    margin-inline: 0;
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_hair);
  }
  pre {
    overflow-x: auto;
    white-space: pre-wrap;
  }
  a {
    color: var(--_link);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  img {
    display: block;
    max-width: 100%;
    height: auto;
    border-radius: 4px;
  }
  :is(p, li, td, th) img {
    display: inline-block;
    vertical-align: middle;
  }
  figure {
    margin: 1.75em 0;
  }
  figure img {
    margin-inline: auto;
  }
  figure img + img {
    margin-top: 0.75em;
  }
  figcaption {
    margin: 0.75em auto 0;
    max-width: 56ch;
    color: var(--_muted);
    font-size: max(0.85em, min(1em, 16px));
    line-height: 1.55;
    text-align: center;
    text-wrap: pretty;
  }
  figcaption :is(em, i) {
    font-style: normal;
  }
  .table {
    margin-block: 1.5em;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    border: 1px solid var(--_line);
    border-radius: 6px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    /* In quirks mode, where many old portals are, tables inherit nothing of this by themselves. */
    color: inherit;
    font: inherit;
    font-size: 0.9em;
    line-height: 1.55;
    text-align: start;
    white-space: normal;
  }
  caption {
    padding: 0.6em 0.8em;
    font-weight: 700;
    text-align: start;
  }
  td,
  th {
    min-width: 5em;
    padding: 0.6em 0.8em;
    border: solid var(--_hair);
    border-width: 1px 0 0 1px;
    text-align: start;
    vertical-align: top;
    overflow-wrap: normal;
  }
  tr > :first-child {
    border-inline-start: 0;
  }
  table > :first-child > tr:first-child > * {
    border-top: 0;
  }
  th {
    background: var(--_surface);
    font-weight: 700;
  }
  :is(td, th) > :last-child {
    margin-bottom: 0;
  }
  abbr[title] {
    text-underline-offset: 0.2em;
  }
  hr {
    margin: 2em 0;
    border: 0;
    border-top: 1px solid var(--_hair);
  }

  @media (forced-colors: active) {
    a {
      color: LinkText;
    }
    .head,
    .table,
    td,
    th {
      border-color: CanvasText;
    }
  }
  @media print {
    .notice {
      display: none;
    }
    main {
      padding: 0;
    }
    article {
      max-width: none;
      font-size: 12pt;
      line-height: 1.5;
    }
    .table {
      overflow: visible;
    }
    h1,
    h2,
    h3,
    h4 {
      break-after: avoid;
    }
    figure,
    tr {
      break-inside: avoid;
    }
  }
`;
