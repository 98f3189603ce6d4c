import type { AxeResults, RunOptions } from 'axe-core';
// axe-core is a classic script: loaded as a module it exports nothing and puts itself on the window.
import 'axe-core';

interface AxeWindow {
  readonly axe: { run(context: Element | Document, options: RunOptions): Promise<AxeResults> };
}

const SUCCESS_CRITERIA = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Runs axe on an element, its open shadow roots included, with every WCAG level A to AAA.
 *
 * @param options further axe options, such as `{ rules: { region: { enabled: false } } }`
 */
export async function runAxe(element: Element | Document, options: RunOptions = {}): Promise<AxeResults> {
  const { axe } = window as unknown as AxeWindow;
  return axe.run(element, {
    runOnly: { type: 'tag', values: SUCCESS_CRITERIA },
    resultTypes: ['violations', 'incomplete'],
    ...options,
    // A lone element in a test page is in no landmark, and the test page has no main part nor heading.
    rules: {
      region: { enabled: false },
      'landmark-one-main': { enabled: false },
      'page-has-heading-one': { enabled: false },
      ...options.rules,
    },
  });
}

/**
 * Passes when axe finds no violation in the element, its open shadow roots included.
 *
 * @throws Error naming each broken rule and the elements that break it
 */
export async function expectAccessible(element: Element | Document, options: RunOptions = {}): Promise<void> {
  const { violations } = await runAxe(element, options);
  if (violations.length === 0) return;
  const lines = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `    ${node.html}\n      ${node.failureSummary ?? ''}`).join('\n')}`,
  );
  throw new Error(`axe found ${violations.length} broken rule(s):\n${lines.join('\n')}`);
}
