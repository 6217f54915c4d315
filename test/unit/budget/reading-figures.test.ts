import { describe, expect, it } from 'vitest';
import { readTable } from '../../../shared/budget/read-table.ts';
import type { BudgetReading } from '../../../shared/budget/reading.ts';
import type { Day } from '../../../shared/thai/days.ts';
import type { Sheet } from '../../../shared/workbook/sheet.ts';
import { sheetOf } from '../../fixtures/budget/sheet-of.ts';

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

describe('sums', () => {
  const SUMS = [
    'แผนงาน',
    'รายการ',
    'งบประมาณตั้งไว้',
    'โอนเพิ่ม',
    'โอนลด',
    'งบประมาณหลังโอน',
    'ผูกพัน',
    'เบิกจ่าย',
    'คงเหลือ',
  ];

  it('take empty cells and dashes for zero and compute what is not printed', () => {
    const { lines } = read(
      sheetOf([SUMS, ['การเกษตร', 'ก', '-', '5,000.50', '', null, ' - ', '1,000', null]]),
    );
    expect(lines[0]).toMatchObject({
      approvedSatang: 0,
      transferInSatang: 500_050,
      transferOutSatang: 0,
      revisedSatang: 500_050,
      obligatedSatang: 0,
      disbursedSatang: 100_000,
      remainingSatang: 400_050,
    });
  });

  it('take โอนลด positive however it is signed, and one signed column of transfers apart', () => {
    expect(
      read(sheetOf([SUMS, ['การเกษตร', 'ก', 100, 0, '(30)', 70, 0, 0, 70]])).lines[0]?.transferOutSatang,
    ).toBe(3000);
    const net = [
      ['แผนงาน', 'รายการ', 'งบประมาณตั้งไว้', 'โอนเพิ่ม/ลด', 'เบิกจ่าย'],
      ['การเกษตร', 'ก', 100, -30, 0],
      ['การเกษตร', 'ข', 100, 30, 0],
    ];
    expect(read(sheetOf(net)).lines).toMatchObject([
      { transferInSatang: 0, transferOutSatang: 3000, revisedSatang: 7000 },
      { transferInSatang: 3000, transferOutSatang: 0, revisedSatang: 13_000 },
    ]);
  });

  it('of lists with approved amounts only are read without spending', () => {
    const reading = read(
      sheetOf([
        ['โครงการ', 'แผนงาน', 'ยอดสุทธิ', 'ร้อยละ'],
        ['ถนน', 'อุตสาหกรรมและการโยธา', 500, 100],
      ]),
    );
    expect(reading.hasSpending).toBe(false);
    expect(reading.lines[0]).toMatchObject({
      approvedSatang: 50_000,
      revisedSatang: 50_000,
      disbursedSatang: 0,
      remainingSatang: 50_000,
    });
  });

  it.each([
    ['abc', 'bad-money'],
    ['1,23', 'bad-money'],
    [0.005, 'finer-than-satang'],
    ['99999999999999999', 'too-large-amount'],
    [{ kind: 'error', text: '#REF!' } as const, 'formula-error'],
    [{ kind: 'formula-without-value' } as const, 'formula-without-value'],
  ])('a cell that holds %j is refused with its place', (value, code) => {
    const refusal = refused(
      sheetOf([HEADER, LINE, LINE.with(4, 'ข').with(6, value as string)], { name: 'งบ' }),
    );
    expect(refusal).toMatchObject({ code, where: { sheet: 'งบ', row: 3, column: 'G' } });
    expect(refusal?.sentence).toContain('G3');
  });

  it('past what can be added exactly are refused, not rounded', () => {
    const huge = LINE.with(5, '80,000,000,000,000').with(6, 0);
    const rows = [HEADER, huge, huge.with(4, 'ข')];
    expect(refused(sheetOf(rows))?.code).toBe('too-large-amount');
  });

  it('an only amount that is no amount is refused rather than left out', () => {
    const rows = [
      ['แผนงาน', 'โครงการ', 'จำนวนเงิน'],
      ['การเกษตร', 'ก', 5000],
      ['การเกษตร', 'ข', 'ยกเลิก'],
    ];
    expect(refused(sheetOf(rows))).toMatchObject({ code: 'bad-money', where: { row: 3, column: 'C' } });
  });
});

