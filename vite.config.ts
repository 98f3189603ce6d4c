import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'vite';
import { minifyLiterals } from './scripts/build/minify-literals.mjs';
import { notices } from './scripts/build/notices.mjs';
import { quietLit } from './scripts/build/quiet-lit.mjs';
import { trimReading } from './scripts/build/trim-reading.mjs';
import { trustedTypesLit } from './scripts/build/trusted-types-lit.mjs';

interface Output {
  readonly entry: string;
  readonly format: 'iife' | 'es';
  readonly fileName: string;
}

/** Every file the widget is made of, by the build mode that makes it. */
const OUTPUTS: Record<string, Output> = {
  widget: { entry: 'widget/script-entry.ts', format: 'iife', fileName: 'ro-chu.js' },
  engine: { entry: 'widget/engine-entry.ts', format: 'es', fileName: 'ro-chu-engine.js' },
  contrast: { entry: 'widget/contrast-entry.ts', format: 'es', fileName: 'ro-chu-contrast.js' },
  adjustments: { entry: 'widget/adjustments-entry.ts', format: 'es', fileName: 'ro-chu-adjustments.js' },
  typography: { entry: 'widget/typography-entry.ts', format: 'es', fileName: 'ro-chu-typography.js' },
  reading: { entry: 'widget/reading-entry.ts', format: 'es', fileName: 'ro-chu-reading.js' },
  module: { entry: 'widget/module-entry.ts', format: 'es', fileName: 'ro-chu.mjs' },
};

/** What a file leaves to be fetched from the files beside it, by build mode. */
const PARTS: Record<string, RegExp[]> = {
  engine: [/(contrast|adjustments|typography)-entry\.ts$/],
  module: [/(engine|reading)-entry\.ts$/],
};

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

export default defineConfig(({ mode }): UserConfig => {
  const output = OUTPUTS[mode];
  if (!output) throw new Error(`Unknown build mode "${mode}"; there are ${Object.keys(OUTPUTS).join(', ')}.`);
  const { entry, format, fileName } = output;
  return {
    publicDir: false,
    plugins: [minifyLiterals(), trustedTypesLit(), quietLit(), trimReading(), notices(version)],
    build: {
      outDir: 'dist/widget',
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      lib: { entry, formats: [format], name: 'roChuBundle', fileName: () => fileName },
      rolldownOptions: {
        // Parts are loaded on first use from the files beside.
        external: PARTS[mode] ?? [],
        output: {
          paths: (id) => id.replace(/^.*\b(\w+)-entry\.ts$/, './ro-chu-$1.js'),
          // Vite leaves white space in ES libraries, for the tree-shaking of a later bundler; these files are complete.
          minify: true,
        },
      },
    },
  };
});
