import js from '@eslint/js';
import * as importX from 'eslint-plugin-import-x';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { fences } from './scripts/lint/fences.mjs';

const importPlugin = importX.default ?? importX;

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'tests/**/pages/', 'tests/**/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    name: 'typescript',
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The compiler says it, and says it about names that are only types too.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true, ignoreVoidOperator: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // With `noUncheckedIndexedAccess` every cell of a matrix and every group of a match may be undefined to the compiler.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Host pages patch and remove what the DOM types promise, and old browsers lack it: checks "that can't fail" do.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    name: 'modules',
    files: ['src/**/*.ts', 'widget/**/*.ts', 'extension/**/*.ts', 'audit/**/*.ts'],
    plugins: { 'import-x': importPlugin },
    settings: { 'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.mjs', '.js'] })] },
    rules: {
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': 'error',
      'max-lines': ['error', { max: 300 }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-extend-native': 'error',
    },
  },
  {
    name: 'elements',
    files: ['src/ui/**/*.ts', 'widget/**/*.ts', 'extension/**/*.ts'],
    extends: [lit['flat/recommended'], litA11y.configs.recommended],
  },
  ...fences(importPlugin),
  {
    name: 'tests',
    files: ['tests/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // A method named without a call is how chai and spies take it.
      '@typescript-eslint/unbound-method': 'off',
      // chai's `expect(x).to.be.true`, and values a test has just put there itself.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  { name: 'tools', files: ['**/*.mjs'], languageOptions: { globals: { ...globals.node } } },
  {
    // What they hand to a page runs there.
    name: 'tools-that-drive-browsers',
    files: ['tests/e2e/**/*.mjs', 'tests/pack/**/*.mjs', 'bench/**/*.mjs', 'scripts/screenshots.mjs'],
    languageOptions: { globals: globals.browser },
  },
  {
    name: 'scripts-in-pages',
    files: ['widget/demo/**/*.js'],
    languageOptions: { sourceType: 'script', globals: globals.browser },
  },
);
