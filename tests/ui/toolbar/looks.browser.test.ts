import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { type Color, WHITE } from '../../../src/color/color.ts';
import { contrastRatio } from '../../../src/color/contrast-ratio.ts';
import { parseColor } from '../../../src/color/parse-color.ts';
import { GROUND } from '../../../src/ui/toolbar/accent.ts';
import { adaptiveStyles } from '../../../src/ui/toolbar/adaptive-styles.ts';
import { choiceStyles } from '../../../src/ui/toolbar/choice-styles.ts';
import { toolbarStyles } from '../../../src/ui/toolbar/toolbar-styles.ts';
import { mountToolbar, removeToolbars, type MountedToolbar } from './mount-toolbar.ts';

const RULES = [toolbarStyles, choiceStyles, adaptiveStyles].flatMap(({ styleSheet }) => [...styleSheet!.cssRules]);

const color = (css: string): Color => parseColor(css)!;

/** The colour painted under an element's content, or under the element itself. */
function groundOf(element: Element | null, own = true): Color {
  const ground = element && own ? color(getComputedStyle(element).backgroundColor) : null;
  if (ground?.a === 1) return ground;
  return element ? groundOf(element.parentElement) : WHITE;
}

/** Every pair of colours of the toolbar that falls short of 7:1: text on its ground, borders and focus rings on theirs. */
function findWeakPairs({ findAll }: MountedToolbar): { weak: string[]; count: number } {
  const weak: string[] = [];
  let count = 0;
  const check = (what: string, first: Color, second: Color): void => {
    count++;
    const ratio = contrastRatio(first, second);
    if (!(ratio >= 7)) weak.push(`${what}: ${ratio.toFixed(2)}`);
  };
  for (const element of findAll('*')) {
    const style = getComputedStyle(element);
    const name = `${element.localName}#${element.id}.${element.getAttribute('class') ?? ''}`;
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim(),
    );
    if (hasText || element.localName === 'svg') check(`text of ${name}`, color(style.color), groundOf(element));
    // A border has to stand out from what is around it.
    if (style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth)) {
      check(`border of ${name}`, color(style.borderTopColor), groundOf(element, false));
    }
    if (element.matches('[role=switch]'))
      check(`knob of ${name}`, color(getComputedStyle(element, '::before').borderTopColor), groundOf(element));
    if (element.matches('button, select, input')) {
      element.focus();
      check(`focus ring of ${name}`, color(style.outlineColor), groundOf(element, false));
    }
  }
  return { weak, count };
}

describe('the toolbar’s looks', () => {
  afterEach(() => {
    removeToolbars();
    document.documentElement.removeAttribute('style');
  });

  for (const contrast of [-1, 0, 1, 2, 3] as const) {
    it(`reach 7:1 in text, borders and focus rings at contrast ${contrast}`, async () => {
      for (const position of ['top', 'bottom-right'] as const) {
        const mounted = await mountToolbar(
          { position, isUnkept: true, offersContrast: true },
          // Some switches on, some off.
          { contrast, textScale: 3, open: true, textSpacing: true, stillMotion: true },
        );
        mounted.store.update({ contrast });
        const { weak, count } = findWeakPairs(mounted);
        expect(weak).to.deep.equal([]);
        expect(count).to.be.above(100);
        removeToolbars();
      }
    });
  }

  for (const scheme of ['light', 'dark', 'light dark']) {
    it(`reach 7:1 in a page of color-scheme ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      expect(findWeakPairs(await mountToolbar({}, { open: true })).weak).to.deep.equal([]);
    });
  }

  it('reach 7:1 below the pointer', async () => {
    const { findAll } = await mountToolbar({}, { open: true, textScale: 3 });
    const rules = RULES.filter((rule) => rule instanceof CSSStyleRule);
    const grounds = rules
      .filter(({ selectorText, style }) => selectorText.includes(':hover') && style.backgroundColor.startsWith('rgb'))
      .map(({ style }) => color(style.backgroundColor));
    expect(grounds.length).to.be.above(1);
    const line = color(getComputedStyle(findAll('.choice')[0]!).borderTopColor);
    for (const ground of grounds) expect(contrastRatio(line, ground)).to.be.at.least(7);
  });

  it('have a ground that the accent is checked against', async () => {
    const { findAll } = await mountToolbar();
    expect(groundOf(findAll('.root')[0]!)).to.deep.equal(GROUND);
  });

  it('take the owner’s accent, moved to 7:1 where it falls short, with a note', async () => {
    const notes: unknown[] = [];
    const { warn } = console;
    console.warn = (...parts) => void notes.push(parts.join(' '));
    try {
      document.documentElement.style.setProperty('--ro-chu-accent', 'oklch(0.35 0.15 20)');
      const fine = await mountToolbar({ isCompact: true });
      const used = getComputedStyle(fine.find('settings')).backgroundColor;
      expect(color(used).r).to.be.above(color(used).b);
      expect(notes).to.deep.equal([]);
      removeToolbars();

      document.documentElement.style.setProperty('--ro-chu-accent', 'tomato');
      expect(findWeakPairs(await mountToolbar({}, { open: true })).weak).to.deep.equal([]);
      expect(notes.length).to.equal(1);
      expect(notes[0]).to.include('"tomato"');
      removeToolbars();

      document.documentElement.style.setProperty('--ro-chu-accent', 'banana');
      const own = await mountToolbar({ isCompact: true });
      expect(color(getComputedStyle(own.find('settings')).backgroundColor)).to.deep.equal(color('#0b3a75'));
      expect(notes.length).to.equal(2);
      expect(notes[1]).to.include('"banana"');
    } finally {
      console.warn = warn;
    }
  });

  it('show where the focus is with a ring of 3 px', async () => {
    const { find } = await mountToolbar();
    find('text-larger').focus();
    const { outlineStyle, outlineWidth } = getComputedStyle(find('text-larger'));
    expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '3px']);
  });

  it('never move by themselves, so that there is nothing to reduce', async () => {
    const { findAll } = await mountToolbar({}, { open: true });
    for (const element of findAll('*')) {
      const { animationName, transitionDuration } = getComputedStyle(element);
      expect([animationName, transitionDuration]).to.deep.equal(['none', '0s']);
    }
  });

  it('answer forced colours, more contrast and print', () => {
    const media = RULES.filter((rule) => rule instanceof CSSMediaRule);
    const text = (query: string): string =>
      media
        .filter(({ conditionText }) => conditionText.includes(query))
        .map(({ cssText }) => cssText)
        .join('\n');
    expect(text('forced-colors'))
      .to.match(/Highlight/i)
      .and.to.match(/GrayText/i);
    expect(text('prefers-contrast')).to.include('--_ink');
    expect(text('print')).to.match(/:host[^}]*display: none !important/);
  });

  it('are left out of print', async function () {
    // The one browser whose runner can change the medium.
    if (!/Chrome/.test(navigator.userAgent)) this.skip();
    const { toolbar } = await mountToolbar();
    expect(toolbar.getClientRects().length).to.equal(1);
    await emulateMedia({ media: 'print' });
    expect(toolbar.getClientRects().length).to.equal(0);
    await emulateMedia({ media: 'screen' });
  });
});
