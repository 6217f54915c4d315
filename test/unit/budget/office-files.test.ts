import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../bot/workbook/read-workbook.ts';
import type { AmountField, BudgetLine } from '../../../shared/budget/budget-line.ts';
import { readTable } from '../../../shared/budget/read-table.ts';
import type { BudgetReading, ReadResult, SkippedRowKind } from '../../../shared/budget/reading.ts';
import { summarise } from '../../../shared/budget/summary.ts';
import type { Day } from '../../../shared/thai/days.ts';
import { formatFiscalYear } from '../../../shared/thai/fiscal-year.ts';

/** Workbooks of real approved amounts, which stand beside the repository where they may not be copied into it. */
const FOLDER = new URL('../../../../shared/data/budgets/', import.meta.url);
const TODAY = '2022-07-15' as Day;
/** Growth of the whole process that reading a hostile file may cause. */
const MEMORY_MAX_BYTES = 150 * 1024 * 1024;

const FIELDS: Readonly<Record<string, AmountField>> = {
  approved: 'approvedSatang',
  transferIn: 'transferInSatang',
  transferOut: 'transferOutSatang',
  afterTransfer: 'revisedSatang',
  obligated: 'obligatedSatang',
  disbursed: 'disbursedSatang',
  remaining: 'remainingSatang',
};
const NAMES: Readonly<Record<string, 'program' | 'task' | 'budgetGroup' | 'category' | 'item' | 'unit'>> = {
  plan: 'program',
  task: 'task',
  budgetType: 'budgetGroup',
  category: 'category',
  item: 'item',
  owner: 'unit',
};
const KINDS: Readonly<Record<string, SkippedRowKind>> = {
  title: 'title',
  header: 'header',
  blank: 'blank',
  subtotal: 'subtotal',
  grandTotal: 'grand-total',
  footer: 'foot',
};

type Sums = Readonly<Record<string, number>> & { readonly approved: number };
interface Expected {
  fiscalYear: number;
  office: string;
  dataRows: number;
  totals: Sums;
  byPlan: Record<string, Sums>;
  byBudgetType: Record<string, Sums>;
  sheets: { name?: string; read: boolean }[];
  skipRows: { row: number; kind: string }[];
  suspiciousRows?: { row: number }[];
  spotRows: ({ row: number } & Record<string, string | number | null>)[];
}

function expectedOf(file: string): Expected {
  return JSON.parse(
    readFileSync(new URL(file.replace(/\.(xlsx|csv)$/, '.expected.json'), FOLDER), 'utf8'),
  ) as Expected;
}

async function read(file: string): Promise<ReadResult> {
  const workbook = await readWorkbook(readFileSync(new URL(file, FOLDER)), file);
  if (workbook.kind === 'refused') throw new Error(`${file}: ${workbook.refusal.code}`);
  return readTable(workbook.sheets, { today: TODAY });
}

async function reading(file: string): Promise<BudgetReading> {
  const result = await read(file);
  if (result.kind !== 'read') throw new Error(`${file}: ${JSON.stringify(result)}`);
  return result.reading;
}

function sumsOf(lines: readonly BudgetLine[], like: Sums): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const key of Object.keys(like)) {
    const field = FIELDS[key];
    sums[key] = field ? lines.reduce((sum, line) => sum + line[field], 0) : lines.length;
  }
  return sums;
}

