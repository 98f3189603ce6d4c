import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** axe's rules by contrast level; the enhanced one skips what fails the first, so that both are run. */
const RULES = { 1: ['color-contrast'], 2: ['color-contrast', 'color-contrast-enhanced'] };

/**
 * What axe says of a page at a level: 1 AA, 2 and 3 AAA. Counted as `../shared/tools/measure.mjs` counts.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {number} level
 * @param {{ isBefore?: boolean, within?: string }} [options] within: a part of the page by its selector; isBefore: the elements that pass AAA are remembered in the page for `judge.kept`
 * @returns {Promise<{ violations: number, undecided: number, causes: Record<string, number>, failing: object[], unknown: object[] }>}
 */
export async function askAxe(page, level, { isBefore = false, within = '' } = {}) {
  await page.evaluate((source) => {
    if (!window.axe) (0, eval)(source);
  }, AXE);
  return page.evaluate(
    async (rules, remember, part) => {
      const own = ['ro-chu-toolbar', 'ro-chu-reader'].filter((name) => document.querySelector(name));
      const resultTypes = ['violations', 'incomplete', ...(remember ? ['passes'] : [])];
      const result = await window.axe.run(
        { ...(part ? { include: [[part]] } : {}), exclude: own.map((name) => [name]) },
        { runOnly: { type: 'rule', values: rules }, resultTypes, elementRef: true },
      );
      const nodes = (results) => results.flatMap(({ id, nodes: list }) => list.map((node) => ({ id, node })));
      const name = ({ id, node }) => {
        const data = node.any[0]?.data ?? {};
        return {
          node: node.target.flat().join(' '),
          text: node.element.textContent.trim().slice(0, 30),
          cause: data.messageKey ?? (data.contrastRatio ? `ratio ${data.contrastRatio}` : 'other'),
          ...(data.fgColor ? { colors: `${data.fgColor} on ${data.bgColor}`, ratio: data.contrastRatio } : {}),
          rule: id.replace('color-contrast', 'aa').replace('aa-enhanced', 'aaa'),
        };
      };
      if (remember) {
        // The enhanced rule lets pass what fails the first.
        const [aa, aaa] = ['color-contrast', 'color-contrast-enhanced'].map(
          (rule) => new Set(nodes(result.passes.filter(({ id }) => id === rule)).map(({ node }) => node.element)),
        );
        window.judge.remember([...aaa].filter((element) => aa.has(element)));
      }
      const failing = nodes(result.violations).map(name);
      const unknown = nodes(result.incomplete).map(name);
      const causes = {};
      for (const { cause } of unknown) causes[cause] = (causes[cause] ?? 0) + 1;
      return { violations: failing.length, undecided: unknown.length, causes, failing, unknown };
    },
    RULES[Math.min(level, 2)] ?? RULES[2],
    isBefore,
    within,
  );
}
