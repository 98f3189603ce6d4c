import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Action } from '../../preferences/actions.ts';
import { performAction } from '../../preferences/perform-action.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../preferences/preferences.ts';
import type { PreferencesStore } from '../../preferences/store.ts';
import { toolbar as en } from '../strings/en.ts';
import { type Language, toLanguage, type ToolbarStrings } from '../strings/strings.ts';
import { toolbar as vi } from '../strings/vi.ts';
import { checkAccent } from './accent.ts';
import { adaptiveStyles } from './adaptive-styles.ts';
import { Announcer } from './announcer.ts';
import { choiceStyles } from './choice-styles.ts';
import { ANNOUNCED, type AnnouncedPreference, describeChange, describeLimit } from './descriptions.ts';
import { moveFocusInRow } from './move-focus-in-row.ts';
import { OfferDismissEvent } from './offer-dismiss-event.ts';
import { ReadingModeRequestEvent } from './reading-mode-request-event.ts';
import { toolbarStyles } from './toolbar-styles.ts';
import { toolbarTemplate } from './toolbar-template.ts';

/** The level that is offered where the reader's system asks for more contrast: WCAG AAA. */
const OFFERED_CONTRAST = 2;

/** Where the toolbar stands: in flow (`top`, `static`) or as one floating button in a corner. */
export type ToolbarPosition = 'top' | 'top-right' | 'bottom-right' | 'bottom-left' | 'static';

/**
 * The reader's controls: text size, contrast, reading mode, and a panel with the rest: colours, font, reading guide, and
 * the switches for spacing, links, motion and pointer. Without a store it shows nothing.
 *
 * The row of buttons is one tab stop with arrow keys (`role="toolbar"`, https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/): it is
 * first on every page, so seven stops would stand between the keyboard and the page's own skip link. The panel is a
 * disclosure in the flow of the page, not a dialog: it hides nothing that the reader wants to see change.
 *
 * @fires {ReadingModeRequestEvent} ro-chu-reading-mode - The reader asks for reading mode.
 * @fires {OfferDismissEvent} ro-chu-offer-dismiss - The reader does not want the contrast that was offered.
 * @csspart base - All of the toolbar.
 * @csspart bar - The row of buttons.
 * @csspart group - Buttons that belong together, with their label and value.
 * @csspart button - Every button; also by its action: `text-smaller`, `text-reset`, `text-larger`, `contrast-less`,
 *   `contrast-more`, `reading-mode`, `settings`, `reset`, `undo`, `close`, `offer-use`, `offer-dismiss`.
 * @csspart value - The present text size, the present contrast level.
 * @csspart panel - The further choices.
 * @csspart select - The list of text sizes.
 * @csspart choice - One choice in the panel: a radio button or a switch, with its words.
 * @csspart sample - The letters that show the two colours of a choice of colours.
 * @csspart offer - The line that offers more contrast where the reader's system asks for it.
 * @csspart note - The line on privacy, and the one on choices that can't be kept.
 * @cssproperty [--ro-chu-accent=#0b3a75] - The one accent colour. It has to reach 7:1 with white and with the bar's pale ground;
 *   one that does not is darkened until it does, with a note in the console.
 */
export class RoChuToolbar extends LitElement {
  static override styles = [toolbarStyles, choiceStyles, adaptiveStyles];

  /** Where the reader's choices are read and changed. */
  @property({ attribute: false }) store: PreferencesStore | null = null;

  /** Language of the words. */
  @property({ attribute: 'lang', converter: { fromAttribute: toLanguage } }) language: Language = 'vi';

  /** Where the toolbar stands; what is none of the five names counts as `top`. */
  @property({ reflect: true }) position: ToolbarPosition = 'top';

  /** Whether the page's own controls do the main work, so that only the panel's button is left. */
  @property({ type: Boolean, attribute: 'compact' }) isCompact = false;

  /** Whether the browser keeps no choices; the toolbar then says so, quietly. */
  @property({ type: Boolean, attribute: 'unkept' }) isUnkept = false;

  /**
   * Whether to offer more contrast where the reader's system asks for it (`prefers-contrast: more`); for readers who have
   * never chosen anything, and only until they do. Nothing is changed unless they take the offer. Whether the system asks is
   * left to a media query in the styles, so that nothing of ours ever learns it.
   */
  @property({ type: Boolean, attribute: 'offers-contrast' }) offersContrast = false;

  @state() private isOpen = false;
  @state() private tabStop = 'text-smaller';
  #unsubscribe: (() => void) | null = null;
  #hasToldUnkept = false;
  #focusedId: string | undefined;
  #root: HTMLElement | null = null;
  readonly #changed = new Set<AnnouncedPreference>();
  readonly #announcer = new Announcer(() => this.#find('live'));

  /** Says a text once, politely, to screen readers; of several in quick succession the last one. */
  announce(text: string): void {
    this.#changed.clear();
    this.#announcer.say(() => text);
  }

