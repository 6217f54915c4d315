import { describe, expect, it } from 'vitest';
import { headerOf, LAYOUTS, type LayoutId } from '../../../shared/measures/layouts.ts';
import type { MeasureUpdate } from '../../../shared/measures/measure-update.ts';
import type { MeasurePlan } from '../../../shared/measures/reading.ts';
import {
  type ReportTable,
  type ReportTableInput,
  reportTable,
} from '../../../shared/measures/report-tables.ts';
import { roundsOf } from '../../../shared/measures/rounds.ts';
import type { FiscalYear } from '../../../shared/thai/fiscal-year.ts';
import type { Satang } from '../../../shared/thai/money.ts';
import { blocksOfTable, planOf, reportOf, withoutPlaces } from './report-of.ts';

const HEAD = ['รายงาน', 'ของเทศบาลตำบลทุ่งทอง อำเภอเมือง จังหวัดสมมติ', 'ประจำปีงบประมาณ พ.ศ. ๒๕๖๗'];
const ROUND = roundsOf(2024 as FiscalYear)[0] ?? null;

/** One synthetic report per layout, in its exact columns. */
const ROWS: Readonly<Record<LayoutId, readonly (readonly string[])[]>> = {
  ph: [
    ['(๑) ทาสีรั้ว', 'ทาด้านหน้า', 'กองช่าง', 'ทาแล้ว', 'รายเดือน/รายปี'],
    ['(๒) ปลูกต้นไม้', 'อย่างน้อย ๒ ชนิด ๑. มะม่วง ๒. ขนุน', 'ทุกกอง', '', ''],
  ],
  kh: [
    ['แบบวัด IIT', '', '', '', ''],
    ['๑. การเดินทาง', '๑. จัดรถ ๒. จัดเรือ', '๑. ถาม ๒. จัด ๓. แจ้ง', 'สำนักปลัด (งานธุรการ)', 'จัดแล้ว'],
    ['แบบวัด OIT', '', '', '', ''],
    ['๒. การเปิดเผย', 'ลงเว็บ', 'ถ่ายภาพ', 'กองคลัง (งานพัสดุ)', ''],
  ],
  so: [
    ['๑. เปิดตลาดนัด', '๑. หาที่', 'ได้ที่แล้ว', '-'],
    ['', '๒. เชิญผู้ค้า', 'มาสิบราย', ''],
    ['๒. ดูแลสวน', 'รดน้ำ', 'รดทุกวัน', 'ปั๊มเสีย\nข้อเสนอแนะ: ซื้อใหม่'],
  ],
  ch: [
    ['๑. รับฟังความเห็น', 'ตั้งกล่อง', 'ศูนย์ดูแลสวน', 'ตลอดปีงบประมาณ', 'ดำเนินการแล้วเสร็จ\nได้ ๓ เรื่อง', 'ดีขึ้น'],
    ['๒. ซ่อมไฟประจำเดือน', 'ตรวจเสา', 'กองช่าง', 'รายไตรมาส', 'อยู่ระหว่างดำเนินการ', '-'],
    ['๓. ซ่อมถนน', 'สำรวจ', 'กองช่าง', 'เม.ย. - ก.ย. ๒๕๖๗', 'ยังไม่ได้ดำเนินการ', ''],
  ],
  ka: [
    [
      '๑. วินัย',
      '๑.๑ อบรม',
      '๑.๑.๑ ความรู้ (๑) โครงการอ่านหนังสือ',
      'อ่านแล้ว',
      'ต.ค.๖๖- มี.ค.๖๗',
      '๑,๕๐๐',
      '0',
      'งานธุรการ',
      '',
    ],
    ['', '', '(๒) กิจกรรมเล่าเรื่อง', 'ยังไม่ได้ดำเนินการ', '-', '-', '-', 'งานธุรการ', 'รอ'],
    ['๒. โปร่งใส', '๒.๑ เปิดเผย', '(๑) มาตรการติดป้าย', 'ติดแล้ว', '', '', '', 'กองคลัง', ''],
  ],
};
const LAYOUT_IDS = Object.keys(ROWS) as LayoutId[];

function planIn(layout: LayoutId): MeasurePlan {
  return planOf(reportOf(HEAD, [LAYOUTS[layout].columns.map(({ header }) => header), ...ROWS[layout]]));
}

function make(
  layout: ReportTableInput['layout'],
  plan: MeasurePlan,
  more: Partial<ReportTableInput> = {},
): ReportTable {
  return reportTable({ layout, plan, updates: new Map(), round: ROUND, ...more });
}

const cellsOf = (table: ReportTable): string[][] =>
  table.rows.flatMap((row) => (row.kind === 'measure' ? [row.cells.map((cell) => cell.join('\n'))] : []));

