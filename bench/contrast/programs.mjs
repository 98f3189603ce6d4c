/** What raises contrast, by its key in the figures. How each is driven is in `steps-in-page.js`, under the same key. */
export const CONTRAST_PROGRAMS = {
  roChu: { title: 'Rõ Chữ', script: '/widget/ro-chu.js' },
  darkReaderLight: { title: 'Dark Reader (light, contrast 150)', script: '/darkreader/darkreader.js' },
  darkReaderDark: { title: 'Dark Reader (dark)', script: '/darkreader/darkreader.js' },
  siennaLight: { title: 'sienna (light contrast)', script: '/sienna/sienna-accessibility.umd.js' },
  siennaHigh: { title: 'sienna (high contrast)', script: '/sienna/sienna-accessibility.umd.js' },
  accessibilityInvert: { title: 'accessibility (invert colours)', script: '/accessibility/main.bundle.js' },
};
