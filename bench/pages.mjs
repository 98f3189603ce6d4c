// Pages to measure on, written by code and the same at every run: a provincial portal of the 2010s in any size.

const TITLES = [
  'Thông báo lịch tiếp công dân tháng 9 của lãnh đạo Sở',
  'Triển khai kế hoạch chuyển đổi số giai đoạn 2026 - 2030',
  'Công bố danh mục thủ tục hành chính được sửa đổi, bổ sung',
  'Hội nghị sơ kết công tác sáu tháng đầu năm',
  'Quyết định phê duyệt quy hoạch chi tiết khu dân cư',
  'Hướng dẫn nộp hồ sơ trực tuyến qua Cổng dịch vụ công',
  'Tăng cường phòng, chống thiên tai trong mùa mưa bão',
  'Kết quả giải quyết kiến nghị của cử tri',
];
const SUMMARIES = [
  'Sáng nay, tại trụ sở Sở, đã diễn ra buổi làm việc về việc thực hiện các nhiệm vụ trọng tâm, nhằm bảo đảm tiến độ đã đề ra.',
  'Căn cứ Luật Tổ chức chính quyền địa phương, Ủy ban nhân dân tỉnh yêu cầu các đơn vị báo cáo kết quả trước ngày 25 hằng tháng.',
  'Người dân có thể theo dõi tình trạng hồ sơ bằng mã số ghi trên giấy tiếp nhận hoặc liên hệ bộ phận một cửa để được hướng dẫn.',
];
const PLACES = ['Phòng Tổ chức', 'Văn phòng Sở', 'Thanh tra Sở', 'Phòng Kế hoạch', 'Chi cục Đo lường'];

/** The sheets that every page links to, by file name. */
export const SHEETS = {
  'reset.css': `
html, body, div, ul, li, p, h2, h3, h4, table { margin: 0; padding: 0 }
ul { list-style: none } img { border: 0 } a { color: #0a4b8c; text-decoration: none } a:hover { text-decoration: underline }
table { border-collapse: collapse; width: 100% }`,
  'layout.css': `
body { font: 12px/18px Arial, Helvetica, sans-serif; color: #333; background: #f4f4f4 }
#page { width: 1000px; margin: 0 auto; background: #fff; overflow: hidden }
#banner { height: 90px; background: #c00; color: #fff; font-size: 26px; line-height: 90px; padding-left: 20px }
#menu { height: 32px; background: #e06000; overflow: hidden } #menu li { float: left }
#menu a { display: block; padding: 0 14px; font-size: 13px; line-height: 32px; color: #fff; font-weight: bold; white-space: nowrap }
.row { overflow: hidden; clear: both; padding: 6px 0 } .left { float: left; width: 230px } .main { float: left; width: 520px; padding: 0 10px }
.right { float: right; width: 220px } #foot { clear: both; font-size: 11px; line-height: 16px; padding: 10px; background: #eee }`,
  'blocks.css': `
.box { border: 1px solid #ddd; margin-bottom: 8px } .box-title { height: 28px; line-height: 28px; background: #b5121b; color: #fff; font-size: 13px; font-weight: bold; padding: 0 8px; overflow: hidden }
.box-title span { font-size: 11px } .list li { padding: 3px 8px; border-bottom: 1px dotted #ccc } .list a { font-size: 12px } .list .date { font-size: 10px; color: #888 }
.news { height: 112px; overflow: hidden; padding: 6px 8px } .news h3 { font-size: 14px; line-height: 18px; font-weight: bold } .news p { font-size: 12px; line-height: 16px; text-align: justify }
.news .meta { font-size: 10.5px; color: #999 } .lead { font-size: 1.1em } .small { font-size: smaller }
@media screen { .links a { font-size: 11px; line-height: 20px } } @media print { .links { display: none } }`,
  'tables.css': `
.docs th { background: #eee; font-size: 11px; padding: 3px; white-space: nowrap } .docs td { font-size: 12px; padding: 3px 5px; border: 1px solid #ddd; vertical-align: top }
.docs td.no { white-space: nowrap; font-size: 11px } .docs td.day { font-family: Tahoma, sans-serif; font-size: 8pt }
.search input, .search select { font-size: 12px; height: 22px; width: 140px } .search label { font-size: 11px }
#ticker { height: 24px; overflow: hidden; font-size: 12px; line-height: 24px; padding: 0 8px }`,
};

/** Adds a line to the ticker each second, once started, and lets the oldest go, as the portals' own scripts do. */
export const TICKER_SCRIPT = `
function startTicker() {
  const list = document.querySelector('#ticker ul');
  let count = 0;
  setInterval(() => {
    const item = document.createElement('li');
    item.innerHTML = '<a href="#t">Tin mới số ' + ++count + '</a> <span class="date">(vừa đăng)</span>';
    list.prepend(item);
    while (list.children.length > 12) list.lastChild.remove();
  }, 1000);
}`;

/**
 * Writes a portal page.
 *
 * @param {{ elements: number, headScript?: string, bodyScript?: string }} options
 *   `elements`: how many elements its body holds, 500 or more; `headScript`: a script element's HTML for the head;
 *   `bodyScript`: the text of a script that runs at the end of the body
 * @returns {string}
 */
