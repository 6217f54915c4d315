import type { LayoutId } from '../../../../shared/measures/layouts.ts';

/** Everything the screen of reports says. */
export const reportsText = {
  title: 'รายงานผลมาตรการ',
  home: 'หน้าแรก',
  year: 'ปีงบประมาณ',
  yearOf: (year: string) => `พ.ศ. ${year}`,
  round: 'รอบ',
  plan: 'ตัวแผน ยังไม่มีผล',
  roundOf: (months: number) => `รอบ ${months} เดือน`,
  layout: 'รูปแบบตาราง',
  layouts: {
    ph: 'มีการกำกับติดตาม (5 คอลัมน์)',
    kh: 'เรียงตามตัวชี้วัด (5 คอลัมน์)',
    so: 'มีปัญหา ข้อเสนอแนะ (4 คอลัมน์)',
    ch: 'มีระยะเวลา ผลลัพธ์ (6 คอลัมน์)',
    ka: 'มีมิติ งบประมาณ (9 คอลัมน์)',
  } satisfies Record<LayoutId, string>,
  columns: (names: string) => `คอลัมน์: ${names}`,
  digits: 'ตัวเลข',
  digitsOf: { thai: 'เลขไทย ๑๒๓', 'as-written': 'ตามที่พิมพ์ไว้' },
  noPlan: 'ยังไม่มีแผนมาตรการในระบบ',
  noPlanHint: 'จัดทำรายงานได้เมื่อรับแผนเข้าระบบแล้ว',

  warnings: 'ควรตรวจก่อนใช้รายงาน',
  preview: 'ตัวอย่างรายงาน',
  table: 'ตารางรายงาน',
  previewHint: 'เลื่อนตารางไปด้านข้างเพื่อดูคอลัมน์อื่น',
  showAll: (n: number) => `แสดงทั้งหมด ${n} แถว`,
  nothing: 'ไม่มีมาตรการในรายงานนี้',

  docx: 'ไฟล์ Word',
  xlsx: 'ไฟล์ Excel',
  opened: 'ไฟล์จะเปิดในเบราว์เซอร์ของโทรศัพท์ ลิงก์ใช้ได้ครั้งเดียว หากไม่เปิด กรุณากดอีกครั้ง',
};
