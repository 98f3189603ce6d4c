import type { Page } from '../page/page.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { Dispose, Feature } from './feature.ts';

/** Features at work on one page. */
export interface RunningFeatures {
  /** Brings the page to the preferences; settles once the page shows them. */
  update(preferences: Preferences): Promise<void>;
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
    async update(preferences) {
      for (const feature of features) {
        if (!feature.isActive(preferences)) stop(feature);
        else guarded(feature, () => active.set(feature.id, feature.apply(page, preferences)));
      }
      await page.settled();
      await nextFrame(page.window);
    },
    dispose() {
      for (const feature of features) stop(feature);
    },
  };
}

/** How long a hidden tab, which draws no frames, is waited for, in ms. */
const FRAME_LIMIT_MS = 100;

/** Resolves once the window has drawn a frame, or after a short while in a tab that draws none. */
function nextFrame(window: Window): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FRAME_LIMIT_MS);
    window.requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
