import { expect } from 'chai';
import { createContrast } from '../../src/features/contrast/contrast.ts';
import { createLinks } from '../../src/features/links/links.ts';
import { createMotion } from '../../src/features/motion/motion.ts';
import { createPointer } from '../../src/features/pointer/pointer.ts';
import { createReadingGuide } from '../../src/features/reading-guide/reading-guide.ts';
import { runFeatures } from '../../src/features/run-features.ts';
import { createTextSize } from '../../src/features/text-size/text-size.ts';
import { createTextSpacing } from '../../src/features/text-spacing/text-spacing.ts';
import { openPage } from '../../src/page/open-page.ts';
import { DEFAULT_PREFERENCES, type Preferences, type PreferencesPatch } from '../../src/preferences/preferences.ts';
import { drawn, openHostPage, stateOf, type HostPage } from '../support/host-page.ts';

const PAGE = `<!DOCTYPE html><style>
  body{background:#fff;color:#333;font:14px Arial;transition:background-color .05s}
  .menu{float:left;position:relative;background:#d33;height:24px;overflow:hidden}.menu a{color:#fbb;transition:all .05s}
  .news{clear:both;width:260px;height:40px;overflow:hidden;background:linear-gradient(#fed,#fc9);color:#a86}
  .faded{opacity:.6}.box::before{content:"Mới";color:#f99}@keyframes k{from{opacity:1}to{opacity:1}}.moving{animation:k 2s infinite}
</style><body>
  <div class="menu"><a href="#a">Giới thiệu</a> <a href="#b">Tin tức</a></div>
  <div class="news">Thông báo tuyển dụng viên chức năm nay của Sở Khoa học và Công nghệ</div>
  <p class="faded">Theo quy định tại <a href="#c">Nghị quyết 05</a> của Hội đồng nhân dân tỉnh</p>
  <p class="box moving" style="color: #aaa !important">Ghi chú</p><input placeholder="Tìm kiếm">
</body>`;

const create = () => [
  createTextSize(),
  createTextSpacing(),
  createLinks(),
  createMotion(),
  createReadingGuide(),
  createPointer(),
  createContrast(),
];

const CHOICES: readonly PreferencesPatch[] = [
  { textScale: 1.5 },
  { contrast: 2 },
  { colorScheme: 'dark' },
  { textSpacing: true },
  { highlightLinks: true },
  { stillMotion: true },
  { readingGuide: 'line' },
  { bigPointer: true },
];

describe('all adjustments together', () => {
  let host: HostPage;
  beforeEach(async () => {
    host = await openHostPage(PAGE);
  });
  afterEach(() => host.remove());

  const choose = async (order: readonly PreferencesPatch[]): Promise<() => void> => {
    const page = openPage(host.document);
    const running = runFeatures(page, create());
    let chosen: Preferences = DEFAULT_PREFERENCES;
    for (const choice of order) {
      chosen = { ...chosen, ...choice } as Preferences;
      await running.update(chosen);
    }
    await drawn();
    return () => {
      running.dispose();
      page.close();
    };
  };

  const colors = (): string[] =>
    [...host.document.body.querySelectorAll('*')]
      .filter((element) => !element.localName.startsWith('ro-chu'))
      .map((element) => {
        const { color, backgroundColor, fontSize, lineHeight } = host.window.getComputedStyle(element);
        return [element.localName, color, backgroundColor, fontSize, lineHeight].join(' ');
      });

  const rotations = [0, 3, 6].map((by) => [...CHOICES.slice(by), ...CHOICES.slice(0, by)]);

  it('come to the same page in whatever order they are chosen', async () => {
    const seen: string[][] = [];
    for (const order of [...rotations, [...CHOICES].reverse()]) {
      const undo = await choose(order);
      seen.push(colors());
      undo();
    }
    for (const other of seen.slice(1)) expect(other).to.deep.equal(seen[0]);
  });

  it('are undone exactly, all at once or one after the other', async () => {
    const before = stateOf(host.document);
    const undo = await choose(CHOICES);
    expect(stateOf(host.document).styles === before.styles).to.equal(false);
    undo();
    await drawn();
    expect(stateOf(host.document).dom).to.equal(before.dom);
    const back = await choose([
      ...CHOICES,
      ...CHOICES.map((choice) => {
        const [name] = Object.keys(choice) as (keyof Preferences)[];
        return { [name!]: DEFAULT_PREFERENCES[name!] };
      }),
    ]);
    expect(stateOf(host.document).dom).to.equal(before.dom);
    back();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const after = stateOf(host.document);
    expect(after.dom).to.equal(before.dom);
    expect(after.css).to.equal(before.css);
    expect(after.styles === before.styles, 'computed styles').to.equal(true);
  });
});
