import { css } from 'lit';

/** The looks of the panel's choices, and of the line that offers more contrast. */
export const choiceStyles = css`
  /* As many groups in a row as find room, each about as wide as its choices ask. */
  fieldset {
    flex: 1 1 66em;
  }
  .font {
    flex-basis: 33em;
  }
  .readingGuide {
    flex-basis: 30em;
  }
  .exact {
    display: grid;
    align-content: start;
  }
  .exact,
  .choices {
    gap: 0.25em;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    margin-top: 0.25em;
  }
  .choice {
    flex: 1 1 9em;
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-height: max(44px, 2.25em);
    padding: 0.25em 0.5em;
    border: 1px solid var(--_line);
    border-radius: 4px;
    background: #fff;
    line-height: 1.25;
    cursor: pointer;
  }
  .contrast .choice {
    flex-basis: 12.5em;
  }
  .colorScheme .choice {
    flex-basis: 11.5em;
  }
  .aids .choice {
    flex-basis: 15.5em;
  }
  .choice:hover {
    background: #e3e9f1;
  }
  small {
    display: block;
    font-size: 0.875em;
  }
  input {
    flex: none;
    font: inherit;
    width: 1.375em;
    height: 1.375em;
    margin: 0;
    border: 2px solid var(--_line);
    border-radius: 1em;
    background: #fff;
    appearance: none;
    cursor: pointer;
  }
  input:checked {
    border: 0.4375em solid var(--_accent, #0b3a75);
  }
  /* A knob that stands left or right: seen without colours too. */
  [role='switch'] {
    display: flex;
    width: 2.5em;
    padding: 0.125em;
  }
  [role='switch']::before {
    content: '';
    border: 0.4375em solid var(--_line);
    border-radius: 1em;
    height: 0;
  }
  [role='switch']:checked {
    justify-content: end;
    border-width: 2px;
    background: var(--_accent, #0b3a75);
  }
  [role='switch']:checked::before {
    border-color: #fff;
  }
  .sample {
    flex: none;
    padding: 0.125em 0.375em;
    border: 1px solid var(--_line);
    border-radius: 2px;
    font-weight: 700;
  }
  .light {
    color: #000;
    background: #fff;
  }
  .dark {
    color: #fff;
    background: #14191f;
  }
  .yellow-on-black {
    color: #ff0;
    background: #000;
  }
  .black-on-yellow {
    color: #000;
    background: #ff0;
  }
  .offer {
    display: none;
    flex-wrap: wrap;
    gap: 0.375em 0.75em;
    align-items: center;
    padding: 0 var(--_pad) 0.375em;
    font-size: var(--_size);
  }
  .floating .offer {
    padding: var(--_pad);
    background: #fff;
  }
`;
