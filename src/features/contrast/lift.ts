import { want, type Box, type Spill } from './box.ts';

/** Lets a ground reach as far as the words on it, and takes that from the margins so that nothing moves. */
export function growGround(box: Box, { top, bottom, paddings, margins }: Spill): void {
  want(box, 'padding-top', `${paddings[0] + top}px`);
  want(box, 'margin-top', `${margins[0] - top}px`);
  want(box, 'padding-bottom', `${paddings[1] + bottom}px`);
  want(box, 'margin-bottom', `${margins[1] - bottom}px`);
}

/** Brings words above see-through boxes that lie over them; what cannot be clicked lets clicks through as before. */
export function raiseWords(box: Box, level: number): void {
  const { element, stand } = box;
  if (stand.position === 'static') {
    want(box, 'position', 'relative');
    for (const side of ['top', 'right', 'bottom', 'left']) want(box, side, 'auto');
  }
  want(box, 'z-index', String(level));
  want(box, 'background-clip', 'content-box');
  if (!element.closest('a,button,input,select,textarea,label,summary')) want(box, 'pointer-events', 'none');
}
