import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { COLOR_SCHEMES, CONTRAST_LEVELS, PAGE_FONTS, READING_GUIDES } from '../../preferences/limits.ts';
import type { Preferences, PreferencesPatch } from '../../preferences/preferences.ts';
import type { NameAndHint, Switch, ToolbarStrings } from '../strings/strings.ts';

/** What the choices read of the toolbar's view. */
interface ChoicesView {
  readonly words: ToolbarStrings;
  readonly preferences: Preferences;
  readonly update: (patch: PreferencesPatch) => void;
}

const SWITCHES: readonly Switch[] = ['textSpacing', 'highlightLinks', 'stillMotion', 'bigPointer'];

const nameAndHint = ({ name, hint }: NameAndHint): TemplateResult => html`<span>${name}<small>${hint}</small></span>`;

// `live`: a listener of the page may have put the choice back before it was ever shown.
const choice = (
  type: 'radio' | 'checkbox',
  name: keyof Preferences,
  value: string | number,
  isChosen: boolean,
  choose: (isChosen: boolean) => void,
  content: unknown,
): TemplateResult =>
  html`<label class="choice" part="choice"
    ><input
      type=${type}
      role=${type === 'radio' ? nothing : 'switch'}
      name=${name}
      value=${value}
      .checked=${live(isChosen)}
      @change=${(event: Event): void => choose((event.target as HTMLInputElement).checked)}
    />${content}</label
  >`;

const group = (name: string, legend: string, content: unknown): TemplateResult =>
  html`<fieldset class=${name}>
    <legend>${legend}</legend>
    <div class="choices">${content}</div>
  </fieldset>`;

/** One of several values. */
const oneOf = <K extends 'contrast' | 'colorScheme' | 'font' | 'readingGuide'>(
  { words, preferences, update }: ChoicesView,
  name: K,
  values: readonly Preferences[K][],
  describe: (value: Preferences[K]) => unknown,
): TemplateResult =>
  group(
    name,
    words[name],
    values.map((value) =>
      choice('radio', name, value, value === preferences[name], () => update({ [name]: value }), describe(value)),
    ),
  );

/** The panel's choices: colours first, then letters and lines, then what is on or off. */
export function choices(view: ChoicesView): TemplateResult {
  const { words, preferences, update } = view;
  return html`${oneOf(view, 'contrast', CONTRAST_LEVELS, (level) => nameAndHint(words.contrastLevels[level]))}
  ${oneOf(
    view,
    'colorScheme',
    COLOR_SCHEMES,
    (scheme) =>
      html`${
        scheme === 'page' ? nothing : html`<span class="sample ${scheme}" part="sample" aria-hidden="true">Aa</span>`
      }${words.colorSchemes[scheme]}`,
  )}
  ${oneOf(view, 'font', PAGE_FONTS, (font) => words.fonts[font])}
  ${oneOf(view, 'readingGuide', READING_GUIDES, (guide) => words.readingGuides[guide])}
  ${group(
    'aids',
    words.aids,
    SWITCHES.map((name) =>
      // Spacing of other values, set by a page's script, is on too.
      choice(
        'checkbox',
        name,
        'on',
        !!preferences[name],
        (isOn) => update({ [name]: isOn }),
        nameAndHint(words.switches[name]),
      ),
    ),
  )}`;
}
