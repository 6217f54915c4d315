import { truncate } from '../thai/text.ts';
import type { Where } from './report-block.ts';

/** Every Thai sentence of this folder: short, polite, official terms. */

const SHOWN_GRAPHEMES = 60;

/** What a doubt's sentence can speak of. */
export interface DoubtDetail {
  readonly printed?: string;
  readonly suggestion?: string;
  readonly column?: string;
  readonly count?: number;
}

const shown = (text: string | undefined): string =>
  `“${truncate((text ?? '').replace(/\s+/g, ' '), SHOWN_GRAPHEMES)}”`;
const meant = ({ suggestion }: DoubtDetail): string =>
  suggestion === undefined ? 'กรุณาตรวจสอบ' : `อาจหมายถึง ${shown(suggestion)} กรุณาตรวจสอบ`;

export const REFUSALS = {
  'no-table': 'ไม่พบตารางมาตรการในข้อมูลนี้ กรุณาตรวจสอบว่ามีแถวหัวตาราง เช่น มาตรการ ผู้รับผิดชอบ ผลการดำเนินการ แล้วส่งใหม่',
  'no-measures': 'พบหัวตารางแต่ไม่พบมาตรการ กรุณาตรวจสอบข้อมูลแล้วส่งใหม่',
  'too-many-rows': 'รายงานนี้มีจำนวนแถวเกินกำหนด (ไม่เกิน 5,000 แถว) กรุณาแบ่งรายงานแล้วส่งใหม่',
  'too-much-text': 'รายงานนี้มีข้อความยาวเกินกำหนด กรุณาแบ่งรายงานแล้วส่งใหม่',
  'too-many-measures': 'รายงานนี้มีมาตรการเกิน 1,000 รายการ กรุณาแบ่งรายงานแล้วส่งใหม่',
} as const;

export const DOUBTS = {
  'leaked-header': (d: DoubtDetail) => `ตัดคำในหัวตาราง ${shown(d.printed)} ที่ติดมาในช่องนี้ออกแล้ว กรุณาตรวจสอบ`,
  'continued-row': () => 'แถวนี้ไม่มีชื่อมาตรการ จึงอ่านต่อกับมาตรการก่อนหน้า กรุณาตรวจสอบ',
  'joined-row': () => 'มาตรการนี้พิมพ์ซ้ำในหน้าถัดไป จึงรวมเป็นรายการเดียว กรุณาตรวจสอบ',
  'shifted-row': () => 'ข้อความในแถวนี้อยู่ผิดคอลัมน์ จึงจัดตามเนื้อหา กรุณาตรวจสอบ',
  'copied-cell': (d: DoubtDetail) =>
    `ข้อความเดียวกันอยู่ในสองช่อง จึงใช้เพียงช่องเดียว (${shown(d.printed)}) กรุณาตรวจสอบ`,
  'several-activities': (d: DoubtDetail) =>
    `แถวนี้มี ${d.count ?? 0} กิจกรรม จึงแยกเป็นรายการละกิจกรรม กรุณาตรวจสอบผล ระยะเวลา และผู้รับผิดชอบ`,
  'shared-cell': () => 'ช่องนี้ผสานกับแถวก่อนหน้า จึงใช้ข้อความเดียวกัน กรุณาตรวจสอบ',
  'section-guessed': (d: DoubtDetail) => `อ่าน ${shown(d.printed)} เป็นหัวข้อคั่นตาราง กรุณาตรวจสอบ`,
  'heading-differs': (d: DoubtDetail) =>
    `หัวข้อเลขเดียวกันพิมพ์ต่างกัน คือ ${shown(d.printed)} จึงใช้ข้อความที่พบก่อน กรุณาตรวจสอบ`,
  'heading-unused': (d: DoubtDetail) => `ไม่พบมาตรการภายใต้หัวข้อ ${shown(d.printed)} กรุณาตรวจสอบ`,
  'heading-joined': (d: DoubtDetail) => `นำข้อความ ${shown(d.printed)} ไปต่อท้ายชื่อมิติในแถวก่อนหน้า กรุณาตรวจสอบ`,
  'number-repeated': (d: DoubtDetail) => `เลขข้อ ${shown(d.printed)} ซ้ำกับมาตรการอื่น ${meant(d)}`,
  'number-skipped': (d: DoubtDetail) => `เลขข้อข้ามมาถึง ${shown(d.printed)} อาจมีมาตรการที่ขาดไป กรุณาตรวจสอบ`,
  'number-collapsed': (d: DoubtDetail) => `เลขหัวข้อ ${shown(d.printed)} อาจอ่านตกจุด ${meant(d)}`,
  'title-missing': () => 'ไม่พบชื่อมาตรการในแถวนี้ กรุณาเติมชื่อมาตรการ',
  'open-quotation': (d: DoubtDetail) => `เครื่องหมายคำพูดในชื่อมาตรการไม่ปิด ${meant(d)}`,
  'period-unsure': (d: DoubtDetail) => `ระยะเวลา ${shown(d.printed)} อ่านได้ไม่แน่ชัด ${meant(d)}`,
  'period-outside-year': (d: DoubtDetail) =>
    `ระยะเวลา ${shown(d.printed)} ไม่อยู่ในปีงบประมาณของรายงาน กรุณาตรวจสอบ`,
  'period-unread': (d: DoubtDetail) => `อ่านระยะเวลา ${shown(d.printed)} ไม่ได้ กรุณาระบุเดือนเริ่มต้นและสิ้นสุด`,
  'owner-unsure': (d: DoubtDetail) => `ผู้รับผิดชอบ ${shown(d.printed)} อาจมีหลายหน่วยงาน กรุณาตรวจสอบ`,
  'owner-is-job-title': (d: DoubtDetail) => `ผู้รับผิดชอบ ${shown(d.printed)} เป็นชื่อตำแหน่ง ${meant(d)}`,
  'status-in-text': (d: DoubtDetail) => `อ่านสถานะจากข้อความ ${shown(d.printed)} กรุณาตรวจสอบ`,
  'budget-unread': (d: DoubtDetail) => `อ่านจำนวนเงิน ${shown(d.printed)} ไม่ได้ กรุณาระบุเป็นตัวเลข`,
  'word-suspect': (d: DoubtDetail) => `คำว่า ${shown(d.printed)} อาจอ่านผิด ${meant(d)}`,
  'foreign-letter': (d: DoubtDetail) => `คำว่า ${shown(d.printed)} มีตัวอักษรที่ไม่ใช่ภาษาไทย ${meant(d)}`,
  'letters-spaced': (d: DoubtDetail) => `ข้อความ ${shown(d.printed)} เว้นวรรคระหว่างตัวอักษร ${meant(d)}`,
  'office-name-differs': (d: DoubtDetail) =>
    `ชื่อหน่วยงาน ${shown(d.printed)} ไม่ตรงกับหน่วยงานของรายงาน ${meant(d)}`,
  'website-differs': (d: DoubtDetail) => `ชื่อเว็บไซต์ ${shown(d.printed)} พิมพ์ไม่ตรงกันในรายงาน ${meant(d)}`,
  'text-cut-off': (d: DoubtDetail) => `ข้อความลงท้ายด้วย ${shown(d.printed)} เหมือนขาดหายไป กรุณาตรวจสอบต้นฉบับ`,
  'column-unknown': (d: DoubtDetail) => `ไม่รู้จักคอลัมน์ ${shown(d.column)} จึงเก็บข้อความไว้ในหมายเหตุ กรุณาตรวจสอบ`,
  'office-unknown': () => 'ไม่พบชื่อหน่วยงานในรายงาน กรุณาระบุ',
  'fiscal-year-unknown': () => 'ไม่พบปีงบประมาณในรายงาน กรุณาระบุ',
  'fiscal-year-differs': (d: DoubtDetail) =>
    `รายงานระบุปีงบประมาณ พ.ศ. ${d.printed ?? ''} ไม่ตรงกับปีที่เลือกไว้ กรุณาตรวจสอบ`,
  'round-unlikely': (d: DoubtDetail) => `รอบของรายงานพิมพ์ว่า ${shown(d.printed)} ${meant(d)}`,
} as const satisfies Record<string, (detail: DoubtDetail) => string>;

