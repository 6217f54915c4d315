import type { ColumnField } from './columns.ts';

/** The column sets of five offices' reports, named by the office type and place they were met at. */
export type LayoutId = 'ph' | 'kh' | 'so' | 'ch' | 'ka';

export interface LayoutColumn {
  readonly field: ColumnField;
  readonly header: string;
}

export interface Layout {
  readonly columns: readonly LayoutColumn[];
  /** What the report tells about: the integrity measures, or the plan against corruption. */
  readonly subject: 'integrity' | 'anti-corruption';
  /** Whether the result column says the status in words. */
  readonly printsStatus: boolean;
}

const column = (field: ColumnField, header: string): LayoutColumn => ({ field, header });

/** Columns exactly as printed, in order. */
export const LAYOUTS: Readonly<Record<LayoutId, Layout>> = {
  ph: {
    subject: 'integrity',
    printsStatus: false,
    columns: [
      column('measure', 'มาตรการ'),
      column('steps', 'ขั้นตอนหรือวิธีการ'),
      column('owner', 'ผู้รับผิดชอบ'),
      column('result', 'ผลการดำเนินการ'),
      column('followUp', 'การกำกับติดตาม'),
    ],
  },
  kh: {
    subject: 'integrity',
    printsStatus: false,
    columns: [
      column('indicator', 'ตัวชี้วัด'),
      column('measure', 'มาตรการ/แนวทาง'),
      column('steps', 'ขั้นตอน/วิธีปฏิบัติ'),
      column('owner', 'ผู้รับผิดชอบ'),
      column('result', 'ความก้าวหน้า/ ผลการดำเนินการ'),
    ],
  },
  so: {
    subject: 'integrity',
    printsStatus: false,
    columns: [
      column('measure', 'มาตรการ'),
      column('steps', 'ขั้นตอนหรือวิธีการปฏิบัติ'),
      column('result', 'ผลการดำเนินงาน'),
      column('obstacleAndSuggestion', 'ปัญหา / ข้อเสนอแนะ'),
    ],
  },
  ch: {
    subject: 'anti-corruption',
    printsStatus: true,
    columns: [
      column('measure', 'มาตรการ/แนวทาง'),
      column('steps', 'ขั้นตอน/วิธีการดำเนินการ'),
      column('owner', 'หน่วยงาน ผู้รับผิดชอบ'),
      column('period', 'ระยะเวลา ดำเนินการ'),
      column('result', 'สรุปผลการดำเนินงาน'),
      column('outcome', 'ผลลัพธ์ /ความสำเร็จ'),
    ],
  },
  ka: {
    subject: 'anti-corruption',
    printsStatus: true,
    columns: [
      column('dimension', 'มิติ'),
      column('mission', 'ภารกิจตามมิติ'),
      column('measure', 'โครงการ/กิจกรรม/มาตรการ'),
      column('result', 'ผลการดำเนินงาน/ผลลัพธ์/ผลสัมฤทธิ์'),
      column('period', 'ระยะเวลาที่ดำเนินการแล้ว'),
      column('budgetSet', 'งบประมาณที่ตั้งไว้'),
      column('budgetUsed', 'งบประมาณที่ใช้ไป'),
      column('owner', 'ผู้รับผิดชอบ'),
      column('note', 'หมายเหตุ'),
    ],
  },
};

/** The layout a table has, by its fields in order; 'other' when it is none of the five. */
export function layoutOf(columns: ReadonlyMap<ColumnField, number>): LayoutId | 'other' {
  const inOrder = [...columns].sort(([, a], [, b]) => a - b).map(([field]) => field);
  for (const [id, layout] of Object.entries(LAYOUTS) as [LayoutId, Layout][]) {
    const fields = layout.columns.map(({ field }) => field);
    if (fields.length === inOrder.length && fields.every((field, index) => field === inOrder[index]))
      return id;
  }
  return 'other';
}

const OTHER_HEADERS: Partial<Record<ColumnField, string>> = {
  number: 'ลำดับที่',
  obstacle: 'ปัญหา/อุปสรรค',
  suggestion: 'ข้อเสนอแนะ',
  status: 'สถานะ',
};

/** How a column is headed in an office's own selection, where the office gives it no other name. */
export function headerOf(field: ColumnField): string {
  const all = Object.values(LAYOUTS).flatMap(({ columns }) => columns);
  return OTHER_HEADERS[field] ?? all.find((each) => each.field === field)?.header ?? field;
}
