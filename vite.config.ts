import { defineConfig, type UserConfig } from 'vite';

/** Settings every build shares: one file out, ES2022, nothing but Lit bundled. */
const shared = (outDir: string, emptyOutDir: boolean): UserConfig => ({
  build: { outDir, emptyOutDir, target: 'es2022', minify: true, modulePreload: false, reportCompressedSize: false },
  publicDir: false,
});

export default defineConfig(({ mode }) => {
  const base = shared('dist/widget', false);
  const lib = (entry: string, formats: ('iife' | 'es')[], fileName: string): UserConfig => ({
    ...base,
    build: { ...base.build, lib: { entry, formats, name: 'roChuBundle', fileName: () => fileName } },
  });
  if (mode === 'reading') return lib('widget/reading-entry.ts', ['es'], 'ro-chu-reading.js');
  if (mode === 'module') return lib('widget/module-entry.ts', ['es'], 'ro-chu.mjs');
  return lib('widget/script-entry.ts', ['iife'], 'ro-chu.js');
});
