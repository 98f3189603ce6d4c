/** What a contrast level asks of a text, as least ratios. */
export interface RatioThresholds {
  /** Text of the usual size. */
  readonly text: number;
  /** Large text: see `isLargeText`. */
  readonly large: number;
}

/** WCAG AA. @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const AA: RatioThresholds = { text: 4.5, large: 3 };

/** WCAG AAA. @see https://www.w3.org/TR/WCAG22/#contrast-enhanced */
export const AAA: RatioThresholds = { text: 7, large: 4.5 };

/** The strongest level: nearly black on white, or the reverse. */
export const STRONGEST: RatioThresholds = { text: 15, large: 15 };

/** What is not text but tells something: borders of controls, icons. @see https://www.w3.org/TR/WCAG22/#non-text-contrast */
export const NON_TEXT = 3;

/** Size from which text is large, in px (18 pt). @see https://www.w3.org/TR/WCAG22/#dfn-large-scale */
export const LARGE_PX = 24;

/** Size from which bold text is large, in px (14 pt). */
export const LARGE_BOLD_PX = 56 / 3;

/** Weight from which text is bold. */
export const BOLD_WEIGHT = 700;

/** Whether WCAG asks the lower ratio for a text of this size (px) and weight (100 to 900). */
export const isLargeText = (sizePx: number, weight: number): boolean =>
  sizePx >= (weight >= BOLD_WEIGHT ? LARGE_BOLD_PX : LARGE_PX);
