import { css } from 'lit';

/**
 * The toolbar's looks. Every pair of colours here reaches 7:1 (`tests/ui/toolbar/looks.browser.test.ts` computes them).
 * `!important` on the host is on purpose: in a shadow root it wins over the page's own `!important`.
 */
export const toolbarStyles = css`
  :host {
    all: initial !important;
    display: block !important;
    box-sizing: border-box !important;
    /* A body that is a grid or a row of flex items should still give the bar a line of its own. */
    width: 100% !important;
    flex: none !important;
    grid-column: 1 / -1 !important;
    direction: ltr !important;
    color-scheme: light !important;
    /* Above the fixed headers of many portals, which would lie on it. */
    position: relative !important;
    z-index: 2147483647 !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host([position*='-']) {
    position: absolute !important;
    width: 0 !important;
  }
  * {
    box-sizing: border-box;
  }
  .root {
    --_ink: #14191f;
    --_line: #414a55;
    --_ground: #f3f5f8;
    /* "em" here is the text size that the reader set in the browser: the page's own sizes never reach us. */
    --_size: min(1em * var(--_scale, 1), max(1em, min(1.25em, 5.2cqi), min(2.2cqi, 4.5vh)));
    --_pad: 1em;
    container-type: inline-size;
    color: var(--_ink);
    background: var(--_ground);
    border: solid var(--_line);
    border-width: 0 0 1px;
    border-top: 3px solid var(--_accent, #0b3a75);
    font-family:
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      Arial,
      sans-serif;
    line-height: 1.4;
    text-align: start;
    -webkit-text-size-adjust: none;
    text-size-adjust: none;
  }
  .bar,
  .panel {
    font-size: var(--_size);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375em 1.5em;
    padding: 0.375em var(--_pad);
  }
  .group {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375em;
  }
  .label {
    display: flex;
    align-items: center;
    gap: 0.375em;
    margin-inline-end: 0.25em;
    white-space: nowrap;
  }
  .value {
    min-width: 3.6em;
    text-align: center;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .level {
    min-width: 9em;
    padding-inline: 0.5em;
  }
  button,
  select {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-width: max(44px, 2.25em);
    min-height: max(44px, 2.25em);
    margin: 0;
    padding: 0.25em 0.75em;
    border: 1px solid var(--_line);
    border-radius: 4px;
    color: var(--_ink);
    background: #fff;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    touch-action: manipulation;
  }
  button:not(.wide) {
    padding-inline: 0.25em;
  }
  button:hover {
    background: #e3e9f1;
  }
  button[aria-disabled='true'] {
    border-style: dashed;
    color: var(--_line);
    background: #fff;
    font-weight: 400;
    cursor: default;
  }
  .primary,
  .primary:hover,
  [aria-expanded='true'],
  [aria-expanded='true']:hover {
    border-color: var(--_accent, #0b3a75);
    color: #fff;
    background: var(--_accent, #0b3a75);
  }
  .primary:hover,
  [aria-expanded]:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 3px solid var(--_accent, #0b3a75);
    outline-offset: 2px;
  }
  #text-smaller span {
    font-size: 0.875em;
  }
  #text-larger span {
    font-size: 1.25em;
    line-height: 1;
  }
  svg {
    flex: none;
    width: 1.375em;
    height: 1.375em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linejoin: round;
  }
  p,
  fieldset,
  legend {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .panel {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625em 1.5em;
    padding: 0.625em var(--_pad);
    border-top: 1px solid var(--_line);
    background: #fff;
  }
  .panel .label,
  legend {
    font-weight: 600;
  }
  .actions {
    flex: 1 1 100%;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375em 0.75em;
  }
  .bar + .note {
    padding: 0 var(--_pad) 0.5em;
    font-size: var(--_size);
  }
  .live {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
