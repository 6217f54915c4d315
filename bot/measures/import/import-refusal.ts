import type { Refusal } from '../../../shared/workbook/refusal.ts';
import type { WorkbookRefusalCode } from '../../workbook/workbook-refusal.ts';

const SENTENCES = {
  'file-too-large': 'ไฟล์มีขนาดเกิน 10 MB จึงไม่ได้เปิดอ่าน กรุณานำรูปภาพออกแล้วส่งใหม่',
  'empty-file': 'ไฟล์นี้ว่างเปล่า กรุณาตรวจสอบไฟล์แล้วส่งใหม่อีกครั้ง',
  'not-a-report': 'ไฟล์ชนิดนี้ยังอ่านไม่ได้ กรุณาบันทึกเป็น Word (.docx) Excel (.xlsx) หรือข้อความ (.txt) แล้วส่งใหม่',
  'old-office-file': 'ไฟล์นี้เป็นรูปแบบเก่า (.doc หรือ .xls) กรุณาเปิดไฟล์แล้วเลือกบันทึกเป็น .docx หรือ .xlsx แล้วส่งใหม่',
  'password-protected': 'ไฟล์นี้ตั้งรหัสผ่านไว้ จึงเปิดอ่านไม่ได้ กรุณานำรหัสผ่านออก บันทึกไฟล์ แล้วส่งใหม่',
  'damaged-file': 'ไฟล์เสียหายหรือส่งมาไม่ครบ กรุณาเปิดตรวจสอบไฟล์ต้นฉบับแล้วส่งใหม่อีกครั้ง',
  'too-large-when-unpacked':
    'ไฟล์นี้เมื่อคลายแล้วมีขนาดใหญ่เกินกำหนด จึงไม่ได้เปิดอ่าน กรุณาคัดลอกเฉพาะตารางไปไว้ในไฟล์ใหม่แล้วส่งอีกครั้ง',
  'too-many-rows': 'ข้อมูลนี้มีจำนวนแถวเกินกำหนด (ไม่เกิน 5,000 แถว) กรุณาแบ่งรายงานแล้วส่งใหม่',
  'unknown-encoding': 'อ่านตัวอักษรในไฟล์ข้อความนี้ไม่ได้ กรุณาบันทึกเป็น UTF-8 แล้วส่งใหม่',
} as const;

export type ImportRefusalCode = keyof typeof SENTENCES;

/** What a refusal of the workbook reader is called here, where a file may as well be a document. */
const OF_WORKBOOK: Readonly<Record<WorkbookRefusalCode, ImportRefusalCode>> = {
  'file-too-large': 'file-too-large',
  'empty-file': 'empty-file',
  'not-a-workbook': 'not-a-report',
  'old-excel': 'old-office-file',
  'other-spreadsheet': 'not-a-report',
  'password-protected': 'password-protected',
  'damaged-file': 'damaged-file',
  'too-large-when-unpacked': 'too-large-when-unpacked',
  'too-many-cells': 'too-many-rows',
  'unknown-encoding': 'unknown-encoding',
};

/** Thrown inside this folder only; `importReport` turns it into its answer. */
export class ImportRefused extends Error {
  readonly code: ImportRefusalCode;

  constructor(code: ImportRefusalCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** The code here for a refusal of the workbook reader, which also opens the zip of a document. */
export function fromWorkbook(code: WorkbookRefusalCode): ImportRefusalCode {
  return OF_WORKBOOK[code];
}

/** The refusal of a report that could not be read at all, with its sentence for the sender. */
export function importRefusal(code: ImportRefusalCode): Refusal<ImportRefusalCode> {
  return { code, sentence: SENTENCES[code] };
}
