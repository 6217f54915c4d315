import { describe, expect, it } from 'vitest';
import type { BudgetLine } from '../../../shared/budget/budget-line.ts';
import { readTable } from '../../../shared/budget/read-table.ts';
import type { BudgetReading } from '../../../shared/budget/reading.ts';
import type { Day } from '../../../shared/thai/days.ts';
import type { Sheet } from '../../../shared/workbook/sheet.ts';
import { sheetOf, type Value } from '../../fixtures/budget/sheet-of.ts';

const TODAY = '2026-02-10' as Day;
const HEADER = ['แผนงาน', 'งาน', 'งบ', 'หมวด', 'รายการ', 'งบประมาณตั้งไว้', 'เบิกจ่าย'];
const LINE = ['แผนงานการเกษตร', 'งานส่งเสริมการเกษตร', 'งบดำเนินงาน', 'ค่าวัสดุ', 'พันธุ์ปลา', 60_000, 15_000];

function read(...sheets: Sheet[]): BudgetReading {
  const result = readTable(sheets, { today: TODAY });
  if (result.kind !== 'read') throw new Error(JSON.stringify(result));
  return result.reading;
}

function refused(...sheets: Sheet[]) {
  const result = readTable(sheets, { today: TODAY });
  return result.kind === 'refused' ? result.refusal : undefined;
}

const short = ({ program, task, budgetGroup, category, item }: BudgetLine) => [
  program,
  task,
  budgetGroup,
  category,
  item,
];
const baht = (lines: readonly BudgetLine[]) =>
  lines.map((line) => [line.approvedSatang / 100, line.disbursedSatang / 100]);
const kinds = (reading: BudgetReading) => reading.skippedRows.map(({ kind }) => kind);

describe('the header', () => {
  it('is found by its words wherever it stands, with spaces inside, brackets, misspellings and in any order', () => {
    const { lines } = read(
      sheetOf([
        ['งบประมาณ'],
        [],
        ['ที่', 'ราย การ', 'เบิก จ่าย(บาท)', 'แผน งาน', 'งบประมาณที่ต่งไว้', 'หมายเหตุ'],
        [1, 'พันธุ์ปลา', '๑๕,๐๐๐.๐๐', 'แผนงานการเกษตร', '60,000', 'ก'],
      ]),
    );
    expect(lines.map(short)).toEqual([['การเกษตร', '', '', '', 'พันธุ์ปลา']]);
    expect(baht(lines)).toEqual([[60_000, 15_000]]);
  });

  it('may take two rows, with a heading printed once across the transfers', () => {
    const { lines } = read(
      sheetOf(
        [
          ['แผนงาน', 'รายการ', 'งบประมาณตั้งไว้', 'โอนงบประมาณ', null, 'หลังโอน', 'เบิกจ่าย', 'คงเหลือ'],
          [null, null, null, 'เพิ่ม', 'ลด', null, null, null],
          ['การเกษตร', 'พันธุ์ปลา', 100, 20, 5, 115, 15, 100],
        ],
        { merges: [{ fromRow: 0, toRow: 0, fromColumn: 3, toColumn: 4 }] },
      ),
    );
    expect(lines[0]).toMatchObject({
      transferInSatang: 2000,
      transferOutSatang: 500,
      revisedSatang: 11_500,
      row: 3,
    });
  });

  it('may be printed again at page breaks and number its columns', () => {
    const reading = read(
      sheetOf([
        HEADER,
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
        LINE,
        [],
        HEADER,
        LINE.with(4, 'พันธุ์ไม้'),
      ]),
    );
    expect(kinds(reading)).toEqual(['header', 'column-numbers', 'blank', 'header']);
    expect(reading.lines.map((line) => line.row)).toEqual([3, 6]);
  });

  it('printed again with its columns in another order is refused, not guessed', () => {
    const other = ['แผนงาน', 'งาน', 'งบ', 'หมวด', 'รายการ', 'เบิกจ่าย', 'งบประมาณตั้งไว้'];
    expect(refused(sheetOf([HEADER, LINE, other, LINE]))).toMatchObject({
      code: 'header-changes',
      where: { row: 3 },
    });
  });

  it('with two columns of the same sum is refused', () => {
    const rows = [
      [...HEADER, 'เบิกจ่าย'],
      [...LINE, 3],
    ];
    expect(refused(sheetOf(rows))).toMatchObject({ code: 'two-columns-alike', where: { column: 'H' } });
  });

  it('that names no detail, or no table at all, is refused', () => {
    expect(
      refused(
        sheetOf([
          ['แผนงาน', 'งบ', 'งบประมาณตั้งไว้'],
          ['การศึกษา', 'งบลงทุน', 5],
        ]),
      )?.code,
    ).toBe('no-detail');
    expect(
      refused(
        sheetOf([
          ['รายชื่อ', 'โทรศัพท์'],
          ['ก', 1],
        ]),
      )?.code,
    ).toBe('no-table');
    expect(refused(sheetOf([HEADER]))?.code).toBe('no-lines');
  });
});

