import { readFileSync } from 'node:fs';

/**
 * What is measured, by its key in the figures. How each is driven is in `in-page.js`, under the same key.
 *
 * `clicksToDouble`: presses of its own button, in its own steps, that should make the text of a 12 px page twice as large.
 */
export const PROGRAMS = {
  floor: { title: "browser's floor (zoom on body)", script: null, clicksToDouble: 10 },
  roChu: { title: 'Rõ Chữ', script: '/widget/ro-chu.js', clicksToDouble: 10 },
  sienna: { title: 'sienna-accessibility', script: '/sienna/sienna-accessibility.umd.js', clicksToDouble: 10 },
  accessibility: { title: 'accessibility (default)', script: '/accessibility/main.bundle.js', clicksToDouble: 8 },
  accessibilityPx: {
    title: 'accessibility (textPixelMode)',
    script: '/accessibility/main.bundle.js',
    clicksToDouble: 12,
  },
};

/** The versions of the peers that are installed, by package name. */
export function peerVersions() {
  return Object.fromEntries(
    ['sienna-accessibility', 'accessibility', 'darkreader'].map((name) => {
      const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
      return [name, JSON.parse(readFileSync(manifest, 'utf8')).version];
    }),
  );
}
