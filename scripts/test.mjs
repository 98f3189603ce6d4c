// `npm test`: sets itself up, then runs every suite, or those of `--only types,lint,unit`. Only Node is needed to begin.
import { parseArgs } from 'node:util';
import { ensureBrowsers } from './setup/browsers.mjs';
import { requireNode } from './setup/node-version.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { SUITES } from './testing/suites.mjs';
import { runSuite, summarise } from './testing/table.mjs';

try {
  requireNode();
  const suites = chosenSuites();
  await ensurePackages();
  if (suites.some((suite) => suite.needsBrowsers)) await ensureBrowsers();
  const outcomes = [];
  for (const suite of suites) {
    console.log(`\n=== ${suite.name}`);
    outcomes.push(await runSuite(suite));
  }
  console.log(`\n${summarise(outcomes)}`);
  process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

function chosenSuites() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  if (values.only === undefined) return SUITES;
  const names = values.only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new Error(`No such suite: ${unknown.join(', ')}. There are ${SUITES.map(({ name }) => name).join(', ')}.`);
  }
  return SUITES.filter((suite) => names.includes(suite.name));
}
