import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyMeasure } from '../../../bot/measures/empty-measure.ts';
import { answersFor } from '../../../shared/measures/answers-for.ts';
import { draftFieldSchema } from '../../../shared/measures/draft-api.ts';
import { daysStill, dueState, roundOn } from '../../../shared/measures/due.ts';
import { matchTitles } from '../../../shared/measures/match-plan.ts';
import type { OwnerUnit } from '../../../shared/measures/measure.ts';
import { periodEnd } from '../../../shared/measures/period-end.ts';
import { readPeriods } from '../../../shared/measures/periods.ts';
import { type IndexedMeasure, planIndex, TITLE_UNITS } from '../../../shared/measures/plan-index.ts';
import { checkReport, valuesOf, withReport } from '../../../shared/measures/reported.ts';
import { DEFAULT_ROUNDS } from '../../../shared/measures/rounds.ts';
import { fieldText, setField } from '../../../shared/measures/set-field.ts';
import { forAnotherYear } from '../../../shared/measures/without-results.ts';
import type { Day } from '../../../shared/thai/days.ts';
import type { FiscalYear } from '../../../shared/thai/fiscal-year.ts';
import type { Satang } from '../../../shared/thai/money.ts';

const YEAR = 2026 as FiscalYear;
const day = (text: string): Day => text as Day;

describe('whose a measure is', () => {
  const owner = (unit: string, section: string | null = null): OwnerUnit => ({ unit, section });
  const CASES: readonly (readonly [member: string, owner: OwnerUnit, own: boolean])[] = [
    ['กองคลัง', owner('กองคลัง'), true],
    ['กองคลัง', owner('กองคลัง', 'งานพัสดุ'), true],
    ['กองคลัง', owner('กองช่าง'), false],
    ['กองคลัง (งานพัสดุ)', owner('กองคลัง', 'งานพัสดุ'), true],
    ['กองคลัง (งานพัสดุ)', owner('กองคลัง'), true],
    ['กองคลัง (งานพัสดุ)', owner('กองคลัง', 'งานการเงิน'), false],
    ['งานพัสดุ', owner('กองคลัง', 'งานพัสดุ'), true],
    ['งานพัสดุ', owner('กองคลัง'), false],
    ['สำนักปลัด', owner('สำนักปลัดเทศบาล'), true],
    ['สำนักงานปลัด', owner('สำนักปลัดองค์การบริหารส่วนตำบล', 'งานธุรการ'), true],
    ['งานนิติการ', owner('งานนิติกร'), true],
    ['กองช่าง', owner('กอง ช่าง'), true],
    ['กองช่าง', owner('ทุกกองงาน'), true],
    ['กองช่าง', owner('ทุกส่วนราชการ'), true],
    ['', owner('กองช่าง'), false],
    ['กองช่าง', owner(''), false],
  ];

  it.each(CASES)('%s and %o: %s', (member, of, own) => {
    expect(answersFor(member, [of])).toBe(own);
  });

  it("is one of several units, and never nobody's", () => {
    expect(answersFor('กองช่าง', [owner('กองคลัง'), owner('กองช่าง')])).toBe(true);
    expect(answersFor('กองช่าง', [])).toBe(false);
  });
});

describe('what is due', () => {
  it('counts a report for the round that has not closed, before the year for the first, after it for the last', () => {
    const months = (on: string) => roundOn(YEAR, day(on), DEFAULT_ROUNDS);
    expect(months('2025-08-01').round.months).toBe(6);
    expect(months('2026-04-15').round.months).toBe(6);
    expect(months('2026-04-16')).toMatchObject({
      round: { months: 12 },
      before: { months: 6 },
      isOver: false,
    });
    expect(months('2026-10-15')).toMatchObject({ round: { months: 12 }, isOver: false });
    expect(months('2026-10-16')).toMatchObject({ round: { months: 12 }, isOver: true });
  });

  it('is late when the period or a round passed, and never when it is done', () => {
    const state = (on: string, ends: string | null, months: number | null, status: 'done' | null = null) =>
      dueState(
        { ends: ends === null ? null : day(ends) },
        { status, reportedMonths: months },
        roundOn(YEAR, day(on), DEFAULT_ROUNDS),
        day(on),
      );
    expect(state('2026-02-01', null, null)).toBe('due');
    expect(state('2026-02-01', '2026-01-31', null)).toBe('late');
    expect(state('2026-01-31', '2026-01-31', null)).toBe('due');
    expect(state('2026-02-01', '2026-01-31', 6, 'done')).toBe('done');
    expect(state('2026-02-01', null, 6)).toBe('reported');
    expect(state('2026-05-01', null, 6)).toBe('due');
    expect(state('2026-05-01', null, null)).toBe('late');
    expect(state('2026-05-01', null, 12)).toBe('reported');
    expect(state('2026-11-01', null, 6)).toBe('late');
  });

  it('stands still from its newest report, or from the day it was planned, never from before its year', () => {
    const still = (planned: string, reported: string | null) =>
      daysStill(
        { planned: day(planned) },
        { status: null, reportedDay: reported === null ? null : day(reported) },
        YEAR,
        day('2025-12-31'),
      );
    expect(still('2025-12-01', null)).toBe(30);
    expect(still('2025-08-01', null)).toBe(91);
    expect(still('2025-08-01', '2025-12-30')).toBe(1);
  });

  it('takes the last month of all periods as the end, and no guessed one', () => {
    const ends = (period: string) => periodEnd(readPeriods({ period, followUp: '', title: '' }, YEAR));
    expect(ends('ต.ค. ๖๘ - มี.ค. ๖๙')).toBe('2026-03-31');
    expect(ends('๑๕-๑๙ ก.พ. ๖๙')).toBe('2026-02-19');
    expect(ends('ธ.ค. ๒๕๖๘')).toBe('2025-12-31');
    expect(ends('ค.ศ.๖๘- มี.ค.๖๙')).toBeNull();
    expect(ends('')).toBeNull();
  });
});

