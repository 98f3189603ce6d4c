import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { FEATURES, ROOMS } from '../../scripts/lint/fences.mjs';

const root = join(import.meta.dirname, '../..');

/** A violation planted in a file that does not exist, beside a twin that differs only in what is allowed. */
interface Planted {
  readonly fence: string;
  readonly file: string;
  readonly rule: string;
  readonly planted: string;
  readonly allowed: string;
}

const imports = (fence: string, file: string, planted: string, allowed: string): Planted => ({
  fence,
  file,
  rule: 'import-x/no-restricted-paths',
  planted: `import '${planted}';`,
  allowed: `import '${allowed}';`,
});

const PLANTED: readonly Planted[] = [
  imports('preferences imports no page', 'src/preferences/x.ts', '../page/page.ts', './preferences.ts'),
  imports('preferences imports no colour', 'src/preferences/x.ts', '../color/color.ts', './preferences.ts'),
  imports('color imports nothing of ours', 'src/color/x.ts', '../preferences/preferences.ts', './color.ts'),
  imports('vietnamese imports nothing of ours', 'src/vietnamese/x.ts', '../preferences/preferences.ts', 'node:assert'),
  imports('page imports no feature', 'src/page/x.ts', '../features/feature.ts', '../preferences/preferences.ts'),
  imports('page imports no ui', 'src/page/x.ts', '../ui/define.ts', '../color/color.ts'),
  imports('storage imports no page', 'src/storage/x.ts', '../page/page.ts', '../preferences/preferences.ts'),
  imports('audit imports no feature', 'src/audit/x.ts', '../features/feature.ts', '../color/color.ts'),
  imports('features import no ui', 'src/features/x.ts', '../ui/define.ts', '../page/page.ts'),
  imports(
    'features import no storage',
    'src/features/contrast/x.ts',
    '../../storage/preferences-storage.ts',
    '../../page/page.ts',
  ),
  imports('a feature imports no other', 'src/features/contrast/x.ts', '../text-size/text-size.ts', '../feature.ts'),
  imports(
    'nor does it the other way round',
    'src/features/text-size/x.ts',
    '../contrast/contrast.ts',
    './text-size.ts',
  ),
  imports(
    'ui imports no feature',
    'src/ui/toolbar/x.ts',
    '../../features/feature.ts',
    '../../preferences/preferences.ts',
  ),
  imports('ui imports no storage', 'src/ui/x.ts', '../storage/preferences-storage.ts', '../color/color.ts'),
  imports('ui imports no page', 'src/ui/x.ts', '../page/page.ts', './define.ts'),
  imports('src imports no shell', 'src/ui/x.ts', '../../widget/boot.ts', './define.ts'),
  imports('no feature imports a shell', 'src/features/x.ts', '../../widget/boot.ts', './feature.ts'),
  imports('lit stays out of the features', 'src/features/contrast/x.ts', 'lit', '../feature.ts'),
  imports('so do its parts', 'src/page/x.ts', 'lit/decorators.js', './page.ts'),
  imports('lit-html is lit', 'src/storage/x.ts', 'lit-html', '../preferences/preferences.ts'),
  imports('readability only in reading mode', 'src/features/contrast/x.ts', '@mozilla/readability', '../feature.ts'),
  imports('the sanitiser only in reading mode', 'src/ui/reader/x.ts', 'dompurify', 'lit'),
  imports('not in a shell either', 'widget/x.ts', 'dompurify', 'lit'),
  imports('axe only in the audit', 'src/features/contrast/x.ts', 'axe-core', '../feature.ts'),
  imports('axe is not shipped', 'widget/x.ts', 'axe-core', '../src/features/feature.ts'),
  {
    fence: 'an import when it is needed is an import',
    file: 'src/page/x.ts',
    rule: 'import-x/no-restricted-paths',
    planted: "export const later = () => import('../features/feature.ts');",
    allowed: "export const later = () => import('../preferences/preferences.ts');",
  },
  {
    fence: 'so is one of types alone',
    file: 'src/preferences/x.ts',
    rule: 'import-x/no-restricted-paths',
    planted: "export type { Page } from '../page/page.ts';",
    allowed: "export type { Preferences } from './preferences.ts';",
  },
  {
    fence: 'preferences touches no document',
    file: 'src/preferences/x.ts',
    rule: 'no-restricted-globals',
    planted: 'export const title = document.title;',
    allowed: 'export const title = (document: { title: string }) => document.title;',
  },
  {
    fence: 'color takes no element, not even as a type',
    file: 'src/color/x.ts',
    rule: '@typescript-eslint/no-restricted-types',
    planted: 'export const read = (element: HTMLElement) => element;',
    allowed: 'export const read = (element: string) => element;',
  },
  {
    fence: 'vietnamese asks nothing of the browser',
    file: 'src/vietnamese/x.ts',
    rule: 'no-restricted-globals',
    planted: 'export const language = navigator.language;',
    allowed: 'export const language = new Intl.Locale("vi").language;',
  },
  {
    fence: 'features name no storage',
    file: 'src/features/x.ts',
    rule: 'no-restricted-globals',
    planted: "export const kept = localStorage.getItem('x');",
    allowed: "export const kept = new Map<string, string>().get('x');",
  },
  {
    fence: 'nor reach it through the window',
    file: 'widget/x.ts',
    rule: 'no-restricted-syntax',
    planted: 'export const kept = window.localStorage;',
    allowed: 'export const kept = window.location;',
  },
  {
    fence: 'nor by a quoted name',
    file: 'widget/x.ts',
    rule: 'no-restricted-syntax',
    planted: "export const kept = window['sessionStorage'];",
    allowed: "export const kept = window['location'];",
  },
  {
    fence: 'only storage reads cookies',
    file: 'src/page/x.ts',
    rule: 'no-restricted-syntax',
    planted: 'export const kept = document.cookie;',
    allowed: 'export const kept = document.title;',
  },
  {
    fence: 'only storage names the extension store',
    file: 'extension/x.ts',
    rule: 'no-restricted-syntax',
    planted: 'declare const browser: { storage: unknown }; export const kept = browser.storage;',
    allowed: 'declare const browser: { tabs: unknown }; export const kept = browser.tabs;',
  },
  {
    fence: 'nothing is sent',
    file: 'src/storage/x.ts',
    rule: 'no-restricted-globals',
    planted: "export const sent = fetch('/x');",
    allowed: "export const sent = localStorage.getItem('/x');",
  },
  {
    fence: 'not by a beacon either',
    file: 'widget/x.ts',
    rule: 'no-restricted-syntax',
    planted: "export const sent = navigator.sendBeacon('/x');",
    allowed: 'export const sent = navigator.language;',
  },
  {
    fence: 'text never becomes markup',
    file: 'src/features/x.ts',
    rule: 'no-restricted-syntax',
    planted: "export const write = (element: Element) => { element.innerHTML = '<b>'; };",
    allowed: "export const write = (element: Element) => { element.textContent = '<b>'; };",
  },
  {
    fence: 'exports have names',
    file: 'src/page/x.ts',
    rule: 'import-x/no-default-export',
    planted: 'export default 1;',
    allowed: 'export const one = 1;',
  },
];

describe('the fences of the house', () => {
  let eslint: ESLint;
  beforeAll(() => {
    // The planted files are on no disk, so the rules that need the compiler's types are left out.
    eslint = new ESLint({
      cwd: root,
      overrideConfig: [
        { ...tseslint.configs.disableTypeChecked, files: ['**/*.ts'] },
        { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false, project: null } } },
      ] as ESLint.Options['overrideConfig'],
    });
  });

  const broken = async (file: string, code: string): Promise<string[]> => {
    const [result] = await eslint.lintText(code, { filePath: join(root, file) });
    return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
  };

  it.each(PLANTED)('$fence', async ({ file, rule, planted, allowed }) => {
    expect(await broken(file, planted)).toContain(rule);
    expect(await broken(file, allowed)).toEqual([]);
  });

  it('know every room of src', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const known = [...Object.keys(ROOMS), 'features'];
    expect(folders.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('know every feature', () => {
    const folders = readdirSync(join(root, 'src/features'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).filter((name) => !FEATURES.includes(name))).toEqual([]);
  });
});
