import { describe, expect, it } from 'vitest';
import { MAX_DOUBTS, readTable } from '../../../shared/budget/read-table.ts';
import type { BudgetReading } from '../../../shared/budget/reading.ts';
import type { Day } from '../../../shared/thai/days.ts';
import type { Sheet } from '../../../shared/workbook/sheet.ts';
import { sheetOf, type Value } from '../../fixtures/budget/sheet-of.ts';

const TODAY = '2026-02-10' as Day;
const HEADER = ['แผนงาน', 'รายการ', 'งบประมาณตั้งไว้', 'ผูกพัน', 'เบิกจ่าย', 'คงเหลือ'];

function read(sheets: Sheet[], acceptedDoubts: string[] = []): BudgetReading {
  const result = readTable(sheets, { today: TODAY, acceptedDoubts });
  if (result.kind !== 'read') throw new Error(JSON.stringify(result));
  return result.reading;
}

const doubtsOf = (rows: Value[][]) => read([sheetOf([HEADER, ...rows])]).doubts;

describe('doubts', () => {
  it('a printed total that is not the sum of its rows is put before a person with both sums', () => {
    const [doubt, ...rest] = doubtsOf([
      ['การเกษตร', 'ก', 100, 0, 10, 90],
      ['การเกษตร', 'ข', 200, 0, 20, 180],
      ['รวมแผนงานการเกษตร', null, 310, 0, 30, 270],
    ]);
    expect(rest).toEqual([]);
    expect(doubt).toMatchObject({
      code: 'total-mismatch',
      where: { sheet: 'Sheet1', row: 4, column: 'C' },
      printedSatang: 31_000,
      computedSatang: 30_000,
      differenceSatang: 1000,
    });
    expect(doubt?.sentence).toBe(
      'คอลัมน์งบประมาณตั้งไว้: ผลรวมของรายการคือ 300.00 บาท แต่ “รวมแผนงานการเกษตร” ในแถวที่ 4 คือ 310.00 บาท ต่างกัน 10.00 บาท',
    );
  });

  it('an empty cell of a total row checks nothing, a dash says zero', () => {
    const line = ['การเกษตร', 'ก', 100, 5, 10, 85];
    expect(doubtsOf([line, ['รวมทั้งสิ้น', null, 100, null, '', null]])).toEqual([]);
    expect(doubtsOf([line, ['รวมทั้งสิ้น', null, 100, '-', 10, 85]])).toMatchObject([
      { printedSatang: 0, computedSatang: 500 },
    ]);
  });

  it('a row whose คงเหลือ does not follow from its sums is put before a person, and read as printed', () => {
    const reading = read([sheetOf([HEADER, ['การเกษตร', 'ก', 100, 0, 10, 80]])]);
    expect(reading.doubts).toMatchObject([
      { code: 'row-mismatch', where: { row: 2, column: 'F' }, differenceSatang: -1000 },
    ]);
    expect(reading.lines[0]?.remainingSatang).toBe(8000);
  });

  it('a file that leaves ผูกพัน out of คงเหลือ throughout is one doubt, and คงเหลือ is computed anew', () => {
    const rows = [1, 2, 3, 4].map((n) => ['การเกษตร', `ก${n}`, 100, n, 10, 90]);
    const reading = read([sheetOf([HEADER, ...rows, ['รวมทั้งสิ้น', null, 400, 10, 40, 360]])]);
    expect(reading.doubts.map(({ code }) => code)).toEqual(['remaining-without-obligated']);
    expect(reading.totals.remainingSatang).toBe(35_000);
  });

  it('equal lines are put before a person and counted as printed; equal names with other sums, and lines of zero, are not', () => {
    const line = ['การเกษตร', 'ก', 100, 0, 10, 90];
    expect(doubtsOf([line, ['การเกษตร', 'ข', 5, 0, 0, 5], line, line])).toMatchObject([
      { code: 'duplicate-line', rows: [2, 4, 5], sentence: expect.stringContaining('แถวที่ 2, 4 และ 5') },
    ]);
    expect(doubtsOf([line, ['การเกษตร', 'ก', 101, 0, 10, 91]])).toEqual([]);
    const zero = ['การเกษตร', 'ก', '-', '-', '-', '-'];
    expect(doubtsOf([zero, zero])).toEqual([]);
  });

  it('two sheets with the same lines are one doubt', () => {
    const rows = [1, 2, 3].map((n) => ['การเกษตร', `ก${n}`, n, 0, 0, n]);
    const sheets = ['งบ 2569', 'งบ 2569 (2)'].map((name) => sheetOf([HEADER, ...rows], { name }));
    expect(read(sheets).doubts).toMatchObject([{ code: 'duplicate-sheet', where: { sheet: 'งบ 2569 (2)' } }]);
  });

  it('lines below the grand total are put before a person', () => {
    const rows = [
      ['การเกษตร', 'ก', 100, 0, 10, 90],
      ['รวมทั้งสิ้น', null, 100, 0, 10, 90],
      ['การเกษตร', 'เงินอุดหนุนเฉพาะกิจ', 7, 0, 0, 7],
    ];
    expect(doubtsOf(rows)).toMatchObject([{ code: 'lines-after-total', where: { row: 4 } }]);
  });

  it('that were accepted do not come back, unless the figures change', () => {
    const sheet = (printed: number) =>
      sheetOf([HEADER, ['การเกษตร', 'ก', 100, 0, 10, 90], ['รวมทั้งสิ้น', null, printed, 0, 10, 90]]);
    const ids = read([sheet(105)]).doubts.map(({ id }) => id);
    expect(read([sheet(105)], ids).doubts).toEqual([]);
    expect(read([sheet(106)], ids).doubts).toHaveLength(1);
  });

  it('in large number send the file back', () => {
    const rows = Array.from({ length: MAX_DOUBTS + 1 }, (_, n) => ['การเกษตร', `ก${n}`, 100, 0, 10, n]);
    const result = readTable([sheetOf([HEADER, ...rows])], { today: TODAY });
    expect(result).toMatchObject({
      kind: 'refused',
      refusal: { code: 'too-many-doubts', where: { row: 2 } },
    });
  });

  it('all say what to decide and carry a label for accepting', () => {
    const reading = read([
      sheetOf([
        HEADER,
        ['การเกษตร', 'ก', 100, 0, 10, 80],
        ['การเกษตร', 'ก', 100, 0, 10, 80],
        ['รวมทั้งสิ้น', null, 1, 0, 0, 0],
      ]),
    ]);
    expect(reading.doubts.length).toBeGreaterThan(3);
    expect(new Set(reading.doubts.map(({ id }) => id)).size).toBe(reading.doubts.length);
    // A LINE button holds 20 characters.
    for (const { acceptLabel } of reading.doubts) expect(acceptLabel.length).toBeLessThanOrEqual(20);
  });
});

