import { trimReadingLibrary } from '../build/trim-reading.mjs';

/**
 * Serves the libraries of reading mode to the test pages as the build makes them: trimmed, so that what is tested is what is
 * shipped, and Readability, which is CommonJS, as a module.
 *
 * @returns {import('@web/dev-server-core').Plugin}
 */
export function readabilityModule() {
  return {
    name: 'reading-libraries',
    transform(context) {
      if (typeof context.body !== 'string') return undefined;
      const body = trimReadingLibrary(context.body, context.path);
      if (body === context.body) return undefined;
      return { body: context.path.endsWith('/Readability.js') ? `${body}\nexport default Readability;` : body };
    },
  };
}
