import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORY_IDS, type CategoryId } from '../../../shared/complaints/categories.ts';
import {
  halfPeriod,
  monthPeriod,
  monthsOf,
  rangePeriod,
  yearPeriod,
} from '../../../shared/complaints/periods.ts';
import { publishStatistics } from '../../../shared/complaints/published-statistics.ts';
import { type CountedCase, countCases } from '../../../shared/complaints/statistics.ts';
import { STATUSES, statusOf } from '../../../shared/complaints/statuses.ts';
import { addDays, type Day, daysBetween } from '../../../shared/thai/days.ts';
import type { FiscalYear } from '../../../shared/thai/fiscal-year.ts';

const day = (text: string) => text as Day;
const YEAR = 2026 as FiscalYear;
const AFTER = day('2027-06-01');

const anyCase: fc.Arbitrary<CountedCase> = fc
  .record({
    category: fc.constantFrom(...CATEGORY_IDS.slice(0, 5)),
    status: fc.constantFrom(...STATUSES.map(({ id }) => id)),
    received: fc.integer({ min: -20, max: 400 }),
    answerAfter: fc.integer({ min: 0, max: 40 }),
    missedDueDay: fc.boolean(),
  })
  .map(({ category, status, received, answerAfter, missedDueDay }) => {
    const receivedDay = addDays(day('2025-10-01'), received);
    const answered = addDays(receivedDay, answerAfter);
    const { stopsClock, isFinished } = statusOf(status);
    return {
      category,
      status,
      receivedDay,
      dueDay: addDays(receivedDay, 15),
      answeredDay: stopsClock ? answered : null,
      finishedDay: isFinished ? answered : null,
      missedDueDay,
    };
  });
const anyCases = fc.array(anyCase, { maxLength: 60 });
const anyPeriod = fc.oneof(
  fc.constantFrom(yearPeriod(YEAR), halfPeriod(YEAR, 1), halfPeriod(YEAR, 2), monthPeriod(2026, 2)),
  fc
    .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }))
    .map(([from, length]) =>
      rangePeriod(addDays(day('2025-09-01'), from), addDays(day('2025-09-01'), from + length)),
    )
    .filter((period) => period !== null),
);
const sum = (rows: readonly { readonly received: number }[]) =>
  rows.reduce((total, { received }) => total + received, 0);

/** Finished cases: how many of each category were received in a half of the fiscal year. */
function filedIn(half: 1 | 2, counts: Partial<Record<CategoryId, number>>): CountedCase[] {
  const receivedDay = halfPeriod(YEAR, half).first;
  return Object.entries(counts).flatMap(([category, count]) =>
    Array.from({ length: count }, () => ({
      category: category as CategoryId,
      status: 'closed' as const,
      receivedDay,
      dueDay: addDays(receivedDay, 15),
      answeredDay: addDays(receivedDay, 10),
      finishedDay: addDays(receivedDay, 20),
      missedDueDay: false,
    })),
  );
}

describe('periods', () => {
  it('are the months and halves of the fiscal year', () => {
    expect(halfPeriod(YEAR, 1)).toEqual({ kind: 'half', first: '2025-10-01', last: '2026-03-31' });
    expect(halfPeriod(YEAR, 2)).toEqual({ kind: 'half', first: '2026-04-01', last: '2026-09-30' });
    expect(monthPeriod(2028, 2)).toEqual({ kind: 'month', first: '2028-02-01', last: '2028-02-29' });
    expect(monthPeriod(2026, 12).last).toBe('2026-12-31');
    expect(() => monthPeriod(2026, 13)).toThrow(RangeError);
    expect(rangePeriod(day('2026-02-02'), day('2026-02-01'))).toBeNull();
    expect(rangePeriod(day('2010-01-01'), day('2026-02-01'))).toBeNull();
  });

  it('are the months they consist of, without gap or overlap', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const months = monthsOf(period);
        expect(months[0]?.first).toBe(period.first);
        expect(months.at(-1)?.last).toBe(period.last);
        months.slice(1).forEach(({ first }, index) => {
          expect(addDays(months[index]?.last ?? first, 1)).toBe(first);
        });
      }),
    );
  });
});

