import { RoChuReader } from './reader/reader.ts';

/** Registers `<ro-chu-reader>`, once; where the name is taken (a second copy of us) nothing is done. */
export function defineReader(): void {
  if (!customElements.get('ro-chu-reader')) customElements.define('ro-chu-reader', RoChuReader);
}
