// What a report needs of the widget's own colour code; bundled by colors.mjs, as Node 20 reads no TypeScript.
export { contrastRatio } from '../../src/color/contrast-ratio.ts';
export { nearestPassingColor } from '../../src/color/nearest-passing-color.ts';
export { parseColor } from '../../src/color/parse-color.ts';
export { AA, AAA } from '../../src/color/wcag.ts';
