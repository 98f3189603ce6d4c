import { svg, type SVGTemplateResult } from 'lit';

// Drawn for us on a grid of 24, in lines of currentColor so that forced colours reach them; the words beside them carry the meaning.

/** Half-filled circle: contrast. */
export const contrastIcon: SVGTemplateResult = svg`<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/>`;

/** Open book: reading mode. */
export const readingIcon: SVGTemplateResult = svg`<path d="M12 6v14M12 6C9 4 6 4 3 4.5v14c3-.5 6-.5 9 1.5 3-2 6-2 9-1.5v-14C18 4 15 4 12 6z"/>`;

/** Sliders: settings. */
export const settingsIcon: SVGTemplateResult = svg`<path d="M3 7h9m6 0h3M3 17h3m6 0h9"/><circle cx="15" cy="7" r="3"/><circle cx="9" cy="17" r="3"/>`;
