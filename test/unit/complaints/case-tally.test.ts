import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CaseTally, countTally, tallyCase } from '../../../shared/complaints/case-tally.ts';
import { CATEGORY_IDS } from '../../../shared/complaints/categories.ts';
import { halfPeriod, monthPeriod, yearPeriod } from '../../../shared/complaints/periods.ts';
import { publishCounts, publishStatistics } from '../../../shared/complaints/published-statistics.ts';
import { type CountedCase, countCases } from '../../../shared/complaints/statistics.ts';
import { STATUSES, statusOf } from '../../../shared/complaints/statuses.ts';
import { addDays, type Day } from '../../../shared/thai/days.ts';
import type { FiscalYear } from '../../../shared/thai/fiscal-year.ts';

const YEAR = 2026 as FiscalYear;
const FIRST = '2025-10-01' as Day;
const TODAY = '2027-06-01' as Day;

/** A case as it goes from one state to the next; its received day and category stay. */
const anyLife: fc.Arbitrary<readonly CountedCase[]> = fc
  .record({
    category: fc.constantFrom(...CATEGORY_IDS),
    received: fc.integer({ min: 0, max: 364 }),
    steps: fc.array(
      fc.record({
        status: fc.constantFrom(...STATUSES.map(({ id }) => id)),
        answerAfter: fc.integer({ min: 0, max: 40 }),
        missedDueDay: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ category, received, steps }) => {
    const receivedDay = addDays(FIRST, received);
    return steps.map(({ status, answerAfter, missedDueDay }) => {
      const { stopsClock, isFinished } = statusOf(status);
      const answered = addDays(receivedDay, answerAfter);
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
  });

it('a tally kept along with every change of every case counts what counting the cases counts', () => {
  fc.assert(
    fc.property(fc.array(anyLife, { maxLength: 30 }), (lives) => {
      let tally: CaseTally = {};
      for (const life of lives) {
        life.forEach((state, index) => {
          tally = tallyCase(tally, life[index - 1] ?? null, state);
        });
      }
      const cases = lives.flatMap((life) => life.at(-1) ?? []);
      const periods = [yearPeriod(YEAR), halfPeriod(YEAR, 1), halfPeriod(YEAR, 2), monthPeriod(2026, 2)];
      for (const period of periods) {
        const { overdue: _, ...expected } = countCases(cases, period, TODAY);
        expect(countTally(tally, period, TODAY)).toEqual(expected);
        const published = publishCounts((one) => countTally(tally, one, TODAY), period, TODAY);
        expect(published).toEqual(publishStatistics(cases, period, TODAY));
      }
    }),
    { numRuns: 200 },
  );
});
