import { isOwnNode } from '../src/page/own.ts';
import { ACTIONS, type Action } from '../src/preferences/actions.ts';
import { note } from './note.ts';

const ATTRIBUTE = 'data-ro-chu';
/** Reading aloud comes with an issue of its own; until then its name is told apart from a working one. */
const WORKING = ACTIONS.filter((action) => action !== 'read-aloud');
/** Elements that turn Enter (and most of them Space) into a click by themselves. */
const NATIVE = 'button,a[href],input,summary,select,textarea';

/** Controls that the page declares: `data-ro-chu` anywhere, and invoker commands to the toolbar. */
export interface DeclarativeControls {
  /** Adds the listeners to the document, again where `document.open` dropped them. */
  listen(): void;
  /** Listens for invoker commands on the toolbar, and gives it the id they name. */
  listenTo(toolbar: HTMLElement): void;
  stop(): void;
}

/** Runs the page's declared controls. */
export function listenForControls(document: Document, perform: (action: Action) => void): DeclarativeControls {
  const noted = new Set<string>();
  const noteOnce = (message: string): void => {
    if (!noted.has(message)) note(message);
    noted.add(message);
  };
  const performNamed = (name: string, from: string): void => {
    if ((WORKING as readonly string[]).includes(name)) perform(name as Action);
    else noteOnce(`${from}: expected one of "${WORKING.join('", "')}", got "${name}"`);
  };

  // In the capturing phase, as pages stop events; through open shadow roots by the event's path.
  const onClick = (event: Event): void => {
    const control = controlOf(event);
    if (!control || control.getAttribute('aria-disabled') === 'true') return;
    event.preventDefault();
    performNamed(control.getAttribute(ATTRIBUTE)!, ATTRIBUTE);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.key !== 'Enter' && event.key !== ' ') || event.altKey || event.ctrlKey || event.metaKey) return;
    const control = controlOf(event);
    if (control && control === event.composedPath()[0] && !control.matches(NATIVE)) onClick(event);
  };
  const onCommand = (event: Event & { readonly command?: string }): void => {
    if (event.command?.startsWith('--')) performNamed(event.command.slice(2), 'command');
  };
  return {
    listen() {
      document.addEventListener('click', onClick, true);
      document.addEventListener('keydown', onKeyDown, true);
    },
    listenTo(toolbar) {
      toolbar.addEventListener('command', onCommand);
      if (document.getElementById('ro-chu')) {
        noteOnce('commandfor: expected the id "ro-chu" to be free for the toolbar, got an element that has it');
      } else toolbar.id = 'ro-chu';
    },
    stop() {
      document.removeEventListener('click', onClick, true);
      document.removeEventListener('keydown', onKeyDown, true);
    },
  };
}

/** The declared control that an event happened in. */
function controlOf(event: Event): Element | null {
  for (const target of event.composedPath()) {
    const node = target as Partial<Element> & Node;
    if (node.nodeType === 1 && (node as Element).hasAttribute(ATTRIBUTE))
      return isOwnNode(node) ? null : (node as Element);
  }
  return null;
}
