import { formatDay } from '../thai/dates.ts';
import type { Day } from '../thai/days.ts';
import { type FiscalYear, formatFiscalYear } from '../thai/fiscal-year.ts';
import { formatBaht, type Satang } from '../thai/money.ts';
import { truncate } from '../thai/text.ts';
import type { Place } from '../workbook/sheet.ts';

/** Every Thai sentence of this folder: short, polite, official terms. */

const SHOWN_NAME_GRAPHEMES = 60;
const SHOWN_CELL_GRAPHEMES = 20;
const SHOWN_ROWS = 10;

const shown = (name: string): string => truncate(name, SHOWN_NAME_GRAPHEMES);
const cell = (where: Place): string =>
  `ช่อง ${where.column ?? ''}${where.row ?? ''} ในแผ่นงาน “${shown(where.sheet)}”`;
const gap = (a: Satang, b: Satang): string => formatBaht(Math.abs(a - b) as Satang);

export const OTHER_GROUPS_NAME = 'อื่น ๆ';
export const UNNAMED_GROUP_NAME = 'ไม่ระบุ';
export const NOT_NEEDED_LABEL = 'ไม่ใช้คอลัมน์นี้';

export const REFUSALS = {
  noTable: () =>
    'ไม่พบตารางงบประมาณในไฟล์นี้ กรุณาตรวจสอบว่ามีแถวหัวตาราง เช่น แผนงาน งาน งบ รายการ งบประมาณตั้งไว้ แล้วส่งใหม่',
  noDetail: () => 'ไฟล์นี้มีเฉพาะยอดสรุป ไม่มีคอลัมน์รายการหรือหมวด กรุณาส่งไฟล์ที่มีรายละเอียดรายการ',
  noApproved: (sheet: string) =>
    `ไม่พบคอลัมน์งบประมาณตั้งไว้ในแผ่นงาน “${shown(sheet)}” กรุณาตั้งชื่อหัวคอลัมน์ว่า งบประมาณตั้งไว้ แล้วส่งใหม่`,
  twoColumnsAlike: (sheet: string, first: string, second: string, label: string) =>
    `คอลัมน์ ${first} และ ${second} ในแผ่นงาน “${shown(sheet)}” มีชื่อว่า${label}ทั้งสองคอลัมน์ กรุณาเปลี่ยนชื่อหัวคอลัมน์ที่ไม่ใช้แล้วส่งใหม่`,
  headerChanges: (sheet: string, row: number, first: number) =>
    `หัวตารางในแถวที่ ${row} ของแผ่นงาน “${shown(sheet)}” เรียงคอลัมน์ต่างจากหัวตารางในแถวที่ ${first} กรุณาจัดให้ตรงกันแล้วส่งใหม่`,
  formulaWithoutValue: (where: Place, count: number) =>
    `${cell(where)} เป็นสูตรที่ไม่มีผลลัพธ์ในไฟล์ (รวม ${count} ช่อง) กรุณาเปิดไฟล์ด้วย Excel กดบันทึก แล้วส่งใหม่`,
  formulaError: (where: Place, text: string) =>
    `สูตรใน${cell(where)} คำนวณไม่ได้ (${truncate(text, SHOWN_CELL_GRAPHEMES)}) กรุณาแก้ไขสูตรแล้วส่งใหม่`,
  badMoney: (where: Place, text: string) =>
    `${cell(where)} ไม่ใช่จำนวนเงิน (“${truncate(text, SHOWN_CELL_GRAPHEMES)}”) กรุณาแก้ไขเป็นตัวเลขแล้วส่งใหม่`,
  finerThanSatang: (where: Place, text: string) =>
    `${cell(where)} มีทศนิยมเกิน 2 ตำแหน่ง (${truncate(text, SHOWN_CELL_GRAPHEMES)}) กรุณาปัดเศษเป็นสตางค์แล้วส่งใหม่`,
  tooLargeAmount: (where: Place) => `จำนวนเงินใน${cell(where)} มากเกินกว่าที่จะเป็นไปได้ กรุณาตรวจสอบแล้วส่งใหม่`,
  tooLargeSum: () => 'ผลรวมของจำนวนเงินมากเกินกว่าที่จะเป็นไปได้ กรุณาตรวจสอบจำนวนเงินแล้วส่งใหม่',
  noLines: () => 'พบหัวตารางแต่ไม่พบรายการงบประมาณ กรุณาตรวจสอบไฟล์แล้วส่งใหม่',
  tooManyLines: (max: number) => `ไฟล์นี้มีเกิน ${max.toLocaleString('en-US')} รายการ กรุณาแบ่งไฟล์แล้วส่งใหม่`,
  tooManyDoubts: (count: number, first: string) =>
    `พบยอดที่ไม่ตรงกันหรือรายการซ้ำถึง ${count} แห่ง แห่งแรกคือ ${first} กรุณาตรวจสอบไฟล์แล้วส่งใหม่`,
} as const;

