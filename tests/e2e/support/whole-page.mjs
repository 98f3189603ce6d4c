/**
 * All that can be told of a page: its HTML, the text of its style sheets, every computed style of every element. The toolbar
 * and its script are left out, and so are the role, name and tab stop of the page's adopted controls.
 *
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<{ html: string, css: string, elements: { name: string, style: string }[] }>}
 */
export function readPage(page) {
  return page.evaluate(() => {
    const isOurs = (element) => element.matches('ro-chu-toolbar, ro-chu-reader, script[src$="/ro-chu.js"]');
    const copy = document.documentElement.cloneNode(true);
    for (const element of copy.querySelectorAll('*')) if (isOurs(element)) element.remove();
    for (const control of copy.querySelectorAll('.congcu *')) {
      for (const name of ['role', 'tabindex', 'aria-label']) control.removeAttribute(name);
    }
    const sheets = [...document.styleSheets, ...document.adoptedStyleSheets];
    const elements = [...document.querySelectorAll('*')].filter((element) => !isOurs(element));
    // The toolbar stands in the page and makes it taller; that is not in any rule of the page.
    const isStretched = (element) => /^(html|body)$/.test(element.localName);
    return {
      // Where the script tag stood, and the toolbar, there is white space more or less.
      html: copy.outerHTML.replace(/\s+/g, ' ').replace(/> </g, '><'),
      css: sheets.map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('\n')).join('\n'),
      elements: elements.map((element) => ({
        name: `${element.localName}.${element.className}`,
        style: [...[null, '::before', '::after']]
          .flatMap((pseudo) => {
            const style = getComputedStyle(element, pseudo);
            return [...style]
              .filter((name) => !isStretched(element) || !/height|block-size|origin/.test(name))
              .map((name) => `${pseudo ?? ''} ${name}: ${style.getPropertyValue(name).replaceAll('/khong/', '/')}`);
          })
          .join('\n'),
      })),
    };
  });
}
