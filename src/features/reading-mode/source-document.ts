/** What reading needs of a live document. */
export interface SourceDocument {
  readonly window: Window;
  readonly root: HTMLElement;
  readonly implementation: DOMImplementation;
  readonly base: string;
  readonly url: string;
}

/**
 * Looks at a document past the names that its elements put over its properties: `<img name="implementation">` or
 * `<form name="documentElement">` hide the real ones from `document.…`, and portals do have such names.
 * @throws {TypeError} when the document has no window (it is not shown anywhere).
 * @see https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */
export function lookAt(document: Document): SourceDocument {
  const prototype: object = Reflect.getPrototypeOf(document) ?? {};
  const get = <K extends keyof Document>(name: K): Document[K] => Reflect.get(prototype, name, document);
  const window = get('defaultView');
  if (!window) throw new TypeError('lookAt: expected a document shown in a window, got one without a window');
  return {
    window,
    root: get('documentElement'),
    implementation: get('implementation'),
    base: get('baseURI'),
    url: get('URL'),
  };
}
