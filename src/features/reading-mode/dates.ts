/** A date found in a text: ISO day, with the minute where the text gives one. */
export type IsoDate = string;

const DAY = /(?<!\d)(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})(?!\d)/;
const IN_WORDS = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/i;
const WORDS_SHORT = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm)?\s*,?\s+(\d{4})/i;
const ISO = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const CLOCK = /(?<![\d/.-])(\d{1,2})\s*(?::|h|g|giờ)\s*(\d{2})(?:\s*phút)?(?::\d{2})?\s*(am|pm|sa|ch)?(?![\d/.-])/i;

/**
 * The first date written in a text, in Vietnamese official forms (05/08/2024, 5.8.2024, ngày 05 tháng 8 năm 2024) or ISO,
 * with the time of day beside it (08:30, 08h30, 04:30 PM); null when there is none or it names no real day.
 */
export function findDate(text: string): IsoDate | null {
  const clean = text.normalize('NFC').replace(/\s+/g, ' ');
  const iso = ISO.exec(clean);
  const found = iso ?? IN_WORDS.exec(clean) ?? DAY.exec(clean) ?? WORDS_SHORT.exec(clean);
  if (!found) return null;
  const numbers = found
    .slice(1)
    .filter((part) => /^\d+$/.test(part))
    .map(Number);
  const [day, month, year] = iso ? [numbers[2]!, numbers[1]!, numbers[0]!] : [numbers[0]!, numbers[1]!, numbers[2]!];
  if (!isRealDay(year, month, day)) return null;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  const rest = clean.slice(0, found.index) + ' ' + clean.slice(found.index + found[0].length).replace(/^T/, ' ');
  const time = CLOCK.exec(rest);
  if (!time) return date;
  let hour = Number(time[1]);
  const minute = Number(time[2]);
  if (/pm|ch/i.test(time[3] ?? '') && hour < 12) hour += 12;
  if (/am|sa/i.test(time[3] ?? '') && hour === 12) hour = 0;
  return hour < 24 && minute < 60 ? `${date}T${pad(hour)}:${pad(minute)}` : date;
}

/** Length in characters of a text without its date, time, day of the week and the words that go with them. */
export function lengthBesideDate(text: string): number {
  return text
    .normalize('NFC')
    .replace(/thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|cn,/gi, '')
    .replace(
      /(?:ngày\s+)?(?:đăng|gửi|cập nhật|xuất bản|ban hành)(?:\s+(?:tin|bài|lúc|ngày))*|ngày|tháng|năm|lúc|gmt\s*\+?\d*/gi,
      '',
    )
    .replace(/[\d\s/.,:|()–-]|giờ|phút|\bh\b|\bam\b|\bpm\b|\bsa\b|\bch\b/gi, '').length;
}

function isRealDay(year: number, month: number, day: number): boolean {
  if (year < 1945 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Vietnam is seven hours ahead of UTC all year round. */
const VIETNAM_OFFSET_MS = 7 * 3600 * 1000;

/** The date of a machine-readable value (`datetime`, meta tags): a moment with an offset is given in Vietnam's time. */
export function machineDate(value: string): IsoDate | null {
  const clean = value.trim();
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(clean)) {
    const moment = Date.parse(clean);
    if (!Number.isNaN(moment)) return new Date(moment + VIETNAM_OFFSET_MS).toISOString().slice(0, 16);
  }
  return findDate(clean);
}
