import type { Box, Spill } from './box.ts';

/** Lets a ground reach as far as the words on it, and takes that from the margins so that nothing moves. */
export function growGround({ top, bottom, paddings, margins }: Spill, wants: Map<string, string>): void {
  wants.set('padding-top', `${paddings[0] + top}px`);
  wants.set('margin-top', `${margins[0] - top}px`);
  wants.set('padding-bottom', `${paddings[1] + bottom}px`);
  wants.set('margin-bottom', `${margins[1] - bottom}px`);
}

/** Brings words above see-through boxes that lie over them; what cannot be clicked lets clicks through as before. */
export function raiseWords({ element, stand, wants }: Box, level: number): void {
  if (stand.position === 'static') {
    wants.set('position', 'relative');
    for (const side of ['top', 'right', 'bottom', 'left']) wants.set(side, 'auto');
  }
  wants.set('z-index', String(level));
  if (!element.closest('a,button,input,select,textarea,label,summary')) wants.set('pointer-events', 'none');
}