describe('what was reported', () => {
  const measure = { ...emptyMeasure(), result: 'ตามแผน', status: 'in-progress' as const };

  it('stands over the plan field by field, and leaves the rest', () => {
    const first = withReport({}, { percent: 40, result: 'ทำแล้ว 4' });
    const both = withReport(first, { obstacle: 'ฝนตก', budgetUsedSatang: 0 as Satang });
    expect(valuesOf(measure, both)).toMatchObject({
      status: 'in-progress',
      percent: 40,
      result: 'ทำแล้ว 4',
      obstacle: 'ฝนตก',
      budgetUsed: { kind: 'amount', amountSatang: 0 },
    });
  });

  it('has the percentage that its status means', () => {
    const at40 = withReport({}, { status: 'in-progress', percent: 40 });
    expect(valuesOf(measure, withReport(at40, { status: 'in-progress' })).percent).toBe(40);
    expect(valuesOf(measure, withReport(at40, { status: 'done' })).percent).toBe(100);
    expect(valuesOf(measure, withReport(at40, { status: 'not-started' })).percent).toBe(0);
    expect(
      valuesOf(measure, withReport(withReport(at40, { status: 'done' }), { status: 'in-progress' })).percent,
    ).toBeNull();
  });

  it('is refused when figure and status contradict each other', () => {
    expect(checkReport({}, null, false)).toBe('nothing-touched');
    expect(checkReport({}, null, true)).toBeNull();
    expect(checkReport({ percent: 99 }, 'done', false)).toBe('done-below-100');
    expect(checkReport({ percent: 1, status: 'not-started' }, 'done', false)).toBe('not-started-above-0');
    expect(checkReport({ percent: 100 }, 'in-progress', false)).toBe('hundred-not-done');
    expect(checkReport({ percent: 100, status: 'done' }, null, false)).toBeNull();
  });
});

describe('plans', () => {
  it('pair measures by title, each once, numbers never', () => {
    const present = [
      { id: 'a', title: 'ปรับปรุงเว็บไซต์ของหน่วยงานให้เป็นปัจจุบัน' },
      { id: 'b', title: 'จัดทำคู่มือ' },
      { id: 'c', title: 'จัดทำคู่มือ' },
    ];
    expect(
      matchTitles(['จัดทำ คู่มือ', 'จัดทำคู่มือ', 'จัดทำคู่มือ', 'ปรับปรุงเวบไซต์ของหน่วยงานให้เป็นปัจจุบัน', 'อบรม'], present),
    ).toEqual(['b', 'c', null, 'a', null]);
  });

  it('of a thousand measures with nothing in common are paired within seconds', () => {
    const titles = (word: string) => Array.from({ length: 1_000 }, (_, n) => `${word}${n}`.repeat(12));
    const present = titles('มาตรการเดิม').map((title, n) => ({ id: `m${n}`, title }));
    const started = performance.now();
    expect(matchTitles(titles('กิจกรรมใหม่'), present).every((id) => id === null)).toBe(true);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('have a short form whose lines never grow with their texts', () => {
    const long = 'ก'.repeat(5_000);
    const of = (n: number): IndexedMeasure => ({
      id: `m${n}`,
      plannedDay: day('2025-10-01'),
      stepUnits: [],
      measure: {
        ...emptyMeasure(),
        title: `${n}${long}`,
        indicator: `${n % 10}${long}`,
        dimension: { mark: '', text: long },
        units: [{ unit: 'กองช่าง', section: null }],
        budgetSet: { kind: 'missing', printed: long },
      },
    });
    const index = planIndex(Array.from({ length: 1_000 }, (_, n) => of(n)));
    expect(index.lines.every(({ title }) => title.length <= TITLE_UNITS)).toBe(true);
    expect([index.units.length, index.dimensions.length, index.indicators.length]).toEqual([1, 1, 10]);
    expect(Buffer.byteLength(JSON.stringify(index))).toBeLessThan(750_000);
  });

  it('carry over into another year without results, spending and old months', () => {
    const context = { fiscalYear: YEAR, knownUnits: [] };
    let measure = setField(emptyMeasure(), 'period', 'ต.ค. ๖๘ - มี.ค. ๖๙', context);
    for (const field of ['title', 'result', 'note', 'budgetSet', 'budgetUsed'] as const)
      measure = setField(measure, field, '100', context);
    const next = forAnotherYear(setField(measure, 'status', 'ดำเนินการแล้วเสร็จ', context));
    expect(next).toMatchObject({
      title: '100',
      result: '',
      note: '',
      status: null,
      budgetUsed: { kind: 'missing' },
    });
    expect(next.budgetSet).toEqual({ kind: 'amount', amountSatang: 10_000 });
    expect(next.periods).toMatchObject({ printed: '', ranges: [] });
  });

  it('keep every edited cell as it was typed: what is shown can be typed again', () => {
    const word = fc.stringMatching(/^[ก-ฮ][ก-ฮ0-9 -]{0,20}[ก-ฮ]$/);
    const fields = draftFieldSchema.options.filter((field) => field !== 'status');
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.array(word, { minLength: 1, maxLength: 4 }),
        (field, words) => {
          const context = { fiscalYear: YEAR, knownUnits: [] };
          const typed = field === 'steps' ? words.join('\n') : (words[0] ?? '');
          const once = setField(emptyMeasure(), field, typed, context);
          const shown = fieldText(once, field);
          expect(shown.replace(/\s+/g, '')).toBe(typed.replace(/\s+/g, ''));
          expect(setField(once, field, shown, context)).toEqual(once);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
