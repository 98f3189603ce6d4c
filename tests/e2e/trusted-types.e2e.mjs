// The built script on pages whose content security policy allows no Trusted Types policy of ours.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openBrowser, serveSite } from './support/site.mjs';

const PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Sở Khoa học và Công nghệ</title>
<script src="/ro-chu.js"></script><main><h1>Tin tức</h1><p style="font-size: 16px">Nội dung.</p></main></html>`;

const POLICIES = {
  'no policy may be made': "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  'only others may be made': "default-src 'self'; require-trusted-types-for 'script'; trusted-types dompurify",
  'ours may be made': "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
  'policies are refused, plain text is not': "default-src 'self'; trusted-types 'none'",
};

const folder = join(import.meta.dirname, '../../dist/widget');

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

for (const [name, policy] of Object.entries(POLICIES)) {
  describe(`where ${name}`, () => {
    let site;
    let page;
    before(async () => {
      // The page's own inline size is set aside by this policy, so the paragraph has the browser's 16 px.
      site = await serveSite({ '/': PAGE }, { folder, headers: { 'content-security-policy': policy } });
      page = await browser.newPage();
      await page.goto(site.url, { waitUntil: 'load' });
      await page.waitForSelector('ro-chu-toolbar');
      await page.evaluate(() => window.roChu.ready);
    });
    after(async () => {
      await page?.close();
      await site?.close();
    });

    it('the toolbar is drawn whole, with its names and its listeners', async () => {
      const names = await page.$$eval('ro-chu-toolbar >>> button', (buttons) =>
        buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent.trim()),
      );
      assert.ok(names.length >= 6, `buttons: ${names.join(', ')}`);
      assert.deepEqual(
        names.filter((text) => text === ''),
        [],
      );
    });

    it('A+ makes the text of the page larger', async () => {
      const size = () => page.$eval('p', (paragraph) => parseFloat(getComputedStyle(paragraph).fontSize));
      assert.equal(await size(), 16);
      await page.locator('ro-chu-toolbar >>> [part~="text-larger"]').click();
      await page.waitForFunction(() => window.roChu.preferences.textScale > 1);
      await page.waitForFunction(() => parseFloat(getComputedStyle(document.querySelector('p')).fontSize) > 16);
    });
  });
}
