import { expect } from 'chai';
import { mountToolbar, removeToolbars } from './mount-toolbar.ts';

const NBSP = '\u202f';

describe('what the toolbar announces', () => {
  afterEach(removeToolbars);

  it('is nothing at first, whatever was chosen before', async () => {
    const { said, settle } = await mountToolbar({}, { textScale: 2, contrast: 2 });
    await settle();
    expect(said).to.deep.equal([]);
  });

  it('is each change, once, in words', async () => {
    const { click, said, settle } = await mountToolbar();
    await click('text-larger');
    await settle();
    await click('contrast-more');
    await settle();
    expect(said).to.deep.equal([`Cỡ chữ 110${NBSP}%`, 'Tương phản: rõ']);
  });

  it('is in English in an English toolbar', async () => {
    const { click, said, settle } = await mountToolbar({ language: 'en' });
    await click('text-larger');
    await settle();
    await click('contrast-more');
    await settle();
    expect(said).to.deep.equal([`Text size 110${NBSP}%`, 'Contrast: clear']);
  });

  it('is each further choice, with its group’s name, from the panel and from elsewhere', async () => {
    for (const [language, sentences] of [
      [
        'vi',
        [
          'Màu hiển thị: vàng trên đen',
          'Phông chữ: rõ, dễ đọc',
          'Thước đọc: vạch dưới dòng',
          'Giãn dòng, giãn chữ: bật',
        ],
      ],
      ['en', ['Colours: yellow on black', 'Font: clear and plain', 'Reading guide: line below', 'More spacing: on']],
    ] as const) {
      const { input, store, said, settle } = await mountToolbar({ language }, { open: true });
      for (const one of [
        input('colorScheme', 'yellow-on-black'),
        input('font', 'legible'),
        input('readingGuide', 'line'),
        input('textSpacing'),
      ]) {
        one.click();
        await settle();
      }
      expect(said).to.deep.equal(sentences);
      store.update({ highlightLinks: true, stillMotion: true, bigPointer: true, textSpacing: false });
      await settle();
      expect(said.at(-1)).to.equal(
        language === 'vi'
          ? 'Giãn dòng, giãn chữ: tắt. Làm nổi liên kết: bật. Dừng chuyển động: bật. Con trỏ lớn: bật'
          : 'More spacing: off. Highlight links: on. Stop motion: on. Large pointer: on',
      );
      removeToolbars();
    }
  });

  it('covers changes from elsewhere', async () => {
    const { store, said, settle } = await mountToolbar();
    store.update({ textScale: 1.5 });
    await settle();
    store.replace({ ...store.current, contrast: 2 });
    await settle();
    expect(said).to.deep.equal([`Cỡ chữ 150${NBSP}%`, 'Tương phản: rất rõ']);
  });

  it('is the last of several quick changes', async () => {
    const { click, said, settle } = await mountToolbar();
    for (let i = 0; i < 5; i++) await click('text-larger');
    await settle();
    expect(said).to.deep.equal([`Cỡ chữ 150${NBSP}%`]);
  });

  it('names both where size and contrast change together', async () => {
    const { store, said, settle } = await mountToolbar();
    store.update({ textScale: 2, contrast: -1 });
    await settle();
    expect(said).to.deep.equal([`Cỡ chữ 200${NBSP}%. Tương phản: dịu mắt`]);
  });

  it('leaves reading mode’s own choices to reading mode', async () => {
    const { store, said, settle } = await mountToolbar();
    store.update({ reading: { textScale: 2 } });
    await settle();
    expect(said).to.deep.equal([]);
  });

  it('says the limit each time a button is pressed there', async () => {
    const { click, said, settle } = await mountToolbar({}, { textScale: 3, contrast: 3 });
    for (const id of ['text-larger', 'text-larger', 'contrast-more']) {
      await click(id);
      await settle();
    }
    expect(said).to.deep.equal([
      `Cỡ chữ đã lớn nhất: 300${NBSP}%`,
      `Cỡ chữ đã lớn nhất: 300${NBSP}%`,
      'Tương phản đã ở mức cao nhất: rõ nhất',
    ]);
  });

  it('says the lower limits, and what is already as asked', async () => {
    const { click, store, said, settle } = await mountToolbar({}, { textScale: 0.8, contrast: -1, open: true });
    for (const id of ['text-smaller', 'contrast-less']) {
      await click(id);
      await settle();
    }
    store.reset();
    await settle();
    for (const id of ['text-reset', 'reset']) {
      await click(id);
      await settle();
    }
    expect(said).to.deep.equal([
      `Cỡ chữ đã nhỏ nhất: 80${NBSP}%`,
      'Tương phản đã ở mức thấp nhất: dịu mắt',
      'Đã đặt lại như ban đầu, có thể hoàn tác',
      `Cỡ chữ 100${NBSP}%`,
      'Hiển thị đang như ban đầu',
    ]);
  });

  it('is what an undone reset brings back', async () => {
    const { click, said, settle } = await mountToolbar({}, { textScale: 1.5, open: true });
    await click('reset');
    await settle();
    await click('undo');
    await settle();
    expect(said).to.deep.equal(['Đã đặt lại như ban đầu, có thể hoàn tác', `Cỡ chữ 150${NBSP}%`]);
  });

  it('adds once that choices are not kept', async () => {
    const { toolbar, click, said, settle } = await mountToolbar();
    await click('text-larger');
    // As the shell does: it knows only after it tried to save.
    toolbar.isUnkept = true;
    await settle();
    await click('text-larger');
    await settle();
    expect(said).to.deep.equal([
      `Cỡ chữ 110${NBSP}%. Trình duyệt không cho lưu, nên lựa chọn chỉ có hiệu lực trên trang này.`,
      `Cỡ chữ 120${NBSP}%`,
    ]);
  });

  it('takes a text from the shell, and only the last of two', async () => {
    const { toolbar, said, settle, findAll } = await mountToolbar();
    toolbar.announce('một');
    toolbar.announce('hai');
    await settle();
    toolbar.announce('hai');
    // Emptied first: screen readers pass over a text that stays as it was.
    expect(findAll('[role=status]')[0]!.textContent).to.equal('');
    await settle();
    expect(said).to.deep.equal(['hai', 'hai']);
  });

  it('is nothing once the toolbar left the page', async () => {
    const { toolbar, store, said, settle } = await mountToolbar();
    toolbar.announce('một');
    toolbar.remove();
    store.update({ textScale: 2 });
    await settle();
    expect(said).to.deep.equal([]);
    document.body.prepend(toolbar);
    store.update({ textScale: 1.5 });
    await settle();
    expect(said).to.deep.equal([`Cỡ chữ 150${NBSP}%`]);
  });

  it('goes through one polite region that is there before anything is said', async () => {
    const { findAll } = await mountToolbar();
    expect(findAll('[role=status], [aria-live], [role=alert], output').length).to.equal(1);
  });
});
