import type { Feature } from '../src/features/feature.ts';
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
  const onDemand = (id: string, isActive: Feature['isActive'], load: () => Promise<Feature>): Feature =>
    featureOnDemand({ id, isActive, load, onFail });
  const features = runFeatures(page, [
    createTextSize(),
    onDemand('text-spacing', ASKS.textSpacing, async () => (await import('./typography-entry.ts')).createTextSpacing()),
    onDemand('font', ASKS.font, async () => (await import('./typography-entry.ts')).createFont()),
    onDemand('links', ASKS.links, async () => (await import('./adjustments-entry.ts')).createLinks()),
    onDemand('motion', ASKS.motion, async () => (await import('./adjustments-entry.ts')).createMotion()),
    onDemand('reading-guide', ASKS.readingGuide, async () =>
      (await import('./adjustments-entry.ts')).createReadingGuide(),
    ),
    onDemand('pointer', ASKS.pointer, async () => (await import('./adjustments-entry.ts')).createPointer()),
    onDemand('contrast', ASKS.contrast, async () => (await import('./contrast-entry.ts')).createContrast()),
  ]);
  return {
    update: (preferences, onApplied) => features.update(preferences, onApplied),
    adoptControls: (strings, perform, onFullSet) => adoptControls(page, strings, perform, onFullSet),
    dispose() {
      features.dispose();
      page.close();
    },
  };
}
