/** The levels of a stacking context, bottom up. @see https://www.w3.org/TR/CSS22/zindex.html#painting-order */
export const LEVEL = { below: -1, block: 0, float: 1, inline: 2, positioned: 3 } as const;

/** How an element stands among those it is painted with. */
export interface Stand {
  /** Its level in the stacking context around it; `positioned` and its `z-index` together. */
  readonly level: number;
  /** Whether what is in it is painted together, apart from all else. */
  readonly isContext: boolean;
  readonly isInline: boolean;
  readonly position: string;
  readonly isFloating: boolean;
  /** Whether its children are flex or grid items. */
  readonly holdsItems: boolean;
  /** Whether it keeps its place while the page is scrolled, over what passes under it. */
  readonly isOverlay: boolean;
  /** Whether it is shifted from where it would be in the flow. */
  readonly isShifted: boolean;
}

/**
 * Reads how an element stands; its opacity is known already.
 * @param isItem whether the box around lays its children out as flex or grid items, to which `z-index` applies as they are
 */
export function standOf(style: CSSStyleDeclaration, opacity: number, isItem: boolean): Stand {
  const { position, zIndex, float, display } = style;
  const isPositioned = position !== 'static';
  const isFloating = float !== 'none';
  const z = parseInt(zIndex, 10) || 0;
  const isRaised = zIndex !== 'auto' && (isPositioned || isItem);
  const isOverlay = position === 'fixed' || position === 'sticky';
  const isContext = isRaised || isOverlay || opacity < 1 || style.transform !== 'none' || style.filter !== 'none';
  let level: number = display.startsWith('inline') ? LEVEL.inline : LEVEL.block;
  if (isRaised && z < 0) level = LEVEL.below + z;
  else if (isContext || isPositioned) level = LEVEL.positioned + (isRaised ? z : 0);
  else if (isFloating) level = LEVEL.float;
  const isShifted = isPositioned && /[1-9]/.test(style.top + style.left);
  return {
    level,
    isContext,
    isInline: display === 'inline',
    position,
    isFloating,
    isOverlay,
    isShifted,
    holdsItems: /flex|grid/.test(display),
  };
}
