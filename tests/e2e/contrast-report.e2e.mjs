// `npm run contrast-report` as an owner runs it: its output, its HTML file, its exit code, and what its colours are worth.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { launchOptions } from '../../scripts/browsers/launch-options.mjs';

const BROWSER = process.env.RO_CHU_BROWSER ?? 'chromium';
const COMMAND = fileURLToPath(new URL('../../scripts/contrast-report.mjs', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SHEET = `.nhat { color: #999 } #dam .nhat { color: #d33 } h1 { color: #8a8a8a; font-size: 32px; font-weight: 400 }
.mo { color: #555; opacity: .6 } .duoc { color: #222 } .anh { background-image: linear-gradient(#fff, #eee); color: #777 }`;
const page = (sheet = SHEET) => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cổng &lt;thử&gt;</title>
<link rel="stylesheet" href="kieu/trang.css"><style>${sheet}</style><body style="background: #fff">
<main><h1>Tin trong tỉnh</h1><p class="nhat">Thông báo thứ nhất</p><p class="nhat">Thông báo thứ hai</p>
<div id="dam" style="background: #fdd"><p class="nhat">Cảnh báo đỏ</p></div><p class="mo">Chữ bị làm mờ</p>
<p style="color: #aaa">Chữ có style riêng</p><p class="xa">Chữ có tệp kiểu riêng</p><p class="duoc">Chữ rõ</p>
<p class="anh">Chữ trên nền chuyển màu</p></main>`;

let folder;
let file;
let server;
let base;

/** Runs the command in the test's folder. */
function run(...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, ...args, '--browser', BROWSER], { cwd: folder });
    let [output, errors] = ['', ''];
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (errors += part));
    child.on('close', (code) => resolve({ code, output, errors }));
  });
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ro-chu-contrast-'));
  file = join(folder, 'trang.html');
  writeFileSync(file, page());
  writeFileSync(join(folder, 'ro.html'), page('p, h1 { color: #000 !important; opacity: 1 !important }'));
  writeFileSync(join(folder, 'so.txt'), 'Không phải trang');
  server = createServer((request, response) => {
    response.statusCode = request.url === '/khong' ? 404 : 200;
    const type = request.url.endsWith('.css') ? 'text/css' : request.url === '/so' ? 'text/plain' : 'text/html';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.end(request.url.endsWith('.css') ? '.xa { color: #9bb7d4 }' : page());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${server.address().port}`;
});

