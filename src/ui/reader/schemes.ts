import type { ReadingScheme } from '../../preferences/preferences.ts';

/** The colours of one scheme, all opaque. */
export interface Palette {
  /** What the text lies on. */
  readonly ground: string;
  /** What controls and header cells lie on. */
  readonly surface: string;
  readonly ink: string;
  /** Byline, date, captions. */
  readonly muted: string;
  /** Links and focus rings. */
  readonly link: string;
  /** Borders of controls. */
  readonly line: string;
  /** Rules that only please the eye. */
  readonly hair: string;
}

/**
 * The palettes: every text reaches 7:1 on ground and surface (WCAG 1.4.6), borders of controls and focus rings 3:1 (1.4.11);
 * `tests/ui/reader/schemes.test.ts` computes them. No pure white nor black: both glare for eyes with cataract or astigmatism.
 */
export const PALETTES: Readonly<Record<ReadingScheme, Palette>> = {
  light: {
    ground: '#fdfdfb',
    surface: '#f0f2f4',
    ink: '#1a1c1f',
    muted: '#454a50',
    link: '#0b3a75',
    line: '#6b7178',
    hair: '#d5d8dc',
  },
  sepia: {
    ground: '#f6eedd',
    surface: '#ece1c9',
    ink: '#2b2117',
    muted: '#4d3f2f',
    link: '#16386b',
    line: '#75664f',
    hair: '#d8cab0',
  },
  dark: {
    ground: '#16181c',
    surface: '#24282e',
    ink: '#e8e5de',
    muted: '#bfbcb5',
    link: '#a9ccff',
    line: '#8b9098',
    hair: '#3a3f47',
  },
};

/** The palettes as CSS: a class for each scheme, which sets its colours as custom properties. */
export const schemeStyles: string = Object.entries(PALETTES)
  .map(([scheme, palette]) => {
    const colors = Object.entries(palette).map(([name, value]) => `--_${name}:${value};`);
    return `.${scheme}{color-scheme:${scheme === 'dark' ? 'dark' : 'light'};${colors.join('')}}`;
  })
  .join('');