describe('groups', () => {
  it('printed once are carried down, also over merged cells, and end with their total or a coarser group', () => {
    const { lines } = read(
      sheetOf(
        [
          HEADER,
          ['แผนงานการศึกษา', 'งานระดับมัธยมศึกษา', 'งบลงทุน', 'ค่าครุภัณฑ์', 'โต๊ะ', 1, 0],
          [null, null, null, null, 'เก้าอี้', 2, 0],
          [null, 'รวมงานระดับมัธยมศึกษา', null, null, null, 3, 0],
          ['แผนงานงบกลาง', null, 'งบกลาง', 'งบกลาง', 'สำรองจ่าย', 4, 0],
        ],
        { merges: [{ fromRow: 1, toRow: 2, fromColumn: 0, toColumn: 0 }] },
      ),
    );
    expect(lines.map(short)).toEqual([
      ['การศึกษา', 'ระดับมัธยมศึกษา', 'งบลงทุน', 'ค่าครุภัณฑ์', 'โต๊ะ'],
      ['การศึกษา', 'ระดับมัธยมศึกษา', 'งบลงทุน', 'ค่าครุภัณฑ์', 'เก้าอี้'],
      ['งบกลาง', '', 'งบกลาง', 'งบกลาง', 'สำรองจ่าย'],
    ]);
  });

  it('printed as headings between the lines are carried down, and a sum on a heading is its total, not a line', () => {
    const rows: Value[][] = [
      ['รายการ', 'งบประมาณตั้งไว้', 'เบิกจ่าย'],
      ['แผนงานการศึกษา', 300, 30],
      ['งานระดับมัธยมศึกษา', null, null],
      ['งบลงทุน', 300, 30],
      ['โต๊ะ', 100, 10],
      ['เก้าอี้', 200, 20],
      ['แผนงานการเกษตร', 50, 0],
      ['งบดำเนินงาน', 50, 0],
      ['รวมทั้งสิ้น', 350, 30],
    ];
    const reading = read(sheetOf(rows));
    expect(reading.doubts).toEqual([]);
    expect(reading.lines.map(short)).toEqual([
      ['การศึกษา', 'ระดับมัธยมศึกษา', 'งบลงทุน', '', 'โต๊ะ'],
      ['การศึกษา', 'ระดับมัธยมศึกษา', 'งบลงทุน', '', 'เก้าอี้'],
      ['การเกษตร', '', 'งบดำเนินงาน', '', 'งบดำเนินงาน'],
    ]);
    expect(reading.totals.approvedSatang).toBe(35_000);
  });

  it('with a sum and nothing below them are lines themselves, whatever comes next', () => {
    const { lines, doubts } = read(
      sheetOf([
        HEADER,
        ['แผนงานงบกลาง', null, null, null, null, 500, 50],
        LINE,
        ['รวมทั้งสิ้น', null, null, null, null, 60_500, 15_050],
      ]),
    );
    expect(doubts).toEqual([]);
    expect(lines.map(({ program, item }) => [program, item])).toEqual([
      ['งบกลาง', 'งบกลาง'],
      ['การเกษตร', 'พันธุ์ปลา'],
    ]);
  });

  it('are named without แผนงาน and งาน before them, in their official spelling, and unknown ones as written', () => {
    const names = read(
      sheetOf([
        HEADER,
        LINE.with(0, 'แผนงานบริหารทั่วไป').with(1, 'งานบริหารงานคลัง'),
        LINE.with(0, 'แผนงาน การศาสนา วัฒนธรรมและนันทนาการ').with(1, 'งานกีฬาและนันทนาการ'),
        LINE.with(0, 'แผนงานการกระเกษตร').with(1, 'งานเกษตรแปลงใหญ่'),
      ]),
    );
    expect(names.lines.map(({ program, task }) => [program, task])).toEqual([
      ['บริหารงานทั่วไป', 'บริหารงานคลัง'],
      ['การศาสนา วัฒนธรรม และนันทนาการ', 'กีฬาและนันทนาการ'],
      ['การกระเกษตร', 'เกษตรแปลงใหญ่'],
    ]);
    const unknown = names.warnings.filter(({ code }) => code === 'unknown-program');
    expect(unknown.map(({ sentence }) => sentence)).toEqual([
      'ไม่พบแผนงาน “การกระเกษตร” ในรูปแบบงบประมาณ อาจหมายถึง “การเกษตร”',
    ]);
  });

  it('with a task under another than its usual แผนงาน are read as written and pointed out', () => {
    const { lines, warnings } = read(sheetOf([HEADER, LINE.with(1, 'งานกีฬาและนันทนาการ')]));
    expect(lines[0]?.program).toBe('การเกษตร');
    expect(warnings.map(({ code }) => code)).toContain('task-in-other-program');
  });
});