describe('the statistics', () => {
  it('have totals that are the sums of their rows', () => {
    fc.assert(
      fc.property(anyCases, anyPeriod, fc.integer({ min: 0, max: 500 }), (cases, period, later) => {
        const counts = countCases(cases, period, addDays(day('2025-10-01'), later));
        for (const rows of [counts.byMonth, counts.byCategory]) {
          for (const key of ['received', 'finished', 'inProgress'] as const) {
            expect(rows.reduce((total, row) => total + row[key], 0)).toBe(counts[key]);
          }
        }
        expect(counts.finished + counts.inProgress).toBe(counts.received);
        expect(counts.onTime + counts.late).toBe(counts.finished);
        expect(counts.overdue).toBeLessThanOrEqual(counts.inProgress);
      }),
    );
  });

  it('count a year as the sum of its halves', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const halves = [1, 2].map((half) => countCases(cases, halfPeriod(YEAR, half as 1 | 2), AFTER));
        const year = countCases(cases, yearPeriod(YEAR), AFTER);
        for (const key of ['received', 'finished', 'inProgress', 'onTime', 'late', 'overdue'] as const) {
          expect(halves.reduce((total, half) => total + half[key], 0)).toBe(year[key]);
        }
      }),
    );
  });

  it('average the days to the answer exactly, half up', () => {
    const answeredAfter = (...days: number[]) =>
      days.map((count) => {
        const [each] = filedIn(1, { bribe: 1 });
        if (!each) throw new Error('one case');
        return { ...each, answeredDay: addDays(each.receivedDay, count) };
      });
    const average = (cases: CountedCase[]) =>
      countCases(cases, halfPeriod(YEAR, 1), AFTER).averageDaysHundredths;
    expect(average(answeredAfter(10, 11))).toBe(1050);
    expect(average(answeredAfter(1, 1, 2))).toBe(133);
    expect(average(answeredAfter(1, 2, 2))).toBe(167);
    expect(average(answeredAfter(0, 0, 0, 0, 0, 0, 0, 1))).toBe(13);
    expect(average([])).toBeNull();
  });

  it('tell on time from late and overdue on the very day', () => {
    const [each] = filedIn(1, { bribe: 1 });
    if (!each) throw new Error('one case');
    const half = halfPeriod(YEAR, 1);
    const onDay = { ...each, answeredDay: each.dueDay };
    expect(countCases([onDay], half, AFTER)).toMatchObject({ onTime: 1, late: 0 });
    const dayAfter = { ...each, answeredDay: addDays(each.dueDay, 1) };
    expect(countCases([dayAfter], half, AFTER)).toMatchObject({ onTime: 0, late: 1 });
    const open = { ...each, status: 'fact-finding' as const, answeredDay: null, finishedDay: null };
    expect(countCases([open], half, each.dueDay).overdue).toBe(0);
    expect(countCases([open], half, addDays(each.dueDay, 1)).overdue).toBe(1);
    const told = { ...open, status: 'result-told' as const, answeredDay: each.dueDay };
    expect(countCases([told], half, AFTER)).toMatchObject({ inProgress: 1, overdue: 0 });
  });

  it('do not count what had not happened yet', () => {
    const cases = filedIn(1, { bribe: 1 });
    const half = halfPeriod(YEAR, 1);
    expect(countCases(cases, half, addDays(half.first, -1)).received).toBe(0);
    expect(countCases(cases, half, addDays(half.first, 19))).toMatchObject({ received: 1, finished: 0 });
    expect(countCases(cases, half, addDays(half.first, 20)).finished).toBe(1);
    expect(daysBetween(half.first, half.last)).toBe(181);
  });
});

