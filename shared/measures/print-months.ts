import type { MonthPoint, MonthRange } from './months.ts';

const SHORT_MONTHS = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');
const BUDDHIST_OFFSET = 543;

/** Month ranges as short Thai text, Arabic digits, years พ.ศ.: "ต.ค. 2565 - มี.ค. 2566". Readable by `readMonths` again. */
export function printMonths(ranges: readonly MonthRange[]): string {
  return ranges
    .map(({ from, to }) => {
      const single = from.year === to.year && from.month === to.month && from.date === to.date;
      return single ? point(from) : `${point(from)} - ${point(to)}`;
    })
    .join(', ');
}

function point({ year, month, date }: MonthPoint): string {
  const parts = [date, SHORT_MONTHS[month - 1], year === null ? null : year + BUDDHIST_OFFSET];
  return parts.filter((part) => part !== null).join(' ');
}
