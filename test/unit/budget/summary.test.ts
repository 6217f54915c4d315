import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AMOUNT_FIELDS,
  type Amounts,
  type BudgetLine,
  NO_AMOUNTS,
  sumAmounts,
} from '../../../shared/budget/budget-line.ts';
import { compareBudgets, MAX_LISTED_CHANGES } from '../../../shared/budget/compare.ts';
import { MAX_LISTED_ITEMS, MAX_PROGRAM_ROWS, summarise } from '../../../shared/budget/summary.ts';
import type { Satang } from '../../../shared/thai/money.ts';

const name = (prefix: string, count: number) =>
  fc.integer({ min: 0, max: count }).map((n) => (n === 0 ? '' : `${prefix}${n}`));
const amount = fc
  .integer({ min: -1_000_000_00, max: 900_000_000_000_00 / 200 })
  .map((value) => value as Satang);
const anyLine: fc.Arbitrary<BudgetLine> = fc.record({
  program: fc.oneof(name('แผน', 40), fc.constantFrom('การศึกษา', 'งบกลาง')),
  task: name('งาน', 90),
  budgetGroup: name('งบ', 20),
  category: name('หมวด', 3),
  item: name('รายการ', 5),
  approvedSatang: amount,
  transferInSatang: amount,
  transferOutSatang: amount,
  revisedSatang: amount,
  obligatedSatang: amount,
  disbursedSatang: amount,
  remainingSatang: amount,
  sheet: fc.constant('ก'),
  row: fc.integer({ min: 1, max: 9999 }),
});
const anyLines = fc.array(anyLine, { maxLength: 200 });

function line(
  item: string,
  amounts: Partial<Record<keyof Amounts, number>>,
  program = 'การศึกษา',
): BudgetLine {
  const names = { program, task: 'ก', budgetGroup: 'งบลงทุน', category: 'ข', item, sheet: 'ก', row: 1 };
  return { ...names, ...NO_AMOUNTS, ...(amounts as Partial<Amounts>) };
}

describe('summary', () => {
  it('has tables whose rows add up to the totals and the count, to the satang, however many groups there are', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const summary = summarise(lines, true);
        for (const table of [summary.byProgram, summary.byBudgetGroup, summary.byTask]) {
          const sums = sumAmounts(table);
          for (const field of AMOUNT_FIELDS) {
            expect(sums[field]).toBe(summary.totals[field]);
            expect(summary.totals[field]).toBe(lines.reduce((sum, each) => sum + each[field], 0));
          }
          expect(table.reduce((sum, row) => sum + row.count, 0)).toBe(lines.length);
        }
      }),
    );
  });

  it('stays small enough for one stored document', () => {
    const lines = Array.from({ length: 3000 }, (_, n) => ({
      ...line(`รายการ${'ยาว'.repeat(60)}${n}`, { revisedSatang: 1_000_000_00 }),
      program: `แผนงาน${n % 300}`,
      task: `งาน${n}`,
    }));
    const summary = summarise(lines, true);
    expect(summary.byProgram).toHaveLength(MAX_PROGRAM_ROWS);
    expect(summary.byProgram.at(-1)?.name).toBe('อื่น ๆ');
    expect(Buffer.byteLength(JSON.stringify(summary))).toBeLessThan(60_000);
  });

  it('lists แผนงาน in the official order, then as they come, and lines without one as ไม่ระบุ', () => {
    const lines = ['แผนใหม่', 'งบกลาง', '', 'บริหารงานทั่วไป'].map((program) =>
      line('ก', { approvedSatang: 1 }, program),
    );
    expect(summarise(lines, true).byProgram.map((row) => row.name)).toEqual([
      'บริหารงานทั่วไป',
      'งบกลาง',
      'แผนใหม่',
      'ไม่ระบุ',
    ]);
  });

  it('lists the slowest lines by exact share, small ones left out, and the largest by sum', () => {
    const lines = [
      line('เร็ว', { revisedSatang: 200_000_00, disbursedSatang: 150_000_00 }),
      line('ช้า', { revisedSatang: 300_000_00, disbursedSatang: 1 }),
      line('ช้าที่สุด', { revisedSatang: 500_000_00, disbursedSatang: 1 }),
      line('เล็ก', { revisedSatang: 99_999_99 }),
    ];
    const { slowest, largest } = summarise(lines, true);
    expect(slowest.map(({ item }) => item)).toEqual(['ช้าที่สุด', 'ช้า', 'เร็ว']);
    expect(largest.map(({ item }) => item)).toEqual(['ช้าที่สุด', 'ช้า', 'เร็ว', 'เล็ก']);
    expect(summarise(lines, false).slowest).toEqual([]);
    expect(summarise(Array.from({ length: 50 }, () => lines).flat(), true).largest).toHaveLength(
      MAX_LISTED_ITEMS,
    );
  });

  it('throws rather than lose a satang', () => {
    const huge = line('ก', { approvedSatang: Number.MAX_SAFE_INTEGER });
    expect(() => summarise([huge, huge], true)).toThrow(RangeError);
  });
});

describe('comparing two uploads', () => {
  it('finds nothing between an upload and itself, in any order of different lines', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyLine, {
          selector: (each) =>
            JSON.stringify([each.program, each.task, each.budgetGroup, each.category, each.item]),
          maxLength: 60,
        }),
        (lines) => {
          const difference = compareBudgets(lines, [...lines].reverse());
          expect(difference).toMatchObject({
            addedCount: 0,
            removedCount: 0,
            changedCount: 0,
            unchangedCount: lines.length,
          });
        },
      ),
    );
  });

  it('accounts for every line of both uploads and for every satang', () => {
    fc.assert(
      fc.property(anyLines, anyLines, (before, after) => {
        const { addedCount, removedCount, changedCount, unchangedCount, totalsDelta } = compareBudgets(
          before,
          after,
        );
        expect(addedCount + changedCount + unchangedCount).toBe(after.length);
        expect(removedCount + changedCount + unchangedCount).toBe(before.length);
        const sums = [sumAmounts(before), sumAmounts(after)] as const;
        for (const field of AMOUNT_FIELDS) expect(totalsDelta[field]).toBe(sums[1][field] - sums[0][field]);
      }),
    );
  });

  it('knows a line again under other spacing and tells equal names apart by their order', () => {
    const before = [
      line('โครงการ ก', { disbursedSatang: 1 }),
      line('ข', { disbursedSatang: 5 }),
      line('ข', { disbursedSatang: 6 }),
    ];
    const after = [
      line('โครงการก', { disbursedSatang: 3 }),
      line('ข', { disbursedSatang: 5 }),
      line('ข', { disbursedSatang: 9 }),
      line('ค', {}),
    ];
    const difference = compareBudgets(before, after);
    expect(difference.added.map(({ item }) => item)).toEqual(['ค']);
    expect(difference.changed.map(({ delta }) => delta.disbursedSatang)).toEqual([3, 2]);
    expect(difference.unchangedCount).toBe(1);
  });

  it('lists the largest changes first, not all of many', () => {
    const lines = Array.from({ length: 100 }, (_, n) => line(`ก${n}`, { approvedSatang: n + 1 }));
    const { added, addedCount } = compareBudgets([], lines);
    expect(addedCount).toBe(100);
    expect(added).toHaveLength(MAX_LISTED_CHANGES);
    expect(added[0]?.item).toBe('ก99');
  });
});