describe('rows that are no lines', () => {
  it('totals of any wording, sums carried over pages, percentages, notes and signatures are left out', () => {
    const reading = read(
      sheetOf([
        HEADER,
        LINE,
        ['รวมหมวดค่าวัสดุ', null, null, null, null, 60_000, 15_000],
        [null, null, null, null, 'รวมงบดำเนินงาน', 60_000, 15_000],
        ['รวมเป็นเงิน แผนงานการเกษตร', null, null, null, null, 60_000, 15_000],
        ['ยอดยกไป', null, null, null, null, 60_000, 15_000],
        ['ยอดยกมา', null, null, null, null, 60_000, 15_000],
        ['รวม', null, null, null, null, 60_000, 15_000],
        ['ยอดรวมทั้งสิ้น', null, null, null, null, 60_000, 15_000],
        ['คิดเป็นร้อยละ', null, null, null, null, 100, 25],
        [null, '(ลงชื่อ)..........', null, null, null, 'ผู้ตรวจสอบ', null],
        ['หน้า 1', null, null, null, null, null, null],
      ]),
    );
    expect(reading.doubts).toEqual([]);
    expect(reading.lines).toHaveLength(1);
    expect(kinds(reading)).toEqual([
      'header',
      'subtotal',
      'subtotal',
      'subtotal',
      'note',
      'note',
      'subtotal',
      'grand-total',
      'note',
      'foot',
      'foot',
    ]);
  });

  it('items whose names begin with รวม are lines, alone on their row or not', () => {
    const { lines } = read(
      sheetOf([
        HEADER,
        LINE.with(4, 'รวมใจพัฒนาตำบล'),
        [null, null, null, null, 'รวมพลคนรักษ์น้ำ', 7, 0],
        ['รวมทั้งสิ้น', null, null, null, null, 60_007, 15_000],
      ]),
    );
    expect(lines.map(({ item }) => item)).toEqual(['รวมใจพัฒนาตำบล', 'รวมพลคนรักษ์น้ำ']);
  });
});
