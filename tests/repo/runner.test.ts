import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBudgetProblems } from '../../scripts/build/budgets.mjs';
import { pointAtDeclarations } from '../../scripts/build/types.mjs';
import { isInstalled } from '../../scripts/setup/packages.mjs';
import { run } from '../../scripts/setup/run.mjs';
import { countNodeTests } from '../../scripts/testing/node-tests.mjs';
import { SUITES } from '../../scripts/testing/suites.mjs';
import { runSuite, summarise } from '../../scripts/testing/table.mjs';

const root = join(import.meta.dirname, '../..');
const outcome = (name: string, passed: number, failed: number) => ({
  name,
  passed,
  failed,
  seconds: 1.2,
  problem: null,
});

describe('npm test', () => {
  it('ends with one line of suites and one of totals', () => {
    expect(summarise([outcome('unit', 7, 0), outcome('firefox', 3, 2)])).toBe(
      'unit 7 1 s | firefox 3+2 failed 1 s\n10 passed, 2 failed',
    );
  });

  it('counts a suite that found no test as failed', async () => {
    const { failed, problem } = await runSuite({ name: 'empty', run: () => Promise.resolve({ passed: 0, failed: 0 }) });
    expect({ failed, problem }).toEqual({ failed: 1, problem: 'no test was found' });
  });

  it('counts a suite that could not start as failed', async () => {
    const { failed, problem } = await runSuite({ name: 'broken', run: () => Promise.reject(new Error('no browser')) });
    expect({ failed, problem }).toEqual({ failed: 1, problem: 'no browser' });
  });

  it('knows the three browsers, both end-to-end runs and the package', () => {
    const names = SUITES.map(({ name }) => name);
    for (const name of ['chromium', 'firefox', 'webkit', 'e2e-chromium', 'e2e-firefox', 'pack'])
      expect(names).toContain(name);
  });

  it('reads the totals of Node’s own runner, cancelled tests included', () => {
    expect(countNodeTests('ok 1 - a\n# tests 5\n# pass 3\n# fail 1\n# cancelled 1\n')).toEqual({
      passed: 3,
      failed: 2,
    });
  });

  it('refuses a suite that it does not know', async () => {
    const { code, output } = await run(process.execPath, ['scripts/test.mjs', '--only', 'nonsense'], { isQuiet: true });
    expect(code).toBe(1);
    expect(output).toContain('No such suite: nonsense. There are types, lint');
    expect(output.trim().split('\n').at(-1)).toBe('0 passed, 1 failed');
  });

  it('ends a program that takes too long, and all that it started', async () => {
    const { code, output } = await run('sh', ['-c', 'sleep 60 & wait'], { minutes: 0.005, isQuiet: true });
    expect(code).toBe(124);
    expect(output).toContain('Ended after');
  });
});

describe('the packages', () => {
  const locked = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '1.0.0', optional: true },
  };

  it.each([
    ['all of them', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }, true],
    ['an optional one is missing', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['one is missing', { 'node_modules/b': { version: '1.0.0' } }, false],
    ['one is older', { 'node_modules/a': { version: '0.9.0' } }, false],
    [
      'one is no longer wanted',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } },
      false,
    ],
  ])('are current when installed: %s', (_, installed, isCurrent) => {
    expect(isInstalled(locked, installed)).toBe(isCurrent);
  });

  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string; dependencies?: object; optionalDependencies?: object }>;
  };

  it('are named without the address of any registry', () => {
    expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.includes('://'))).toEqual([]);
  });

  // `npm install` drops optional packages of other platforms that a mirror did not answer for; `npm ci` then refuses.
  it('are all in the lock file, those of other platforms too', () => {
    const isLocked = (from: string, name: string): boolean => {
      for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
        if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages) return true;
        if (folder === '' || !folder.includes('node_modules/')) return false;
      }
    };
    const missing = Object.entries(lock.packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !isLocked(path, name)),
    );
    expect(missing).toEqual([]);
  });
});

describe('the build', () => {
  it('says which file is over its budget, or missing', () => {
    const line = '';
    expect(
      findBudgetProblems([
        { file: 'a.js', bytes: 100, budget: 100, line },
        { file: 'b.js', bytes: 101, budget: 100, line },
        { file: 'c.js', bytes: null, budget: 100, line },
      ]),
    ).toEqual(['b.js is 1 bytes over its budget of 100.', 'c.js was not built.']);
  });

  it('points declarations at each other as a package does', () => {
    expect(
      pointAtDeclarations(
        `import type { A } from './a.ts';\nexport * from "../b/c.ts";\nx: import('./d.ts').D;\n'./e.ts'`,
      ),
    ).toBe(`import type { A } from './a.js';\nexport * from "../b/c.js";\nx: import('./d.js').D;\n'./e.ts'`);
  });
});
