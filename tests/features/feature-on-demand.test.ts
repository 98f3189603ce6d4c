import { describe, expect, it } from 'vitest';
import type { Feature } from '../../src/features/feature.ts';
import { featureOnDemand } from '../../src/features/feature-on-demand.ts';
import type { Page } from '../../src/page/page.ts';
import { DEFAULT_PREFERENCES as defaults, type Preferences } from '../../src/preferences/preferences.ts';

/** A feature that writes down what it is asked, its code coming when the test says so. */
function onDemand() {
  const log: string[] = [];
  const failures: unknown[] = [];
  let arrive = (_: Feature): void => {};
  let refuse = (_: Error): void => {};
  let loads = 0;
  const feature = featureOnDemand({
    id: 'late',
    isActive: () => true,
    load: () => {
      loads++;
      return new Promise<Feature>((resolve, reject) => ([arrive, refuse] = [resolve, reject]));
    },
    onFail: (error) => failures.push(error),
  });
  const late: Feature = {
    id: 'late',
    isActive: () => true,
    apply: (_, { textScale }) => {
      log.push(`apply ${textScale}`);
      return () => log.push('dispose');
    },
  };
  const work: Promise<unknown>[] = [];
  const reports: unknown[] = [];
  const page = {
    track: (promise: Promise<unknown>) => work.push(promise),
    report: (error: unknown) => reports.push(error),
    edits: () => ({ undo: () => log.push('undo') }),
  } as unknown as Page;
  return {
    feature,
    page,
    log,
    failures,
    reports,
    loads: () => loads,
    settled: () => Promise.all(work),
    arrive: (broken?: Feature) => arrive(broken ?? late),
    refuse: () => refuse(new Error('offline')),
  };
}

const at = (textScale: number): Preferences => ({ ...defaults, textScale });

describe('a feature on demand', () => {
  it('is fetched once, and then shows the latest choice', async () => {
    const { feature, page, log, loads, arrive, settled } = onDemand();
    feature.apply(page, at(2));
    feature.apply(page, at(3));
    const loaded = feature.loaded!();
    arrive();
    await Promise.all([loaded, settled()]);
    feature.apply(page, at(1.5));
    expect(log).toEqual(['apply 3', 'apply 1.5']);
    expect(loads()).toBe(1);
  });

  it('is not applied where it was taken back before it came', async () => {
    const { feature, page, log, arrive, settled } = onDemand();
    feature.apply(page, at(2))();
    arrive();
    await settled();
    expect(log).toEqual([]);
  });

  it('is disposed of once', async () => {
    const { feature, page, log, arrive, settled } = onDemand();
    const dispose = feature.apply(page, at(2));
    arrive();
    await settled();
    dispose();
    dispose();
    expect(log).toEqual(['apply 2', 'dispose']);
  });

  it('tells of a failure and is fetched again at the next choice', async () => {
    const { feature, page, log, failures, loads, arrive, refuse, settled } = onDemand();
    feature.apply(page, at(2));
    refuse();
    await settled();
    expect(failures).toHaveLength(1);
    feature.apply(page, at(3));
    arrive();
    await settled();
    expect(log).toEqual(['apply 3']);
    expect(loads()).toBe(2);
  });

  it('that throws when it comes is reported, and what it did is undone', async () => {
    const { feature, page, log, reports, arrive, settled } = onDemand();
    feature.apply(page, at(2));
    arrive({
      id: 'late',
      isActive: () => true,
      apply: () => {
        throw new Error('broken on purpose');
      },
    });
    await settled();
    expect(reports).toHaveLength(1);
    expect(log).toEqual(['undo']);
  });
});
