import { formatTimeOfDay } from '../../../shared/people/schedule.ts';
import { formatDay } from '../../../shared/thai/dates.ts';
import { bangkokTime, type Day, parseDay, weekdayOf } from '../../../shared/thai/days.ts';

const WEEKDAYS = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'];

/** "1 ก.ค. 2569 09.00 น." */
export function momentText(atMs: number): string {
  const time = bangkokTime(atMs);
  return `${formatDay(time.day, 'short')} ${formatTimeOfDay(time)}`;
}

/** "1 กรกฎาคม 2569"; what is no day of the calendar stays as it is. */
export function dayText(day: string, style: 'long' | 'short' = 'long'): string {
  const read = parseDay(day);
  return read ? formatDay(read, style) : day;
}

/** "วันพุธที่ 1 กรกฎาคม 2569" */
export function weekdayText(day: Day): string {
  return `วัน${WEEKDAYS[weekdayOf(day)]}ที่ ${formatDay(day, 'long')}`;
}
