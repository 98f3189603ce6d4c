import { note } from './note.ts';
import type { EngineModule } from './page-engine.ts';
import type { ReadingModule } from './reading.ts';
import { startIn } from './start.ts';

/** The script tag this code came by; looked for by its name where a loader runs it in its own way. */
function ownScript(): HTMLScriptElement | null {
  const { currentScript } = document;
  // A form or picture named "currentScript" stands in its place on careless pages.
  if (currentScript?.localName === 'script') return currentScript as HTMLScriptElement;
  return document.querySelector<HTMLScriptElement>('script[src*="ro-chu.js"]');
}

try {
  const script = ownScript();
  const urlOf = (file: string): string => new URL(file, script?.src || document.baseURI).href;
  const engineUrl = urlOf('ro-chu-engine.js');
  const readingUrl = urlOf('ro-chu-reading.js');
  startIn(window, script?.dataset ?? {}, {
    loadEngine: () => import(/* @vite-ignore */ engineUrl) as Promise<EngineModule>,
    loadReading: () => import(/* @vite-ignore */ readingUrl) as Promise<ReadingModule>,
  });
} catch (error) {
  note(`could not start: ${String(error)}`);
}
