import type { Day } from '../thai/days.ts';
import { fiscalYearOf } from '../thai/fiscal-year.ts';
import type { CategoryId } from './categories.ts';
import { halfPeriod, type Period, yearPeriod } from './periods.ts';
import {
  type CaseCounts,
  type CategoryRow,
  type CountedCase,
  countCases,
  type MonthRow,
  type OfficialTotals,
} from './statistics.ts';

/** Counts below this are not shown by category: in a small place two cases have faces. An office may set it higher. */
export const SMALL_CELL_BELOW = 3;

/** One row of a published table: a category, or all together that may not be shown by themselves. */
export interface PublishedRow {
  readonly category: CategoryId | 'merged';
  readonly received: number;
}

/** What may be shown to everyone. */
export interface PublishedStatistics extends OfficialTotals {
  readonly period: Period;
  readonly asOf: Day;
  /** Shown together or not at all, for each is the other's rest. */
  readonly answers: { readonly onTime: number; readonly late: number } | null;
  /** Of the finished ones; null when none is finished or when it may not be shown. */
  readonly averageDaysHundredths: number | null;
  readonly byMonth: readonly MonthRow[];
  /** Adds up to `received`. Null where no table by category may be shown. */
  readonly byCategory: readonly PublishedRow[] | null;
}

/**
 * The statistics that may leave the office. The three official totals, of the period and by month, are never held back: the
 * ITA asks for them. All else is shown for six-month periods and whole fiscal years only, where no table can be subtracted
 * from another to find a single case:
 * - Small categories are merged, with the smallest of the others while they are small together. Categories
 *   without a case are not listed, for they would tell by elimination which ones were merged.
 * - A year's rows are the sums of its halves' rows, so it tells nothing that they do not.
 * - A table by category waits until the period is over: one that still grows shows each new case.
 * - Answers and their average are held back where a half has a small number of them.
 */
export function publishStatistics(
  cases: readonly CountedCase[],
  period: Period,
  asOf: Day,
  smallCellBelow = SMALL_CELL_BELOW,
): PublishedStatistics {
  return publishCounts((counted) => countCases(cases, counted, asOf), period, asOf, smallCellBelow);
}

/** As {@link publishStatistics}, from counts instead of cases: `countIn` counts any months of the period. */
export function publishCounts(
  countIn: (period: Period) => CaseCounts,
  period: Period,
  asOf: Day,
  smallCellBelow = SMALL_CELL_BELOW,
): PublishedStatistics {
  const { received, finished, inProgress, onTime, late, averageDaysHundredths, byMonth } = countIn(period);
  const halves = halvesOf(period).map(countIn);
  const isSmall = (count: number) => count > 0 && count < smallCellBelow;
  const showsAnswers =
    halves.length > 0 && !halves.some((half) => isSmall(half.onTime) || isSmall(half.late));
  const showsAverage = halves.length > 0 && !halves.some((half) => isSmall(half.finished));
  return {
    period,
    asOf,
    received,
    finished,
    inProgress,
    answers: showsAnswers ? { onTime, late } : null,
    averageDaysHundredths: showsAverage ? averageDaysHundredths : null,
    byMonth,
    byCategory: halves.length > 0 && period.last < asOf ? sumOfHalves(halves, smallCellBelow) : null,
  };
}

/** The six-month periods a period consists of; none when it is a month or any other stretch of days. */
function halvesOf(period: Period): readonly Period[] {
  const year = fiscalYearOf(period.last);
  const halves = [halfPeriod(year, 1), halfPeriod(year, 2)];
  const isSame = ({ first, last }: Period) => first === period.first && last === period.last;
  return isSame(yearPeriod(year)) ? halves : halves.filter(isSame);
}

/** A category is shown when every half shows it; all others are one row. */
function sumOfHalves(halves: readonly CaseCounts[], smallCellBelow: number): readonly PublishedRow[] {
  const shownIn = halves.map(({ byCategory }) => rowsApart(byCategory, smallCellBelow));
  const rows = (shownIn[0] ?? [])
    .map(({ category }) => category)
    .filter((category) => shownIn.every((shown) => shown.some((row) => row.category === category)))
    .map((category) => ({
      category,
      received: sum(shownIn.flat().filter((row) => row.category === category)),
    }));
  const merged = sum(halves) - sum(rows);
  return merged > 0 ? [...rows, { category: 'merged' as const, received: merged }] : rows;
}

/** The rows of a half that stand by themselves, in the order given. One small row never makes enough, so two or more are merged. */
function rowsApart(rows: readonly CategoryRow[], smallCellBelow: number): readonly CategoryRow[] {
  const bySize = [...rows].sort((a, b) => a.received - b.received);
  const merged: CategoryRow[] = [];
  for (const row of bySize) {
    const isEnough = merged.length === 0 || sum(merged) >= smallCellBelow;
    if (row.received >= smallCellBelow && isEnough) break;
    merged.push(row);
  }
  return rows.filter((row) => !merged.includes(row));
}

function sum(rows: readonly { readonly received: number }[]): number {
  return rows.reduce((total, { received }) => total + received, 0);
}
