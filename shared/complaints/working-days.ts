import { addDays, type Day, weekdayOf } from '../thai/days.ts';
import type { Holiday } from './holidays.ts';

/** The days on which the office is closed besides Saturdays and Sundays. */
export type ClosedDays = ReadonlySet<Day>;

/** No stretch of closed days is longer; a list that says so is wrong, and counting on would never end. */
const CLOSED_STRETCH_DAYS_MAX = 366;

/** The days of a holiday list, ready for counting. */
export function closedDays(holidays: readonly Holiday[]): ClosedDays {
  return new Set(holidays.map(({ day }) => day));
}

/** Monday to Friday, no holiday. */
export function isWorkingDay(day: Day, closed: ClosedDays): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !closed.has(day);
}

/** The day itself when it is a working day, else the next one. RangeError when the list closes the office for a year. */
export function workingDayFrom(day: Day, closed: ClosedDays): Day {
  return walk(day, 1, closed);
}

/** The day itself when it is a working day, else the one before. RangeError when the list closes the office for a year. */
export function workingDayUntil(day: Day, closed: ClosedDays): Day {
  return walk(day, -1, closed);
}

/**
 * The `count`-th working day after a day; the day itself is not counted. Count 0 gives {@link workingDayFrom}.
 * RangeError when the list closes the office for a year.
 */
export function addWorkingDays(day: Day, count: number, closed: ClosedDays): Day {
  let reached = count === 0 ? workingDayFrom(day, closed) : day;
  for (let counted = 0; counted < count; counted += 1) reached = workingDayFrom(addDays(reached, 1), closed);
  return reached;
}

function walk(from: Day, direction: 1 | -1, closed: ClosedDays): Day {
  for (let steps = 0; steps <= CLOSED_STRETCH_DAYS_MAX; steps += 1) {
    const day = addDays(from, direction * steps);
    if (isWorkingDay(day, closed)) return day;
  }
  throw new RangeError(`no working day within a year of ${from}`);
}
