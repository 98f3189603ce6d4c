/** What a control does by name: in `data-ro-chu`, in invoker commands (`--text-larger`) and in the toolbar. */
export const ACTIONS = [
  'text-larger',
  'text-smaller',
  'text-reset',
  'contrast-more',
  'contrast-less',
  'contrast-reset',
  'reading-mode',
  'read-aloud',
  'reset',
] as const;

/** The name of one action. */
export type Action = (typeof ACTIONS)[number];
