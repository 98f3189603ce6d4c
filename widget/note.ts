/** Tells the site's developer, in the console, what was expected and what came; nothing is shown to readers. */
export function note(message: string): void {
  console.warn(`[ro-chu] ${message}`);
}
