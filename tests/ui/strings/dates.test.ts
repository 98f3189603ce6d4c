import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../src/ui/strings/dates.ts';

describe('formatDate', () => {
  it('tells the day in words', () => {
    expect(formatDate('2024-07-08', 'vi')).toMatch(/Thứ Hai.*8 tháng 7.*2024/);
    expect(formatDate('2024-07-08', 'en')).toMatch(/Monday.*8 July 2024/);
  });

  it('adds the time of day as the page wrote it, in every time zone', () => {
    expect(formatDate('2024-07-08T23:45', 'vi')).toMatch(/Thứ Hai.*8 tháng 7.*23:45/);
  });

  it('leaves alone what is no date', () => {
    expect(formatDate('hôm nay', 'vi')).toBe('hôm nay');
  });
});