  /** Does what the button of that name does; at a limit it says so instead. */
  perform(action: Action): void {
    const { store } = this;
    if (!store) return;
    if (action === 'reading-mode') {
      this.dispatchEvent(new ReadingModeRequestEvent());
      return;
    }
    const before = store.current;
    if (performAction(store, action) && store.current === before)
      this.announce(describeLimit(this.#words, before, action));
  }

  /** Puts the focus on the toolbar's present tab stop. */
  override focus(options?: FocusOptions): void {
    (this.#find(this.tabStop) ?? this.#find('settings'))?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#subscribe();
    // A floating toolbar leaves the top layer with the document, so it has to be shown again.
    this.requestUpdate('position');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer.stop();
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('store') && this.isConnected) this.#subscribe();
    this.#focusedId = this.shadowRoot?.activeElement?.id;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store, language, isOpen, isUnkept, tabStop } = this;
    if (!store) return nothing;
    const isFloating = this.#isFloating;
    return html`<section
      class="root ${isFloating ? 'floating' : ''}"
      part="base"
      lang=${language}
      aria-label=${this.#words.region}
      popover=${isFloating ? 'manual' : nothing}
      @click=${this.#onClick}
      @keydown=${this.#onKeydown}
      @focusin=${this.#onFocusin}
      @focusout=${this.#onFocusout}
    >
      ${toolbarTemplate({
        words: this.#words,
        preferences: store.current,
        isFull: !this.isCompact && !isFloating,
        isOpen,
        isUnkept,
        canUndo: store.beforeReset !== null,
        // Where a floating panel opens, the contrast levels themselves take the offer's place.
        isOffering: this.offersContrast && !(isFloating && isOpen),
        tabStop,
        update: (patch) => store.update(patch),
      })}
      <p id="live" class="live" role="status"></p>
    </section>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { store } = this;
    const root = store && this.renderRoot.querySelector<HTMLElement>('.root');
    if (!root) return;
    // By the object model, not as an attribute: a strict content security policy refuses those.
    root.style.setProperty('--_scale', String(Math.max(1, store.current.textScale)));
    // A button that goes once it was used must not take the focus with it.
    if (this.#focusedId && !this.#find(this.#focusedId)) (this.#find('reset') ?? this).focus();
    if (root === this.#root && !changed.has('position')) return;
    this.#root = root;
    this.#applyAccent(root);
    // The top layer is beyond the reach of the page's transforms, filters, overflow and z-index. Older browsers have none.
    if (this.#isFloating && root.showPopover && !root.matches(':popover-open')) root.showPopover();
  }

  get #words(): ToolbarStrings {
    return this.language === 'en' ? en : vi;
  }

  get #isFloating(): boolean {
    return /^(top-right|bottom-(right|left))$/.test(this.position);
  }

  #find(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#${id}`);
  }

  #subscribe(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.store?.subscribe(this.#onChange) ?? null;
    this.requestUpdate();
  }

  readonly #onChange = (current: Preferences, previous: Preferences): void => {
    this.offersContrast = false;
    this.requestUpdate();
    if (this.store?.beforeReset === previous) {
      this.announce(this.#words.wasReset);
      return;
    }
    for (const name of ANNOUNCED) if (current[name] !== previous[name]) this.#changed.add(name);
    if (this.#changed.size) this.#announcer.say(() => this.#describeChange());
  };

  #describeChange(): string {
    const words = this.#words;
    const said = describeChange(words, this.store?.current ?? DEFAULT_PREFERENCES, this.#changed);
    if (this.isUnkept && !this.#hasToldUnkept) said.push(words.unkept);
    this.#changed.clear();
    this.#hasToldUnkept = this.isUnkept;
    return said.join('. ');
  }

  #applyAccent(root: HTMLElement): void {
    const { color, problem } = checkAccent(
      getComputedStyle(this).getPropertyValue('--ro-chu-accent').trim(),
      (value) => {
        if (!CSS.supports('color', value)) return null;
        const probe = document.createElement('i');
        probe.style.setProperty('forced-color-adjust', 'none');
        probe.style.color = value;
        root.append(probe);
        const resolved = getComputedStyle(probe).color;
        probe.remove();
        return resolved;
      },
    );
    if (color) root.style.setProperty('--_accent', color);
    else root.style.removeProperty('--_accent');
    if (problem) console.warn(`ro-chu: ${problem}`);
  }

  #dismissOffer(): void {
    this.offersContrast = false;
    this.dispatchEvent(new OfferDismissEvent());
  }

  #close(): void {
    this.isOpen = false;
    this.#find('settings')?.focus();
  }

  #onClick(event: Event): void {
    const id = (event.target as Element).closest('button')?.id;
    if (id === 'settings') this.isOpen = !this.isOpen;
    else if (id === 'close') this.#close();
    else if (id === 'undo') this.store?.undoReset();
    else if (id === 'offer-use') this.store?.update({ contrast: OFFERED_CONTRAST });
    else if (id === 'offer-dismiss') this.#dismissOffer();
    else if (id) this.perform(id as Action);
  }

  #onKeydown(event: KeyboardEvent): void {
    const { key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (key === 'Escape' && this.isOpen) this.#close();
    else if (!moveFocusInRow(event.target as Element, key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #onFocusin(event: Event): void {
    const button = event.target as Element;
    if (button.closest('[role=toolbar]')) this.tabStop = button.id;
  }

  #onFocusout(event: FocusEvent): void {
    // What the floating panel lies on must not hold the focus unseen: https://www.w3.org/TR/WCAG22/#focus-not-obscured-enhanced
    const next = event.relatedTarget as Node | null;
    if (next && this.#isFloating && !this.renderRoot.contains(next)) this.isOpen = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ro-chu-toolbar': RoChuToolbar;
  }
}
