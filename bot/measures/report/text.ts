import type { Progress } from '../../../shared/measures/progress.ts';
import { formatPercent } from '../../../shared/thai/percent.ts';

/** What a report of measures says besides its table. Numbers come in Arabic digits and are printed in the report's own. */
export const reportText = {
  progress: ({ counts, planned, percentHundredths }: Progress): string => {
    const { done, inProgress, notStarted, unknown } = counts;
    const states = [
      `ดำเนินการแล้วเสร็จ ${done} รายการ`,
      `อยู่ระหว่างดำเนินการ ${inProgress} รายการ`,
      `ยังไม่ได้ดำเนินการ ${notStarted} รายการ`,
      ...(unknown > 0 ? [`ไม่ได้ระบุสถานะ ${unknown} รายการ`] : []),
    ];
    const share =
      percentHundredths === null ? '' : ` คิดเป็นความก้าวหน้าร้อยละ ${formatPercent(percentHundredths)}`;
    return `สรุปผลการดำเนินการ ทั้งหมด ${planned} รายการ ${states.join(' ')}${share}`;
  },
  notes: 'หมายเหตุ',
  annex: 'ภาพประกอบการดำเนินการ',
  fileName: (year: string, months: number | null): string =>
    months === null ? `แผนมาตรการ ปีงบประมาณ ${year}` : `รายงานมาตรการ รอบ ${months} เดือน ปีงบประมาณ ${year}`,
} as const;
