/**
 * @typedef {{ name: string, passed: number, failed: number, seconds: number, problem: string | null }} Outcome
 */

/**
 * One line of suites with their counts and times, then the line of totals.
 *
 * @param {readonly Outcome[]} outcomes
 * @returns {string}
 */
export function summarise(outcomes) {
  const cells = outcomes.map(({ name, passed, failed, seconds, problem }) => {
    const counts = failed > 0 ? `${passed}+${failed} failed` : `${passed}`;
    return `${name} ${problem === null ? counts : `${counts} (${problem})`} ${seconds.toFixed(0)} s`;
  });
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  return `${cells.join(' | ')}\n${passed} passed, ${failed} failed`;
}

/**
 * Runs one suite; one that could not start or that counted no test has failed.
 *
 * @param {import('./suites.mjs').Suite} suite
 * @returns {Promise<Outcome>}
 */
export async function runSuite({ name, run }) {
  const start = performance.now();
  let counts = { passed: 0, failed: 0 };
  let problem = null;
  try {
    counts = await run();
    if (counts.passed + counts.failed === 0) problem = 'no test was found';
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  if (problem !== null) counts.failed += 1;
  return { name, ...counts, seconds: (performance.now() - start) / 1000, problem };
}
