import type { Parts, Widget } from '../../../widget/boot.ts';
import type { RoChuToolbar } from '../../../src/ui/toolbar/toolbar.ts';

type FrameWindow = Window & typeof globalThis;
interface Loaded {
  readonly startIn: (window: FrameWindow, given: Record<string, unknown>, parts: Parts) => Widget | null;
  readonly loadEngine: Parts['loadEngine'];
}

/** A page of its own, in a frame: its own globals, its own registry of elements. */
export interface TestPage {
  readonly window: FrameWindow;
  readonly document: Document;
  /** What was written to the console as a warning or an error. */
  readonly notes: string[];
  /** Errors and rejections that reached the window. */
  readonly errors: string[];
  /** Starts the widget as the script tag would. */
  start(given?: Record<string, unknown>, parts?: Partial<Parts>): Promise<Widget | null>;
  toolbar(): RoChuToolbar;
  text(): HTMLElement;
  close(): void;
}

export interface OpenOptions {
  /** File in fixtures; default `standards.html`. */
  readonly file?: string;
  /** Put at the end of the body. */
  readonly html?: string;
  /** Run in the frame before any of our code is loaded there. */
  readonly before?: (window: FrameWindow) => void;
  /** The document the frame is put in; default this one. */
  readonly parent?: Document;
}

/** Opens a page in a frame. */
export async function openFrame({
  file = 'standards.html',
  html = '',
  before,
  parent = document,
}: OpenOptions = {}): Promise<TestPage> {
  localStorage.clear();
  const frame = parent.createElement('iframe');
  frame.width = '900';
  frame.height = '500';
  frame.src = new URL(`../fixtures/${file}`, import.meta.url).href;
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve);
    parent.body.append(frame);
  });
  const window = frame.contentWindow as FrameWindow;
  const { document: inner } = window;
  const notes: string[] = [];
  const errors: string[] = [];
  window.console.warn = window.console.error = (...said: unknown[]) => void notes.push(said.map(String).join(' '));
  window.addEventListener('error', (event) => errors.push(event.message));
  window.addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
  inner.body.insertAdjacentHTML('beforeend', html);
  before?.(window);
  return {
    window,
    document: inner,
    notes,
    errors,
    async start(given = {}, parts = {}) {
      const { startIn, loadEngine } = await loadStart(window);
      const loadReading: Parts['loadReading'] = () => Promise.reject(new Error('not in this test'));
      const widget = startIn(window, given, { loadEngine, loadReading, ...parts });
      await widget?.api.ready;
      return widget;
    },
    toolbar: () => inner.querySelector<RoChuToolbar>('ro-chu-toolbar')!,
    text: () => inner.getElementById('text')!,
    close: () => frame.remove(),
  };
}

/** Loads our code inside the frame, so that it runs with the frame's own globals. */
function loadStart(window: FrameWindow): Promise<Loaded> {
  const { document } = window;
  return new Promise((resolve, reject) => {
    const script = document.createElementNS('http://www.w3.org/1999/xhtml', 'script') as HTMLScriptElement;
    script.type = 'module';
    script.textContent = `import { startIn } from ${JSON.stringify(new URL('../../../widget/start.ts', import.meta.url).href)};
      const loadEngine = () => import(${JSON.stringify(new URL('../../../widget/engine-entry.ts', import.meta.url).href)});
      document.dispatchEvent(new CustomEvent('test-loaded', { detail: { startIn, loadEngine } }));`;
    document.addEventListener('test-loaded', (event) => resolve((event as CustomEvent<Loaded>).detail), {
      once: true,
    });
    window.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
    document.head.appendChild(script);
    document.head.removeChild(script);
  });
}

/** The size of the page's text, in px. */
export const sizeOf = (element: Element): number =>
  parseFloat(element.ownerDocument.defaultView!.getComputedStyle(element).fontSize);

/** A turn of the event loop, in which what is reported to observers arrives. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Waits until something holds; the test's own limit ends the wait. */
export async function until(holds: () => unknown): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}