describe.each(LAYOUT_IDS)('a report in the columns of %s', (layout) => {
  it('has its columns, three title lines and the introduction', () => {
    const table = make(layout, planIn(layout));
    expect(table.columns).toEqual(LAYOUTS[layout].columns);
    expect(table.titleLines).toHaveLength(3);
    expect(table.titleLines[1]).toBe('ของเทศบาลตำบลทุ่งทอง อำเภอเมือง จังหวัดสมมติ');
    expect(table.titleLines[2]).toBe('ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ รอบ ๖ เดือน');
    expect(table.intro).toHaveLength(1);
    expect(table.intro[0]).toMatch(/^ตามที่เทศบาลตำบลทุ่งทอง.*\(๑ ตุลาคม ๒๕๖๖ - ๓๑ มีนาคม ๒๕๖๗\).*ดังนี้$/);
    for (const cells of cellsOf(table)) expect(cells).toHaveLength(table.columns.length);
  });

  it('is read as the plan it was made of', () => {
    const plan = planIn(layout);
    const again = planOf(blocksOfTable(make(layout, plan, { digits: 'as-written' })));
    expect(again.measures.map(withoutPlaces)).toEqual(plan.measures.map(withoutPlaces));
    expect(again).toMatchObject({ layout, officeName: plan.officeName, fiscalYear: plan.fiscalYear });
    expect(again.round?.months).toBe(6);
  });

  it('can be made of a plan of any other layout, its titles and units kept', () => {
    for (const other of LAYOUT_IDS) {
      const plan = planIn(other);
      const again = planOf(blocksOfTable(make(layout, plan, { digits: 'as-written' })));
      expect(again.measures.map(({ number }) => number?.value)).toEqual(
        plan.measures.map(({ number }) => number?.value),
      );
      if (layout !== 'so')
        expect(again.measures.map(({ units }) => units)).toEqual(plan.measures.map(({ units }) => units));
    }
  });
});

describe('a report', () => {
  it('prints headings once over their measures', () => {
    expect(cellsOf(make('ka', planIn('ka'))).map((cells) => cells.slice(0, 3))).toEqual([
      ['๑. วินัย', '๑.๑ อบรม', '๑.๑.๑ ความรู้\n(๑) โครงการอ่านหนังสือ'],
      ['', '', '(๒) กิจกรรมเล่าเรื่อง'],
      ['๒. โปร่งใส', '๒.๑ เปิดเผย', '(๑) มาตรการติดป้าย'],
    ]);
    const sections = make('kh', planIn('kh')).rows.filter(({ kind }) => kind === 'section');
    expect(sections).toEqual([
      { kind: 'section', text: 'แบบวัด IIT' },
      { kind: 'section', text: 'แบบวัด OIT' },
    ]);
  });

  it('takes what staff reported in the round, and leaves untouched what they did not', () => {
    const updates = new Map<number, MeasureUpdate>([
      [0, { status: 'done', result: 'อ่านครบ', budgetUsedSatang: 123_456 as Satang }],
      [1, { status: 'in-progress', budgetUsedSatang: null, note: '' }],
    ]);
    const [first, second, third] = cellsOf(make('ka', planIn('ka'), { updates }));
    expect(first?.slice(3)).toEqual([
      'ดำเนินการแล้วเสร็จ\nอ่านครบ',
      'ต.ค.๖๖- มี.ค.๖๗',
      '๑,๕๐๐.๐๐',
      '๑,๒๓๔.๕๖',
      'งานธุรการ',
      '',
    ]);
    expect(second?.slice(3)).toEqual(['อยู่ระหว่างดำเนินการ', '-', '-', '-', 'งานธุรการ', '']);
    expect(third?.[3]).toBe('ติดแล้ว');
    // Where an office prints no status, one that was reported stands only where there is no result.
    const ph = cellsOf(
      make('ph', planIn('ph'), {
        updates: new Map([
          [0, { status: 'done' }],
          [1, { status: 'done' }],
        ]),
      }),
    );
    expect(ph.map((cells) => cells[3])).toEqual(['ทาแล้ว', 'ดำเนินการแล้วเสร็จ']);
  });

  it('prints the units a person put in place of those that were read', () => {
    const plan = planIn('ph');
    const measures = plan.measures.map((measure) => ({
      ...measure,
      units: [{ unit: 'กองคลัง', section: 'งานพัสดุ' }],
    }));
    expect(cellsOf(make('ph', { ...plan, measures }))[0]?.[2]).toBe('กองคลัง (งานพัสดุ)');
  });

  it('is in Thai digits, but addresses and names in Latin letters stay', () => {
    const plan = planIn('ph');
    const updates = new Map([[0, { result: 'O18 ที่ www.a1.go.th/2567 ปี 2567' }]]);
    expect(cellsOf(make('ph', plan, { updates }))[0]?.[3]).toBe('O18 ที่ www.a1.go.th/2567 ปี ๒๕๖๗');
    expect(cellsOf(make('ph', plan, { updates, digits: 'as-written' }))[0]?.[3]).toContain('ปี 2567');
  });

  it("can have an office's own columns under its own headers", () => {
    const columns = (['number', 'measure', 'status', 'obstacle', 'suggestion'] as const).map((field) => ({
      field,
      header: headerOf(field),
    }));
    const table = make({ columns, subject: 'integrity', printsStatus: false }, planIn('ch'));
    expect(columns.map(({ header }) => header)).toEqual([
      'ลำดับที่',
      'มาตรการ',
      'สถานะ',
      'ปัญหา/อุปสรรค',
      'ข้อเสนอแนะ',
    ]);
    expect(cellsOf(table)[1]).toEqual(['๒.', 'ซ่อมไฟประจำเดือน', 'อยู่ระหว่างดำเนินการ', '', '']);
    const again = planOf(blocksOfTable(table));
    expect(again.layout).toBe('other');
    expect(again.measures.map(({ status }) => status)).toEqual(['done', 'in-progress', 'not-started']);
  });

  it('of an office or year nobody knows has no introduction rather than a wrong one', () => {
    const table = make('ph', { ...planIn('ph'), officeName: null }, { round: null });
    expect(table.intro).toEqual([]);
    expect(table.titleLines).toHaveLength(2);
  });
});
