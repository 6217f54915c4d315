import type { Day } from '../thai/days.ts';

/** A day on which government offices are closed. */
export interface Holiday {
  readonly day: Day;
  readonly name: string;
  /** To be checked against the cabinet's yearly announcement: lunar days, special days, and days in lieu. */
  readonly confirm?: true;
}

const on = (day: string, name: string): Holiday => ({ day: day as Day, name });
const toConfirm = (day: string, name: string): Holiday => ({ day: day as Day, name, confirm: true });

/**
 * Official holidays of Thai government offices, years CE, what an office starts with and edits. Labour Day (1 May) is not
 * one of them. A holiday on a Saturday or Sunday stands beside its day in lieu. The Royal Ploughing Day of 2027 is not
 * announced yet and is missing: a missing holiday makes a working-day clock end a day early, never late.
 */
export const HOLIDAYS: readonly Holiday[] = [
  on('2026-01-01', 'วันขึ้นปีใหม่'),
  toConfirm('2026-01-02', 'วันหยุดพิเศษตามมติคณะรัฐมนตรี'),
  toConfirm('2026-03-03', 'วันมาฆบูชา'),
  on('2026-04-06', 'วันจักรี'),
  on('2026-04-13', 'วันสงกรานต์'),
  on('2026-04-14', 'วันสงกรานต์'),
  on('2026-04-15', 'วันสงกรานต์'),
  on('2026-05-04', 'วันฉัตรมงคล'),
  toConfirm('2026-05-13', 'วันพระราชพิธีพืชมงคลจรดพระนังคัลแรกนาขวัญ'),
  toConfirm('2026-05-31', 'วันวิสาขบูชา'),
  toConfirm('2026-06-01', 'วันหยุดชดเชยวันวิสาขบูชา'),
  on('2026-06-03', 'วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี'),
  on('2026-07-28', 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว'),
  toConfirm('2026-07-29', 'วันอาสาฬหบูชา'),
  toConfirm('2026-07-30', 'วันเข้าพรรษา'),
  on('2026-08-12', 'วันแม่แห่งชาติ'),
  on('2026-10-13', 'วันนวมินทรมหาราช'),
  on('2026-10-23', 'วันปิยมหาราช'),
  on('2026-12-05', 'วันพ่อแห่งชาติ'),
  toConfirm('2026-12-07', 'วันหยุดชดเชยวันพ่อแห่งชาติ'),
  on('2026-12-10', 'วันรัฐธรรมนูญ'),
  on('2026-12-31', 'วันสิ้นปี'),

  on('2027-01-01', 'วันขึ้นปีใหม่'),
  toConfirm('2027-02-21', 'วันมาฆบูชา'),
  toConfirm('2027-02-22', 'วันหยุดชดเชยวันมาฆบูชา'),
  on('2027-04-06', 'วันจักรี'),
  on('2027-04-13', 'วันสงกรานต์'),
  on('2027-04-14', 'วันสงกรานต์'),
  on('2027-04-15', 'วันสงกรานต์'),
  on('2027-05-04', 'วันฉัตรมงคล'),
  toConfirm('2027-05-20', 'วันวิสาขบูชา'),
  on('2027-06-03', 'วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี'),
  toConfirm('2027-07-18', 'วันอาสาฬหบูชา'),
  toConfirm('2027-07-19', 'วันเข้าพรรษา'),
  toConfirm('2027-07-20', 'วันหยุดชดเชยวันอาสาฬหบูชา'),
  on('2027-07-28', 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว'),
  on('2027-08-12', 'วันแม่แห่งชาติ'),
  on('2027-10-13', 'วันนวมินทรมหาราช'),
  on('2027-10-23', 'วันปิยมหาราช'),
  toConfirm('2027-10-25', 'วันหยุดชดเชยวันปิยมหาราช'),
  on('2027-12-05', 'วันพ่อแห่งชาติ'),
  toConfirm('2027-12-06', 'วันหยุดชดเชยวันพ่อแห่งชาติ'),
  on('2027-12-10', 'วันรัฐธรรมนูญ'),
  on('2027-12-31', 'วันสิ้นปี'),
];

/** Whether the list says anything about a year (CE): an office is to be reminded to add the next one. */
export function knowsYear(holidays: readonly Holiday[], yearCe: number): boolean {
  return holidays.some(({ day }) => day.startsWith(`${yearCe}-`));
}
