// `npm start`: sets itself up, builds the widget, and serves the demo portal until it is stopped.
import { parseArgs } from 'node:util';
import { requireNode } from './setup/node-version.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { root, run } from './setup/run.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });

try {
  requireNode();
  await ensurePackages();
  const { code } = await run(process.execPath, ['scripts/build.mjs']);
  if (code !== 0) throw new Error('The widget could not be built.');
  const { serveDemo } = await import('./serve-demo.mjs');
  const { url } = await serveDemo({ port: Number(values.port), root });
  console.log(`\nThe demo portal: ${url}\nStop it with Ctrl+C.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