export function writePage({ elements, headScript = '', bodyScript = '' }) {
  const portal = new Portal(elements);
  const links = Object.keys(SHEETS).map((name) => `<link rel="stylesheet" href="/sheets/${name}">`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cổng thông tin</title>
${links.join('\n')}${headScript}</head><body>${portal.write()}${bodyScript ? `<script>${bodyScript}</script>` : ''}</body></html>`;
}

class Portal {
  #left;
  #seed = 20260101;

  constructor(elements) {
    this.#left = elements;
  }

  write() {
    const head = [
      this.#tag('div', 'id="banner"', 'Sở Khoa học và Công nghệ'),
      this.#tag(
        'div',
        'id="menu"',
        this.#tag(
          'ul',
          '',
          this.#times(9, (i) => this.#item(this.#link(`Mục ${i + 1}`))),
        ),
      ),
      this.#tag(
        'div',
        'id="ticker"',
        this.#tag(
          'ul',
          '',
          this.#times(4, () => this.#item(this.#link(this.#pick(TITLES)))),
        ),
      ),
      this.#tag('p', '', this.#tag('span', 'id="probe" style="display: inline-block"', 'Cỡ chữ của trang này')),
      this.#form(),
    ];
    const foot = this.#tag('div', 'id="foot"', 'Cơ quan chủ quản: Ủy ban nhân dân tỉnh');
    this.#left -= 1;
    const rows = [];
    // One row takes up to 350 elements; what is left after the last one goes into short paragraphs.
    while (this.#left > 400) rows.push(this.#row());
    while (this.#left > 0) rows.push(this.#tag('p', '', this.#pick(PLACES)));
    return `<div id="page">${head.join('\n')}${rows.join('\n')}${foot}</div>`;
  }

  #row() {
    const left = this.#tag('div', 'class="left"', this.#list(12) + this.#links(14));
    const middle = this.#tag('div', 'class="main"', this.#news(5) + this.#table(9));
    const right = this.#tag('div', 'class="right"', this.#list(10) + this.#counter());
    return this.#tag('div', 'class="row"', left + middle + right);
  }

  #box(title, inner) {
    const head = this.#tag('div', 'class="box-title"', `${title} ${this.#tag('span', '', `(${this.#number(90)})`)}`);
    return this.#tag('div', 'class="box"', head + this.#tag('div', 'class="box-body"', this.#tag('div', '', inner)));
  }

  #list(count) {
    const items = this.#times(count, () =>
      this.#item(`${this.#link(this.#pick(TITLES))} ${this.#tag('span', 'class="date"', `(${this.#day()})`)}`),
    );
    return this.#box('Tin tức - Sự kiện', this.#tag('ul', 'class="list"', items));
  }

  #links(count) {
    const items = this.#times(count, () => this.#tag('div', '', this.#link(this.#pick(PLACES))));
    return this.#box('Liên kết', this.#tag('div', 'class="links"', items));
  }

  #news(count) {
    const items = this.#times(count, (i) => {
      const title = this.#tag('h3', '', this.#link(this.#pick(TITLES)));
      const date = this.#tag('span', '', this.#day());
      const meta = this.#tag('div', 'class="meta"', `${date} | ${this.#tag('b', '', this.#pick(PLACES))}`);
      const summary = this.#pick(SUMMARIES);
      const text = i % 3 === 0 ? this.#tag('span', 'class="lead"', summary) : summary;
      return this.#tag(
        'div',
        'class="news"',
        title + meta + this.#tag('p', i % 4 === 0 ? 'style="font-size: 13px"' : '', text),
      );
    });
    return this.#box('Tin nổi bật', items);
  }

  #table(count) {
    const heads = ['Số ký hiệu', 'Ngày', 'Trích yếu', 'Đơn vị'].map((name) => this.#tag('th', '', name)).join('');
    const rows = this.#times(count, (i) => {
      const size = i % 5 === 0 ? 'style="font-size: 11px; line-height: 14px"' : '';
      const cells = [
        this.#tag('td', 'class="no"', `${this.#number(3000)}/QĐ-UBND`),
        this.#tag('td', 'class="day"', this.#day()),
        this.#tag('td', size, this.#link(this.#pick(TITLES))),
        this.#tag('td', '', i % 3 === 0 ? this.#tag('font', 'size="2"', this.#pick(PLACES)) : this.#pick(PLACES)),
      ];
      return this.#tag('tr', '', cells.join(''));
    });
    return this.#box(
      'Văn bản mới',
      this.#tag('table', 'class="docs"', this.#tag('tbody', '', this.#tag('tr', '', heads) + rows)),
    );
  }

  #counter() {
    const line = (name) =>
      this.#item(`${name}: ${this.#tag('strong', 'style="font-size: 14px"', String(this.#number(9999)))}`);
    return this.#box('Thống kê', this.#tag('ul', 'class="list"', line('Hôm nay') + line('Tất cả')));
  }

  #form() {
    const label = this.#tag('label', '', `Từ khóa ${this.#tag('input', 'type="text" value="đất đai"', null)}`);
    const select = this.#tag(
      'select',
      '',
      this.#times(4, () => this.#tag('option', '', this.#pick(PLACES))),
    );
    return this.#tag('div', 'class="search"', label + select + this.#tag('button', 'type="button"', 'Tìm kiếm'));
  }

  #item(inner) {
    return this.#tag('li', '', inner);
  }

  #link(text) {
    return this.#tag('a', 'href="#x"', text);
  }

  #tag(name, attributes, inner) {
    this.#left -= 1;
    const start = `<${name}${attributes && ` ${attributes}`}>`;
    return inner === null ? start : `${start}${inner}</${name}>`;
  }

  #times(count, make) {
    return Array.from({ length: count }, (_, i) => make(i)).join('');
  }

  #pick(list) {
    return list[this.#number(list.length) - 1];
  }

  #day() {
    return `${this.#number(28)}/${this.#number(12)}/20${10 + this.#number(9)}`;
  }

  /** From 1 to `most`; a linear congruential generator, so that every run has the same page. */
  #number(most) {
    this.#seed = (this.#seed * 1103515245 + 12345) % 2147483648;
    return 1 + Math.floor((this.#seed / 2147483648) * most);
  }
}
