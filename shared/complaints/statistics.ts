import { type Day, daysBetween } from '../thai/days.ts';
import type { CaseClear } from './case-clear.ts';
import { CATEGORY_IDS, type CategoryId } from './categories.ts';
import { isLate } from './move-case.ts';
import { isWithin, monthsOf, type Period } from './periods.ts';
import { statusOf } from './statuses.ts';

/** As much of a case as is counted. */
export type CountedCase = Pick<
  CaseClear,
  'category' | 'status' | 'receivedDay' | 'dueDay' | 'answeredDay' | 'finishedDay' | 'missedDueDay'
>;

/** The three numbers the ITA asks for. `received` is always `finished + inProgress`. */
export interface OfficialTotals {
  readonly received: number;
  readonly finished: number;
  readonly inProgress: number;
}

export interface MonthRow extends OfficialTotals {
  readonly month: Period;
}

export interface CategoryRow extends OfficialTotals {
  readonly category: CategoryId;
}

/** What happened to the cases received in a period, as it stands on `asOf`. For the office's own eyes. */
export interface Statistics extends OfficialTotals {
  readonly period: Period;
  readonly asOf: Day;
  /** Of the finished ones: every answer on or before its due day. `finished` is always `onTime + late`. */
  readonly onTime: number;
  readonly late: number;
  /** In progress, and the due day has passed without an answer. */
  readonly overdue: number;
  /** From receiving to the answer, of the finished ones, in hundredths of a calendar day, half up; null when none is finished. */
  readonly averageDaysHundredths: number | null;
  /** Every month of the period. The rows add up to the totals. */
  readonly byMonth: readonly MonthRow[];
  /** Categories that have a case, in the order of the list of categories. The rows add up to the totals. */
  readonly byCategory: readonly CategoryRow[];
}

/** What can be counted without looking at today: all but what is overdue. */
export type CaseCounts = Omit<Statistics, 'overdue'>;

/**
 * Counts the cases received in a period from clear facts alone: no case is opened. What was received or finished after
 * `asOf` does not count.
 */
export function countCases(cases: readonly CountedCase[], period: Period, asOf: Day): Statistics {
  const counted = cases.filter(({ receivedDay }) => receivedDay <= asOf && isWithin(receivedDay, period));
  const finished = counted.filter((each) => isFinished(each, asOf));
  const late = finished.filter(isLate).length;
  return {
    period,
    asOf,
    ...totalsOf(counted, asOf),
    onTime: finished.length - late,
    late,
    overdue: counted.filter((each) => isOverdue(each, asOf)).length,
    averageDaysHundredths: averageHundredths(
      finished.reduce((sum, each) => sum + answerDays(each), 0),
      finished.length,
    ),
    byMonth: monthsOf(period).map((month) => ({
      month,
      ...totalsOf(
        counted.filter(({ receivedDay }) => isWithin(receivedDay, month)),
        asOf,
      ),
    })),
    byCategory: CATEGORY_IDS.map((category) => ({
      category,
      ...totalsOf(
        counted.filter((each) => each.category === category),
        asOf,
      ),
    })).filter(({ received }) => received > 0),
  };
}

/** Days from receiving a finished case to its answer. */
export function answerDays({
  receivedDay,
  answeredDay,
}: Pick<CountedCase, 'receivedDay' | 'answeredDay'>): number {
  return daysBetween(receivedDay, answeredDay ?? receivedDay);
}

function totalsOf(cases: readonly CountedCase[], asOf: Day): OfficialTotals {
  const finished = cases.filter((each) => isFinished(each, asOf)).length;
  return { received: cases.length, finished, inProgress: cases.length - finished };
}

function isFinished({ status, finishedDay }: CountedCase, asOf: Day): boolean {
  return statusOf(status).isFinished && finishedDay !== null && finishedDay <= asOf;
}

function isOverdue(each: CountedCase, asOf: Day): boolean {
  const answered = each.answeredDay !== null && each.answeredDay <= asOf;
  return !answered && !isFinished(each, asOf) && each.dueDay < asOf;
}

/** The average of so many whole days, in hundredths of a day, half up; null of none. */
export function averageHundredths(sum: number, count: number): number | null {
  return count === 0 ? null : Math.floor((200 * sum + count) / (2 * count));
}
