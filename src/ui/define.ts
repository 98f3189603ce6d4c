import { RoChuToolbar } from './toolbar/toolbar.ts';

/** Registers `<ro-chu-toolbar>`, once; where the name is taken (a second copy of us) nothing is done. */
export function defineToolbar(): void {
  if (!customElements.get('ro-chu-toolbar')) customElements.define('ro-chu-toolbar', RoChuToolbar);
}
