import type { mountToolbar } from './mount-toolbar.ts';

/** A page of its own to put a toolbar in. */
export interface TestFrame {
  readonly window: Window & { readonly mountToolbar: typeof mountToolbar; readonly violations: readonly string[] };
  readonly document: Document;
  remove(): void;
}

interface FrameOptions {
  /** Size in px, default 1280 by 720. */
  readonly width?: number;
  readonly height?: number;
  /** What stands in `<head>`: a policy, styles. */
  readonly head?: string;
  /** Runs before any module, as a page's own classic script would. */
  readonly before?: () => void;
  readonly bodyStyle?: string;
}

/** Opens a page in a frame, the toolbar's code loaded in it. */
export async function openFrame({
  width = 1280,
  height = 720,
  head = '',
  before,
  bodyStyle = '',
}: FrameOptions = {}): Promise<TestFrame> {
  const frame = document.createElement('iframe');
  frame.width = String(width);
  frame.height = String(height);
  frame.style.border = '0';
  const entry = new URL('./frame-entry.ts', import.meta.url).href;
  const script = before ? `<script>(${before.toString()})()</script>` : '';
  frame.srcdoc = `<!doctype html><html lang="vi"><head><title>Trang</title>${head}${script}</head>
    <body style="margin:0;${bodyStyle}"><main><p>Thông báo</p></main><script type="module" src="${entry}"></script></body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return {
    window: frame.contentWindow as unknown as TestFrame['window'],
    document: frame.contentDocument!,
    remove: () => frame.remove(),
  };
}
