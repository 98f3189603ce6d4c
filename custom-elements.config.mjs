/** Leaves the elements, and of those what a site may use: nothing private, and no event without a name. */
const publicElements = {
  name: 'public-elements',
  packageLinkPhase({ customElementsManifest }) {
    const isElement = ({ customElement }) => customElement === true;
    customElementsManifest.modules = customElementsManifest.modules.filter((module) =>
      module.declarations?.some(isElement),
    );
    for (const module of customElementsManifest.modules) {
      module.declarations = module.declarations.filter(isElement);
      for (const element of module.declarations) {
        element.events = element.events?.filter(({ name }) => name);
        element.members = element.members?.filter(
          ({ name, privacy }) => !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected',
        );
        element.attributes = element.attributes?.filter(({ name }) => name);
      }
    }
  },
};

export default {
  globs: ['src/ui/**/*.ts'],
  exclude: ['src/ui/strings/**'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicElements],
};
