/**
 * Moves the focus along a row of buttons (`role="toolbar"`): left and right arrows go round, Home and End to the ends.
 * @returns whether the key means something in the place the focus is at
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/
 */
export function moveFocusInRow(from: Element, key: string): boolean {
  const buttons = from.closest('[role=toolbar]')?.querySelectorAll('button');
  if (!buttons) return false;
  let at = 0;
  while (at < buttons.length && buttons[at] !== from) at++;
  const { length } = buttons;
  if (key === 'ArrowLeft') at += length - 1;
  else if (key === 'ArrowRight') at++;
  else if (key === 'Home') at = 0;
  else if (key === 'End') at = length - 1;
  else return false;
  buttons[at % length]?.focus();
  return true;
}
