/** Takes every Rõ Chữ script tag out of a page's HTML and leaves the rest as it is. */
export function removeRoChuTag(html: string): string;

/**
 * Starts the demo server and says where it listens and how to stop it.
 *
 * @throws {RangeError} When the port is not a whole number from 0 to 65535.
 * @throws {Error} When none of the 100 ports from there on is free, or the system refuses to listen.
 */
export function serveDemo(options?: {
  /** First port tried, 0 to 65535, default 8080; when taken, the next; 0 takes any free one. */
  port?: number;
  /** The project folder, which holds widget/demo and dist/widget; default this repository. */
  root?: string;
}): Promise<{ url: string; close: () => Promise<void> }>;