describe('the published statistics', () => {
  const half = halfPeriod(YEAR, 1);
  const rows = (cases: CountedCase[], period = half) => publishStatistics(cases, period, AFTER).byCategory;

  it('never hold back the three official totals', () => {
    fc.assert(
      fc.property(anyCases, anyPeriod, (cases, period) => {
        const { received, finished, inProgress, byMonth } = countCases(cases, period, AFTER);
        expect(publishStatistics(cases, period, AFTER)).toMatchObject({
          received,
          finished,
          inProgress,
          byMonth,
        });
      }),
    );
  });

  it('show no row of fewer than three, unless there are no more in all, and rows that add up', () => {
    fc.assert(
      fc.property(anyCases, fc.constantFrom(half, halfPeriod(YEAR, 2), yearPeriod(YEAR)), (cases, period) => {
        const published = publishStatistics(cases, period, AFTER);
        expect(sum(published.byCategory ?? [])).toBe(published.received);
        for (const { category, received } of published.byCategory ?? []) {
          const halfTotals = [half, halfPeriod(YEAR, 2)].map(
            (each) => publishStatistics(cases, each, AFTER).received,
          );
          const isTotalAnyway = category === 'merged' && halfTotals.some((total) => total < 3);
          if (!isTotalAnyway) expect(received).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });

  it('merge what is small, with the smallest of the rest when that is not enough', () => {
    expect(rows(filedIn(1, { bribe: 5, graft: 4, assets: 2, abuse: 1 }))).toEqual([
      { category: 'bribe', received: 5 },
      { category: 'graft', received: 4 },
      { category: 'merged', received: 3 },
    ]);
    expect(rows(filedIn(1, { bribe: 5, graft: 4, assets: 1 }))).toEqual([
      { category: 'bribe', received: 5 },
      { category: 'merged', received: 5 },
    ]);
    expect(rows(filedIn(1, { bribe: 2 }))).toEqual([{ category: 'merged', received: 2 }]);
    expect(rows(filedIn(1, { bribe: 3 }))).toEqual([{ category: 'bribe', received: 3 }]);
    expect(rows([])).toEqual([]);
  });

  it('give away no small count by subtracting a half from its year', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const year = rows(cases, yearPeriod(YEAR)) ?? [];
        for (const { category, received } of year) {
          if (category === 'merged') continue;
          const inHalves = ([1, 2] as const).map((n) =>
            rows(cases, halfPeriod(YEAR, n))?.find((row) => row.category === category),
          );
          expect(inHalves.every((row) => row !== undefined)).toBe(true);
          expect(sum(inHalves.flatMap((row) => (row ? [row] : [])))).toBe(received);
        }
      }),
    );
    const cases = [...filedIn(1, { bribe: 4, graft: 2, abuse: 3 }), ...filedIn(2, { bribe: 3, graft: 5 })];
    expect(rows(cases, yearPeriod(YEAR))).toEqual([
      { category: 'bribe', received: 7 },
      { category: 'merged', received: 10 },
    ]);
  });

  it('show categories and answers of six months and years only, and categories when the time is over', () => {
    const cases = filedIn(1, { bribe: 5, graft: 4 });
    const month = publishStatistics(cases, monthPeriod(2025, 10), AFTER);
    expect(month).toMatchObject({
      received: 9,
      answers: null,
      averageDaysHundredths: null,
      byCategory: null,
    });
    const growing = publishStatistics(cases, half, half.last);
    expect(growing).toMatchObject({ byCategory: null, answers: { onTime: 9, late: 0 } });
    const relabelled = { ...half, first: addDays(half.first, 1) };
    expect(publishStatistics(cases, relabelled, AFTER).byCategory).toBeNull();
  });

  it('hold back answers and averages that speak of one or two cases, in the year as well', () => {
    const one = filedIn(1, { bribe: 5 }).map((each, n) => ({ ...each, missedDueDay: n === 0 }));
    const more = [...one, ...filedIn(2, { bribe: 2 })];
    expect(publishStatistics(one, half, AFTER)).toMatchObject({ answers: null, averageDaysHundredths: 1000 });
    expect(publishStatistics(more, yearPeriod(YEAR), AFTER)).toMatchObject({
      answers: null,
      averageDaysHundredths: null,
    });
  });

  it('take another limit from the office', () => {
    const cases = filedIn(1, { bribe: 9, graft: 4, abuse: 4 });
    expect(publishStatistics(cases, half, AFTER, 5).byCategory).toEqual([
      { category: 'bribe', received: 9 },
      { category: 'merged', received: 8 },
    ]);
    expect(publishStatistics(cases, half, AFTER, 1).byCategory).toHaveLength(3);
  });
});
