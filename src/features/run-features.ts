import { frameDrawn } from '../page/frames.ts';
import type { Page } from '../page/page.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { Dispose, Feature } from './feature.ts';

/** Features at work on one page. */
export interface RunningFeatures {
  /**
   * Brings the page to the preferences; settles once the page shows them.
   * @param onApplied called once every feature was applied, though work of it may go on
   */
  update(preferences: Preferences, onApplied?: () => void): Promise<void>;
  /** Undoes every feature. */
  dispose(): void;
}

/** Applies features to a page; one that throws is reported and stops no other. */
export function runFeatures(page: Page, features: readonly Feature[]): RunningFeatures {
  const active = new Map<string, Dispose>();
  const guarded = (feature: Feature, work: () => void): void => {
    try {
      work();
    } catch (error) {
      page.report(error, feature.id);
      page.edits(feature.id).undo();
    }
  };
  const stop = (feature: Feature): void => {
    const dispose = active.get(feature.id);
    active.delete(feature.id);
    if (dispose) guarded(feature, dispose);
  };
  return {
    async update(preferences, onApplied) {
      for (const feature of features) {
        if (!feature.isActive(preferences)) stop(feature);
        else guarded(feature, () => active.set(feature.id, feature.apply(page, preferences)));
      }
      await Promise.all(features.map((feature) => feature.loaded?.() ?? Promise.resolve()));
      onApplied?.();
      await page.settled();
      await frameDrawn(page.window);
    },
    dispose() {
      for (const feature of features) stop(feature);
    },
  };
}
