import type { Page } from '../../src/page/page.ts';
import type { ToolbarStrings } from '../../src/ui/strings/strings.ts';
import { findControls, type Found } from './find-controls.ts';
import type { OwnAction } from './labels.ts';
import { inSets } from './sets.ts';

/** Everything a page's old handlers may listen to. */
const EVENTS = [
  'click',
  'dblclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keypress',
  'keyup',
] as const;

const FULL_SET: readonly OwnAction[] = ['text-smaller', 'text-larger', 'contrast-less', 'contrast-more'];

/** The page's own controls, adopted. */
export interface AdoptedControls {
  /** Adds the listeners to the window, again where `document.open` dropped them. */
  listen(): void;
  /** Leaves the controls as they were. */
  stop(): void;
}

/**
 * Makes the page's own text size and contrast controls ours: real buttons with names and keys, whose old handlers no
 * longer run. What the page wrote into them stays there, so that leaving them is exact.
 * @param onFullSet told whether smaller, larger, less and more contrast are all there and visible.
 */
export function adoptControls(
  page: Page,
  strings: ToolbarStrings,
  perform: (action: OwnAction) => void,
  onFullSet: (isFull: boolean) => void,
): AdoptedControls {
  const { document, window } = page;
  const edits = page.edits('adopted-controls');
  const adopted = new Map<Element, OwnAction>();
  let found: Found[] = [];

  const scan = (elements: readonly Element[], isResized: boolean): void => {
    const before = found.length;
    found = found.filter(({ element }) => element.isConnected);
    const left = found.length;
    for (const within of elements) {
      for (const control of findControls(page, within)) {
        if (!found.some(({ element }) => element === control.element)) found.push(control);
      }
    }
    const isNew = found.length > left;
    if (!isNew && !isResized && left === before) return;
    for (const element of adopted.keys()) if (!element.isConnected) adopted.delete(element);
    if (isNew) for (const control of inSets(found)) adopt(control);
    onFullSet(FULL_SET.every((action) => isVisiblyAdopted(adopted, action)));
  };

  const adopt = ({ element, action, isNamed, sign }: Found): void => {
    if (adopted.has(element)) return;
    adopted.set(element, action);
    if (!/^(button|input)$/.test(element.localName)) edits.setAttribute(element, 'role', 'button');
    if (element.tabIndex < 0) edits.setAttribute(element, 'tabindex', '0');
    if (!isNamed) edits.setAttribute(element, 'aria-label', `${sign} ${nameOf(action, strings)}`.trim());
  };

  const onEvent = (event: Event): void => {
    const element = adoptedIn(event, adopted);
    if (!element) return;
    event.stopImmediatePropagation();
    const { key, repeat } = event as KeyboardEvent;
    const isKey = event.type === 'keydown' && (key === 'Enter' || key === ' ');
    // A native button makes a click of its keys by itself.
    if (event.type !== 'click' && (!isKey || /^(button|input)$/.test(element.localName))) return;
    event.preventDefault();
    if (!repeat) perform(adopted.get(element)!);
  };

  const stopWatching = page.onChange(({ added, textChanged, resized }) => {
    if (added.length || textChanged || resized) scan(added, resized);
  });
  if (document.documentElement) scan([document.documentElement], false);
  return {
    listen() {
      for (const type of EVENTS) window.addEventListener(type, onEvent, true);
    },
    stop() {
      stopWatching();
      for (const type of EVENTS) window.removeEventListener(type, onEvent, true);
      adopted.clear();
      edits.undo();
      onFullSet(false);
    },
  };
}

function adoptedIn(event: Event, adopted: ReadonlyMap<Element, OwnAction>): Element | null {
  for (const target of event.composedPath()) if (adopted.has(target as Element)) return target as Element;
  return null;
}

function isVisiblyAdopted(adopted: ReadonlyMap<Element, OwnAction>, wanted: OwnAction): boolean {
  for (const [element, action] of adopted) if (action === wanted && element.getClientRects().length) return true;
  return false;
}

/** The action in words, without the sign that the toolbar's own names end with. */
function nameOf(action: OwnAction, strings: ToolbarStrings): string {
  const names: Record<OwnAction, string> = {
    'text-larger': strings.textLarger,
    'text-smaller': strings.textSmaller,
    'text-reset': strings.textReset,
    'contrast-more': strings.contrastMore,
    'contrast-less': strings.contrastLess,
    'contrast-reset': strings.contrast,
    'contrast-cycle': strings.contrast,
  };
  return names[action].replace(/ \(.*\)$/, '');
}
