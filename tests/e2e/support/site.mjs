import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { launchOptions } from '../../../scripts/browsers/launch-options.mjs';

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript', mjs: 'text/javascript' };

/**
 * Starts the browser that this run is for (`RO_CHU_BROWSER`, by default Chromium).
 *
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export function openBrowser() {
  return puppeteer.launch(launchOptions(process.env.RO_CHU_BROWSER === 'firefox' ? 'firefox' : 'chromium'));
}

/**
 * Serves pages made by a test, on a free port of this machine, beside the files of a folder.
 *
 * @param {Record<string, string>} pages HTML by its path, such as `/` or `/second.html`
 * @param {{ folder?: string, headers?: Record<string, string> }} [options]
 *   folder: whose files are served as `/name.js`; headers: sent with every page, such as a content security policy
 * @returns {Promise<{ url: string, requests: string[], close: () => Promise<void> }>}
 */
export async function serveSite(pages, { folder, headers = {} } = {}) {
  /** @type {string[]} */
  const requests = [];
  const server = createServer(({ url = '/' }, response) => {
    const path = url.split('?')[0];
    requests.push(path);
    const page = pages[path];
    const body = page ?? (folder && /^\/[\w-]+\.m?js$/.test(path) ? read(join(folder, path)) : null);
    if (body === null) return void response.writeHead(404).end();
    const type = page === undefined ? TYPES[path.slice(path.lastIndexOf('.') + 1)] : TYPES.html;
    response.writeHead(200, {
      'content-type': type,
      'cache-control': 'no-store',
      ...(page === undefined ? {} : headers),
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
