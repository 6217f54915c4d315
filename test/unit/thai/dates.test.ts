import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findThaiDates, formatDay, parseThaiDate } from '../../../shared/thai/dates.ts';
import { addDays, type Day } from '../../../shared/thai/days.ts';
import { toThaiDigits } from '../../../shared/thai/digits.ts';

const day = (text: string) => text as Day;

describe('dates', () => {
  it('writes a day in three ways, year พ.ศ.', () => {
    expect(formatDay(day('2023-01-15'), 'long')).toBe('15 มกราคม 2566');
    expect(formatDay(day('2023-01-15'), 'short')).toBe('15 ม.ค. 2566');
    expect(formatDay(day('2022-03-05'), 'numeric')).toBe('5/3/2565');
  });

  it.each([
    ['30 มิถุนายน 2565', '2022-06-30'],
    ['๓๑ มี.ค. ๖๕', '2022-03-31'],
    ['31/3/2565', '2022-03-31'],
    ['31-03-65', '2022-03-31'],
    ['31.3.2565', '2022-03-31'],
    ['วันที่ ๑๖ มีนาคม พ.ศ. ๒๕๖๖', '2023-03-16'],
    ['ณ วันที่ 1 ต.ค 65', '2022-10-01'],
    ['๓๑มีนาคม๒๕๖๕', '2022-03-31'],
    ['15 มกราคม ค.ศ. 2023', '2023-01-15'],
    ['29 กุมภาพันธ์ 2567', '2024-02-29'],
    ['2022-06-30', '2022-06-30'],
  ])('reads %s', (text, expected) => {
    expect(parseThaiDate(text)).toBe(expected);
  });

  it.each([
    '',
    '31 เมษายน 2565',
    '29 กุมภาพันธ์ 2566',
    'ต.ค. 65',
    '5/99',
    '31/13/2565',
    '1 ม.ค. 65 ถึง 3 ม.ค. 65',
    '15 ม.ค. 2566 เป็นต้นไป',
    '12,839,000.00',
  ])('takes "%s" for no date', (text) => {
    expect(parseThaiDate(text)).toBeNull();
  });

  it('reads back every day it writes, in Arabic and Thai digits', () => {
    const anyDay = fc.integer({ min: 0, max: 25_000 }).map((count) => addDays(day('1970-01-01'), count));
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom('long' as const, 'short' as const, 'numeric' as const),
        (each, style) => {
          expect(parseThaiDate(formatDay(each, style))).toBe(each);
          expect(parseThaiDate(toThaiDigits(formatDay(each, style)))).toBe(each);
        },
      ),
    );
  });

  it('finds all dates of a sentence in order', () => {
    expect(findThaiDates('ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๔ ถึงวันที่ ๓๑ มีนาคม ๒๕๖๕')).toEqual(['2021-10-01', '2022-03-31']);
    expect(findThaiDates('ปีงบประมาณ 2565')).toEqual([]);
  });
});
