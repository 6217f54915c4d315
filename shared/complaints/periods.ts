import { addDays, type Day, dayParts, makeDay } from '../thai/days.ts';
import { type FiscalYear, fiscalYearOf, fiscalYearRange, quarterOf } from '../thai/fiscal-year.ts';

/** The days a report speaks of, both ends included. */
export interface Period {
  readonly kind: 'month' | 'half' | 'year' | 'range';
  readonly first: Day;
  readonly last: Day;
}

/** A report covers at most ten years: its table has a row for each month. */
const MONTHS_MAX = 120;

/** One calendar month, `month` 1 to 12, year CE. RangeError for any other month. */
export function monthPeriod(yearCe: number, month: number): Period {
  const first = makeDay(yearCe, month, 1);
  if (!first) throw new RangeError(`no such month: ${yearCe}-${month}`);
  return { kind: 'month', first, last: lastOfMonth(first) };
}

/** รอบ 6 เดือน: October to March is half 1 of a fiscal year, April to September half 2. */
export function halfPeriod(year: FiscalYear, half: 1 | 2): Period {
  const { first, last } = fiscalYearRange(year);
  return half === 1
    ? { kind: 'half', first, last: `${year}-03-31` as Day }
    : { kind: 'half', first: `${year}-04-01` as Day, last };
}

/** A fiscal year, October to September. */
export function yearPeriod(year: FiscalYear): Period {
  return { kind: 'year', ...fiscalYearRange(year) };
}

/** The month, half or fiscal year in which a day lies. */
export function periodAround(kind: 'month' | 'half' | 'year', day: Day): Period {
  const { year, month } = dayParts(day);
  const fiscalYear = fiscalYearOf(day);
  if (kind === 'month') return monthPeriod(year, month);
  return kind === 'year' ? yearPeriod(fiscalYear) : halfPeriod(fiscalYear, quarterOf(day) <= 2 ? 1 : 2);
}

/** Any days from `first` to `last`; null when they are the wrong way round or more than ten years. */
export function rangePeriod(first: Day, last: Day): Period | null {
  const period: Period = { kind: 'range', first, last };
  return first <= last && monthsOf(period).length <= MONTHS_MAX ? period : null;
}

/** The months of a period, cut to it at both ends: together they are the period, none overlaps another. */
export function monthsOf({ first, last }: Pick<Period, 'first' | 'last'>): readonly Period[] {
  const months: Period[] = [];
  for (let day = first; day <= last && months.length <= MONTHS_MAX; ) {
    const end = lastOfMonth(day);
    months.push({ kind: 'month', first: day, last: end < last ? end : last });
    day = addDays(end, 1);
  }
  return months;
}

/** Whether a day lies in a period. */
export function isWithin(day: Day, { first, last }: Pick<Period, 'first' | 'last'>): boolean {
  return first <= day && day <= last;
}

function lastOfMonth(day: Day): Day {
  const { year, month } = dayParts(day);
  const nextMonth =
    `${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01` as Day;
  return addDays(nextMonth, -1);
}
