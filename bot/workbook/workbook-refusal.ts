import type { Refusal } from '../../shared/workbook/refusal.ts';

const SENTENCES = {
  'file-too-large': 'ไฟล์มีขนาดเกิน 10 MB จึงไม่ได้เปิดอ่าน กรุณาส่งเฉพาะแผ่นงานงบประมาณ',
  'empty-file': 'ไฟล์นี้ว่างเปล่า กรุณาตรวจสอบไฟล์แล้วส่งใหม่อีกครั้ง',
  'not-a-workbook': 'ไฟล์นี้ไม่ใช่ไฟล์ Excel (.xlsx) หรือ CSV กรุณาเปิดไฟล์ด้วย Excel บันทึกเป็น .xlsx แล้วส่งใหม่',
  'old-excel': 'ไฟล์นี้เป็น Excel รูปแบบเก่า (.xls) กรุณาเปิดไฟล์ด้วย Excel เลือกบันทึกเป็น .xlsx แล้วส่งใหม่',
  'other-spreadsheet': 'ไฟล์ตารางคำนวณชนิดนี้ยังอ่านไม่ได้ กรุณาเลือกบันทึกเป็น .xlsx แล้วส่งใหม่',
  'password-protected': 'ไฟล์นี้ตั้งรหัสผ่านไว้ จึงเปิดอ่านไม่ได้ กรุณานำรหัสผ่านออก บันทึกไฟล์ แล้วส่งใหม่',
  'damaged-file': 'ไฟล์เสียหายหรือส่งมาไม่ครบ กรุณาเปิดตรวจสอบไฟล์ต้นฉบับแล้วส่งใหม่อีกครั้ง',
  'too-large-when-unpacked':
    'ไฟล์นี้เมื่อคลายแล้วมีขนาดใหญ่เกินกำหนด จึงไม่ได้เปิดอ่าน กรุณาคัดลอกเฉพาะแผ่นงานงบประมาณไปไว้ในไฟล์ใหม่แล้วส่งอีกครั้ง',
  'too-many-cells':
    'ไฟล์นี้มีจำนวนแถวหรือช่องเกินกำหนด (แผ่นงานละไม่เกิน 50,000 แถว) กรุณาคัดลอกเฉพาะตารางงบประมาณไปไว้ในไฟล์ใหม่แล้วส่งอีกครั้ง',
  'unknown-encoding': 'อ่านตัวอักษรในไฟล์ CSV นี้ไม่ได้ กรุณาบันทึกเป็น CSV UTF-8 หรือ .xlsx แล้วส่งใหม่',
} as const;

export type WorkbookRefusalCode = keyof typeof SENTENCES;

/** Thrown inside this folder only; `readWorkbook` turns it into its answer. */
export class WorkbookRefused extends Error {
  readonly code: WorkbookRefusalCode;

  constructor(code: WorkbookRefusalCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** The refusal of a file that could not be read at all, with its sentence for the sender. */
export function workbookRefusal(code: WorkbookRefusalCode): Refusal<WorkbookRefusalCode> {
  return { code, sentence: SENTENCES[code] };
}
