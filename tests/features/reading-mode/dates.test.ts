import { describe, expect, it } from 'vitest';
import { findDate, lengthBesideDate, machineDate } from '../../../src/features/reading-mode/dates.ts';

describe('findDate', () => {
  it.each([
    ['05/08/2024', '2024-08-05'],
    ['5/8/2024', '2024-08-05'],
    ['05-08-2024', '2024-08-05'],
    ['05.8.2024', '2024-08-05'],
    ['Thứ Hai, 05/08/2024 - 08:30', '2024-08-05T08:30'],
    ['Thứ hai, 08/07/2024 | 09:15', '2024-07-08T09:15'],
    ['08:30 | 05/08/2024', '2024-08-05T08:30'],
    ['27/07/2021 | 04:30 PM', '2021-07-27T16:30'],
    ['09/05/2014 | 12:00 AM', '2014-05-09T00:00'],
    ['Ngày 05 tháng 8 năm 2024', '2024-08-05'],
    ['Lai Châu, ngày 5 tháng 12 năm 2024', '2024-12-05'],
    ['Chủ nhật, 13/2/2022, 16:08 (GMT+7)', '2022-02-13T16:08'],
    ['Cập nhật lúc 08h05 ngày 01/03/2024', '2024-03-01T08:05'],
    ['8 giờ 05 phút, 01/03/2024', '2024-03-01T08:05'],
    ['5 tháng 8, 2024', '2024-08-05'],
    ['2024-08-05', '2024-08-05'],
    ['2024-08-05T08:30:00', '2024-08-05T08:30'],
    // Decomposed Unicode, as some portals store it.
    ['Nga\u0300y 05 tha\u0301ng 8 na\u0306m 2024', '2024-08-05'],
  ])('%s', (text, expected) => {
    expect(findDate(text)).toBe(expected);
  });

  it.each([
    '32/01/2024',
    '29/02/2023',
    '10/13/2024',
    '05/08',
    'Nghị quyết số 05/2024/NQ-HĐND',
    '123/45/67890',
    'số 12/08/20245',
    '1/1/1800',
    '',
  ])('is null for %s', (text) => {
    expect(findDate(text)).toBeNull();
  });

  it('takes the leap day of a leap year', () => {
    expect(findDate('29/02/2024')).toBe('2024-02-29');
  });
});

describe('machineDate', () => {
  it('tells a moment in Vietnam’s time', () => {
    expect(machineDate('2024-08-05T20:30:00Z')).toBe('2024-08-06T03:30');
    expect(machineDate('2024-08-05T08:30:00+07:00')).toBe('2024-08-05T08:30');
    expect(machineDate('2024-08-05T08:30:00+0700')).toBe('2024-08-05T08:30');
  });

  it('reads what has no offset as it is written', () => {
    expect(machineDate('2024-08-05')).toBe('2024-08-05');
    expect(machineDate('05/08/2024 08:30')).toBe('2024-08-05T08:30');
    expect(machineDate('hôm nay')).toBeNull();
  });
});

describe('lengthBesideDate', () => {
  it('is small for a line that only tells a date, large for a sentence with one in it', () => {
    expect(lengthBesideDate('Thứ Hai, 05/08/2024 - 08:30')).toBeLessThanOrEqual(2);
    expect(lengthBesideDate('Ngày đăng: 05/08/2024 | 12:00 AM')).toBeLessThanOrEqual(2);
    expect(lengthBesideDate('Cập nhật lúc 08h05 ngày 01/03/2024')).toBeLessThanOrEqual(4);
    expect(lengthBesideDate('Ngày 19/3/2020, Chủ tịch Công đoàn ngành y tế đã làm việc')).toBeGreaterThan(20);
  });
});
