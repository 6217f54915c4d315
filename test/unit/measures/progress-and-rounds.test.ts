import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRounds, type RoundMeasure } from '../../../shared/measures/compare-rounds.ts';
import { countStatuses, progressOf } from '../../../shared/measures/progress.ts';
import { checkRoundRules, openRound, reminderDays, roundsOf } from '../../../shared/measures/rounds.ts';
import { addDays, type Day } from '../../../shared/thai/days.ts';
import type { FiscalYear } from '../../../shared/thai/fiscal-year.ts';
import { formatPercent } from '../../../shared/thai/percent.ts';

const counts = (done: number, inProgress: number, notStarted = 0) => ({
  done,
  inProgress,
  notStarted,
  unknown: 0,
});
const OFFICE = { base: 35, inProgressWeightHundredths: 50 } as const;

describe('progress', () => {
  it('gives the office figures 70.00 and 94.29', () => {
    const half = progressOf(counts(13, 23), 36, OFFICE);
    const whole = progressOf(counts(33, 0), 36, OFFICE);
    expect(formatPercent(half.percentHundredths)).toBe('70.00');
    expect(formatPercent(whole.percentHundredths)).toBe('94.29');
    expect(half.warnings).toHaveLength(1);
    expect(whole.warnings).toHaveLength(2);
    expect(whole.warnings[0]).toContain('ขาดไป 3 โครงการ');
  });

  it('takes base and weight from the settings, and has no percentage of nothing', () => {
    expect(progressOf(counts(13, 23), 36).percentHundredths).toBe(6806);
    expect(
      progressOf(counts(1, 1), 2, { base: 'plan', inProgressWeightHundredths: 0 }).percentHundredths,
    ).toBe(5000);
    expect(progressOf(counts(0, 0), 0).percentHundredths).toBeNull();
    expect(progressOf(counts(1, 1), 2).warnings).toEqual([]);
  });

  it('is exact for any counts', () => {
    const n = fc.nat({ max: 10_000 });
    fc.assert(
      fc.property(n, n, fc.integer({ min: 1, max: 10_000 }), (done, inProgress, base) => {
        const { percentHundredths } = progressOf(counts(done, inProgress), base, { ...OFFICE, base });
        const exact =
          (BigInt(2 * done + inProgress) * 10_000n * 2n + 2n * BigInt(base)) / (4n * BigInt(base));
        expect(percentHundredths).toBe(Number(exact));
      }),
    );
  });

  it('counts every status, none included', () => {
    expect(countStatuses(['done', null, 'in-progress', 'done', 'not-started'])).toEqual({
      done: 2,
      inProgress: 1,
      notStarted: 1,
      unknown: 1,
    });
  });
});

describe('two rounds', () => {
  const m = (title: string, status: RoundMeasure['status'] = null, id?: string): RoundMeasure =>
    id === undefined ? { title, status } : { id, title, status };

  it('show what vanished, what appeared and whose status went back', () => {
    const result = compareRounds(
      [m('โครงการปลูกต้นไม้ริมทาง', 'done'), m('โครงการทาสีรั้ว', 'in-progress'), m('โครงการขุดลอก')],
      [m('โครงการปลูก ต้นไม้ ริมทาง', 'in-progress'), m('โครงการขุดลอก', 'done'), m('ใหม่')],
    );
    expect(result.vanished).toEqual([1]);
    expect(result.appeared).toEqual([2]);
    expect(result.wentBack).toEqual([{ before: 0, after: 0 }]);
    expect(result.warnings).toHaveLength(2);
    expect(result.warnings[0]).toContain('ทาสีรั้ว');
    expect(result.warnings[1]).toContain('อยู่ระหว่างดำเนินการ');
  });

  it('pair by id first, then by title, misread letters allowed, each once', () => {
    const result = compareRounds(
      [m('ก', null, '1'), m('ข', null, '2'), m('มาตรการประหยัดพลังงานไฟฟ้า'), m('ซ้ำ'), m('ซ้ำ')],
      [m('ข', null, '1'), m('มาตราการประหยัดพลังงานไฟฟ้า'), m('ซ้ำ')],
    );
    expect(result.pairs).toEqual([
      { before: 0, after: 0 },
      { before: 2, after: 1 },
      { before: 3, after: 2 },
    ]);
    expect(result.vanished).toEqual([1, 4]);
  });
});

describe('rounds', () => {
  const FY = 2024 as FiscalYear;
  const day = (text: string): Day => text as Day;

  it('are of 6 and 12 months unless the office says otherwise', () => {
    expect(roundsOf(FY)).toMatchObject([
      {
        months: 6,
        name: 'รอบ 6 เดือน',
        first: '2023-10-01',
        last: '2024-03-31',
        opens: '2023-10-16',
        closes: '2024-04-15',
      },
      {
        months: 12,
        name: 'รอบ 12 เดือน',
        first: '2023-10-01',
        last: '2024-09-30',
        opens: '2024-04-16',
        closes: '2024-10-15',
      },
    ]);
    const own = roundsOf(FY, [
      { months: 12, closesAfterDays: 0 },
      { months: 5, closesAfterDays: 3, name: 'รอบแรก' },
    ]);
    expect(own.map(({ name, last, opens, closes }) => [name, last, opens, closes])).toEqual([
      ['รอบแรก', '2024-02-29', '2023-10-01', '2024-03-03'],
      ['รอบ 12 เดือน', '2024-09-30', '2024-03-04', '2024-09-30'],
    ]);
  });

  it('are open one at a time, on every day exactly one', () => {
    expect(openRound(day('2023-10-15'))).toMatchObject({ fiscalYear: 2023, months: 12 });
    expect(openRound(day('2023-10-16'))).toMatchObject({ fiscalYear: 2024, months: 6 });
    const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(months, fc.nat({ max: 27 }), fc.nat({ max: 2000 }), (list, closesAfterDays, offset) => {
        const rules = list.map((count) => ({ months: count, closesAfterDays }));
        expect(checkRoundRules(rules)).toBeNull();
        const today = addDays(day('2020-01-01'), offset);
        const open = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]
          .flatMap((year) => roundsOf(year as FiscalYear, rules))
          .filter((round) => round.opens <= today && today <= round.closes);
        expect(open).toHaveLength(1);
        expect(openRound(today, rules)).toEqual(open[0]);
      }),
    );
  });

  it('remind before they close, in order, never before they open', () => {
    const [round] = roundsOf(FY);
    if (!round) throw new Error('no round');
    expect(reminderDays(round)).toEqual(['2024-04-01', '2024-04-08', '2024-04-12', '2024-04-14']);
    expect(reminderDays(round, [1, 400, 1, 0])).toEqual(['2024-04-14', '2024-04-15']);
  });

  it('of an office are checked', () => {
    const rule = (months: number, closesAfterDays = 15) => ({ months, closesAfterDays });
    expect(checkRoundRules([])).toBe('none');
    expect(checkRoundRules([rule(13)])).toBe('months-out-of-range');
    expect(checkRoundRules([rule(6), rule(6)])).toBe('months-repeated');
    expect(checkRoundRules([rule(6, 28)])).toBe('closes-out-of-range');
    expect(checkRoundRules(Array.from({ length: 13 }, (_, n) => rule(n + 1)))).toBe('too-many');
  });
});
