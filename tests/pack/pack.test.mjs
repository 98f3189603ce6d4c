// The package as npm would publish it, used by a small project of its own.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { openBrowser, serveSite } from '../e2e/support/site.mjs';

const call = promisify(execFile);
const root = join(import.meta.dirname, '../..');

const CONSUMER = `import { start, type Config, type RoChu } from 'ro-chu';

const config: Partial<Config> = { lang: 'en' };
const widget = start(config);
export const api: RoChu | undefined = widget?.api ?? window.roChu;
document.addEventListener('ro-chu-change', ({ detail }) => console.log(detail.preferences.textScale));
`;

const PLAIN_PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cổng thông tin</title>
<script src="/ro-chu.js"></script><main><h1>Tin tức</h1><p>Nội dung.</p></main></html>`;

const BUNDLED_PAGE = PLAIN_PAGE.replace('<script src="/ro-chu.js">', '<script type="module" src="/main.js">');

let project;
let installed;
before(async () => {
  project = mkdtempSync(join(tmpdir(), 'ro-chu-consumer-'));
  installed = join(project, 'node_modules/ro-chu');
  const { stdout } = await call('npm', ['pack', '--json', '--pack-destination', project], { cwd: root });
  const [{ filename }] = JSON.parse(stdout);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  const offline = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await call('npm', ['install', ...offline, join(project, filename)], { cwd: project });
  mkdirSync(join(project, 'src'));
  writeFileSync(join(project, 'src/main.ts'), CONSUMER);
});
after(() => {
  if (project) rmSync(project, { recursive: true, force: true });
});

/** The tools of this repository, run in the consumer's folder. */
const tool = (script, ...args) =>
  call(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: project });

describe('the package', () => {
  it('holds what its package.json names, and neither sources nor tests', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    const named = [
      manifest.types,
      manifest.customElements,
      ...Object.values(manifest.exports).flatMap((target) =>
        typeof target === 'string' ? target : Object.values(target),
      ),
    ];
    // A pattern names the files of a folder.
    const isThere = (file) =>
      file.endsWith('/*')
        ? existsSync(join(installed, file.slice(0, -2))) && readdirSync(join(installed, file.slice(0, -2))).length > 0
        : existsSync(join(installed, file));
    assert.deepEqual(
      named.filter((file) => !isThere(file)),
      [],
    );
    const fonts = readdirSync(join(installed, 'dist/widget/fonts'));
    assert.ok(fonts.some((file) => file.endsWith('.woff2')) && fonts.some((file) => file.endsWith('.LICENSE.txt')));
    for (const file of ['LICENSE', 'README.md', 'README.vi.md', 'CHANGELOG.md'])
      assert.ok(existsSync(join(installed, file)), file);
    for (const folder of ['src', 'tests', 'scripts', 'node_modules'])
      assert.ok(!existsSync(join(installed, folder)), folder);
    assert.equal(manifest.license, 'MIT');
  });

  it('brings no other package along', () => {
    const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
    assert.deepEqual(Object.keys(lock.packages), ['', 'node_modules/ro-chu']);
  });

  it('describes its elements', () => {
    const { modules } = JSON.parse(readFileSync(join(installed, 'dist/custom-elements.json'), 'utf8'));
    const elements = modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter(({ customElement }) => customElement);
    const toolbar = elements.find(({ tagName }) => tagName === 'ro-chu-toolbar');
    assert.ok(toolbar, `elements: ${elements.map(({ name, tagName }) => `${name} ${tagName}`).join(', ')}`);
    assert.ok(toolbar.events.some(({ name }) => name === 'ro-chu-reading-mode'));
    assert.ok(elements.some(({ tagName }) => tagName === 'ro-chu-reader'));
  });
});

describe("import 'ro-chu'", () => {
  for (const [module, resolution] of [
    ['ESNext', 'bundler'],
    ['NodeNext', 'NodeNext'],
  ]) {
    it(`type-checks under ${resolution}, declarations included`, async () => {
      const compilerOptions = {
        strict: true,
        noEmit: true,
        target: 'ES2022',
        module,
        moduleResolution: resolution,
        types: [],
      };
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
      await tool('typescript/bin/tsc').catch(({ stdout }) => assert.fail(stdout));
    });
  }

  it('knows a wrong use from a right one', async () => {
    const file = join(project, 'src/wrong.ts');
    writeFileSync(file, "import { start } from 'ro-chu';\nstart({ lang: 'fr' });\n");
    await assert.rejects(tool('typescript/bin/tsc'), ({ stdout }) => /wrong\.ts\(2,\d+\): error TS/.test(stdout));
    rmSync(file);
  });

  it('bundles with vite and runs in a page', async () => {
    writeFileSync(join(project, 'index.html'), BUNDLED_PAGE.replace('/main.js', '/src/main.ts'));
    await tool('vite/bin/vite.js', 'build', '--logLevel', 'error');
    const html = readFileSync(join(project, 'dist/index.html'), 'utf8').replace(/\/assets\//g, '/');
    await opens(html, join(project, 'dist/assets'));
  });
});

describe('a plain page', () => {
  it('runs with the packed file alone', () => opens(PLAIN_PAGE, join(installed, 'dist/widget')));
});

/** Opens a page in the browser and passes when Rõ Chữ is ready in it, with its toolbar. */
async function opens(html, folder) {
  const site = await serveSite({ '/': html }, { folder });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(site.url, { waitUntil: 'load' });
    await page.waitForFunction(() => 'roChu' in window);
    await page.evaluate(() => window.roChu.ready);
    await page.waitForSelector('ro-chu-toolbar >>> button');
    assert.deepEqual(errors, []);
  } finally {
    await browser.close();
    await site.close();
  }
}
