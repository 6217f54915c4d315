import { addDays, type Day, makeDay } from '../thai/days.ts';
import type { Periods } from './periods.ts';

/** The last day of a measure's period; null where none was read, or not for certain: nobody is called late by a guess. */
export function periodEnd({ ranges }: Periods): Day | null {
  let last: Day | null = null;
  for (const { to, confidence } of ranges) {
    if (confidence === 'unsure' || to.year === null) return null;
    const nextMonth = makeDay(to.month === 12 ? to.year + 1 : to.year, (to.month % 12) + 1, 1);
    const dated = to.date === null ? null : makeDay(to.year, to.month, to.date);
    const day = dated ?? (nextMonth && addDays(nextMonth, -1));
    if (day !== null && (last === null || day > last)) last = day;
  }
  return last;
}
