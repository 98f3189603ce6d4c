import { css } from 'lit';

/** How the toolbar fits a narrow place, a corner of the window, and what the reader set in browser and system. */
export const adaptiveStyles = css`
  /* Narrow: rows of even width; the bar's words stay for screen readers and show their short form. */
  @container (max-width: 32em) {
    .bar,
    .panel,
    .offer,
    .note {
      --_pad: 0.5em;
    }
    .group,
    .actions,
    .exact {
      flex: 1 1 100%;
    }
    .exact {
      display: flex;
      align-items: center;
    }
    .group > button,
    .group > select,
    .exact > select,
    .actions > button,
    .panel > button,
    .offer > button,
    .level {
      flex: 1 1 auto;
      min-width: max(44px, 2.25em);
    }
    .wide {
      gap: 0.375em;
      padding-inline: 0.5em;
    }
    .contrast > button {
      flex: 0 0 auto;
    }
    [role='toolbar'] .label > span,
    [role='toolbar'] #text-label,
    [role='toolbar'] .more {
      position: absolute;
      width: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  /* Floating: one button in a corner, its panel towards the middle of the window. */
  .floating {
    --_size: min(1em * var(--_scale, 1), max(1.25em, min(2vw, 4vh)));
    container-type: normal;
    position: fixed;
    inset: auto;
    z-index: 2147483647;
    width: auto;
    height: auto;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    overflow: visible;
  }
  .floating .bar {
    padding: 0;
  }
  .floating .primary {
    box-shadow: 0 0 0 2px #fff;
  }
  .floating :focus-visible {
    box-shadow:
      0 0 0 2px #fff,
      0 0 0 7px #fff;
  }
  :host([position$='right']) .floating {
    right: 16px;
  }
  :host([position$='left']) .floating {
    left: 16px;
  }
  :host([position^='top']) .floating {
    top: 16px;
  }
  :host([position^='bottom']) .floating {
    bottom: 16px;
  }
  .floating :is(.panel, .offer) {
    container-type: inline-size;
    position: absolute;
    width: min(24em, 33vw);
    max-height: calc(100vh - 48px - max(44px, 2.25em));
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: 4px;
    box-shadow: 0 0 0 2px #fff;
  }
  :host([position$='right']) .floating :is(.panel, .offer) {
    right: 0;
  }
  :host([position^='top']) .floating :is(.panel, .offer) {
    top: calc(100% + 8px);
  }
  :host([position^='bottom']) .floating :is(.panel, .offer) {
    bottom: calc(100% + 8px);
  }
  @media (max-width: 60em) {
    .floating :is(.panel, .offer) {
      width: calc(100vw - 32px);
      max-height: 50vh;
    }
  }

  /* Where the system's own colours are forced, contrast leaves them alone: there is nothing to offer. */
  @media (prefers-contrast: more) and (forced-colors: none) {
    .offer {
      display: flex;
    }
  }
  @media (prefers-contrast: more) {
    .root {
      --_ink: #000;
      --_line: #000;
    }
  }
  @media (forced-colors: active) {
    [aria-expanded='true'],
    [aria-expanded='true']:hover {
      forced-color-adjust: none;
      border-color: Highlight;
      color: HighlightText;
      background: Highlight;
    }
    button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
    input:checked {
      border-color: Highlight;
    }
    [role='switch']:checked {
      forced-color-adjust: none;
      background: Highlight;
    }
    [role='switch']:checked::before {
      border-color: HighlightText;
    }
    /* A picture of colours shows those, whatever the system's are. */
    .sample {
      forced-color-adjust: none;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
