/** The extractor alone: the package's index also holds a second program, to guess whether a page is readable, which we do not use. */
declare module '@mozilla/readability/Readability.js' {
  import { Readability } from '@mozilla/readability';
  // eslint-disable-next-line import-x/no-default-export -- CommonJS: the module is the class
  export default Readability;
}
