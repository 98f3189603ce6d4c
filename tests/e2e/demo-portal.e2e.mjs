// The demo portal itself: what it does before Rõ Chữ touches it, and the switch that shows both side by side.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { launchOptions } from '../../scripts/browsers/launch-options.mjs';
import { serveDemo } from '../../scripts/serve-demo.mjs';

const PAGES = ['index.html', 'tin-tuc.html', 'bai-viet.html', 'thu-tuc.html', 'van-ban.html', 'lien-he.html'];

let demo;
let browser;
let page;
/** What went wrong on a page since the last look: script errors, and requests that failed or left this machine. */
let complaints = [];

before(async () => {
  demo = await serveDemo({ port: 0 });
  browser = await puppeteer.launch(launchOptions(process.env.RO_CHU_BROWSER ?? 'chromium'));
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().includes('/ro-chu/')) complaints.push(response.url());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(demo.url) && !/^(?:data|about|blob):/.test(request.url()))
      complaints.push(request.url());
  });
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

const open = async (path) => {
  complaints = [];
  await page.goto(demo.url + path, { waitUntil: 'load' });
};

/** Waits until both frames have come to the pages named. */
const bothShow = (file) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('iframe')].every(
        ({ contentWindow, id }) =>
          contentWindow.document.readyState === 'complete' &&
          contentWindow.location.pathname + contentWindow.location.search === (id === 'co' ? '/' : '/khong/') + wanted,
      ),
    { timeout: 10_000 },
    file,
  );

const clickIn = async (frameId, selector) => {
  const frame = await (await page.$(`#${frameId}`)).contentFrame();
  await frame.$eval(selector, (link) => link.click());
};

describe('the portal without Rõ Chữ', () => {
  for (const name of PAGES) {
    it(`${name} loads whole, fits 1280 px, and its own size and contrast controls change nothing`, async () => {
      await open(`khong/${name}`);
      assert.deepEqual(complaints, []);
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= room, `${wide} px on ${room} px`);
      assert.equal(await page.evaluate(() => 'roChu' in window), false);

      const look = () =>
        page.$eval('.congcu', (line) => [location.href, getComputedStyle(line).fontSize, getComputedStyle(line).color]);
      const before = await look();
      const controls = await page.$$('.congcu a, .congcu span, .congcu input');
      assert.equal(controls.length, 5);
      for (const control of controls) await control.click();
      assert.deepEqual(await look(), before);
    });
  }

  it('opens a menu on hover and on focus only', async () => {
    await open('khong/index.html');
    const menu = '.mainmenu .cap1 > li:nth-child(3)';
    const isOpen = () => page.$eval(`${menu} > .cap2`, (list) => list.offsetHeight > 0);
    assert.equal(await isOpen(), false);
    await page.hover(menu);
    assert.equal(await isOpen(), true);
    await page.mouse.move(5, 600);
    assert.equal(await isOpen(), false);
    await page.focus(`${menu} > a`);
    assert.equal(await isOpen(), true);
  });

  it('moves the news, turns the pictures, and offers the way back up', async () => {
    await open('khong/index.html');
    const left = () => page.$eval('#ds-tin-chay', (list) => list.offsetLeft);
    const first = await left();
    await page.waitForFunction((from) => document.getElementById('ds-tin-chay').offsetLeft < from, {}, first);
    await page.click('.anhchay .so a:nth-child(2)');
    assert.deepEqual(await page.$$eval('.anhchay .tam', (all) => all.map((one) => one.offsetHeight > 0)), [
      false,
      true,
      false,
    ]);
    assert.equal(await page.$eval('#len-dau', (link) => getComputedStyle(link).display), 'none');
    await page.evaluate(() => scrollTo(0, 400));
    await page.waitForFunction(() => getComputedStyle(document.getElementById('len-dau')).display === 'block');
    await page.click('#len-dau');
    await page.waitForFunction(() => scrollY === 0);
  });

  for (const [name, button] of [
    ['lien-he.html', '.bieumau button'],
    ['thu-tuc.html', 'input[value="Nộp hồ sơ trực tuyến"]'],
  ]) {
    it(`${name} keeps its form to itself and says so`, async () => {
      await open(`khong/${name}`);
      await page.click(button);
      assert.equal(await page.$eval('#loi-nhan', (note) => getComputedStyle(note).display), 'block');
      assert.equal(page.url(), `${demo.url}khong/${name}`);
    });
  }
});

describe('the switch', () => {
  it('opens at the page that is asked for, in both frames, and hides the strip there', async () => {
    await open('index.html');
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('.so-sanh a')]);
    assert.equal(new URL(page.url()).pathname, '/so-sanh.html');
    await bothShow('index.html');
    await open('so-sanh.html?trang=bai-viet.html');
    await bothShow('bai-viet.html');
    assert.equal(await page.$eval('#trang', (picker) => picker.value), 'bai-viet.html');
    const frame = await (await page.$('#khong')).contentFrame();
    assert.equal(await frame.$eval('.so-sanh', (strip) => getComputedStyle(strip).display), 'none');
    assert.deepEqual(complaints, []);
  });

  it('follows whichever frame the reader goes on in, and says where it has come to', async () => {
    await clickIn('co', '.mainmenu a[href="tin-tuc.html"]');
    await bothShow('tin-tuc.html');
    await clickIn('khong', '.mainmenu a[href="tin-tuc.html?cm=4"]');
    await bothShow('tin-tuc.html?cm=4');
    assert.equal(await page.$eval('#trang', (picker) => picker.value), 'tin-tuc.html');
    await page.waitForFunction(() => document.getElementById('tinh-trang').textContent.includes('Tin tức - Sự kiện'));
    assert.deepEqual(await page.$$eval('.dau a', (links) => links.map((link) => link.getAttribute('href'))), [
      '/tin-tuc.html?cm=4',
      '/khong/tin-tuc.html?cm=4',
    ]);
  });

  it('goes to the page that is picked', async () => {
    await page.select('#trang', 'van-ban.html');
    await bothShow('van-ban.html');
    assert.equal(new URL(page.url()).search, '?trang=van-ban.html');
  });

  it('scrolls both frames, until that is switched off', async () => {
    const scroll = async (top) => {
      const frame = await (await page.$('#co')).contentFrame();
      await frame.evaluate((y) => scrollTo(0, y), top);
    };
    await scroll(300);
    await page.waitForFunction(() => document.getElementById('khong').contentWindow.scrollY > 100);
    await page.click('#cuon');
    const before = await page.$eval('#khong', (frame) => frame.contentWindow.scrollY);
    await scroll(0);
    await page.waitForFunction(() => document.getElementById('co').contentWindow.scrollY === 0);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.equal(await page.$eval('#khong', (frame) => frame.contentWindow.scrollY), before);
  });

  it('opens nothing that is not a page of the portal', async () => {
    for (const asked of ['//example.org', 'javascript:alert(1)', 'https://example.org/', '../package.json']) {
      await open(`so-sanh.html?trang=${encodeURIComponent(asked)}`);
      await bothShow('index.html');
      assert.deepEqual(complaints, []);
    }
  });

  it('stacks the frames at 320 px without a sideways bar', async () => {
    await page.setViewport({ width: 320, height: 700 });
    await open('so-sanh.html');
    const { wide, tops } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      tops: [...document.querySelectorAll('iframe')].map((frame) => frame.getBoundingClientRect().top),
    }));
    assert.ok(wide <= 320, `${wide} px`);
    assert.ok(tops[1] > tops[0] + 300, String(tops));
  });
});
