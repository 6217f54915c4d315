import { describe, expect, it } from 'vitest';
import { type MonthRange, readMonths } from '../../../shared/measures/months.ts';
import { cadencesOf, readPeriods } from '../../../shared/measures/periods.ts';
import { printMonths } from '../../../shared/measures/print-months.ts';
import type { FiscalYear } from '../../../shared/thai/fiscal-year.ts';

const FY2566 = 2023 as FiscalYear;

const short = ({ from, to, confidence }: MonthRange): string => {
  const point = (p: MonthRange['from']): string =>
    [p.date, p.month, p.year].filter((part) => part !== null).join('/');
  return `${point(from)}-${point(to)} ${confidence}`;
};
const months = (text: string): string[] => readMonths(text, FY2566).map(short);

describe('months', () => {
  it.each([
    ['ต.ค.๖๕- มี.ค.๖๖', '10/2022-3/2023 sure'],
    ['พ.ย.๖๕-มี.ค. ๖๖', '11/2022-3/2023 sure'],
    ['พ.ย.-ธ.ค.๖๕', '11/2022-12/2022 implied'],
    ['ต.ค-ธ.ค.๖๕', '10/2022-12/2022 implied'],
    ['ธ.ค. - ก.พ. ๖๖', '12/2022-2/2023 implied'],
    ['เม.ย. - ก.ย. ๒๕๖๖', '4/2023-9/2023 implied'],
    ['ตุลาคม 2565 ถึง กันยายน พ.ศ. ๒๕๖๖', '10/2022-9/2023 sure'],
    ['ม.ค.๖๖', '1/2023-1/2023 sure'],
    ['มค 2566', '1/2023-1/2023 sure'],
    ['ธันวาคม', '12/2022-12/2022 implied'],
    ['ต.ค. ค.ศ. 2022', '10/2022-10/2022 sure'],
    ['๑๕-๑๙ มี.ค. ๖๖', '15/3/2023-19/3/2023 sure'],
    ['1 ต.ค. 65 ถึง 31 มี.ค. 66', '1/10/2022-31/3/2023 sure'],
    ['มี.ค. ๖๖ - ต.ค. ๖๕', '3/2023-10/2022 unsure'],
  ])('reads %s', (text, expected) => {
    expect(months(text)).toEqual([expected]);
  });

  it.each(['ค.ศ.๖๕- มี.ค.๖๖', '๓.๑.๖๕- มี.ค.๖๖', 'ด.ค.๖๕ - มี.ค.๖๖'])('guesses ต.ค. in %s, unsurely', (text) => {
    expect(months(text)).toEqual(['10/2022-3/2023 unsure']);
  });

  it('reads several ranges in one cell, in order', () => {
    expect(months('๓.๑.๖๕- ก.พ.๖๖ ๑๒-๑๔ ก.พ. ๖๖')).toEqual([
      '10/2022-2/2023 unsure',
      '12/2/2023-14/2/2023 sure',
    ]);
  });

  it('finds none in other words, and no year where nothing tells it', () => {
    for (const text of ['', '-', 'งวดแรก', 'มกรา', 'ก.พิเศษ', '1.3.65']) expect(months(text)).toEqual([]);
    expect(readMonths('ต.ค.', null).map(short)).toEqual(['10-10 unsure']);
  });

  it('are printed so that they read the same again', () => {
    for (const text of ['ต.ค.๖๕- มี.ค.๖๖', '๑๕-๑๙ มี.ค. ๖๖', 'ม.ค.๖๖']) {
      const ranges = readMonths(text, FY2566);
      expect(readMonths(printMonths(ranges), FY2566)).toEqual(ranges);
    }
    expect(printMonths(readMonths('ต.ค.๖๕- มี.ค.๖๖', null))).toBe('ต.ค. 2565 - มี.ค. 2566');
  });
});

describe('periods', () => {
  const period = (text: string) => readPeriods({ period: text, followUp: '', title: '' }, FY2566);

  it('know whole years, quarters and spans of years', () => {
    expect(period('ตลอดปีงบประมาณ').ranges.map(short)).toEqual(['10/2022-9/2023 implied']);
    expect(period('(พ.ศ.๒๕๖๖ - ๒๕๗๐)').ranges.map(short)).toEqual(['10/2022-9/2027 implied']);
    expect(period('ไตรมาส ๒-๓').ranges.map(short)).toEqual(['1/2023-6/2023 implied']);
    expect(period('ไตรมาสที่ 1/2566').ranges.map(short)).toEqual(['10/2022-12/2022 sure']);
    for (const text of ['ตลอดปีงบประมาณ', 'ไตรมาส ๒-๓', '(พ.ศ.๒๕๖๖ - ๒๕๗๐)', '-', '', 'ต.ค.๖๕ ถึง มี.ค.๖๖']) {
      expect(period(text).understood, text).toBe(true);
    }
    expect(period('เมื่อฝนหยุด').understood).toBe(false);
    expect(period('ต.ค. ๖๕ ถ้าฝนหยุด').understood).toBe(false);
  });

  it('name cadences as a set, all at once, each with where it stands', () => {
    expect(cadencesOf('รายเดือน, รายไตรมาส, ราย ๖ เดือน และรายปี')).toEqual([
      'month',
      'quarter',
      'half-year',
      'year',
    ]);
    expect(cadencesOf('อย่างน้อยปีละ ๒ ครั้ง')).toEqual(['twice-a-year']);
    const { cadences } = readPeriods(
      { period: 'รายไตรมาส', followUp: 'รายงานทุกเดือน', title: 'สรุปประจำเดือนของแผนประจำปี' },
      FY2566,
    );
    expect(cadences).toEqual([
      { cadence: 'quarter', source: 'period' },
      { cadence: 'month', source: 'follow-up' },
      { cadence: 'month', source: 'title' },
    ]);
  });
});
