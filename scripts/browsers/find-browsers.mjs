import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What each browser suite runs: the environment variable that overrides it, and the names it goes by on the PATH. */
const PROGRAMS = {
  chromium: {
    variable: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  },
  firefox: { variable: 'FIREFOX_PATH', names: ['firefox-esr', 'firefox'] },
  webkitDriver: { variable: 'WEBKIT_DRIVER_PATH', names: ['WebKitWebDriver'] },
  xvfbRun: { variable: 'XVFB_RUN_PATH', names: ['xvfb-run'] },
};

/** @typedef {keyof typeof PROGRAMS} ProgramName */

/**
 * Finds a program that the browser suites need, first by its environment variable, then on the PATH.
 *
 * @param {ProgramName} program
 * @returns {string | null} the file to run, or null when it is not installed
 */
export function findProgram(program) {
  const { variable, names } = PROGRAMS[program];
  const chosen = process.env[variable];
  if (chosen) return isExecutable(chosen) ? chosen : null;
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      if (folder && isExecutable(file)) return file;
    }
  }
  return null;
}

/**
 * The same as `findProgram`, for a caller that cannot go on without the program.
 *
 * @param {ProgramName} program
 * @returns {string}
 * @throws {Error} when the program is not installed
 */
export function requireProgram(program) {
  const found = findProgram(program);
  if (found) return found;
  const { variable, names } = PROGRAMS[program];
  throw new Error(`${names[0]} was not found. Install it (npm test does on Debian) or name its file in ${variable}.`);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
