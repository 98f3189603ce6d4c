import { expect } from 'chai';
import { relativeLuminance } from '../../../src/color/contrast-ratio.ts';
import { parseColor } from '../../../src/color/parse-color.ts';
import { toOklab } from '../../../src/color/spaces.ts';
import { COLOR_SCHEMES, CONTRAST_LEVELS } from '../../../src/preferences/limits.ts';
import { openContrasted, type ContrastedHost } from './contrasted.ts';

const LOGO =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><circle cx="20" cy="20" r="15" fill="#012"/></svg>',
  );
const PHOTO =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><path d="M0 0h80v40H0z" fill="#8a6"/></svg>',
  );

const BODY = `<header id="header"><a id="home" href="#a">Trang chủ</a></header>
  <p id="text">Sở Khoa học và Công nghệ <a id="link" href="#b">thông báo tuyển dụng</a> năm nay</p>
  <p id="warning">Hết hạn</p><p id="grey">Ghi chú</p>
  <div id="gradient"><span id="on">Tin mới</span></div>
  <img id="logo" alt="" src="${LOGO}"><img id="photo" alt="" src="${PHOTO}">
  <table id="table"><tr><td id="cell">Ô</td></tr></table>
  <input id="field" value="Từ khóa"><button id="button">Tìm</button>`;

const CSS = `#header{background:#c41414}#home{color:#fff}#warning{color:#d00}#grey{color:#777}
  #gradient{background:linear-gradient(#eee,#ccc)}#cell{border:1px solid #222}#field{background:#fff;border:1px solid #ddd}
  #link{color:#06c;text-decoration:none}`;

const TEXTS = ['#home', '#text', '#link', '#warning', '#grey', '#on', '#cell', '#field', '#button'];
const ASKED = { '-1': 4.5, 0: 4.5, 1: 4.5, 2: 7, 3: 15 };

describe('contrast: colour schemes', () => {
  let host: ContrastedHost;
  beforeEach(async () => {
    host = await openContrasted(BODY, CSS);
  });
  afterEach(() => host.remove());

  const luminance = (selector: string, property = 'background-color'): number =>
    relativeLuminance(parseColor(host.css(selector, property))!);
  const hue = (selector: string): number => {
    const [, a, b] = toOklab(parseColor(host.css(selector, 'color'))!);
    return (Math.atan2(b, a) * 180) / Math.PI;
  };

  for (const scheme of COLOR_SCHEMES) {
    for (const level of CONTRAST_LEVELS) {
      if (scheme === 'page' && level <= 0) continue;
      it(`${scheme} at level ${level}: every text reaches what the level asks`, async () => {
        await host.setLevel(level, scheme);
        for (const text of TEXTS) expect(host.ratio(text), text).to.be.at.least(ASKED[level]);
      });
    }
  }

  it('dark makes light grounds dark and keeps vivid ones; text turns with its ground', async () => {
    await host.setLevel(0, 'dark');
    expect(luminance('html')).to.be.below(0.05);
    expect(luminance('#field')).to.be.below(0.1);
    expect(luminance('#text', 'color')).to.be.above(0.5);
    const [, a] = toOklab(parseColor(host.css('#header', 'background-color'))!);
    expect(a, 'a red menu').to.be.above(0.1);
    expect(host.css('html', 'color-scheme')).to.equal('dark');
  });

  it('light makes dark grounds light', async () => {
    await host.setLevel(0, 'light');
    expect(luminance('#header')).to.be.above(0.7);
    expect(luminance('#home', 'color')).to.be.below(0.3);
  });

  it('leaves white text on an orange bar light where the bar becomes dark, and turns it where that becomes light', async () => {
    host.remove();
    host = await openContrasted('<p id="bar">Giới thiệu</p>', '#bar{background:#ff9a3c;color:#fff}');
    await host.setLevel(0, 'dark');
    expect(luminance('#bar', 'color')).to.be.above(0.9);
    await host.setLevel(0, 'light');
    expect(luminance('#bar', 'color')).to.be.below(0.05);
  });

  it('keeps hues in light and dark', async () => {
    const [red, blue] = [hue('#warning'), hue('#link')];
    for (const scheme of ['light', 'dark'] as const) {
      await host.setLevel(2, scheme);
      expect(Math.abs(hue('#warning') - red), `red in ${scheme}`).to.be.below(10);
      expect(Math.abs(hue('#link') - blue), `blue in ${scheme}`).to.be.below(10);
    }
  });

  it('has two colours alone where it says so, links underlined', async () => {
    for (const [scheme, ground, ink] of [
      ['yellow-on-black', 'rgb(0, 0, 0)', 'rgb(255, 255, 0)'],
      ['black-on-yellow', 'rgb(255, 255, 0)', 'rgb(0, 0, 0)'],
    ] as const) {
      await host.setLevel(1, scheme);
      for (const text of TEXTS) expect(host.css(text, 'color'), text).to.equal(ink);
      for (const box of ['html', '#header', '#field', '#gradient']) {
        expect(host.css(box, 'background-color'), box).to.equal(ground);
      }
      expect(host.css('#gradient', 'background-image')).to.equal('none');
      expect(host.css('#home', 'text-decoration-line')).to.equal('underline');
    }
  });

  it('leaves a dark see-through logo the ground it had, and a photo as it is', async () => {
    await Promise.all([...host.document.images].map((image) => image.decode()));
    await host.setLevel(0, 'dark');
    expect(luminance('#logo')).to.be.above(0.9);
    expect(host.find('#photo').hasAttribute('style')).to.equal(false);
    for (const image of ['#logo', '#photo']) {
      expect(host.css(image, 'filter'), image).to.equal('none');
      expect(host.css(image, 'opacity'), image).to.equal('1');
    }
  });

  it('gives a picture that lies over words no ground to hide them with', async () => {
    const ring =
      'data:image/svg+xml,' +
      encodeURIComponent(
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><circle cx="50" cy="50" r="40" fill="none" stroke="#9c0" stroke-width="9"/></svg>',
      );
    host.remove();
    host = await openContrasted(
      `<div id="chart"><h2 id="n">67,05 %</h2><img id="ring" alt="" src="${ring}"></div>`,
      '#chart{position:relative;width:100px;height:100px}#ring{position:absolute;inset:0}#n{margin:0;font-size:22px;line-height:100px}',
    );
    await host.document.images[0]!.decode();
    for (const scheme of ['dark', 'black-on-yellow'] as const) {
      await host.setLevel(1, scheme);
      expect(host.css('#ring', 'background-color'), scheme).to.equal('rgba(0, 0, 0, 0)');
    }
  });

  it('keeps the lines of a table visible', async () => {
    await host.setLevel(0, 'dark');
    const line = parseColor(host.css('#cell', 'border-top-color'))!;
    expect(relativeLuminance(line)).to.be.above(0.08);
  });

  it('comes back exactly, from scheme to scheme and to the page', async () => {
    const before = host.document.documentElement.outerHTML;
    await host.setLevel(2, 'dark');
    await host.setLevel(1, 'black-on-yellow');
    const yellow = host.css('#text', 'color');
    await host.setLevel(0, 'page');
    expect(host.document.documentElement.outerHTML).to.equal(before);
    await host.setLevel(1, 'black-on-yellow');
    expect(host.css('#text', 'color')).to.equal(yellow);
  });
});
