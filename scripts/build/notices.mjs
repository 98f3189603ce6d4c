import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The vite plugin that writes the licences of the packages in a bundle beside it, as those licences ask, and names
 * that file in the bundle's first line.
 *
 * @param {string} version of this package
 * @returns {import('vite').Plugin}
 */
export function notices(version) {
  return {
    name: 'ro-chu:notices',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          const licenses = `${file.fileName}.LICENSES.txt`;
          const folders = [...new Set(Object.keys(file.modules).flatMap((id) => packageFolder(id) ?? []))].sort();
          const others = folders.length ? ` What it contains of others: ${licenses}` : '';
          file.code = `/*! Rõ Chữ ${version}, MIT.${others} */\n${file.code}`;
          if (folders.length)
            this.emitFile({ type: 'asset', fileName: licenses, source: folders.map(noticeOf).join('\n\n') });
        }
      },
    },
  };
}

/** @param {string} id of a module @returns {string | null} the folder of the package it comes from */
export function packageFolder(id) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0] ?? null;
}

/** @param {string} folder */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0) throw new Error(`${name} has no licence file to pass on.`);
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}
