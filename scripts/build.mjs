// `npm run build`: everything the package ships, into dist/.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildFonts } from './build/fonts.mjs';
import { buildTypes } from './build/types.mjs';
import { root, runTool } from './setup/run.mjs';

const steps = [
  ...['widget', 'engine', 'contrast', 'adjustments', 'typography', 'reading', 'module'].map((mode) => ({
    name: mode,
    run: () => runTool('vite/bin/vite.js', ['build', '--mode', mode, '--logLevel', 'warn']),
  })),
  { name: 'fonts', run: buildFonts },
  { name: 'types', run: buildTypes },
  {
    name: 'custom-elements.json',
    run: () =>
      runTool('@custom-elements-manifest/analyzer/cem.js', ['analyze', '--config', 'custom-elements.config.mjs']),
  },
];

rmSync(join(root, 'dist'), { recursive: true, force: true });
for (const { name, run } of steps) {
  const { code } = await run();
  if (code !== 0) {
    console.error(`The build of ${name} failed.`);
    process.exit(1);
  }
  console.log(`built ${name}`);
}
