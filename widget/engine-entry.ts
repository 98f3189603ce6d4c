import { featureOnDemand } from '../src/features/feature-on-demand.ts';
import { runFeatures } from '../src/features/run-features.ts';
import { createTextSize } from '../src/features/text-size/text-size.ts';
import { openPage } from '../src/page/open-page.ts';
import { ASKS } from '../src/preferences/asks.ts';
import type { Preferences } from '../src/preferences/preferences.ts';
import type { ToolbarStrings } from '../src/ui/strings/strings.ts';
import { adoptControls, type AdoptedControls } from './page-controls/adopt.ts';
import type { OwnAction } from './page-controls/labels.ts';

/** What changes the host page, at work on one document. */
export interface Engine {
  /**
   * Brings the page to the preferences; settles once the page shows them.
   * @param onApplied called once all that has to be there at the first paint is done
   */
  update(preferences: Preferences, onApplied?: () => void): Promise<void>;
  /** Makes the page's own controls ours. */
  adoptControls(
    strings: ToolbarStrings,
    perform: (action: OwnAction) => void,
    onFullSet: (isFull: boolean) => void,
  ): AdoptedControls;
  /** Puts the page back and stops watching it. */
  dispose(): void;
}

/**
 * Opens a document for the features.
 * @param onFail told of a part of the engine that could not be fetched
 */
export function startEngine(document: Document, onFail: (error: unknown) => void): Engine {
  const page = openPage(document);
  const contrast = featureOnDemand({
    id: 'contrast',
    isActive: ASKS.contrast,
    load: async () => (await import('./contrast-entry.ts')).createContrast(),
    onFail,
  });
  const features = runFeatures(page, [createTextSize(), contrast]);
  return {
    update: (preferences, onApplied) => features.update(preferences, onApplied),
    adoptControls: (strings, perform, onFullSet) => adoptControls(page, strings, perform, onFullSet),
    dispose() {
      features.dispose();
      page.close();
    },
  };
}