describe('totals', () => {
  it('are understood per งาน, per งบ within แผนงาน, per แผนงาน, for the sheet and for the workbook', () => {
    const header = ['แผนงาน', 'งาน', 'งบ', 'รายการ', 'งบประมาณตั้งไว้'];
    const total = (label: string, sum: number) => [null, null, null, label, sum];
    const first = sheetOf(
      [
        header,
        ['การศึกษา', 'ระดับมัธยมศึกษา', 'งบลงทุน', 'ก', 1],
        total('รวมงบลงทุน', 1),
        ['การศึกษา', 'ระดับมัธยมศึกษา', 'งบดำเนินงาน', 'ข', 2],
        total('รวมงบดำเนินงาน', 2),
        total('รวมงานระดับมัธยมศึกษา', 3),
        ['การศึกษา', 'ศึกษาไม่กำหนดระดับ', 'งบลงทุน', 'ค', 4],
        total('รวมงบลงทุน', 4),
        total('รวมงานศึกษาไม่กำหนดระดับ', 4),
        total('รวมแผนงานการศึกษา', 7),
        ['งบกลาง', 'งบกลาง', 'งบกลาง', 'ง', 8],
        total('รวมงบกลาง', 8),
        total('รวมแผนงานงบกลาง', 8),
        total('รวม', 15),
        total('รวมทั้งสิ้น', 15),
      ],
      { name: 'งบ 2569' },
    );
    const second = sheetOf(
      [header, ['การเกษตร', 'ส่งเสริมการเกษตร', 'งบลงทุน', 'จ', 16], total('รวมทั้งสิ้น', 31)],
      { name: 'งบ 2569 (ต่อ)' },
    );
    const reading = read([first, second]);
    expect(reading.doubts).toEqual([]);
    expect(reading.totals.approvedSatang).toBe(3100);
  });

  it('of งบ listed together at the end of a แผนงาน are understood', () => {
    const header = ['แผนงาน', 'งบ', 'รายการ', 'งบประมาณตั้งไว้'];
    const rows = [
      ['การศึกษา', 'งบลงทุน', 'ก', 1],
      ['การศึกษา', 'งบดำเนินงาน', 'ข', 2],
      ['การศึกษา', 'งบลงทุน', 'ค', 4],
      [null, null, 'รวมงบลงทุน', 5],
      [null, null, 'รวมงบดำเนินงาน', 2],
    ];
    expect(read([sheetOf([header, ...rows])]).doubts).toEqual([]);
  });
});

describe('warnings', () => {
  it('point at tiny and negative amounts and at spending beyond the budget, and stop nothing', () => {
    const { warnings, doubts } = read([
      sheetOf([
        HEADER,
        ['การเกษตร', 'ก', 2, 0, 0, 2],
        ['การเกษตร', 'ข', 500, 100, 500, -100],
        ['การเกษตร', 'ค', -5, 0, 0, -5],
      ]),
    ]);
    expect(doubts).toEqual([]);
    expect(
      warnings
        .filter(({ code }) => code !== 'fiscal-year-guessed')
        .map(({ code, where }) => [code, where?.row]),
    ).toEqual([
      ['tiny-amount', 2],
      ['overspent', 3],
      ['overspent', 4],
      ['negative-amount', 4],
    ]);
  });

  it('point at a date outside the fiscal year', () => {
    const sheet = sheetOf([
      ['ปีงบประมาณ 2568 ข้อมูล ณ วันที่ 31 ตุลาคม 2568'],
      HEADER,
      ['การเกษตร', 'ก', 500, 0, 0, 500],
    ]);
    expect(read([sheet]).warnings.map(({ code }) => code)).toEqual(['as-of-outside-year']);
  });
});
