import { existsSync } from 'node:fs';
import { findProgram } from '../browsers/find-browsers.mjs';
import { run } from './run.mjs';

/** The Debian packages that bring what the browser suites need. */
const PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkitDriver: ['webkit2gtk-driver'],
  xvfbRun: ['xvfb', 'xauth'],
};

/** Fonts with every Vietnamese letter; without one the browsers draw boxes and measure those. */
const FONT_PACKAGES = ['fonts-dejavu-core', 'fonts-liberation'];

/**
 * Installs the browsers of the test suites where they are missing (as root on Debian).
 *
 * @throws {Error} naming the exact command to run, where this cannot install them
 */
export async function ensureBrowsers() {
  const missing = await missingPackages();
  if (missing.length === 0) return;
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!['/usr/bin/apt-get', '/bin/apt-get'].some(existsSync)) {
    throw new Error(
      `The browser suites need what these Debian packages bring: ${missing.join(' ')}. Install them by your system's ` +
        'means, or name their files in CHROME_PATH, FIREFOX_PATH, WEBKIT_DRIVER_PATH and MINIBROWSER_PATH.',
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Error(`Browsers are missing. Run this as root, then start again:\n\n  apt-get update && ${install}\n`);
  }
  console.log(`Installing ${missing.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env, minutes: 5 });
  const { code } = await run('apt-get', install.split(' ').slice(1), { env, minutes: 10 });
  const left = await missingPackages();
  if (code !== 0 || left.length > 0) throw new Error(`These packages could not be installed: ${left.join(' ')}.`);
}

/** @returns {Promise<string[]>} */
async function missingPackages() {
  const programs = /** @type {(keyof typeof PACKAGES)[]} */ (Object.keys(PACKAGES));
  const missing = programs.filter((program) => !findProgram(program)).flatMap((program) => PACKAGES[program]);
  const fonts = await run('fc-list', [':lang=vi', 'family'], { isQuiet: true, minutes: 1 });
  return fonts.code === 0 && fonts.output.trim() !== '' ? missing : [...missing, ...FONT_PACKAGES];
}
