/**
 * Where Lit makes its Trusted Types policy, and where it turns a template's text into nodes, as its production build
 * writes them (names are whatever its minifier chose).
 */
const POLICY = /(\w+)=(\w+)\?\2\.createPolicy\("lit-html",\{createHTML:(\w+)=>\3\}\):void 0/g;
const PARSE =
  /static createElement\((\w+),(\w+)\)\{const (\w+)=(\w+)\.createElement\("template"\);return \3\.innerHTML=\1,\3\}/g;

/** Keeps Lit's comments and the attributes it marks; scripts and event handlers are dropped whatever is asked for. */
const SANITIZER = '{sanitizer:{removeElements:[],removeAttributes:[],comments:!0}}';

/**
 * Makes lit-html load and render where the page's `trusted-types` directive does not name its policy: the refusal is
 * caught, and templates then go through `Element.setHTML`, which needs no policy.
 *
 * @param {string} code the production build of lit-html
 * @returns {string}
 * @throws {Error} when the code is not as expected, as after an update of Lit
 * @see docs/decisions/0002-lit-under-trusted-types.md
 */
export function tolerateTrustedTypes(code) {
  const policies = [...code.matchAll(POLICY)];
  const parses = [...code.matchAll(PARSE)];
  if (policies.length !== 1 || parses.length !== 1) {
    throw new Error(
      `lit-html is not as scripts/build/trusted-types-lit.mjs expects: its policy was found ${policies.length} times and ` +
        `its innerHTML ${parses.length} times, each should be found once. Read docs/decisions/0002-lit-under-trusted-types.md.`,
    );
  }
  const [found, policy, trustedTypes] = policies[0];
  const [, html, options, template, document] = parses[0];
  if ([html, options, template].includes(policy)) {
    throw new Error(
      `lit-html hides its policy ("${policy}") where it makes a template; trusted-types-lit.mjs needs it there.`,
    );
  }
  const creation = found.slice(`${policy}=${trustedTypes}?`.length, -':void 0'.length);
  // No policy although the browser has Trusted Types: it was refused.
  const parse =
    `globalThis.trustedTypes&&!${policy}&&${template}.setHTML` +
    `?${template}.setHTML(${html},${SANITIZER}):${template}.innerHTML=${html}`;
  return code
    .replace(POLICY, () => `${policy}=${trustedTypes}?(()=>{try{return ${creation}}catch{}})():void 0`)
    .replace(
      PARSE,
      () =>
        `static createElement(${html},${options}){const ${template}=${document}.createElement("template");` +
        `return ${parse},${template}}`,
    );
}

/**
 * The vite plugin around `tolerateTrustedTypes`; fails the build when lit-html was bundled but never seen.
 *
 * @returns {import('vite').Plugin}
 */
export function trustedTypesLit() {
  let isDone = false;
  return {
    name: 'ro-chu:trusted-types-lit',
    transform(code, id) {
      if (!/[\\/]lit-html[\\/]lit-html\.js$/.test(id.split('?')[0])) return null;
      isDone = true;
      return { code: tolerateTrustedTypes(code), map: null };
    },
    generateBundle(_, bundle) {
      const hasLit = Object.values(bundle).some(
        (file) => file.type === 'chunk' && /createPolicy\(["'`]lit-html["'`]/.test(file.code),
      );
      if (hasLit && !isDone)
        this.error('lit-html was bundled from a file that ro-chu:trusted-types-lit does not know.');
    },
  };
}