after(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('contrast-report', () => {
  it('finds the pairs, says where they are set, and its colours make the page pass', async () => {
    const { code, output, errors } = await run(`${base}/tin.html`, '--json');
    assert.equal(code, 1, errors);
    const { pairs, undecided } = JSON.parse(output);
    const found = Object.fromEntries(pairs.map((pair) => [`${pair.color} ${pair.ground}`, pair]));
    assert.deepEqual(Object.keys(found).sort(), [
      '#999999 #ffffff',
      '#9bb7d4 #ffffff',
      '#aaaaaa #ffffff',
      '#dd3333 #ffdddd',
    ]);
    const grey = pairs.find(({ color, opacity }) => color === '#999999' && opacity === 1);
    assert.equal(grey.count, 2);
    assert.deepEqual(grey.words, ['Thông báo thứ nhất', 'Thông báo thứ hai']);
    assert.deepEqual(grey.places, [{ href: '', selector: '.nhat' }]);
    assert.deepEqual(found['#dd3333 #ffdddd'].places, [{ href: '', selector: '#dam .nhat' }]);
    assert.deepEqual(found['#9bb7d4 #ffffff'].places, [{ href: `${base}/kieu/trang.css`, selector: '.xa' }]);
    assert.deepEqual(found['#aaaaaa #ffffff'].places, [{ inline: true }]);
    assert.equal(pairs.filter(({ opacity }) => opacity < 1).length, 1);
    assert.ok(pairs.every(({ text, stillFailing }) => text && stillFailing === 0));
    assert.ok(
      pairs.every(({ isLarge, wanted }) => !isLarge && wanted === 4.5),
      'the large heading passes at AA',
    );
    assert.deepEqual(
      undecided.map(({ reason, words }) => [reason, words]),
      [['bgGradient', 'Chữ trên nền chuyển màu']],
    );

    // The colours as an owner would write them, into the very rules that were named.
    const { color: red } = found['#dd3333 #ffdddd'].text;
    const { color: faded } = pairs.find(({ opacity }) => opacity < 1).text;
    const mended = SHEET.replace('#999', grey.text.color).replace('#d33', red).replace('#555', faded);
    writeFileSync(
      join(folder, 'sua.html'),
      page(`${mended} .xa { color: #000 } [style*=aaa] { color: #000 !important }`),
    );
    const second = await run('sua.html', '--json');
    assert.equal(second.code, 0, second.output + second.errors);
    assert.deepEqual(JSON.parse(second.output).pairs, []);
  });

  it('asks more at AAA, of those too that fail AA', async () => {
    const { code, output } = await run(file, '--json', '--level', 'aaa');
    assert.equal(code, 1);
    const { pairs } = JSON.parse(output);
    assert.equal(pairs.find(({ color, opacity }) => color === '#999999' && opacity === 1).wanted, 7);
    assert.equal(pairs.find(({ color }) => color === '#8a8a8a').wanted, 4.5);
    // Black at 60 % opacity on white is 5.7:1: no text colour can do, and none is named.
    assert.deepEqual(
      pairs.filter(({ text }) => !text).map(({ opacity }) => opacity),
      [0.6],
    );
    assert.ok(pairs.every(({ text, stillFailing }) => !text || stillFailing === 0));
  });

  it('writes an HTML file that passes axe, in both languages and widths, and asks for nothing', async () => {
    const browser = await puppeteer.launch(launchOptions(BROWSER));
    try {
      for (const lang of ['vi', 'en']) {
        const out = join(folder, `bao-cao-${lang}.html`);
        const { output } = await run('trang.html', '--lang', lang, '--out', out);
        assert.match(
          output,
          lang === 'vi' ? /Cặp 1: chữ #999999 trên nền #ffffff/ : /Pair 1: text #999999 on ground #ffffff/,
        );
        const tab = await browser.newPage();
        const asked = [];
        tab.on('request', (request) => asked.push(request.url()));
        for (const width of [1280, 360]) {
          await tab.setViewport({ width, height: 900 });
          await tab.goto(pathToFileURL(out).href);
          await tab.evaluate(AXE);
          const { problems, overflow } = await tab.evaluate(async () => ({
            problems: (await window.axe.run()).violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`),
            overflow: document.documentElement.scrollWidth - window.innerWidth,
          }));
          assert.deepEqual(problems, []);
          assert.ok(overflow <= 0, `${overflow} px too wide at ${width}`);
        }
        assert.deepEqual(
          asked.filter((url) => !/^(file|data):/.test(url)),
          [],
        );
        await tab.close();
      }
    } finally {
      await browser.close();
    }
  });

  it('ends with 0 where no pair fails, and still names no standard met', async () => {
    const { code, output } = await run('ro.html', '--lang', 'en');
    assert.equal(code, 0, output);
    assert.match(output, /does not mean that the page meets a standard/);
    assert.match(output, /could not be decided/);
  });

  it('says what was expected and what came, and ends with 2', async () => {
    for (const [args, message] of [
      [[], /Expected the address or the file/],
      [['khong-co.html'], /there is no file khong-co\.html/],
      [['http://127.0.0.1:9/'], /Expected an HTML page at http:\/\/127\.0\.0\.1:9\/, but it could not be opened/],
      [[`${base}/khong`], /the server answered 404/],
      [[`${base}/so`], /Expected an HTML page at .*\/so, got text\/plain/],
      [['so.txt'], /Expected an HTML page at so\.txt, got text\/plain/],
      [['trang.html', '--out', join(folder, 'khong/co.html')], /--out: expected a file that can be written/],
    ]) {
      const { code, errors } = await run(...args);
      assert.match(errors, message);
      assert.equal(code, 2, args.join(' '));
      assert.doesNotMatch(errors, /\n\s+at /, 'no stack');
    }
  });
});
