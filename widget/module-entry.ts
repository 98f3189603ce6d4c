import type { Config } from './config.ts';
import { startIn } from './start.ts';
import type { Widget } from './boot.ts';

export { RoChuChangeEvent, type ChangeDetail, type RoChu } from './api.ts';
export type { Config, Position } from './config.ts';
export type { Widget } from './boot.ts';

let isStarted = false;

/**
 * Starts the widget with a config of your own. Call it in the module that imports this one: an import alone starts the
 * widget with the defaults as soon as the importing modules have run.
 * @returns the widget, or null where it stepped aside (a second copy, a frame, a site not named).
 */
export function start(config: Partial<Config> = {}): Widget | null {
  isStarted = true;
  return startIn(window, config, {
    loadEngine: () => import('./engine-entry.ts'),
    loadReading: () => import('./reading-entry.ts'),
  });
}

setTimeout(() => {
  if (!isStarted) start();
});