export const PROGRESS_WARNINGS = {
  statesDoNotSum: (planned: number, counted: number) =>
    counted < planned
      ? `แผนมี ${planned} โครงการ แต่ระบุสถานะเพียง ${counted} โครงการ ขาดไป ${planned - counted} โครงการ กรุณาตรวจสอบ`
      : `แผนมี ${planned} โครงการ แต่ระบุสถานะถึง ${counted} โครงการ กรุณาตรวจสอบ`,
  baseDiffers: (planned: number, base: number) =>
    `คำนวณร้อยละจากฐาน ${base} โครงการ ขณะที่แผนมี ${planned} โครงการ`,
  vanished: (title: string) => `มาตรการ ${shown(title)} มีในรอบก่อนแต่ไม่มีในรอบนี้ กรุณาตรวจสอบ`,
  wentBack: (title: string, before: string, after: string) =>
    `มาตรการ ${shown(title)} เปลี่ยนสถานะจาก${before}เป็น${after} กรุณาตรวจสอบ`,
} as const;

export const ROUND_TEXT = {
  name: (months: number) => `รอบ ${months} เดือน`,
  range: (first: string, last: string) => `(${first} - ${last})`,
} as const;

export const REPORT_TEXT = {
  title: {
    integrity: 'รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส',
    'anti-corruption': 'รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต',
  },
  of: (office: string) => `ของ${office}`,
  year: (year: string) => `ประจำปีงบประมาณ พ.ศ. ${year}`,
  intro: {
    integrity: (office: string, year: string, round: string) =>
      `ตามที่${office}ได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ${year} ไว้แล้วนั้น บัดนี้ได้ติดตามผลการดำเนินการ${round} จึงขอรายงานผล ดังนี้`,
    'anti-corruption': (office: string, year: string, round: string) =>
      `ตามที่${office}ได้จัดทำแผนปฏิบัติการป้องกันการทุจริตซึ่งใช้ในปีงบประมาณ พ.ศ. ${year} ไว้แล้วนั้น บัดนี้ได้ติดตามผลการดำเนินการ${round} จึงขอรายงานผล ดังนี้`,
  },
  suggestionLabel: 'ข้อเสนอแนะ:',
} as const;

/** Where something stands, as the person who sent the file would look for it. */
export function whereText(where: Where): string {
  if (where.kind === 'line') return `บรรทัดที่ ${where.line}`;
  if (where.kind === 'sheet-row') return `แถวที่ ${where.row} ในแผ่นงาน ${shown(where.sheet)}`;
  return `แถวที่ ${where.row} ของตารางที่ ${where.table}`;
}
