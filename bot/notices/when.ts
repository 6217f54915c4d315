import { formatTimeOfDay, parseTimeOfDay } from '../../shared/people/schedule.ts';
import { findThaiDates, formatDay } from '../../shared/thai/dates.ts';
import { addDays, bangkokTime, type Day, dayOf } from '../../shared/thai/days.ts';
import { toArabicDigits } from '../../shared/thai/digits.ts';

/** "15 กรกฎาคม 2569 เวลา 09.00 น." */
export function whenText(atMs: number): string {
  const time = bangkokTime(atMs);
  return `${formatDay(time.day, 'long')} เวลา ${formatTimeOfDay(time)}`;
}

/** A moment as people type it: a date with a time, a time of today, or พรุ่งนี้ with a time. Null for anything else. */
export function parseWhen(
  said: string,
  nowMs: number,
): { readonly day: Day; readonly hour: number; readonly minute: number } | null {
  const plain = toArabicDigits(said).trim();
  const timeText = /(\d{1,2}[.:]\d{2})\s*(?:น\.?)?$/.exec(plain)?.[1];
  const time = timeText === undefined ? null : parseTimeOfDay(timeText);
  if (!time || timeText === undefined) return null;
  const rest = plain
    .slice(0, plain.lastIndexOf(timeText))
    .replace(/(เวลา|วันนี้)\s*$/, '')
    .trim();
  const today = dayOf(nowMs);
  if (rest === '') return { day: today, ...time };
  if (rest === 'พรุ่งนี้') return { day: addDays(today, 1), ...time };
  const [day, ...others] = findThaiDates(rest);
  return day && others.length === 0 ? { day, ...time } : null;
}
