import { describe, expect, it } from 'vitest';
import { mayBeLabel, namesGrades, namesTextSize, plain, readLabel } from '../../../widget/page-controls/labels.ts';

describe('readLabel', () => {
  it.each([
    ['Tăng cỡ chữ', 'text-larger', 2],
    ['PHÓNG TO CHỮ', 'text-larger', 2],
    ['Phóng to cỡ chữ (A+)', 'text-larger', 2],
    ['A+ Tăng cỡ chữ', 'text-larger', 2],
    ['Tăng kích thước chữ', 'text-larger', 2],
    ['Tăng kích cỡ chữ', 'text-larger', 2],
    ['Chữ to hơn', 'text-larger', 2],
    ['Cỡ chữ lớn', 'text-larger', 2],
    ['Tang co chu', 'text-larger', 2],
    ['Increase font size', 'text-larger', 2],
    ['Larger text', 'text-larger', 2],
    ['Make text larger', 'text-larger', 2],
    ['Giảm cỡ chữ', 'text-smaller', 2],
    ['Thu nhỏ chữ', 'text-smaller', 2],
    ['Giảm kích thước font', 'text-smaller', 2],
    ['Cỡ chữ nhỏ', 'text-smaller', 2],
    ['Decrease text size', 'text-smaller', 2],
    ['Make the text smaller', 'text-smaller', 2],
    ['Cỡ chữ mặc định', 'text-reset', 2],
    ['Cỡ chữ bình thường (A)', 'text-reset', 2],
    ['Khôi phục cỡ chữ', 'text-reset', 2],
    ['Trở về cỡ chữ ban đầu', 'text-reset', 2],
    ['Reset font size', 'text-reset', 2],
    ['Tăng tương phản', 'contrast-more', 2],
    ['Tăng độ tương phản', 'contrast-more', 2],
    ['Tương phản cao', 'contrast-more', 2],
    ['Increase contrast', 'contrast-more', 2],
    ['Giảm tương phản', 'contrast-less', 2],
    ['Giảm độ tương phản', 'contrast-less', 2],
    ['Lower contrast', 'contrast-less', 2],
    ['Tương phản mặc định', 'contrast-reset', 2],
    ['Tương phản', 'contrast-cycle', 2],
    ['Độ tương phản', 'contrast-cycle', 2],
    ['Chế độ tương phản cao', 'contrast-cycle', 2],
    ['High contrast', 'contrast-cycle', 2],
    ['A+', 'text-larger', 1],
    ['[A+]', 'text-larger', 1],
    ['a +', 'text-larger', 1],
    ['A⁺', 'text-larger', 1],
    ['A++', 'text-larger', 1],
    ['Aa+', 'text-larger', 1],
    ['T+', 'text-larger', 1],
    ['+A', 'text-larger', 1],
    ['A-', 'text-smaller', 1],
    ['A−', 'text-smaller', 1],
    ['A–', 'text-smaller', 1],
    ['A⁻', 'text-smaller', 1],
    ['T-', 'text-smaller', 1],
    ['A', 'text-reset', 1],
    ['Aa', 'text-reset', 1],
    ['+', 'text-larger', 0],
    ['Phóng to', 'text-larger', 0],
    ['Thu nhỏ', 'text-smaller', 0],
    ['−', 'text-smaller', 0],
    ['Mặc định', 'text-reset', 0],
  ])('%s: %s, certainty %i', (label, action, certainty) => {
    expect(readLabel(label)).toEqual({ action, certainty });
    expect(mayBeLabel(label)).toBe(true);
    expect(mayBeLabel(label.normalize('NFD'))).toBe(true);
  });

  it.each([
    '',
    'Cỡ chữ',
    'B+',
    'AB+',
    'A+ B+',
    'A1',
    'A4',
    'A-Z',
    'Tăng trưởng kinh tế',
    'Tăng lương cơ sở',
    'Giảm nghèo',
    'Giảm thuế',
    'Tương phản giàu nghèo',
    'Hướng dẫn tăng cỡ chữ trên trang',
    'Chữ ký số',
    'Chữ Việt',
    'Thu nhỏ bản đồ',
    'Phóng to ảnh',
    'Zoom in',
    'To trình Chính phủ',
    'Contrast ratio of the display',
  ])('nothing in "%s"', (label) => {
    expect(readLabel(label)).toBe(null);
  });

  it('reads composed and decomposed marks alike', () => {
    expect(readLabel('Tăng cỡ chữ'.normalize('NFD'))).toEqual(readLabel('Tăng cỡ chữ'.normalize('NFC')));
    expect(plain('  “Độ tương phản”: ')).toBe('“do tuong phan”');
  });
});

describe('mayBeLabel', () => {
  it.each(['12/03/2026', '1.234.567', 'Quyết định số 25/QĐ-UBND', '02133.876.501'])('leaves out "%s"', (text) => {
    expect(mayBeLabel(text)).toBe(false);
  });
});

describe('words around', () => {
  it('tells those that name the size of text', () => {
    expect(namesTextSize('Cỡ chữ: + -')).toBe(true);
    expect(namesTextSize('Font size')).toBe(true);
    expect(namesTextSize('Số lượng: + -')).toBe(false);
    expect(namesTextSize('Bản đồ')).toBe(false);
  });

  it('tells grades and blood groups', () => {
    expect(namesGrades('A+ A- B+ B-')).toBe(true);
    expect(namesGrades('A+ A- O+ O-')).toBe(true);
    expect(namesGrades('Nhóm máu: A+ A-')).toBe(true);
    expect(namesGrades('Xếp loại A+ A A-')).toBe(true);
    expect(namesGrades('A- A A+ | Tăng tương phản')).toBe(false);
    expect(namesGrades('Đọc bài A- A+')).toBe(false);
  });
});
