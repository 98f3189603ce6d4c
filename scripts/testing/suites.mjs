import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBudgetProblems, measureBudgets } from '../build/budgets.mjs';
import { run, runTool } from '../setup/run.mjs';
import { countNodeTests, testFiles } from './node-tests.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {{ name: string, needsBrowsers?: boolean, run: () => Promise<Counts> }} Suite
 */

/** Every suite of `npm test`, in the order it runs them. @type {readonly Suite[]} */
export const SUITES = [
  { name: 'types', run: types },
  { name: 'lint', run: lint },
  { name: 'format', run: format },
  { name: 'unit', run: unit },
  { name: 'build', run: build },
  { name: 'sizes', run: sizes },
  { name: 'chromium', needsBrowsers: true, run: () => browser('chromium') },
  { name: 'firefox', needsBrowsers: true, run: () => browser('firefox') },
  { name: 'webkit', needsBrowsers: true, run: () => browser('webkit') },
  { name: 'e2e-chromium', needsBrowsers: true, run: () => nodeTests('tests/e2e', 'chromium') },
  { name: 'e2e-firefox', needsBrowsers: true, run: () => nodeTests('tests/e2e', 'firefox') },
  { name: 'pack', needsBrowsers: true, run: () => nodeTests('tests/pack', 'chromium') },
];

async function types() {
  const counts = { passed: 0, failed: 0 };
  for (const project of ['tsconfig.json', 'tsconfig.tools.json']) {
    const args = ['--noEmit', '--pretty', 'false', '--project', project];
    const { code, output } = await runTool('typescript/bin/tsc', args, { minutes: 3 });
    if (code === 0) counts.passed += 1;
    else counts.failed += Math.max(1, output.match(/^.+: error TS\d+:/gm)?.length ?? 0);
  }
  return counts;
}

async function lint() {
  const { code, output } = await runTool('eslint/bin/eslint.js', ['.', '--max-warnings=0', '--format=json'], {
    minutes: 5,
    isQuiet: true,
  });
  /** @type {{ filePath: string, messages: { line?: number, ruleId: string | null, message: string }[] }[]} */
  let results;
  try {
    results = JSON.parse(output.slice(output.indexOf('[')));
  } catch {
    console.log(output);
    return { passed: 0, failed: 1 };
  }
  for (const { filePath, messages } of results) {
    for (const { line, ruleId, message } of messages)
      console.log(`${filePath}:${line ?? 0} ${ruleId ?? ''} ${message}`);
  }
  const failed = results.filter(({ messages }) => messages.length > 0).length;
  return { passed: results.length - failed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function format() {
  const { code, output } = await runTool('prettier/bin/prettier.cjs', ['.', '--list-different', '--log-level=warn'], {
    minutes: 3,
  });
  const failed = code === 0 ? 0 : Math.max(1, output.trim().split('\n').length);
  return { passed: failed === 0 ? 1 : 0, failed };
}

function unit() {
  return withReport(async (file) => {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { code } = await runTool('vitest/vitest.mjs', args, { minutes: 5, env: { NO_COLOR: '1' } });
    const report = readJson(file);
    if (!report) return { passed: 0, failed: 1 };
    const failed = report.numFailedTests;
    return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  });
}

async function build() {
  const { code, output } = await run(process.execPath, ['scripts/build.mjs'], { minutes: 3 });
  const steps = output.match(/^built /gm)?.length ?? 0;
  return { passed: steps, failed: code === 0 ? 0 : 1 };
}

async function sizes() {
  const measured = measureBudgets();
  for (const { line } of measured) console.log(line);
  const problems = findBudgetProblems(measured);
  for (const problem of problems) console.log(problem);
  return { passed: measured.length - problems.length, failed: problems.length };
}

/** @param {'chromium' | 'firefox' | 'webkit'} name */
function browser(name) {
  return withReport(async (file) => {
    const { code } = await runTool('@web/test-runner/dist/bin.js', ['--group', name, '--static-logging'], {
      minutes: 8,
      env: { RO_CHU_COUNTS: file },
    });
    const counts = readJson(file);
    if (!counts) return { passed: 0, failed: 1 };
    return { passed: counts.passed, failed: counts.failed === 0 && code !== 0 ? 1 : counts.failed };
  });
}

/** @param {string} folder @param {'chromium' | 'firefox'} name */
async function nodeTests(folder, name) {
  const files = testFiles(folder);
  if (files.length === 0) return { passed: 0, failed: 0 };
  const args = ['--test', '--test-concurrency=1', '--test-reporter=tap', ...files];
  const { code, output } = await run(process.execPath, args, { minutes: 6, env: { RO_CHU_BROWSER: name } });
  const counts = countNodeTests(output);
  return { passed: counts.passed, failed: counts.failed === 0 && code !== 0 ? 1 : counts.failed };
}

/** @template T @param {(file: string) => Promise<T>} use @returns {Promise<T>} */
async function withReport(use) {
  const folder = mkdtempSync(join(tmpdir(), 'ro-chu-report-'));
  try {
    return await use(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file @returns {any} */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
