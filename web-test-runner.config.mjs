import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { defaultReporter } from '@web/test-runner';
import { launchOptions } from './scripts/browsers/launch-options.mjs';
import { readabilityModule } from './scripts/browsers/readability-module.mjs';
import { webkitLauncher } from './scripts/browsers/webkit-launcher.mjs';
import { countReporter } from './scripts/testing/count-reporter.mjs';

// One group a browser, so that `--group` never starts a browser it was not asked for:
//   npx wtr --group firefox --files 'tests/ui/**/*.browser.test.ts'
const launchers = {
  chromium: () => chromeLauncher({ puppeteer, launchOptions: launchOptions('chromium'), concurrency: 1 }),
  firefox: () => chromeLauncher({ puppeteer, launchOptions: launchOptions('firefox'), concurrency: 1 }),
  webkit: () => webkitLauncher(),
};

const named = process.argv.find((_, index, all) => all[index - 1] === '--group');
const countsFile = process.env.RO_CHU_COUNTS;
const files = 'tests/**/*.browser.test.ts';

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  // Lit's production build: what the widget ships, and silent in the log.
  nodeResolve: { exportConditions: ['production', 'default'] },
  // Background tabs are slowed down by every browser, so one page at a time.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  reporters: [defaultReporter(), ...(countsFile ? [countReporter(countsFile)] : [])],
  testFramework: { config: { timeout: 20_000 } },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
    readabilityModule(),
  ],
  // `--files` on the command line lands in the root setting, which a group without files of its own takes over.
  files,
  groups: Object.entries(launchers)
    .filter(([name]) => named === undefined || name === named)
    .map(([name, launcher]) => ({ name, browsers: [launcher()] })),
};
