import { ROLES, type Role } from '../../../shared/people/roles.ts';

/** What can be opened from the first screen, and by whom. */
export const doors: readonly {
  readonly to: string;
  readonly label: string;
  readonly about: string;
  readonly roles: readonly Role[];
}[] = [
  {
    to: '/measures',
    label: 'มาตรการส่งเสริมคุณธรรม',
    about: 'รายงานผลตามมาตรการที่หน่วยงานรับผิดชอบ',
    roles: ['staff', 'finance', 'officer', 'executive', 'admin'],
  },
  {
    to: '/cases',
    label: 'เรื่องร้องเรียน',
    about: 'อ่านเรื่อง ตอบผู้ร้อง และดำเนินการตามขั้นตอน',
    roles: ['officer'],
  },
  {
    to: '/statistics',
    label: 'สถิติเรื่องร้องเรียน',
    about: 'รายเดือน รอบ 6 เดือน และรายปี พร้อมไฟล์สำหรับ ITA',
    roles: ['officer', 'executive', 'admin'],
  },
  {
    to: '/notices',
    label: 'ประกาศ',
    about: 'อ่านและรับทราบประกาศ เขียนและตั้งเวลาส่งเข้ากลุ่ม',
    roles: ROLES,
  },
  {
    to: '/gifts',
    label: 'ทะเบียนรับของขวัญ',
    about: 'รายงานของขวัญ หรือรายงานว่าไม่มีการรับ ตาม No Gift Policy',
    roles: ROLES,
  },
  {
    to: '/quota',
    label: 'โควตาข้อความ',
    about: 'เดือนนี้ใช้ไปเท่าใด เหลือเท่าใด และจะส่งอะไรอีก',
    roles: ['finance', 'officer', 'executive', 'admin'],
  },
  {
    to: '/dashboard',
    label: 'ภาพรวมมาตรการ',
    about: 'ความก้าวหน้าของแผน การใช้งบประมาณ และคะแนน ITA',
    roles: ['executive', 'admin', 'officer'],
  },
  {
    to: '/reports',
    label: 'รายงานผลมาตรการ',
    about: 'ดูตัวอย่าง แล้วดาวน์โหลดเป็น Word หรือ Excel',
    roles: ['executive', 'admin', 'officer'],
  },
  {
    to: '/measures/plan',
    label: 'นำแผนเข้าระบบ',
    about: 'จากไฟล์ ตารางที่คัดลอก หรือแผนปีก่อน',
    roles: ['admin', 'officer'],
  },
];

export const homeText = {
  nothing: 'ยังไม่มีส่วนที่ท่านใช้ได้ในหน้านี้ กรุณาใช้เมนูในแชต',
};
