/** What a trace calls the running of scripts, and what scripts make the browser do meanwhile. */
const SCRIPT = new Set([
  'FunctionCall',
  'RunMicrotasks',
  'EvaluateScript',
  'v8.evaluateModule',
  'TimerFire',
  'FireAnimationFrame',
]);
const STYLING = new Set(['UpdateLayoutTree', 'Layout', 'IntersectionObserverController::computeIntersections']);

/**
 * Does something and tells how long the page's main thread spent in scripts meanwhile, ms; the styling and layout that
 * scripts force is not in it. The browser's own counter leaves out what runs in promises.
 *
 * @param {import('puppeteer-core').Page} page in Chromium
 * @param {() => Promise<unknown>} act
 */
export async function traceScripts(page, act) {
  await page.tracing.start({ categories: ['-*', 'devtools.timeline', 'v8.execute', 'v8', '__metadata'] });
  await act();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const spans = traceEvents.filter(({ ph, dur }) => ph === 'X' && dur);
  const thread = ({ pid, tid }) => `${pid}:${tid}`;
  const styled = new Map();
  for (const event of spans)
    if (STYLING.has(event.name)) styled.set(thread(event), (styled.get(thread(event)) ?? 0) + 1);
  // The page's main thread is the one that styled most.
  const main = [...styled].sort((a, b) => b[1] - a[1])[0]?.[0];
  const own = spans.filter((event) => thread(event) === main);
  const scripts = union(own.filter(({ name }) => SCRIPT.has(name)));
  const styling = union(own.filter(({ name }) => STYLING.has(name)));
  return (length(scripts) - length(shared(scripts, styling))) / 1000;
}

/** Spans of time, nested ones within those around them. */
function union(events) {
  const spans = [];
  for (const { ts, dur } of [...events].sort((a, b) => a.ts - b.ts)) {
    const last = spans.at(-1);
    if (last && ts <= last[1]) last[1] = Math.max(last[1], ts + dur);
    else spans.push([ts, ts + dur]);
  }
  return spans;
}

const shared = (ones, others) =>
  ones.flatMap(([from, to]) =>
    others
      .filter((other) => other[0] < to && other[1] > from)
      .map((other) => [Math.max(from, other[0]), Math.min(to, other[1])]),
  );

const length = (spans) => spans.reduce((sum, [from, to]) => sum + to - from, 0);
