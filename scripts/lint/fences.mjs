import { fileURLToPath } from 'node:url';
import globals from 'globals';

const basePath = fileURLToPath(new URL('../../', import.meta.url));

/** What each room of `src` may import from `src` besides itself; a room that is not named here may import nothing. */
export const ROOMS = {
  preferences: [],
  color: [],
  vietnamese: [],
  page: ['preferences', 'color', 'vietnamese'],
  storage: ['preferences', 'color', 'vietnamese'],
  audit: ['preferences', 'color', 'vietnamese'],
  ui: ['preferences', 'color', 'vietnamese'],
};

/** The features; each may import no other feature, only the contract and what all features share. */
export const FEATURES = [
  'text-size',
  'contrast',
  'text-spacing',
  'font',
  'links',
  'motion',
  'pointer',
  'reading-guide',
  'reading-mode',
  'read-aloud',
];

const SHELLS = ['widget', 'extension', 'audit'];

const rooms = Object.keys(ROOMS).map((room) => `src/${room}`);
const features = FEATURES.map((feature) => `src/features/${feature}`);

/** Packages that are kept out of every folder but a few. */
const PACKAGES = [
  {
    names: ['lit', 'lit-html', 'lit-element', '@lit'],
    outside: [...rooms.filter((room) => room !== 'src/ui'), 'src/features', 'bench'],
    message: 'Lit belongs to src/ui and the shells: a content script cannot run it.',
  },
  {
    names: ['@mozilla/readability', 'dompurify'],
    outside: [...rooms, ...features.filter((feature) => feature !== 'src/features/reading-mode'), ...SHELLS],
    message: 'Only src/features/reading-mode extracts and sanitises.',
  },
  {
    names: ['axe-core'],
    outside: [...rooms.filter((room) => room !== 'src/audit'), 'src/features', 'widget', 'extension'],
    message: 'axe-core belongs to the audit and to tests.',
  },
];

/** Zones for `import-x/no-restricted-paths`: who may import whom, packages included. */
export const importZones = [
  ...Object.entries(ROOMS).map(([room, allowed]) => ({
    target: `./src/${room}`,
    from: './src',
    except: [room, ...allowed].map((name) => `./${name}`),
    message: `src/${room} may import ${allowed.length === 0 ? 'nothing of ours but itself' : `only ${allowed.join(', ')}`}.`,
  })),
  ...FEATURES.map((feature) => ({
    target: `./src/features/${feature}`,
    from: './src/features',
    except: [`./${feature}`, './feature.ts'],
    message: 'A feature never imports another feature.',
  })),
  {
    target: './src/features',
    from: './src',
    except: ['./features', './preferences', './color', './vietnamese', './page'],
    message: 'Features may import only preferences, color, vietnamese and page.',
  },
  {
    target: './src',
    from: SHELLS.map((shell) => `./${shell}`),
    message: 'Nothing in src imports a shell.',
  },
  ...PACKAGES.map(({ names, outside, message }) => ({
    target: outside.map((folder) => `./${folder}`),
    from: names.map((name) => `./node_modules/${name}`),
    message,
  })),
];

const storageNames = ['localStorage', 'sessionStorage', 'indexedDB', 'cookieStore', 'caches'];
const networkNames = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource'];

/** What a browser has and Node has not, with what only reaches the page, its storage or the network in both. */
const domNames = new Set([
  ...Object.keys(globals.browser).filter((name) => !(name in globals['shared-node-browser'])),
  ...storageNames,
  ...networkNames,
  'navigator',
  'Navigator',
  'BroadcastChannel',
  'PerformanceObserver',
]);

const noPageMessage = 'This room knows no page: text and numbers in, text and numbers out.';

/** The page's own types, by the beginnings of their names: a short name such as `Text` may well be one of ours. */
const domTypes = Object.fromEntries(
  [...domNames]
    .filter((name) => /^(HTML|SVG|CSS|DOM|Shadow|Document|Element|Node|Window|StyleSheet|Mutation|Resize)/.test(name))
    .map((name) => [name, { message: noPageMessage }]),
);

/** @param {Iterable<string>} names @param {string} message */
const restricted = (names, message) => [...names].map((name) => ({ name, message }));

const storageMessage = 'Only src/storage names what the browser keeps.';
const networkMessage = 'Rõ Chữ sends nothing anywhere.';

/** `a.b` and `a['b']` alike. @param {string} pattern @param {string} message */
const member = (pattern, message) => [
  { selector: `MemberExpression[computed=false][property.name=${pattern}]`, message },
  { selector: `MemberExpression[computed=true][property.value=${pattern}]`, message },
];

const storageSyntax = [
  ...member('/^(localStorage|sessionStorage|indexedDB|cookieStore|cookie)$/', storageMessage),
  { selector: 'MemberExpression[object.name=/^(browser|chrome)$/][property.name="storage"]', message: storageMessage },
  {
    selector: 'MemberExpression[object.property.name=/^(browser|chrome)$/][property.name="storage"]',
    message: storageMessage,
  },
];
const networkSyntax = member('/^(fetch|sendBeacon|XMLHttpRequest|WebSocket|EventSource)$/', networkMessage);
const markupMessage = 'Text that becomes markup is refused under Trusted Types, and dangerous without.';
const markupSyntax = [
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: markupMessage,
  },
  {
    selector: 'CallExpression > MemberExpression.callee[property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: markupMessage,
  },
  {
    selector: 'CallExpression > MemberExpression.callee[object.name=/^(document|doc)$/][property.name=/^write(ln)?$/]',
    message: markupMessage,
  },
];

/**
 * The fences of the house as ESLint configurations.
 *
 * @param {import('eslint').ESLint.Plugin} importPlugin `eslint-plugin-import-x`
 * @returns {import('eslint').Linter.Config[]}
 */
export function fences(importPlugin) {
  return [
    {
      name: 'fences/imports',
      files: ['src/**/*.ts', 'widget/**/*.ts', 'extension/**/*.ts', 'audit/**/*.ts', 'bench/**/*.{ts,mjs}'],
      plugins: { 'import-x': importPlugin },
      rules: { 'import-x/no-restricted-paths': ['error', { basePath, zones: importZones }] },
    },
    {
      name: 'fences/nothing-stored-nothing-sent',
      files: ['src/**/*.ts', 'widget/**/*.ts', 'extension/**/*.ts'],
      rules: {
        'no-restricted-globals': [
          'error',
          ...restricted(storageNames, storageMessage),
          ...restricted(networkNames, networkMessage),
        ],
        'no-restricted-syntax': ['error', ...storageSyntax, ...networkSyntax, ...markupSyntax],
      },
    },
    {
      name: 'fences/storage',
      files: ['src/storage/**/*.ts'],
      rules: {
        'no-restricted-globals': ['error', ...restricted(networkNames, networkMessage)],
        'no-restricted-syntax': ['error', ...networkSyntax, ...markupSyntax],
      },
    },
    {
      name: 'fences/no-page',
      files: ['preferences', 'color', 'vietnamese'].map((room) => `src/${room}/**/*.ts`),
      rules: {
        'no-restricted-globals': ['error', ...restricted(domNames, noPageMessage)],
        '@typescript-eslint/no-restricted-types': ['error', { types: domTypes }],
      },
    },
  ];
}
