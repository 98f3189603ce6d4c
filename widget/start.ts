import type { RoChu } from './api.ts';
import { boot, type Parts, type Widget } from './boot.ts';
import { isSiteNamed, readConfig } from './config.ts';
import { note } from './note.ts';

/** Asks the widgets in the frames of a page to step aside, as the page around them now has one. */
const STEP_ASIDE = 'ro-chu-step-aside';

/**
 * Starts the widget in this window, unless it is already here, in the page around this frame, or not meant for this site.
 * @param given the config's fields, unchecked.
 * @returns the widget, or null where it stepped aside.
 */
export function startIn(
  window: Window & typeof globalThis,
  given: Readonly<Record<string, unknown>>,
  parts: Parts,
): Widget | null {
  const { document, location } = window;
  if (hasWidget(window)) {
    note('window.roChu is already there: expected one copy of the script, got a second; it steps aside');
    return null;
  }
  if (framesAround(window).some(hasWidget)) {
    note('the page around this frame has the widget, which reaches into the frame; this copy steps aside');
    return null;
  }
  const config = readConfig(given);
  if (!isSiteNamed(config.sites, location.hostname)) {
    note(`data-sites: expected one of "${config.sites}", got "${location.hostname}"; not started`);
    return null;
  }
  const widget = boot(document, config, parts);
  const stop = (): void => {
    document.removeEventListener(STEP_ASIDE, stop);
    widget.dispose();
    if (window.roChu === widget.api) delete (window as { roChu?: RoChu }).roChu;
  };
  Object.defineProperty(window, 'roChu', { value: widget.api, configurable: true, enumerable: true });
  document.addEventListener(STEP_ASIDE, stop);
  askFramesToStepAside(window);
  return { api: widget.api, dispose: stop };
}

// Only an own property counts: an element with id="roChu" shows up on window too.
const hasWidget = (window: Window): boolean => Object.prototype.hasOwnProperty.call(window, 'roChu');

/** The windows around this one that are of its origin. */
function framesAround(window: Window): Window[] {
  const around: Window[] = [];
  for (let at = window; at.parent !== at; at = at.parent) if (isReadable(at.parent)) around.push(at.parent);
  return around;
}

function askFramesToStepAside(window: Window): void {
  for (let i = 0; i < window.length; i++) {
    const frame = window[i];
    if (!frame || !isReadable(frame)) continue;
    // Not `Event`: MooTools puts something else under that name.
    frame.document.dispatchEvent(new CustomEvent(STEP_ASIDE));
    askFramesToStepAside(frame);
  }
}

function isReadable(window: Window): boolean {
  try {
    return !!window.document;
  } catch {
    return false;
  }
}