describe('what the title says', () => {
  const about = (titles: string[], name = 'Sheet1') => {
    const { fiscalYear, fiscalYearGuessed, officeName, asOf } = read(
      sheetOf([...titles.map((each) => [each]), HEADER, LINE], { name }),
    );
    return { year: fiscalYear + 543, guessed: fiscalYearGuessed, officeName, asOf };
  };

  it('gives year, office and the last day of the period', () => {
    expect(
      about([
        'รายงานการใช้จ่ายงบประมาณ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘',
        'องค์การบริหารส่วนตำบลบ้านสวนริมน้ำ อำเภอเมือง',
        'ตั้งแต่วันที่ 1 ตุลาคม 2567 ถึงวันที่ 31 มีนาคม 2568',
      ]),
    ).toEqual({ year: 2568, guessed: false, officeName: 'องค์การบริหารส่วนตำบลบ้านสวนริมน้ำ', asOf: '2025-03-31' });
    expect(about(['เทศบาลเมืองริมน้ำ งบประมาณรายจ่าย 68'])).toMatchObject({
      year: 2568,
      officeName: 'เทศบาลเมืองริมน้ำ',
    });
  });

  it('gives the day of a date cell too, and no day that is still to come', () => {
    expect(about(['ข้อมูล ณ วันที่ 2025-06-30']).asOf).toBe('2025-06-30');
    expect(about(['ข้อมูล ณ วันที่ 2568-06-30']).asOf).toBe('2025-06-30');
    expect(about(['ปีงบประมาณ 2569 (1 ต.ค. 2568 - 30 ก.ย. 2569)'])).toMatchObject({
      year: 2569,
      asOf: undefined,
    });
  });

  it('gives the year by the sheet name, the date or, said so, by today', () => {
    expect(about([], 'รายจ่าย 68')).toMatchObject({ year: 2568, guessed: false });
    expect(about(['ข้อมูล ณ วันที่ 31 ต.ค. 67'])).toMatchObject({ year: 2568, guessed: false });
    expect(about([])).toMatchObject({ year: 2569, guessed: true });
  });
});

describe('sheets', () => {
  const detail = (name: string, item: string, more = {}) =>
    sheetOf([HEADER, LINE.with(4, item)], { name, ...more });

  it('of one year are added up; other years, summaries, hidden and foreign sheets are left out and said why', () => {
    const reading = read(
      sheetOf(
        [
          ['แผนงาน', 'งบ', 'งบประมาณตั้งไว้', 'เบิกจ่าย'],
          ['การเกษตร', 'งบลงทุน', 1, 1],
        ],
        { name: 'ภาพรวม' },
      ),
      detail('งบ 2569 กองช่าง', 'ก'),
      detail('งบ 2569 สำนักปลัด', 'ข'),
      detail('งบ 2568', 'ค'),
      detail('สรุปทั้งปี', 'ง'),
      detail('สำรอง', 'จ', { hidden: true }),
      sheetOf([['รายชื่อผู้ติดต่อ']], { name: 'ผู้ติดต่อ' }),
      sheetOf([[null]], { name: 'Sheet9' }),
    );
    expect(reading.lines.map(({ item }) => item)).toEqual(['ก', 'ข']);
    expect(Object.fromEntries(reading.skippedSheets.map(({ sheet, reason }) => [sheet, reason]))).toEqual({
      ภาพรวม: 'summary',
      'งบ 2568': 'other-year',
      สรุปทั้งปี: 'summary',
      สำรอง: 'hidden',
      ผู้ติดต่อ: 'no-table',
      Sheet9: 'empty',
    });
    for (const { sentence, sheet } of reading.skippedSheets) expect(sentence).toContain(sheet);
  });

  it('that name no year beside sheets that do are counted only when a person says so', () => {
    const { doubts, lines } = read(detail('งบ 2569', 'ก'), detail('ต่อ', 'ข'));
    expect(lines).toHaveLength(2);
    expect(doubts).toMatchObject([{ code: 'sheet-without-year', where: { sheet: 'ต่อ' } }]);
  });

  it('of other years only: the latest one is read', () => {
    expect(read(detail('งบ 67', 'ก'), detail('งบ 68', 'ข')).lines.map(({ item }) => item)).toEqual(['ข']);
  });

  it('are never changed by reading, and read the same twice', () => {
    const sheet = detail('งบ 2569', 'ก');
    const before = JSON.stringify(sheet);
    expect(read(sheet)).toEqual(read(sheet));
    expect(JSON.stringify(sheet)).toBe(before);
  });
});
