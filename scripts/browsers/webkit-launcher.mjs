import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { requireProgram } from './find-browsers.mjs';

/**
 * A test-runner launcher that starts its own WebKitWebDriver, on a free port and inside its own virtual screen,
 * the first time a page is asked for, and ends both with the run.
 *
 * @returns {import('@web/test-runner-core').BrowserLauncher}
 */
export function webkitLauncher() {
  // The launcher reads `port` when it opens its session, so it can be filled in once the driver listens.
  /** @type {any} */
  const options = {
    hostname: '127.0.0.1',
    port: 0,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
    },
  };
  const launcher = webdriverLauncher(options);
  /** @type {Promise<{ port: number, stop: () => Promise<void> }> | null} */
  let driver = null;

  const startSession = launcher.startSession.bind(launcher);
  launcher.startSession = async (id, url) => {
    driver ??= startDriver();
    options.port = (await driver).port;
    return startSession(id, url);
  };
  const stop = launcher.stop.bind(launcher);
  launcher.stop = async () => {
    await stop();
    if (driver) await (await driver.catch(() => null))?.stop();
  };
  // The launcher names itself after the capability; the reports say WebKit.
  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = async (config) => {
    await initialize(config);
    launcher.name = 'WebKit';
  };
  return launcher;
}

/**
 * Where WebKitGTK keeps its test browser: a folder of its own under the machine's library folder, named by version.
 *
 * @returns {string}
 */
function findMiniBrowser() {
  const chosen = process.env.MINIBROWSER_PATH;
  if (chosen) return chosen;
  for (const libraries of ['/usr/lib', '/usr/libexec', ...subfolders('/usr/lib')]) {
    for (const folder of subfolders(libraries).filter((name) => /\/webkit2?gtk-\d/.test(name))) {
      const file = join(folder, 'MiniBrowser');
      if (existsSync(file)) return file;
    }
  }
  return 'MiniBrowser';
}

/** @param {string} folder */
function subfolders(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
}

async function startDriver() {
  const port = await freePort();
  const driverFile = requireProgram('webkitDriver');
  // xvfb-run ends its screen only when its program ends by itself, so the program's own id is asked for first.
  const child = spawn(
    requireProgram('xvfbRun'),
    ['-a', '-s', '-screen 0 1280x1024x24', 'sh', '-c', 'echo $$; exec "$0" --port="$1"', driverFile, String(port)],
    { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' } },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const endAtExit = () => child.kill();
  process.once('exit', endAtExit);
  const processId = await new Promise((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(Number.parseInt(String(data), 10)));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`xvfb-run ended with code ${code} before the driver started.`)));
  });
  await answering(port);
  return {
    port,
    stop: async () => {
      process.off('exit', endAtExit);
      try {
        process.kill(processId);
      } catch {
        // It has ended already.
      }
      await Promise.race([ended, sleep(5000)]);
    },
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {number} port */
async function answering(port) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/status`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  throw new Error('WebKitWebDriver did not answer within 10 s.');
}
