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
    ph: 'มาตรการส่งเสริมคุณธรรม 5 คอลัมน์ มีการกำกับติดตาม',
    kh: 'มาตรการส่งเสริมคุณธรรม 5 คอลัมน์ ขึ้นต้นด้วยตัวชี้วัด',
    so: 'มาตรการส่งเสริมคุณธรรม 4 คอลัมน์ มีปัญหาและข้อเสนอแนะ',
    ch: 'แผนป้องกันการทุจริต 6 คอลัมน์ มีระยะเวลาและผลลัพธ์',
    ka: 'แผนป้องกันการทุจริต 9 คอลัมน์ มีมิติและงบประมาณ',
  } satisfies Record<LayoutId, string>,
  columns: (names: string) => `คอลัมน์: ${names}`,
  digits: 'ตัวเลข',
  digitsOf: { thai: 'เลขไทย ๑๒๓', 'as-written': 'ตามที่พิมพ์ไว้' },
  noPlan: 'ยังไม่มีแผนมาตรการในระบบ',
  noPlanHint: 'จัดทำรายงานได้เมื่อรับแผนเข้าระบบแล้ว',

  warnings: 'ควรตรวจก่อนใช้รายงาน',
  preview: 'ตัวอย่างรายงาน',
  previewHint: 'เลื่อนตารางไปด้านข้างเพื่อดูคอลัมน์อื่น',
  showAll: (n: number) => `แสดงทั้งหมด ${n} แถว`,
  emptyCell: '',
  nothing: 'ไม่มีมาตรการในรายงานนี้',

  download: 'ดาวน์โหลด',
  docx: 'ดาวน์โหลด Word',
  xlsx: 'ดาวน์โหลด Excel',
  pictures: 'แนบภาพหลักฐานท้ายรายงาน',
  opened: 'ไฟล์จะเปิดในเบราว์เซอร์ของโทรศัพท์ ลิงก์ใช้ได้ครั้งเดียว หากไม่เปิด กรุณากดอีกครั้ง',
};
