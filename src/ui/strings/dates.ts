import type { Language } from './strings.ts';

/** A date in words, with the time of day where it has one: `2024-07-08T09:15` is "Thứ Hai, 8 tháng 7, 2024 lúc 09:15". */
export function formatDate(iso: string, language: Language): string {
  const hasTime = iso.includes('T');
  // The page's own clock, read as UTC and shown as UTC, so that no time zone moves the day.
  const moment = new Date(`${iso}${hasTime ? ':00' : 'T00:00:00'}Z`);
  if (Number.isNaN(moment.getTime())) return iso;
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(moment);
  return hasTime ? `${day}, ${iso.slice(11, 16)}` : day;
}
