// `npm run size`: what the built files weigh beside their budgets.
import { findBudgetProblems, measureBudgets } from './build/budgets.mjs';

const measured = measureBudgets();
for (const { line } of measured) console.log(line);
const problems = findBudgetProblems(measured);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
