import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { nextContrast, nextTextScale, TEXT_SCALE_STEPS } from '../../preferences/limits.ts';
import type { Preferences, PreferencesPatch } from '../../preferences/preferences.ts';
import { formatPercent, type ToolbarStrings } from '../strings/strings.ts';
import { choices } from './choices-template.ts';
import { contrastIcon, readingIcon, settingsIcon } from './icons.ts';

/** All that the toolbar's template reads. */
export interface ToolbarView {
  readonly words: ToolbarStrings;
  readonly preferences: Preferences;
  /** Whether the row of all buttons is shown; else the one button that opens the panel. */
  readonly isFull: boolean;
  readonly isOpen: boolean;
  readonly isUnkept: boolean;
  readonly canUndo: boolean;
  /** Whether more contrast is offered, as the reader's system asks for it. */
  readonly isOffering: boolean;
  /** Id of the button of the row that Tab reaches. */
  readonly tabStop: string;
  readonly update: (patch: PreferencesPatch) => void;
}

const icon = (content: SVGTemplateResult): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">${content}</svg>`;

/** What is seen belongs to the name, for those who speak to their computer: https://www.w3.org/TR/WCAG22/#label-in-name */
const nameWithSign = (name: string, sign: string): string => (/\w/.test(sign) ? `${name}, ${sign}` : name);

/** A button that stays reachable at its limit, so that pressing it can say why nothing happens. */
function button(view: ToolbarView, id: string, name: string, sign: string, isAtLimit = false): TemplateResult {
  return html`<button
    id=${id}
    type="button"
    part="button ${id}"
    tabindex=${view.isFull && id !== view.tabStop ? -1 : 0}
    aria-label=${nameWithSign(name, sign)}
    aria-disabled=${isAtLimit ? 'true' : nothing}
  >
    <span>${sign}</span>
  </button>`;
}

function textSize(view: ToolbarView): TemplateResult {
  const { words, preferences, isFull } = view;
  const { textScale } = preferences;
  const isAtLimit = (direction: 1 | -1): boolean => nextTextScale(textScale, direction) === textScale;
  return html`<div
    class="group"
    part="group"
    role="group"
    aria-labelledby=${isFull ? 'text-label text-value' : 'text-label'}
  >
    <span class="label" id="text-label">${words.textSize}</span>
    ${button(view, 'text-smaller', words.textSmaller, 'A−', isAtLimit(-1))}
    ${button(view, 'text-reset', words.textReset, 'A')}
    ${button(view, 'text-larger', words.textLarger, 'A+', isAtLimit(1))}
    ${
      isFull
        ? html`<span class="value" id="text-value" part="value">${formatPercent(textScale)}</span>`
        : exactSize(view)
    }
  </div>`;
}

function contrast(view: ToolbarView): TemplateResult {
  const { words, preferences } = view;
  const level = preferences.contrast;
  const isAtLimit = (direction: 1 | -1): boolean => nextContrast(level, direction) === level;
  return html`<div class="group contrast" part="group" role="group" aria-labelledby="contrast-label contrast-value">
    <span class="label">${icon(contrastIcon)}<span id="contrast-label">${words.contrast}</span></span>
    ${button(view, 'contrast-less', words.contrastLess, '−', isAtLimit(-1))}
    <span class="value level" id="contrast-value" part="value">${words.contrastLevels[level].name}</span>
    ${button(view, 'contrast-more', words.contrastMore, '+', isAtLimit(1))}
  </div>`;
}

const readingMode = (view: ToolbarView): TemplateResult =>
  html`<button
    id="reading-mode"
    class="wide"
    type="button"
    part="button reading-mode"
    tabindex=${view.isFull && view.tabStop !== 'reading-mode' ? -1 : 0}
    aria-haspopup="dialog"
  >
    ${icon(readingIcon)}${view.words.readingMode}
  </button>`;

const settings = (view: ToolbarView): TemplateResult =>
  html`<button
    id="settings"
    class="wide ${view.isFull ? '' : 'primary'}"
    type="button"
    part="button settings"
    tabindex=${view.isFull && view.tabStop !== 'settings' ? -1 : 0}
    aria-expanded=${view.isOpen}
    aria-controls="panel"
  >
    ${icon(settingsIcon)}<span>${view.words.settings[0]} <span class="more">${view.words.settings[1]}</span></span>
  </button>`;

const unkept = ({ isUnkept, words }: ToolbarView): TemplateResult | typeof nothing =>
  isUnkept ? html`<p class="note" part="note">${words.unkept}</p>` : nothing;

function exactSize({ words, preferences, update }: ToolbarView): TemplateResult {
  const { textScale } = preferences;
  // A page's script may set a size between two steps; the list then shows it where it belongs.
  const scales = [...new Set([...TEXT_SCALE_STEPS, textScale])].sort((a, b) => a - b);
  const choose = (event: Event): void => update({ textScale: Number((event.target as HTMLSelectElement).value) });
  return html`<select part="select" aria-label=${words.textSizeChoice} @change=${choose}>
    ${scales.map(
      (scale) => html`<option value=${scale} .selected=${scale === textScale}>${formatPercent(scale)}</option>`,
    )}
  </select>`;
}

const offer = ({ words }: ToolbarView): TemplateResult =>
  html`<p class="offer" part="offer">
    <span>${words.offer.text}</span>
    <button id="offer-use" class="wide" type="button" part="button offer-use">${words.offer.use}</button>
    <button id="offer-dismiss" class="wide" type="button" part="button offer-dismiss">${words.offer.dismiss}</button>
  </p>`;

function panel(view: ToolbarView): TemplateResult {
  const { words, isFull, canUndo } = view;
  return html`<div id="panel" class="panel" part="panel" role="group" aria-labelledby="settings">
    ${
      isFull
        ? html`<div class="exact">
            <span class="label" aria-hidden="true">${words.textSize}</span>${exactSize(view)}
          </div>`
        : html`${textSize(view)} ${readingMode(view)}`
    }
    ${choices(view)}
    <div class="actions">
      <button id="reset" class="wide" type="button" part="button reset">${words.reset}</button>
      ${canUndo ? html`<button id="undo" class="wide" type="button" part="button undo">${words.undo}</button>` : nothing}
      <button id="close" class="wide" type="button" part="button close">${words.close}</button>
      ${view.isUnkept ? nothing : html`<p part="note">${words.privacy}</p>`}
    </div>
    ${isFull ? nothing : unkept(view)}
  </div>`;
}

/** The row of buttons, or the one button, and below it the panel when it is open. */
export function toolbarTemplate(view: ToolbarView): TemplateResult {
  const { words, isFull, isOpen } = view;
  return html`${
    isFull
      ? html`<div class="bar" part="bar" role="toolbar" aria-label=${words.toolbar}>
            ${textSize(view)} ${contrast(view)}
            <div class="group">${readingMode(view)} ${settings(view)}</div>
          </div>
          ${unkept(view)}`
      : html`<div class="bar" part="bar">${settings(view)}</div>`
  }
  ${view.isOffering ? offer(view) : nothing} ${isOpen ? panel(view) : nothing}`;
}
