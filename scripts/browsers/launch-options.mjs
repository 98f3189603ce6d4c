import { requireProgram } from './find-browsers.mjs';

/** Keeps Chromium from calling home, and lets it run as root in a container, where its sandbox can't start. */
const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--force-color-profile=srgb',
];

/**
 * Launch options for puppeteer-core that hold for every use of a browser here: tests, end-to-end runs and screenshots.
 *
 * @param {'chromium' | 'firefox'} browser
 * @returns {import('puppeteer-core').LaunchOptions}
 * @throws {Error} when the browser is not installed
 */
export function launchOptions(browser) {
  const executablePath = requireProgram(browser);
  if (browser === 'firefox') return { browser: 'firefox', executablePath };
  return { browser: 'chrome', executablePath, args: [...CHROMIUM_ARGUMENTS] };
}
