import { nextTextScale, READING_SCHEMES, TEXT_SCALE_STEPS } from '../../preferences/limits.ts';
import type { ReadingPreferences } from '../../preferences/preferences.ts';
import { formatPercent, type ReaderStrings } from '../strings/strings.ts';
import { element } from './element.ts';

/** The reader's bar of controls. */
export interface Controls {
  readonly root: HTMLElement;
  /** Shows these preferences. */
  show(reading: ReadingPreferences): void;
}

/** What the controls ask for. */
export interface ControlActions {
  change(patch: Partial<ReadingPreferences>): void;
  announce(text: string): void;
  close(): void;
}

/** Builds the bar: text size, colours, close. */
export function buildControls(strings: ReaderStrings, actions: ControlActions): Controls {
  let current: ReadingPreferences | null = null;
  const value = element('span', { class: 'value', part: 'value', 'aria-hidden': 'true' });
  const step = (direction: 1 | -1): void => {
    if (!current) return;
    const next = nextTextScale(current.textScale, direction);
    if (next === current.textScale) {
      const text = formatPercent(next);
      actions.announce(direction > 0 ? strings.textLargest(text) : strings.textSmallest(text));
    } else resize(next);
  };
  const resize = (textScale: number): void => {
    actions.change({ textScale });
    actions.announce(strings.textSizeIs(formatPercent(textScale)));
  };
  const smaller = button('text-smaller', strings.textSmaller, 'A−', () => step(-1));
  const reset = button('text-reset', strings.textReset, 'A', () => resize(1));
  const larger = button('text-larger', strings.textLarger, 'A+', () => step(1));
  const sizes = element(
    'div',
    { class: 'group', role: 'group', 'aria-label': strings.textSize },
    smaller,
    reset,
    larger,
    value,
  );

  const radios = READING_SCHEMES.map((scheme) => {
    const input = element('input', {
      type: 'radio',
      name: 'scheme',
      value: scheme,
      'aria-label': strings.schemes[scheme],
    });
    input.addEventListener('change', () => actions.change({ scheme }));
    // The colours are on the face alone: the border and the focus ring lie on the bar and have its colours.
    const face = element(
      'span',
      { class: `face ${scheme}` },
      'Aa',
      element('span', { class: 'name' }, strings.schemes[scheme]),
    );
    const label = element(
      'label',
      { class: 'swatch', part: `scheme ${scheme}`, title: strings.schemes[scheme] },
      input,
      face,
    );
    return { scheme, input, label };
  });
  const schemes = element(
    'fieldset',
    { class: 'group' },
    element('legend', {}, strings.scheme),
    ...radios.map(({ label }) => label),
  );

  const close = button('close', strings.close, '', () => actions.close());
  close.replaceChildren(cross(), element('span', { class: 'name' }, strings.close));
  const root = element('section', { class: 'bar', part: 'bar', 'aria-label': strings.region }, sizes, schemes, close);
  return {
    root,
    show(reading) {
      current = reading;
      value.textContent = formatPercent(reading.textScale);
      smaller.setAttribute('aria-disabled', String(reading.textScale <= TEXT_SCALE_STEPS[0]!));
      larger.setAttribute('aria-disabled', String(reading.textScale >= TEXT_SCALE_STEPS.at(-1)!));
      for (const { scheme, input } of radios) input.checked = scheme === reading.scheme;
    },
  };
}

function button(name: string, label: string, text: string, onPress: () => void): HTMLButtonElement {
  const made = element(
    'button',
    {
      type: 'button',
      class: name,
      part: `button ${name}`,
      'aria-label': text ? `${label}, ${text}` : label,
      title: label,
    },
    element('span', {}, text),
  );
  made.addEventListener('click', onPress);
  return made;
}

/** A cross of two lines, in the colour of the text. */
function cross(): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(namespace, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', 'M5 5l14 14M19 5L5 19');
  drawing.append(path);
  return drawing;
}
