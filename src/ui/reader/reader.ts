import { DEFAULT_PREFERENCES, type ReadingPreferences } from '../../preferences/preferences.ts';
import type { PreferencesStore } from '../../preferences/store.ts';
import { reader as en } from '../strings/en.ts';
import type { Language } from '../strings/strings.ts';
import { reader as vi } from '../strings/vi.ts';
import { articleStyles } from './article-styles.ts';
import { articleView, NOTICE_ID, TITLE_ID } from './article-view.ts';
import { buildControls, type Controls } from './controls.ts';
import { element } from './element.ts';
import { focusedElement, lockPage } from './page-lock.ts';
import { ReaderCloseEvent } from './reader-close-event.ts';
import type { ReaderContent } from './reader-content.ts';
import { readerStyles } from './reader-styles.ts';
import { schemeStyles } from './schemes.ts';

/** Events that end in the reader: page scripts that forbid copying, catch keys or follow clicks have no part in it. */
const KEPT_INSIDE = (
  'keydown keyup keypress click dblclick auxclick contextmenu copy cut selectstart dragstart mousedown mouseup mousemove ' +
  'pointerdown pointerup pointermove touchstart touchmove touchend wheel focusin focusout input change'
).split(' ');

/**
 * The reader: a text in a window of its own over the page, with its own text size and colours. It is a modal dialog, so the
 * page behind is inert; Esc closes it and gives the focus back to where it was.
 *
 * A plain element without Lit, built of nodes: what it shows is set once, so there is nothing for templates to do, and 6 kB of the
 * bundle's budget go to reading instead. No HTML string is parsed, so it opens under every Trusted Types policy.
 *
 * @fires {ReaderCloseEvent} ro-chu-reader-close - The reader was closed.
 * @csspart base - All of the reader.
 * @csspart bar - The controls at the top.
 * @csspart button - Every button; also by its name: `text-smaller`, `text-reset`, `text-larger`, `close`.
 * @csspart scheme - Every choice of colours; also by its name: `light`, `sepia`, `dark`.
 * @csspart value - The present text size.
 * @csspart article - The text with its title.
 * @csspart title - The title.
 * @csspart text - The text below the title.
 */
export class RoChuReader extends HTMLElement {
  /** Where the reader's choices are read and changed; without one they hold until the reader is closed. */
  store: PreferencesStore | null = null;

  /** Language of the words around the text. */
  language: Language = 'vi';

  /** What to show; its content moves into the reader when it is opened. */
  reading: ReaderContent | null = null;

  #choices: ReadingPreferences = DEFAULT_PREFERENCES.reading;
  #root: ShadowRoot;
  #dialog: HTMLDialogElement | null = null;
  #controls: Controls | null = null;
  #status = element('p', { class: 'hidden', role: 'status' });
  #scale = new CSSStyleSheet();
  #undo: (() => void)[] = [];

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    const styles = new CSSStyleSheet();
    styles.replaceSync(schemeStyles + readerStyles + articleStyles);
    this.#root.adoptedStyleSheets = [styles, this.#scale];
  }

  /** Whether the reader stands open. */
  get isOpen(): boolean {
    return this.#dialog?.open ?? false;
  }

  /** Opens the reader over the page; does nothing where it is open, has nothing to show or is not in a document. */
  show(): void {
    if (!this.isConnected || this.isOpen || !this.reading) return;
    const { dialog, title } = this.#build(this.reading);
    this.#choices = this.store?.current.reading ?? this.#choices;
    this.#applyChoices();
    const focused = focusedElement(this.ownerDocument);
    const stop = this.store?.subscribe((current) => {
      this.#choices = current.reading;
      this.#applyChoices();
    });
    this.#undo = [
      lockPage(this.ownerDocument),
      () => stop?.(),
      () => {
        if (focused?.isConnected && focusedElement(this.ownerDocument) !== focused)
          focused.focus({ preventScroll: true });
      },
    ];
    dialog.showModal();
    // The title is the place to begin, for the eye and for a screen reader; the controls are one step back.
    title?.focus({ preventScroll: true });
  }

  /** Closes the reader; does nothing where it is closed. */
  close(): void {
    if (this.isOpen) this.#dialog?.close();
  }

  /** Taken out of the page by whatever way, the reader gives the page back. */
  disconnectedCallback(): void {
    this.#release();
  }

  #build(reading: ReaderContent): { dialog: HTMLDialogElement; title: HTMLElement | null } {
    const strings = this.language === 'en' ? en : vi;
    this.#controls = buildControls(strings, {
      change: (patch) => {
        if (this.store) this.store.update({ reading: patch });
        else this.#choices = { ...this.#choices, ...patch };
        this.#applyChoices();
      },
      announce: (text) => (this.#status.textContent = text),
      close: () => this.close(),
    });
    const article = articleView(reading, strings, this.language);
    const dialog = element(
      'dialog',
      {
        part: 'base',
        lang: this.language,
        'aria-labelledby': TITLE_ID,
        'aria-describedby': article.querySelector(`#${NOTICE_ID}`) && NOTICE_ID,
      },
      this.#controls.root,
      element('main', {}, article),
      this.#status,
    );
    dialog.addEventListener('close', () => {
      this.#release();
      this.dispatchEvent(new ReaderCloseEvent());
    });
    for (const name of KEPT_INSIDE) dialog.addEventListener(name, (event) => event.stopPropagation());
    this.#dialog = dialog;
    this.#root.replaceChildren(dialog);
    return { dialog, title: article.querySelector('h1') };
  }

  #applyChoices(): void {
    if (!this.#dialog) return;
    this.#dialog.className = this.#choices.scheme;
    this.#scale.replaceSync(`dialog { --_scale: ${this.#choices.textScale}; }`);
    this.#controls?.show(this.#choices);
  }

  #release(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ro-chu-reader': RoChuReader;
  }
}
