import type { Page } from '../page/page.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { Dispose, Feature } from './feature.ts';

/** What is known of a feature before its code is there. */
export interface FeatureOnDemand {
  /** The feature's own name. */
  readonly id: string;
  /** Whether these preferences ask anything of it. */
  readonly isActive: (preferences: Preferences) => boolean;
  /** Fetches it; called again at the next change where it failed. */
  readonly load: () => Promise<Feature>;
  /** Told of a failure to fetch it. */
  readonly onFail: (error: unknown) => void;
}

/** A feature whose code is fetched once the reader asks something of it. */
export function featureOnDemand({ id, isActive, load, onFail }: FeatureOnDemand): Feature {
  let feature: Feature | null = null;
  let loading: Promise<void> | undefined;
  const wanted = new Map<Page, Preferences>();
  const running = new Map<Page, Dispose>();

  const show = (page: Page): void => {
    const preferences = wanted.get(page);
    if (preferences && feature) running.set(page, feature.apply(page, preferences));
  };
  const start = async (): Promise<void> => {
    try {
      feature = await load();
    } catch (error) {
      loading = undefined;
      onFail(error);
      return;
    }
    for (const page of wanted.keys()) {
      try {
        show(page);
      } catch (error) {
        page.report(error, id);
        page.edits(id).undo();
      }
    }
    await feature.loaded?.();
  };

  return {
    id,
    isActive,
    loaded: () => loading ?? Promise.resolve(),
    apply(page, preferences) {
      wanted.set(page, preferences);
      if (feature) show(page);
      else page.track((loading ??= start()));
      return () => {
        wanted.delete(page);
        running.get(page)?.();
        running.delete(page);
      };
    },
  };
}
