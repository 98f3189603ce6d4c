import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '../../scripts/serve-demo.mjs';

const FOLDER = fileURLToPath(new URL('../../widget/demo/', import.meta.url));
const TAG = '<script src="/ro-chu/ro-chu.js" data-controls="auto" defer></script>';
const PAGES = ['index.html', 'tin-tuc.html', 'bai-viet.html', 'thu-tuc.html', 'van-ban.html', 'lien-he.html'];
const read = (name: string): string => readFileSync(FOLDER + name, 'utf8');
const filesOfType = (type: string): string[] =>
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(type));

/** Every address that a page, style sheet or picture names. */
function addresses(text: string): string[] {
  const inTags = [
    ...text.matchAll(/\s(?:href|src|action|background|data|poster|srcset)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi),
  ];
  const inStyles = [...text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/gi)];
  return [...inTags, ...inStyles].map((match) => (match[1] ?? match[2] ?? '').replaceAll('&amp;', '&'));
}

const textOf = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z]+;/g, ' ');

let demo: Awaited<ReturnType<typeof serveDemo>>;
beforeAll(async () => {
  demo = await serveDemo({ port: 0 });
});
afterAll(() => demo.close());

describe.each(PAGES)('the page %s', (name) => {
  const html = read(name);

  it('has the tag in its head, once, just as the README tells owners', () => {
    expect(html.split(TAG)).toHaveLength(2);
    expect(html.indexOf(TAG)).toBeLessThan(html.indexOf('</head>'));
  });

  it('offers the switch, says it is a demonstration, and names its language', () => {
    expect(html).toContain(`<a href="/so-sanh.html?trang=${name}" target="_top">So sánh: có / không có Rõ Chữ</a>`);
    expect(html).toContain('không phải trang của cơ quan nhà nước');
    expect(html).toMatch(/<html[^>]*\slang="vi"/);
    expect(html).toMatch(/charset=utf-8/i);
  });

  it('is written with Vietnamese letters, precomposed', () => {
    const text = textOf(html);
    expect(
      text.match(/[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/gi)?.length,
    ).toBeGreaterThan(400);
    expect(html).toBe(html.normalize('NFC'));
    expect(html).not.toContain('\uFFFD');
  });

  it('has the line of five controls, which do nothing by themselves', () => {
    const line = /<div class="congcu">(.*?)<\/div>/s.exec(html)?.[1] ?? '';
    expect(line).toMatch(/>\s*Tăng tương phản<.*>Giảm tương phản</s);
    const controls = [...line.matchAll(/<(?:a|span|input)\b[^>]*>/g)].map(([tag]) => tag);
    expect(controls).toHaveLength(5);
    for (const control of controls) {
      expect(control).toMatch(/href="javascript:(?:void\(0\)|__doPostBack\('ctl00\$\w+',''\))"|onclick="return false"/);
    }
  });

  it('leads only to what is there', async () => {
    const links = addresses(html).filter((link) => !link.startsWith('javascript:') && !link.startsWith('/ro-chu/'));
    expect(links.length).toBeGreaterThan(30);
    for (const prefix of ['', 'khong/']) {
      const base = new URL(`${prefix}${name}`, demo.url);
      for (const link of new Set(links)) {
        const url = new URL(link, base);
        const answer = await fetch(url);
        expect.soft(answer.status, `${link} on ${base.pathname}`).toBe(200);
        const body = await answer.text();
        const id = decodeURIComponent(url.hash.slice(1));
        if (id !== '') expect.soft(body, `${link} on ${base.pathname}`).toMatch(new RegExp(`\\s(?:id|name)="${id}"`));
      }
    }
  });

  it('loses the tag and nothing else under /khong/', async () => {
    const without = await (await fetch(`${demo.url}khong/${name}`)).text();
    expect(without).toBe(html.replace(`${TAG}\n`, ''));
  });
});

describe('the demo portal', () => {
  it.each([...filesOfType('.html'), ...filesOfType('.css'), ...filesOfType('.svg')])(
    '%s asks nothing of anyone else',
    (name) => {
      for (const address of addresses(read(name)))
        expect.soft(address).not.toMatch(/^(?:[a-z][a-z0-9+.-]*:)?\/\/|^https?:/i);
    },
  );

  it.each(filesOfType('.js'))('%s sends nothing', (name) => {
    expect(read(name)).not.toMatch(
      /XMLHttpRequest|\bfetch\s*\(|sendBeacon|WebSocket|EventSource|https?:|document\.cookie|Storage/,
    );
  });

  it.each(filesOfType('.css'))('%s names only pictures that are there', async (name) => {
    for (const address of addresses(read(name))) {
      expect.soft((await fetch(new URL(address, `${demo.url}${name}`))).status, address).toBe(200);
    }
  });

  it('offers every page in the switch', () => {
    const offered = [...read('so-sanh.html').matchAll(/<option value="([^"]+)"/g)].map((match) => match[1]);
    expect(offered).toEqual(PAGES);
  });

  it('names its language and has diacritics on the switch, the frame and the page for what is missing', () => {
    for (const name of filesOfType('.html')) {
      expect.soft(read(name), name).toMatch(/<html[^>]*\slang="vi"/);
      expect.soft(textOf(read(name)), name).toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệ]/);
    }
  });

  it('is marked up as such portals are: a viewport on half, quirks on two, XHTML on two', () => {
    const all = PAGES.map(read);
    expect(all.filter((html) => html.includes('name="viewport"'))).toHaveLength(3);
    expect(all.filter((html) => html.includes('XHTML 1.0 Transitional'))).toHaveLength(2);
    expect(all.filter((html) => !/^<!doctype/i.test(html) || html.includes('HTML 4.01 Transitional'))).toHaveLength(2);
  });

  it('has an article to read: title, date, lead, over 600 words, two pictures with captions, a table, an author', () => {
    const article = /<div class="bv-noidung">(.*)<div class="bv-cuoi">/s.exec(read('bai-viet.html'))?.[1] ?? '';
    expect(textOf(article).trim().split(/\s+/).length).toBeGreaterThan(600);
    expect(article.match(/<img\b[^>]*\salt="[^"]{10,}"/g)).toHaveLength(2);
    expect(article.match(/<div class="chuthich">[^<]{20,}</g)).toHaveLength(2);
    expect(article.match(/<table\b/g)).toHaveLength(1);
    expect(article).toMatch(/<div class="bv-sapo">/);
    expect(article).toMatch(/<div class="bv-tacgia">Tin, ảnh: /);
    expect(read('bai-viet.html')).toMatch(
      /<h2 class="bv-tieude">[^<]{40,}<\/h2>\s*<div class="bv-ngay">[^<]*\d+\/\d+\/\d{4}/,
    );
  });
});
