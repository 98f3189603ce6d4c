import type { Action } from './actions.ts';
import { nextContrast, nextTextScale } from './limits.ts';
import { DEFAULT_PREFERENCES } from './preferences.ts';
import type { PreferencesStore } from './store.ts';

/** Does what a control's name says; false for what preferences alone can't do (`reading-mode`, `read-aloud`). */
export function performAction(store: PreferencesStore, action: Action): boolean {
  const { textScale, contrast } = store.current;
  switch (action) {
    case 'text-larger':
      store.update({ textScale: nextTextScale(textScale, 1) });
      return true;
    case 'text-smaller':
      store.update({ textScale: nextTextScale(textScale, -1) });
      return true;
    case 'text-reset':
      store.update({ textScale: DEFAULT_PREFERENCES.textScale });
      return true;
    case 'contrast-more':
      store.update({ contrast: nextContrast(contrast, 1) });
      return true;
    case 'contrast-less':
      store.update({ contrast: nextContrast(contrast, -1) });
      return true;
    case 'contrast-reset':
      store.update({ contrast: DEFAULT_PREFERENCES.contrast });
      return true;
    case 'reset':
      store.reset();
      return true;
    default:
      return false;
  }
}
