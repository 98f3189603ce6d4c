import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Runs a program in the project's folder.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, minutes?: number, isQuiet?: boolean, cwd?: string }} [options]
 *   minutes: after which the program and all it started are ended, default 20; isQuiet: shows nothing of what it prints
 * @returns {Promise<{ code: number, output: string }>} its exit code (124 when it was ended for taking too long), and
 *   what it printed
 */
export function run(file, args, { env = {}, minutes = 20, isQuiet = false, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that a browser left behind by a program that hangs can be ended with it.
      detached: process.platform !== 'win32',
    });
    running.add(child);
    let output = '';
    let isLate = false;
    const show = (/** @type {Buffer} */ data) => {
      output += String(data);
      if (!isQuiet) process.stdout.write(data);
    };
    child.stdout.on('data', show);
    child.stderr.on('data', show);
    const timer = setTimeout(() => {
      isLate = true;
      endGroup(child);
    }, minutes * 60_000);
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code: isLate ? 124 : code, output: isLate ? `${output}\nEnded after ${minutes} minutes.` : output });
    };
    child.once('error', (error) => {
      output += `${file}: ${error.message}`;
      finish(127);
    });
    child.once('close', (code, signal) => finish(code ?? (signal ? 128 : 1)));
  });
}

/**
 * Runs a program that an installed package brings, with this same Node.
 *
 * @param {string} script its file below node_modules
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(script, args, options) {
  return run(process.execPath, [`node_modules/${script}`, ...args], options);
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @param {import('node:child_process').ChildProcess} child */
function endGroup(child) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    for (const child of running) endGroup(child);
    process.exit(130);
  });
}
