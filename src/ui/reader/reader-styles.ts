import { css } from './css.ts';

/**
 * The looks of the reader's window and its controls. `!important` on the host is on purpose: in a shadow root it wins over the page's own `!important`.
 * "em" on the dialog is the text size that the reader set in the browser; the page's own sizes never reach us.
 */
export const readerStyles: string = css`
  :host {
    all: initial !important;
    display: contents !important;
    direction: ltr !important;
  }
  * {
    box-sizing: border-box;
  }
  dialog {
    position: fixed;
    inset: 0;
    width: 100%;
    height: 100%;
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scroll-padding-top: 6em;
    color: var(--_ink);
    background: var(--_ground);
    font:
      400 1em/1.5 system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      Arial,
      sans-serif;
    text-align: start;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: none;
    text-size-adjust: none;
  }
  dialog::backdrop {
    background: var(--_ground);
  }
  .hidden,
  legend {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .bar {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1.5em;
    padding: 0.5em max(0.5em, min(1.5em, 2vw));
    border-bottom: 1px solid var(--_hair);
    background: var(--_ground);
    font-size: clamp(1.0625em, 1em * var(--_scale), max(1.0625em, min(1.5em, 2.2vw)));
  }
  .group {
    display: flex;
    align-items: center;
    gap: 0.375em;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .value {
    min-width: 3.4em;
    padding-inline-start: 0.25em;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  button,
  .swatch {
    position: relative;
    display: inline-flex;
    margin: 0;
    padding: 0.25em;
    border: 1px solid var(--_line);
    border-radius: 8px;
    color: var(--_ink);
    background: var(--_surface);
    font: inherit;
    font-weight: 600;
    line-height: 1.2;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-user-select: none;
    user-select: none;
  }
  button,
  .face {
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-width: max(44px, 2.5em);
    min-height: max(44px, 2.5em);
  }
  .text-smaller span {
    font-size: 0.875em;
  }
  .text-larger span {
    font-size: 1.125em;
  }
  button:hover,
  .swatch:hover {
    border-color: var(--_ink);
  }
  button[aria-disabled='true'] {
    border-style: dashed;
    color: var(--_muted);
    cursor: default;
  }
  .swatch {
    padding: 0;
  }
  .face {
    display: inline-flex;
    padding: 0.25em 0.75em;
    border-radius: 7px;
    color: var(--_ink);
    background: var(--_ground);
  }
  .swatch input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  :checked + .face {
    box-shadow: inset 0 0 0 2px var(--_ink);
    text-decoration: underline 2px;
    text-underline-offset: 0.25em;
  }
  .close {
    margin-inline-start: auto;
    padding-inline: 0.75em;
  }
  svg {
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.25;
    stroke-linecap: round;
  }
  :focus-visible,
  .swatch:has(:focus-visible) {
    outline: 3px solid var(--_link);
    outline-offset: 2px;
  }
  .swatch input,
  h1:focus {
    outline: none;
  }

  /* A bar that stays would eat a low window, or one that is enlarged a lot. */
  @media (max-height: 28em) {
    .bar {
      position: static;
    }
    dialog {
      scroll-padding-top: 0.5em;
    }
  }
  @media (max-width: 46em) {
    .bar {
      gap: 0.375em 4px;
    }
    .bar .name,
    .value {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .group {
      gap: 2px;
    }
    .close,
    .face {
      padding-inline: 0.25em;
    }
  }
  /* Two rows: sizes and the way out, then the colours. */
  @media (max-width: 21em) {
    fieldset {
      order: 1;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: appear 0.15s ease-out;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  }
  @media (forced-colors: active) {
    /* More specific than the schemes' classes, which set these. */
    dialog[open] {
      --_link: Highlight;
    }
    .face {
      forced-color-adjust: none;
    }
    :checked + .face {
      outline: 3px solid Highlight;
    }
    .bar {
      border-color: CanvasText;
    }
  }
  @media print {
    dialog[open] {
      color-scheme: light;
      position: absolute;
      height: auto;
      overflow: visible;
      color: #000;
      background: #fff;
      --_ink: #000;
      --_ground: #fff;
      --_surface: #fff;
      --_muted: #333;
      --_link: #000;
      --_hair: #999;
    }
    .bar {
      display: none;
    }
  }
`;