describe.skipIf(!existsSync(FOLDER))('workbooks of real budgets', () => {
  describe.each([
    'items-pattani-2565.xlsx',
    'projects-ratchaburi-2565.xlsx',
    'spending-lampang-2565.xlsx',
    'spending-lampang-2565-utf8bom.csv',
    'spending-narathiwat-2565.xlsx',
    'spending-narathiwat-2565-tis620.csv',
    'spending-samutsongkhram-2565.xlsx',
  ])('%s', (file) => {
    it('is read whole: totals, every แผนงาน and every งบ to the satang, and no doubt', async () => {
      const expected = expectedOf(file);
      const { lines, totals, doubts } = await reading(file);
      expect(doubts).toEqual([]);
      expect(lines).toHaveLength(expected.dataRows);
      expect(sumsOf(lines, expected.totals)).toEqual(expected.totals);
      for (const [key, value] of Object.entries(expected.totals)) {
        const field = FIELDS[key];
        if (field) expect(totals[field]).toBe(value);
      }
      expect(new Set(lines.map((line) => line.program))).toEqual(new Set(Object.keys(expected.byPlan)));
      for (const [plan, sums] of Object.entries(expected.byPlan)) {
        expect(
          sumsOf(
            lines.filter((line) => line.program === plan),
            sums,
          ),
          plan,
        ).toEqual(sums);
      }
      expect(new Set(lines.map((line) => line.budgetGroup))).toEqual(
        new Set(Object.keys(expected.byBudgetType)),
      );
      for (const [type, sums] of Object.entries(expected.byBudgetType)) {
        expect(
          sumsOf(
            lines.filter((line) => line.budgetGroup === type),
            sums,
          ),
          type,
        ).toEqual(sums);
      }
    });

    it('has each sample row as printed, and leaves out exactly the rows that are no lines', async () => {
      const expected = expectedOf(file);
      const { lines, skippedRows } = await reading(file);
      for (const spot of expected.spotRows) {
        const line = lines.find((each) => each.row === spot.row);
        for (const [key, value] of Object.entries(spot)) {
          const field = FIELDS[key];
          const name = NAMES[key];
          if (field) expect(line?.[field], `row ${spot.row} ${key}`).toBe(value);
          if (name) expect(line?.[name] || null, `row ${spot.row} ${key}`).toBe(value);
        }
      }
      const skipped = skippedRows.map(({ row, kind }) => ({ row, kind })).sort((a, b) => a.row - b.row);
      expect(skipped).toEqual(expected.skipRows.map(({ row, kind }) => ({ row, kind: KINDS[kind] })));
    });

    it('knows its year, its office, the sheets it leaves out and the amounts to look at', async () => {
      const expected = expectedOf(file);
      const { fiscalYear, officeName, skippedSheets, warnings } = await reading(file);
      expect(formatFiscalYear(fiscalYear)).toBe(String(expected.fiscalYear));
      // One file has no title lines at all.
      if (!file.startsWith('items-')) expect(officeName).toBe(expected.office);
      expect(skippedSheets.map(({ sheet }) => sheet)).toEqual(
        expected.sheets.filter((sheet) => !sheet.read).map((sheet) => sheet.name),
      );
      const tiny = warnings.filter(({ code }) => code === 'tiny-amount').map(({ where }) => where?.row);
      expect(tiny).toEqual((expected.suspiciousRows ?? []).map(({ row }) => row));
    });

    it('is summarised without losing a satang', async () => {
      const expected = expectedOf(file);
      const { lines, hasSpending } = await reading(file);
      const summary = summarise(lines, hasSpending);
      for (const row of summary.byProgram)
        expect(row.approvedSatang).toBe(expected.byPlan[row.name]?.approved);
      expect(summary.totals.approvedSatang).toBe(expected.totals.approved);
    });
  });

  it('gives one report the same lines from .xlsx and from CSV', async () => {
    for (const [xlsx, csv] of [
      ['spending-lampang-2565.xlsx', 'spending-lampang-2565-utf8bom.csv'],
      ['spending-narathiwat-2565.xlsx', 'spending-narathiwat-2565-tis620.csv'],
    ]) {
      const bare = (lines: readonly BudgetLine[]) => lines.map((line) => ({ ...line, sheet: '' }));
      expect(bare((await reading(xlsx ?? '')).lines)).toEqual(bare((await reading(csv ?? '')).lines));
    }
  });

  it('tells the six bad files apart, each with a place or a way out', async () => {
    const codes: Record<string, string> = {};
    for (const name of ['not-a-zip', 'truncated', 'zip-bomb']) {
      const bytes = readFileSync(new URL(`bad/${name}.xlsx`, FOLDER));
      const before = process.memoryUsage().rss;
      const result = await readWorkbook(bytes, `${name}.xlsx`);
      expect(process.memoryUsage().rss - before).toBeLessThan(MEMORY_MAX_BYTES);
      if (result.kind === 'refused') codes[name] = result.refusal.code;
    }
    const formulas = await read('bad/formulas-without-values.xlsx');
    if (formulas.kind === 'refused') codes['formulas-without-values'] = formulas.refusal.code;
    expect(formulas).toMatchObject({ refusal: { where: { sheet: 'รายงาน', row: 5, column: 'F' } } });
    expect(formulas.kind === 'refused' && formulas.refusal.sentence).toContain('82 ช่อง');

    const mismatch = (await reading('bad/total-mismatch-1000.xlsx')).doubts;
    expect(mismatch).toHaveLength(1);
    expect(mismatch[0]).toMatchObject({
      where: { sheet: 'รายงาน', row: 28, column: 'F' },
      computedSatang: 15_456_720_000,
      printedSatang: 15_456_820_000,
      differenceSatang: 100_000,
    });
    expect(mismatch[0]?.sentence).toContain('1,000.00 บาท');
    codes['total-mismatch-1000'] = mismatch[0]?.code ?? '';

    const twice = await reading('bad/duplicate-line.xlsx');
    expect(twice.doubts).toHaveLength(1);
    expect(twice.doubts[0]).toMatchObject({ rows: [5, 8] });
    expect(twice.lines).toHaveLength(20);
    expect(twice.totals.approvedSatang).toBe(15_469_720_000);
    codes['duplicate-line'] = twice.doubts[0]?.code ?? '';

    expect(codes).toEqual({
      'not-a-zip': 'not-a-workbook',
      truncated: 'damaged-file',
      'zip-bomb': 'too-large-when-unpacked',
      'formulas-without-values': 'formula-without-value',
      'total-mismatch-1000': 'total-mismatch',
      'duplicate-line': 'duplicate-line',
    });
  });
});
