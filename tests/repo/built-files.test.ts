import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Names of things, which no browser ever asks for. */
const NAMES = [
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/2000/xmlns/',
  'http://www.w3.org/XML/1998/namespace',
];

/** One of the builds, in memory. */
async function bundle(mode: string): Promise<{ chunks: Rollup.OutputChunk[]; assets: Rollup.OutputAsset[] }> {
  const built = (await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    mode,
    logLevel: 'error',
    build: { write: false },
  })) as Rollup.RolldownOutput[];
  const output = built.flatMap((one) => one.output as (Rollup.OutputChunk | Rollup.OutputAsset)[]);
  return {
    chunks: output.filter((file) => file.type === 'chunk'),
    assets: output.filter((file) => file.type === 'asset'),
  };
}

// Vitest says `test`, by which vite takes the development build of every package.
beforeAll(() => vi.stubEnv('NODE_ENV', 'production'));
afterAll(() => vi.unstubAllEnvs());

describe.each(['widget', 'engine', 'contrast', 'adjustments', 'typography', 'reading', 'module'])(
  'the %s build',
  (mode) => {
    let chunks: Rollup.OutputChunk[];
    let assets: Rollup.OutputAsset[];
    beforeAll(async () => {
      ({ chunks, assets } = await bundle(mode));
    });

    it('is one file', () => {
      expect(chunks).toHaveLength(1);
    });

    it('names no host that anything could be fetched from', () => {
      const code = chunks.map((chunk) => chunk.code).join('\n');
      const addresses = code.match(/\b(?:https?|wss?):\/\/[^\s"'`\\)<>]+/g) ?? [];
      expect(addresses.filter((address) => !NAMES.includes(address))).toEqual([]);
      // An address without a scheme.
      expect(code.match(/["'`(]\/\/[\w-]+(?:\.[\w-]+)+[^"'`)]*/g) ?? []).toEqual([]);
    });

    if (mode === 'module')
      it('refuses the development build of Lit', async () => {
        vi.stubEnv('NODE_ENV', 'development');
        await expect(bundle(mode)).rejects.toThrow('ro-chu:trusted-types-lit');
        vi.stubEnv('NODE_ENV', 'production');
      });

    it('imports no more than its own parts, from beside itself', () => {
      const imported = chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]);
      expect(imported.map((id) => id.split('/').at(-1)).sort()).toEqual(
        {
          module: ['ro-chu-engine.js', 'ro-chu-reading.js'],
          engine: ['ro-chu-adjustments.js', 'ro-chu-contrast.js', 'ro-chu-typography.js'],
        }[mode] ?? [],
      );
      expect(chunks[0]?.code.includes('import(`./ro-chu-reading.js`)')).toBe(mode === 'module');
    });

    it('passes on the licences of what it contains, and names that file first', () => {
      if (/engine|contrast|adjustments|typography/.test(mode)) {
        expect(Object.keys(chunks[0]?.modules ?? {}).filter((id) => id.includes('node_modules'))).toEqual([]);
        expect(assets).toEqual([]);
        return;
      }
      const file = `${chunks[0]?.fileName ?? ''}.LICENSES.txt`;
      expect(chunks[0]?.code.split('\n')[0]).toContain(file);
      const text = String(assets.find(({ fileName }) => fileName === file)?.source);
      const packages =
        mode === 'reading' ? ['dompurify', '@mozilla/readability'] : ['lit-html', '@lit/reactive-element'];
      for (const name of packages) expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
      expect(text.includes('dompurify')).toBe(mode === 'reading');
    });

    it('carries Lit that bears Trusted Types, where it carries Lit', () => {
      const code = chunks[0]?.code ?? '';
      const policies = code.match(/createPolicy\(`lit-html`/g)?.length ?? 0;
      expect(code.match(/try\{return \w+\.createPolicy\(`lit-html`/g)?.length ?? 0).toBe(policies);
      expect(policies).toBe(/engine|contrast|adjustments|typography|reading/.test(mode) ? 0 : 1);
    });

    if (mode === 'widget')
      it('leaves no name at the top level, where a page could see it', () => {
        const code = (chunks[0]?.code ?? '').replace(/^\/\*![^]*?\*\/\s*/, '').trim();
        expect(code.slice(0, 12)).toBe('(function(){');
        expect(code.slice(-5)).toMatch(/\}\)\(\);?$/);
        expect(code.includes('roChuBundle')).toBe(false);
      });
  },
);
