import { contrastRatio } from '../../../src/color/contrast-ratio.ts';
import { composite, WHITE, type Color } from '../../../src/color/color.ts';
import { parseColor } from '../../../src/color/parse-color.ts';
import { createContrast } from '../../../src/features/contrast/contrast.ts';
import { openPage } from '../../../src/page/open-page.ts';
import type { Page } from '../../../src/page/page.ts';
import { DEFAULT_PREFERENCES, type ColorScheme, type ContrastLevel } from '../../../src/preferences/preferences.ts';
import { drawn, openHostPage, type HostPage } from '../../support/host-page.ts';

/** A page with contrast at work on it. */
export interface ContrastedHost extends HostPage {
  readonly page: Page;
  /** Brings the page to a level in a scheme, the page's own by default, and waits until it shows. */
  setLevel(level: ContrastLevel, scheme?: ColorScheme): Promise<void>;
  /** Waits until a change of the page has been dealt with. */
  settled(): Promise<void>;
  find(selector: string): HTMLElement;
  /** A computed property of an element or its pseudo-element. */
  css(selector: string, property: string, pseudo?: string): string;
  /** The contrast ratio of a text with the backgrounds of its ancestors, opacity reckoned in. */
  ratio(selector: string, pseudo?: string): number;
}

/** Opens a page from the inside of its head and body, with contrast ready to be set. */
export async function openContrasted(body: string, css = ''): Promise<ContrastedHost> {
  const host = await openHostPage(`<!DOCTYPE html><style>body{background:#fff;color:#000}${css}</style><body>${body}`);
  const page = openPage(host.document);
  const feature = createContrast();
  let dispose = (): void => undefined;
  const find = (selector: string): HTMLElement => host.document.querySelector<HTMLElement>(selector)!;
  const style = (element: Element, pseudo = ''): CSSStyleDeclaration => host.window.getComputedStyle(element, pseudo);
  return {
    ...host,
    page,
    find,
    async setLevel(level, colorScheme = 'page') {
      const preferences = { ...DEFAULT_PREFERENCES, contrast: level, colorScheme };
      if (feature.isActive(preferences)) dispose = feature.apply(page, preferences);
      else dispose();
      await page.settled();
    },
    async settled() {
      await drawn();
      await page.settled();
      await drawn();
      await page.settled();
    },
    css: (selector, property, pseudo) => style(find(selector), pseudo).getPropertyValue(property),
    ratio(selector, pseudo = '') {
      const element = find(selector);
      const ground = groundOf(element, style);
      const own = style(element, pseudo);
      const color = parseColor(own.color)!;
      const opacity = pseudo ? parseFloat(own.opacity) : 1;
      return contrastRatio(composite({ ...color, a: color.a * opacity }, ground), ground);
    },
    remove() {
      dispose();
      page.close();
      host.remove();
    },
  };
}

function groundOf(element: Element | null, style: (element: Element) => CSSStyleDeclaration): Color {
  if (!element) return WHITE;
  return composite(parseColor(style(element).backgroundColor)!, groundOf(element.parentElement, style));
}
