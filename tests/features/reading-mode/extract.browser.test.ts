import { expect } from 'chai';
import { extractReading } from '../../../src/features/reading-mode/extract.ts';
import type { Reading } from '../../../src/features/reading-mode/reading.ts';
import { squeeze } from '../../../src/features/reading-mode/text.ts';
import { FIXTURES, openFixture, openPageOf } from './fixtures.ts';

const SENTENCE =
  'Sở Nông nghiệp phối hợp với UBND huyện tổ chức lớp tập huấn kỹ thuật cho các hộ dân của bốn xã vùng cao trong ba ngày. ';
const article = (inner: string, head = ''): string =>
  `<!doctype html><html lang="vi"><head><title>Tập huấn kỹ thuật cho các hộ dân - Sở Nông nghiệp</title>${head}</head><body><main><h1>Tập huấn kỹ thuật cho các hộ dân</h1>${inner}</main></body></html>`;

async function read(html: string): Promise<Reading> {
  const { page, close } = await openPageOf(html);
  try {
    return extractReading(page);
  } finally {
    close();
  }
}

const textOf = (reading: Reading): string => squeeze(reading.content.textContent);

describe('extractReading', () => {
  for (const name of FIXTURES) {
    it(`reads the page "${name}" as expected`, async () => {
      const { page, expected, close } = await openFixture(name);
      const before = page.documentElement.outerHTML;
      const reading = extractReading(page);
      expect(page.documentElement.outerHTML, 'the page is as it was').to.equal(before);
      close();
      const { content } = reading;
      const { kind, title, byline, date, lead, language } = reading;
      expect({ kind, title, byline, date, lead, language }).to.deep.equal({
        kind: expected.kind,
        title: expected.title,
        byline: expected.byline,
        date: expected.date,
        lead: expected.lead,
        language: expected.language,
      });
      const text = textOf(reading);
      let from = 0;
      for (const paragraph of expected.paragraphs) {
        const at = text.indexOf(squeeze(paragraph), from);
        expect(at, `"${paragraph}" after character ${from} of "${text}"`).to.be.at.least(0);
        from = at;
      }
      for (const piece of expected.without) expect(text).not.to.include(piece);
      const all = (selector: string): Element[] => [...content.querySelectorAll(selector)];
      const pictures = all('img').map((image) => image.getAttribute('src')!);
      expect(pictures.map((address) => address.split('/').at(-1))).to.deep.equal(expected.pictures);
      for (const address of pictures) expect(address).to.match(new RegExp(`^${location.origin}/`));
      if (kind === 'article') {
        expect(
          all('h1, h2, h3, h4, h5, h6').map((heading) => `${heading.localName} ${squeeze(heading.textContent)}`),
        ).to.deep.equal(expected.headings);
        expect(all('figcaption').map((caption) => squeeze(caption.textContent))).to.deep.equal(expected.captions);
        expect(
          all('table').map((table) => [...table.querySelectorAll('th')].map((cell) => squeeze(cell.textContent))),
        ).to.deep.equal(expected.tables);
      }
      expect(all('[style], [class], [id], [onclick], script, style, form, input, iframe, font, center')).to.deep.equal(
        [],
      );
    });
  }

  it('reads nothing of ours', async () => {
    const reading = await read(
      article(
        `<ro-chu-toolbar><p>Thanh công cụ Rõ Chữ nằm trong trang</p></ro-chu-toolbar><p>${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(3)}</p>`,
      ),
    );
    expect(textOf(reading)).not.to.include('Rõ Chữ');
    expect(reading.kind).to.equal('article');
  });

  it('tries again where names lead the first attempt astray', async () => {
    // Readability parses the body anew for each attempt: this one needs a second, as all of the text is in a "sidebar".
    const reading = await read(
      article(`<div class="extra remark sidebar-popup">${`<p>${SENTENCE.repeat(2)}</p>`.repeat(4)}</div>`),
    );
    expect(reading.kind).to.equal('article');
    expect(textOf(reading).match(/Sở Nông nghiệp/g)).to.have.length(8);
  });

  it('says that an empty page has no article', async () => {
    const reading = await read('<!doctype html><title>Trống</title><body></body>');
    expect(reading.kind).to.equal('other');
    expect(reading.title).to.equal('Trống');
    expect(textOf(reading)).to.equal('');
  });

  it('names a page without any title by its host or address', async () => {
    const reading = await read('<!doctype html><body><p>Ngắn</p></body>');
    expect(reading.title).to.be.a('string').and.not.empty;
  });

  it('shows a form page as its main part, not as an article', async () => {
    const rows = [
      'Họ và tên',
      'Năm sinh',
      'Địa chỉ liên hệ',
      'Thư điện tử',
      'Nội dung phản ánh, kiến nghị của tổ chức, cá nhân',
    ];
    const reading = await read(
      article(
        `<form><table>${rows.map((row) => `<tr><td>${row} (*)</td><td><input></td></tr>`).join('')}</table></form>`.repeat(
          2,
        ),
      ),
    );
    expect(reading.kind).to.equal('other');
    expect(textOf(reading)).to.include('Họ và tên');
  });

  it('takes the language of the words where the page names another', async () => {
    const reading = await read(
      article(`<p>${SENTENCE.repeat(4)}</p><p>${SENTENCE.repeat(4)}</p>`).replace('lang="vi"', 'lang="en"'),
    );
    expect(reading.language).to.equal('vi');
    const english = await read(
      `<html lang="en-GB"><title>Training course for farmers</title><body><h1>Training course for farmers</h1>${'<p>The department held a three-day course for farmers of four communes, on soil, seed, compost and records of production.</p>'.repeat(5)}`,
    );
    expect(english.language).to.equal('en-GB');
  });

  it('drops links that lead nowhere in the reader, and makes the others absolute', async () => {
    const reading = await read(
      article(
        `<p>${SENTENCE.repeat(3)} <a href="#muc-1">Mục 1</a> <a href="/tep/a.pdf" target="_blank">Tệp A</a> <a href="mailto:a@example.gov.vn">Thư</a> <a href="javascript:alert(1)">Bấm</a></p><p>${SENTENCE.repeat(3)}</p>`,
        `<base href="${location.origin}/co-quan/">`,
      ),
    );
    const links = [...reading.content.querySelectorAll('a')].map((link) => [
      link.getAttribute('href'),
      link.getAttribute('target'),
      link.rel,
    ]);
    expect(links).to.deep.equal([
      [`${location.origin}/tep/a.pdf`, null, 'noopener'],
      ['mailto:a@example.gov.vn', null, 'noopener'],
    ]);
    expect(textOf(reading)).to.include('Mục 1').and.include('Bấm');
  });

  it('keeps headings in steps of one from h2 on, whatever the page picked', async () => {
    const reading = await read(
      article(
        `<h5>Phần một</h5><p>${SENTENCE.repeat(3)}</p><h6>Mục một</h6><p>${SENTENCE.repeat(3)}</p><h5>Phần hai</h5><p>${SENTENCE.repeat(3)}</p>`,
      ),
    );
    expect(
      [...reading.content.querySelectorAll('h2, h3, h4, h5, h6')].map((heading) => heading.localName),
    ).to.deep.equal(['h2', 'h3', 'h2']);
  });

  it('loads a picture that waits for the page to scroll, also where only noscript names it', async () => {
    const blank = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    const reading = await read(
      article(
        `<p>${SENTENCE.repeat(3)}</p><p><img src="${blank}" data-original="/anh-a.jpg" alt="A"></p><p>${SENTENCE.repeat(3)}</p><p><img src="${blank}" alt="B"><noscript><img src="/anh-b.jpg"></noscript></p><p>${SENTENCE.repeat(3)}</p><p><img src="/dem.gif" width="1" height="1"></p>`,
      ),
    );
    expect(
      [...reading.content.querySelectorAll('img')].map(
        (image) => new URL(image.getAttribute('src')!, location.href).pathname,
      ),
    ).to.deep.equal(['/anh-a.jpg', '/anh-b.jpg']);
  });

  it('keeps words apart that only the page’s style keeps apart, and no others', async () => {
    const reading = await read(
      article(
        `<p><b class="so">05/2024/NQ-HĐND</b>Quy định mức chi <a href="/x">Tin mới</a><span class="nhan">MỚI</span> và <b>T</b>rong kỳ. ${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(3)}</p>`,
        '<style>.so { display: block } .nhan { margin-left: 6px }</style>',
      ),
    );
    expect(textOf(reading)).to.include('05/2024/NQ-HĐND Quy định').and.include('Tin mới MỚI').and.include('Trong kỳ');
  });

  it('leaves out a column of labels beside the text', async () => {
    const reading = await read(
      `<title>Tập huấn kỹ thuật cho các hộ dân</title><table><tr><td><div>Tra cứu thủ tục</div><form><div>Lĩnh vực</div><select><option>Trồng trọt</option></select><div>Tên thủ tục</div><input></form></td><td><h1>Tập huấn kỹ thuật cho các hộ dân</h1><p>${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(3)}</p></td></tr></table>`,
    );
    expect(textOf(reading)).not.to.match(/Tra cứu|Lĩnh vực|Tên thủ tục/);
  });

  it('throws for a document that is shown nowhere', () => {
    expect(() => extractReading(document.implementation.createHTMLDocument(''))).to.throw(
      TypeError,
      'expected a document shown in a window',
    );
  });

  for (const [label, block, byline] of [
    ['Tác giả', '<p>Tác giả: Lò Thị Mai</p>', 'Lò Thị Mai'],
    ['Nguồn', '<p>Nguồn: Cổng thông tin điện tử tỉnh</p>', 'Cổng thông tin điện tử tỉnh'],
    ['Theo', '<p><em>(Theo Báo An Sơn)</em></p>', 'Báo An Sơn'],
    ['a name at the right', '<p style="text-align: right"><strong>Lò Thị Mai</strong></p>', 'Lò Thị Mai'],
    ['a class', '<div class="article-author">Lò Thị Mai</div>', 'Lò Thị Mai'],
    ['a sentence with "Theo", which is none', '<p>Theo quy định tại khoản 4 Điều 16 Luật Thủ đô</p>', null],
  ] as const) {
    it(`finds who wrote it: ${label}`, async () => {
      const reading = await read(article(`<p>${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(3)}</p>${block}`));
      expect(reading.byline).to.equal(byline);
      if (byline) expect(textOf(reading), 'told above the text, not twice').not.to.include(byline);
    });
  }

  for (const [label, head, block, date] of [
    ['meta', '<meta property="article:published_time" content="2024-08-05T01:30:00Z">', '', '2024-08-05T08:30'],
    ['time', '', '<time datetime="2024-08-05T08:30">hôm qua</time>', '2024-08-05T08:30'],
    ['in words', '', '<p>Ngày đăng: ngày 05 tháng 8 năm 2024</p>', '2024-08-05'],
  ] as const) {
    it(`finds the date: ${label}`, async () => {
      const reading = await read(
        article(`<div>${block}</div><p>${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(3)}</p>`, head),
      );
      expect(reading.date).to.equal(date);
    });
  }
});
