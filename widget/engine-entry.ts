import { createContrast } from '../src/features/contrast/contrast.ts';
import { runFeatures } from '../src/features/run-features.ts';
import { createTextSize } from '../src/features/text-size/text-size.ts';
import { openPage } from '../src/page/open-page.ts';
import type { Preferences } from '../src/preferences/preferences.ts';
import type { ToolbarStrings } from '../src/ui/strings/strings.ts';
import { adoptControls, type AdoptedControls } from './page-controls/adopt.ts';
import type { OwnAction } from './page-controls/labels.ts';

/** What changes the host page, at work on one document. */
export interface Engine {
  /** Brings the page to the preferences; settles once the page shows them. */
  update(preferences: Preferences): Promise<void>;
  /** Makes the page's own controls ours. */
  adoptControls(
    strings: ToolbarStrings,
    perform: (action: OwnAction) => void,
    onFullSet: (isFull: boolean) => void,
  ): AdoptedControls;
  /** Puts the page back and stops watching it. */
  dispose(): void;
}

/** Opens a document for the features. */
export function startEngine(document: Document): Engine {
  const page = openPage(document);
  const features = runFeatures(page, [createTextSize(), createContrast()]);
  return {
    update: (preferences) => features.update(preferences),
    adoptControls: (strings, perform, onFullSet) => adoptControls(page, strings, perform, onFullSet),
    dispose() {
      features.dispose();
      page.close();
    },
  };
}
