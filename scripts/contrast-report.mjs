// `npm run contrast-report -- URL-or-file`: the page's failing pairs of colours with the nearest that pass, printed and as HTML.
// Exit code 0: no failing pair found, 1: some, 2: the command could not do its work. See docs/contrast-report.md.
import { writeFileSync } from 'node:fs';
import { InputError, readOptions } from './contrast-report/options.mjs';
import { requireNode } from './setup/node-version.mjs';
import { ensurePackages } from './setup/packages.mjs';

try {
  requireNode();
  const options = readOptions(process.argv.slice(2));
  await ensurePackages();
  const { makeReport } = await import('./contrast-report/make-report.mjs');
  const { toHtml } = await import('./contrast-report/html.mjs');
  const { toText } = await import('./contrast-report/report.mjs');
  const { STRINGS } = await import('./contrast-report/strings.mjs');
  const report = await makeReport(options);
  try {
    writeFileSync(options.out, toHtml(report, options.lang));
  } catch (error) {
    throw new InputError(`--out: expected a file that can be written, got ${options.out}: ${String(error)}`);
  }
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else console.log(`${toText(report, options.lang)}\n\n${STRINGS[options.lang].written} ${options.out}`);
  process.exitCode = report.pairs.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof InputError ? error.message : error);
  process.exitCode = 2;
}
