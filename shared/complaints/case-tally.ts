import type { Day } from '../thai/days.ts';
import { CATEGORY_IDS, type CategoryId } from './categories.ts';
import { isLate } from './move-case.ts';
import { monthsOf, type Period } from './periods.ts';
import {
  answerDays,
  averageHundredths,
  type CaseCounts,
  type CountedCase,
  type OfficialTotals,
} from './statistics.ts';
import { statusOf } from './statuses.ts';

/** The cases of one category received in one month. */
export interface TallyCell {
  readonly received: number;
  readonly finished: number;
  /** Of the finished ones. */
  readonly late: number;
  /** Days from receiving to answer of the finished ones, all together. */
  readonly answerDays: number;
}

/** Cases counted as they come and go on, by month received ('2026-01') and category: a year's counts in one small piece. */
export type CaseTally = Readonly<Record<string, Partial<Readonly<Record<CategoryId, TallyCell>>>>>;

const EMPTY: TallyCell = { received: 0, finished: 0, late: 0, answerDays: 0 };

/** The month by which a case is counted: that of its received day, which never changes. */
export function tallyMonth(receivedDay: Day): string {
  return receivedDay.slice(0, 7);
}

/** The tally after a case came (`before` null) or changed. Everything a case counts for follows from its clear facts. */
export function tallyCase(tally: CaseTally, before: CountedCase | null, after: CountedCase): CaseTally {
  return counted(before ? counted(tally, before, -1) : tally, after, 1);
}

function counted(tally: CaseTally, each: CountedCase, sign: 1 | -1): CaseTally {
  const month = tallyMonth(each.receivedDay);
  const cell = tally[month]?.[each.category] ?? EMPTY;
  const isFinished = statusOf(each.status).isFinished && each.finishedDay !== null;
  const next: TallyCell = {
    received: cell.received + sign,
    finished: cell.finished + (isFinished ? sign : 0),
    late: cell.late + (isFinished && isLate(each) ? sign : 0),
    answerDays: cell.answerDays + (isFinished ? sign * answerDays(each) : 0),
  };
  return { ...tally, [month]: { ...tally[month], [each.category]: next } };
}

/**
 * The counts of a period of whole months, as `countCases` counts the cases themselves on a day on which all that is counted
 * has happened already.
 */
export function countTally(tally: CaseTally, period: Period, asOf: Day): CaseCounts {
  const months = monthsOf(period).map((month) => ({ month, cells: tally[tallyMonth(month.first)] ?? {} }));
  const all = months.flatMap(({ cells }) => Object.values(cells));
  const total = add(all);
  return {
    period,
    asOf,
    ...totalsOf(total),
    onTime: total.finished - total.late,
    late: total.late,
    averageDaysHundredths: averageHundredths(total.answerDays, total.finished),
    byMonth: months.map(({ month, cells }) => ({ month, ...totalsOf(add(Object.values(cells))) })),
    byCategory: CATEGORY_IDS.map((category) => ({
      category,
      ...totalsOf(add(months.map(({ cells }) => cells[category] ?? EMPTY))),
    })).filter(({ received }) => received > 0),
  };
}

function add(cells: readonly TallyCell[]): TallyCell {
  return cells.reduce(
    (sum, cell) => ({
      received: sum.received + cell.received,
      finished: sum.finished + cell.finished,
      late: sum.late + cell.late,
      answerDays: sum.answerDays + cell.answerDays,
    }),
    EMPTY,
  );
}

function totalsOf({ received, finished }: TallyCell): OfficialTotals {
  return { received, finished, inProgress: received - finished };
}