export const DOUBTS = {
  totalMismatch: (d: { label: string; column: string; where: Place; printed: Satang; computed: Satang }) =>
    `คอลัมน์${d.column}: ผลรวมของรายการคือ ${formatBaht(d.computed)} แต่ “${shown(d.label)}” ในแถวที่ ${d.where.row} คือ ${formatBaht(d.printed)} ต่างกัน ${gap(d.printed, d.computed)}`,
  rowMismatch: (d: { column: string; where: Place; printed: Satang; computed: Satang }) =>
    `แถวที่ ${d.where.row}: ${d.column}ในไฟล์คือ ${formatBaht(d.printed)} แต่คำนวณได้ ${formatBaht(d.computed)} ต่างกัน ${gap(d.printed, d.computed)}`,
  remainingWithoutObligated: (sheet: string) =>
    `ยอดคงเหลือในแผ่นงาน “${shown(sheet)}” ไม่ได้หักยอดผูกพัน ระบบจะคำนวณคงเหลือใหม่โดยหักทั้งผูกพันและเบิกจ่าย`,
  duplicateLine: (rows: readonly number[], item: string) =>
    `แถวที่ ${listRows(rows)} เป็นรายการเดียวกันและยอดเท่ากัน (${shown(item)}) กรุณาตรวจสอบว่าตั้งใจให้มีทุกรายการหรือไม่`,
  duplicateSheet: (first: string, second: string, count: number) =>
    `แผ่นงาน “${shown(first)}” และ “${shown(second)}” มีรายการซ้ำกัน ${count} รายการ กรุณาตรวจสอบว่าตั้งใจให้นับทั้งสองแผ่นหรือไม่`,
  sheetWithoutYear: (sheet: string, year: FiscalYear) =>
    `แผ่นงาน “${shown(sheet)}” ไม่ระบุปีงบประมาณ ระบบจะนับรวมกับปีงบประมาณ พ.ศ. ${formatFiscalYear(year)} หากไม่ใช่ กรุณาระบุปีในชื่อแผ่นงานแล้วส่งใหม่`,
  linesAfterTotal: (where: Place, totalRow: number) =>
    `พบรายการตั้งแต่แถวที่ ${where.row} ซึ่งอยู่ถัดจากยอดรวมทั้งสิ้นในแถวที่ ${totalRow} กรุณาตรวจสอบว่าให้นับรวมด้วยหรือไม่`,
} as const;

export const ACCEPT_LABELS = {
  'total-mismatch': 'ใช้ผลรวมรายการ',
  'row-mismatch': 'ใช้ยอดตามไฟล์',
  'remaining-without-obligated': 'คำนวณใหม่',
  'duplicate-line': 'นับทุกรายการ',
  'duplicate-sheet': 'นับทั้งสองแผ่น',
  'lines-after-total': 'นับรวม',
  'sheet-without-year': 'นับรวม',
} as const;

export const WARNINGS = {
  tinyAmount: (row: number, amount: Satang) => `แถวที่ ${row} มียอดตั้งไว้เพียง ${formatBaht(amount)} กรุณาตรวจสอบ`,
  negativeAmount: (row: number, column: string) => `แถวที่ ${row} มียอด${column}ติดลบ กรุณาตรวจสอบ`,
  overspent: (row: number, over: Satang) => `แถวที่ ${row} ใช้จ่ายและผูกพันเกินงบประมาณ ${formatBaht(over)}`,
  taskInOtherProgram: (task: string, program: string, usual: string) =>
    `งาน${shown(task)}อยู่ในแผนงาน${shown(program)} ซึ่งตามปกติอยู่ในแผนงาน${shown(usual)} กรุณาตรวจสอบ`,
  unknownProgram: (program: string, suggestion: string | null) =>
    suggestion
      ? `ไม่พบแผนงาน “${shown(program)}” ในรูปแบบงบประมาณ อาจหมายถึง “${suggestion}”`
      : `ไม่พบแผนงาน “${shown(program)}” ในรูปแบบงบประมาณ กรุณาตรวจสอบ`,
  fiscalYearGuessed: (year: FiscalYear) =>
    `ไฟล์ไม่ได้ระบุปีงบประมาณ จึงใช้ปีงบประมาณ พ.ศ. ${formatFiscalYear(year)} กรุณาตรวจสอบ`,
  asOfOutsideYear: (asOf: Day, year: FiscalYear) =>
    `วันที่ของข้อมูล (${formatDay(asOf, 'short')}) ไม่อยู่ในปีงบประมาณ พ.ศ. ${formatFiscalYear(year)} กรุณาตรวจสอบ`,
  approvedDerived: () => 'ไฟล์ไม่มีคอลัมน์งบประมาณตั้งไว้ จึงคำนวณจากงบประมาณหลังโอน',
  more: (count: number) => `และข้อสังเกตอื่นอีก ${count} ข้อ`,
} as const;

export const SKIPPED_SHEETS = {
  hidden: (sheet: string) => `แผ่นงาน “${shown(sheet)}” ซ่อนอยู่ จึงไม่นำมารวม`,
  empty: (sheet: string) => `แผ่นงาน “${shown(sheet)}” ว่างเปล่า`,
  'no-table': (sheet: string) => `แผ่นงาน “${shown(sheet)}” ไม่มีตารางงบประมาณ จึงไม่นำมารวม`,
  summary: (sheet: string) => `แผ่นงาน “${shown(sheet)}” เป็นยอดสรุป จึงไม่นำมารวม`,
  'other-year': (sheet: string, year: FiscalYear) =>
    `แผ่นงาน “${shown(sheet)}” เป็นปีงบประมาณ พ.ศ. ${formatFiscalYear(year)} จึงไม่นำมารวม`,
} as const;

function listRows(rows: readonly number[]): string {
  const listed = rows.slice(0, SHOWN_ROWS).map(String);
  const rest = rows.length - listed.length;
  if (rest > 0) return `${listed.join(', ')} และอีก ${rest} แถว`;
  return listed.length < 2 ? listed.join('') : `${listed.slice(0, -1).join(', ')} และ ${listed.at(-1)}`;
}
