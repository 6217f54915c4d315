import { describe, expect, it } from 'vitest';
import type { CategoryId } from '../../../shared/complaints/categories.ts';
import { halfPeriod, monthPeriod, type Period, yearPeriod } from '../../../shared/complaints/periods.ts';
import { publishStatistics } from '../../../shared/complaints/published-statistics.ts';
import type { CountedCase } from '../../../shared/complaints/statistics.ts';
import { statisticsDocument } from '../../../shared/complaints/statistics-document.ts';
import { statisticsDocumentText as t } from '../../../shared/complaints/text.ts';
import { checkDocument } from '../../../shared/documents/check-document.ts';
import type { DocumentTable, ReportDocument } from '../../../shared/documents/report-document.ts';
import { addDays, type Day } from '../../../shared/thai/days.ts';
import type { FiscalYear } from '../../../shared/thai/fiscal-year.ts';

const YEAR = 2026 as FiscalYear;
const HALF = halfPeriod(YEAR, 1);
const AFTER = '2026-12-01' as Day;

function casesOf(counts: Partial<Record<CategoryId, number>>): CountedCase[] {
  return Object.entries(counts).flatMap(([category, count]) =>
    Array.from({ length: count }, (_, n): CountedCase => {
      const receivedDay = addDays(HALF.first, 20 * n);
      const answeredDay = addDays(receivedDay, 12);
      return {
        category: category as CategoryId,
        status: 'closed',
        receivedDay,
        dueDay: addDays(receivedDay, 15),
        answeredDay,
        finishedDay: answeredDay,
        missedDueDay: false,
      };
    }),
  );
}

function made(cases: readonly CountedCase[], period: Period, asOf = AFTER): ReportDocument {
  const document = statisticsDocument({
    statistics: publishStatistics(cases, period, asOf),
    officeName: 'เทศบาลตำบลทุ่งทอง',
  });
  expect(checkDocument(document)).toBeNull();
  return document;
}

/** A table as numbers by the name in its first column. */
function figuresOf(table: DocumentTable | undefined): Readonly<Record<string, readonly number[]>> {
  const rows = (table?.rows ?? []).flatMap((row) => (row.kind === 'cells' ? [row.cells] : []));
  return Object.fromEntries(
    rows.map(([name, ...rest]) => [
      name?.kind === 'text' ? name.lines.join(' ') : '',
      rest.map((cell) =>
        cell.kind === 'count' ? cell.count : cell.kind === 'hundredths' ? cell.hundredths : -1,
      ),
    ]),
  );
}

describe('the statistics as a document', () => {
  it('says "ไม่มีเรื่องร้องเรียน" and prints zeros where there was none', () => {
    const { paragraphs, tables, notes } = made([], HALF);
    expect(paragraphs.join('\n')).toContain('ไม่มีเรื่องร้องเรียน');
    expect(Object.values(figuresOf(tables[0]))).toEqual([[0], [0], [0]]);
    expect(notes.items).toEqual([]);
  });

  it('is upright, in Thai digits, and says whose it is, of when, and as of which day', () => {
    const document = made(casesOf({ bribe: 4 }), HALF);
    expect(document.orientation).toBe('portrait');
    expect(document.titleLines).toEqual([
      'ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ',
      'ของเทศบาลตำบลทุ่งทอง',
      'ประจำปีงบประมาณ พ.ศ. ๒๕๖๙ รอบ ๖ เดือนแรก',
    ]);
    expect(document.paragraphs[0]).toContain('วันที่ ๑ ตุลาคม ๒๕๖๘ ถึงวันที่ ๓๑ มีนาคม ๒๕๖๙ ข้อมูล ณ วันที่ ๑ ธันวาคม ๒๕๖๙');
    expect(made([], yearPeriod(YEAR)).titleLines.at(-1)).toBe('ประจำปีงบประมาณ พ.ศ. ๒๕๖๙');
    expect(made([], halfPeriod(YEAR, 2)).titleLines.at(-1)).toContain('รอบ ๖ เดือนหลัง');
    expect(made([], monthPeriod(2026, 2)).titleLines.at(-1)).toBe('ประจำเดือนกุมภาพันธ์ ๒๕๖๙');
  });

  it('has tables whose rows add up to the total of the period', () => {
    const { tables } = made(casesOf({ bribe: 4, graft: 5, abuse: 1, service: 2 }), HALF);
    expect(figuresOf(tables[0])).toMatchObject({ รับเรื่องทั้งหมด: [12], [t.averageDays]: [1200] });
    for (const table of tables.slice(1)) {
      const { [t.total]: total = [], ...rows } = figuresOf(table);
      total.forEach((sum, column) => {
        expect(Object.values(rows).reduce((all, row) => all + (row[column] ?? 0), 0)).toBe(sum);
      });
      expect(total[0]).toBe(12);
    }
    expect(tables).toHaveLength(3);
  });

  it('names no category with fewer than three cases, and says why', () => {
    const { tables, notes } = made(casesOf({ bribe: 4, graft: 5, abuse: 1, service: 2 }), HALF);
    const figures = figuresOf(tables[2]);
    expect(figures[t.merged]).toEqual([3]);
    expect(Object.keys(figures).join(' ')).not.toMatch(/ละเว้น|บริการ/);
    expect(notes.items.join('\n')).toContain('น้อยกว่า ๓ เรื่อง');
  });

  it('shows totals alone of a month, and of a half that is not over no categories', () => {
    const cases = casesOf({ bribe: 4 });
    const month = made(cases, monthPeriod(2025, 10));
    expect(month.tables).toHaveLength(1);
    expect(Object.keys(figuresOf(month.tables[0]))).toHaveLength(3);
    const half = made(cases, HALF, '2026-02-01' as Day);
    expect(half.tables).toHaveLength(2);
    expect(half.notes.items).toContain(t.noteLater);
  });
});
