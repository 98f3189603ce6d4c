import { expect } from 'chai';
import { openPage } from '../../src/page/open-page.ts';
import type { Edits, Page } from '../../src/page/page.ts';
import { openHostPage, type HostPage } from '../support/host-page.ts';

describe('the journal of edits', () => {
  let host: HostPage;
  let page: Page;
  let edits: Edits;
  let element: HTMLElement;
  const begin = async (html: string): Promise<void> => {
    host = await openHostPage(`<!DOCTYPE html>${html}`);
    page = openPage(host.document);
    edits = page.edits('one');
    element = host.document.body.firstElementChild as HTMLElement;
  };
  const rule = (): CSSStyleRule => host.document.styleSheets[0]!.cssRules[0] as CSSStyleRule;
  afterEach(() => {
    page.close();
    host.remove();
  });

  const attributes = [
    null,
    '',
    ';',
    'color:red',
    ' COLOR : Red ;;foo:bar; width:1px',
    'font:12px/1.5 Arial',
    'color:red!important',
  ];
  for (const style of attributes) {
    it(`puts back the style attribute ${JSON.stringify(style)}`, async () => {
      await begin('<body><p>x</p>');
      if (style !== null) element.setAttribute('style', style);
      edits.setProperty(element, 'color', 'blue', 'important');
      edits.setProperty(element, 'font-size', '20px');
      expect(element.style.color).to.equal('blue');
      edits.undo();
      expect(element.getAttribute('style')).to.equal(style);
      expect(element.outerHTML).to.equal(style === null ? '<p>x</p>' : `<p style="${style}">x</p>`);
    });
  }

  const blocks = [
    'font: 12px/1.5 Arial',
    'font: var(--f)',
    'font: var(--f); font-size: 11px',
    'color: red; font-size: 10px !important; --x:  a b ; --e:;',
    'background: url("data:,") no-repeat; font-size: 12px; font-size: 1vw',
    'font-size: 9px; & b { font-size: 8px }',
    'all: initial; font-size: 13px',
  ];
  for (const block of blocks) {
    it(`puts back the rule { ${block} }`, async () => {
      await begin(`<style>p{${block}}</style><body><p>x</p>`);
      const text = rule().cssText;
      const values = [...rule().style].map((name) => [name, rule().style.getPropertyValue(name)] as const);
      edits.setProperty(rule(), 'font-size', '30px');
      edits.setProperty(rule(), '--ro-chu-x', '1px');
      edits.setProperty(rule(), 'line-height', '40px');
      edits.undo();
      expect(rule().cssText).to.equal(text);
      for (const [name, value] of values) {
        if (name !== 'all') expect(rule().style.getPropertyValue(name), name).to.equal(value);
      }
    });
  }

  it('does not edit the part of a shorthand that could not be put back', async () => {
    await begin('<style>p{font:var(--f);font-size:11px}</style><body><p>x</p>');
    const text = rule().cssText;
    edits.setProperty(rule(), 'line-height', '20px');
    expect(edits.holds(rule(), 'line-height')).to.equal(false);
    expect(rule().cssText).to.equal(text);
  });

  it('puts back a shorthand with a variable of which a part was edited, unless the page changed the rule', async () => {
    await begin('<style>p{background:var(--b);color:red}</style><body><p>x</p>');
    edits.setProperty(rule(), 'background-color', 'blue');
    edits.undo();
    expect(rule().cssText).to.equal('p { background: var(--b); color: red; }');
    edits.setProperty(rule(), 'background-color', 'blue');
    rule().style.color = 'green';
    edits.undo();
    expect(rule().style.color).to.equal('green');
  });

  it('keeps what the page wrote since, in the same task too', async () => {
    await begin('<body><p style="font-size:12px">x</p>');
    edits.setProperty(element, 'font-size', '24px');
    element.style.color = 'red';
    edits.undo();
    expect(element.getAttribute('style')).to.equal('font-size: 12px; color: red;');
    edits.setProperty(element, 'font-size', '24px');
    await Promise.resolve();
    element.style.fontSize = '15px';
    edits.undo();
    expect(element.style.fontSize).to.equal('15px');
  });

  it('keeps what the page took away', async () => {
    await begin('<body><p style="font-size:12px;color:red">x</p>');
    edits.setProperty(element, 'font-size', '24px');
    await Promise.resolve();
    element.removeAttribute('style');
    edits.undo();
    expect(element.hasAttribute('style')).to.equal(false);
  });

  it('lies features over each other, and takes them off in any order', async () => {
    await begin('<body><p style="color:red">x</p>');
    const other = page.edits('two');
    edits.setProperty(element, 'color', 'blue');
    other.setProperty(element, 'color', 'green');
    expect(element.style.color).to.equal('green');
    expect(other.originalProperty(element, 'color').value).to.equal('red');
    edits.undo();
    expect(element.style.color).to.equal('green');
    edits.setProperty(element, 'color', 'blue');
    other.undo();
    expect(element.style.color).to.equal('blue');
    edits.undo();
    expect(element.getAttribute('style')).to.equal('color:red');
  });

  it('undoes twice, and restores by property and by owner', async () => {
    await begin('<body><p>x</p>');
    edits.setProperty(element, 'color', 'blue');
    edits.setProperty(element, 'width', '1px');
    expect(edits.holds(element, 'color')).to.equal(true);
    edits.restoreProperty(element, 'color');
    expect(edits.holds(element, 'color')).to.equal(false);
    expect(element.getAttribute('style')).to.equal('width: 1px;');
    edits.restoreOwner(element);
    expect(element.hasAttribute('style')).to.equal(false);
    edits.undo();
    edits.undo();
    expect(element.hasAttribute('style')).to.equal(false);
  });

  it('puts attributes back, but for those that the page changed since', async () => {
    await begin('<body><p title="a" lang="vi">x</p>');
    // An attribute that was taken away comes back as the last one.
    edits.setAttribute(element, 'title', 'b');
    edits.setAttribute(element, 'title', 'c');
    edits.setAttribute(element, 'lang', null);
    edits.setAttribute(element, 'role', 'note');
    element.setAttribute('role', 'img');
    edits.undo();
    expect(element.outerHTML).to.equal('<p title="a" role="img" lang="vi">x</p>');
  });

  it('puts sheets of ours in, replaces them, and takes them out, the page having changed the list', async () => {
    await begin('<body><p>x</p>');
    const { document, window } = host;
    edits.setSheet(document, 'p{color:rgb(1,2,3)}');
    edits.setSheet(document, 'p{width:9px}', 'more');
    edits.setSheet(document, 'p{color:rgb(4,5,6)}');
    expect(document.adoptedStyleSheets.length).to.equal(2);
    expect(window.getComputedStyle(element).color).to.equal('rgb(4, 5, 6)');
    expect(page.sheets(document)).to.deep.equal([]);
    const sheet = new window.CSSStyleSheet();
    document.adoptedStyleSheets = [sheet];
    document.body.append('y');
    await Promise.resolve();
    expect(document.adoptedStyleSheets.length, 'put back').to.equal(3);
    edits.undo();
    expect([...document.adoptedStyleSheets]).to.deep.equal([sheet]);
  });

  it('edits elements under a strict content security policy, and takes that back', async () => {
    await begin(
      '<meta http-equiv="Content-Security-Policy" content="style-src \'self\'"><body><p style="color:red">x</p>',
    );
    const { getComputedStyle } = host.window;
    const own = element.style.cssText;
    const attribute = element.getAttribute('style');
    edits.setProperty(element, 'font-size', '30px');
    edits.setSheet(host.document, 'p{width:9px}');
    expect(getComputedStyle(element).fontSize).to.equal('30px');
    expect(getComputedStyle(element).width).to.equal('9px');
    edits.undo();
    expect(element.style.cssText).to.equal(own);
    expect(element.getAttribute('style')).to.equal(attribute);
  });

  it('leaves rules alone that the page took out of their sheets', async () => {
    await begin('<style>p{color:red}b{color:red}</style><body><p>x</p>');
    const [first, second] = [...host.document.styleSheets[0]!.cssRules] as CSSStyleRule[];
    edits.setProperty(first!, 'color', 'blue');
    expect(first!.style.color).to.equal('blue');
    edits.setProperty(second!, 'color', 'blue');
    host.document.styleSheets[0]!.deleteRule(0);
    edits.undo();
    expect(second!.cssText).to.equal('b { color: red; }');
  });

  it('forgets a copy of an edited element together with what it brought along', async () => {
    await begin('<body><p>x</p>');
    edits.setProperty(element, '--ro-chu-test', '1px');
    const copy = element.cloneNode(true) as HTMLElement;
    host.document.body.append(copy);
    edits.setProperty(copy, '--ro-chu-test', '1px');
    edits.undo();
    expect(copy.outerHTML).to.equal('<p>x</p>');
    expect(element.outerHTML).to.equal('<p>x</p>');
  });
});
