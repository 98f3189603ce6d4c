import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/**
 * Installs the packages of the lock file where they are missing or out of date; the lock file stays as it is.
 *
 * @throws {Error} when npm could not install them
 */
export async function ensurePackages() {
  if (arePackagesCurrent()) return;
  console.log('Installing packages (npm ci) …');
  const lockFile = join(root, 'package-lock.json');
  const lock = readFileSync(lockFile);
  const clean = await run('npm', ['ci', '--no-audit', '--no-fund'], { minutes: 10 });
  if (clean.code === 0) return;
  // `npm ci` asks for every optional package of every platform, and a mirror may lack some of another platform's.
  console.log('npm ci failed; trying npm install …');
  try {
    const install = await run('npm', ['install', '--no-audit', '--no-fund', '--no-save'], { minutes: 10 });
    if (install.code !== 0) throw new Error(`npm could not install the packages (exit code ${install.code}).`);
  } finally {
    if (!readFileSync(lockFile).equals(lock)) writeFileSync(lockFile, lock);
  }
}

/**
 * Whether what is installed is what the lock file names: npm keeps a list of its own of what it installed.
 *
 * @returns {boolean}
 */
export function arePackagesCurrent() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return isInstalled(locked, JSON.parse(readFileSync(installedFile, 'utf8')).packages);
}

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 *
 * @param {Record<string, LockedPackage>} locked
 * @param {Record<string, LockedPackage>} installed
 * @returns {boolean} whether every package that must be there is there in the locked version, and none other
 */
export function isInstalled(locked, installed) {
  const isWrong = (/** @type {[string, LockedPackage]} */ [path, { version, optional }]) => {
    if (path === '') return false;
    const found = installed[path];
    return found === undefined ? !optional : found.version !== version;
  };
  return !Object.entries(locked).some(isWrong) && Object.keys(installed).every((path) => path in locked);
}
