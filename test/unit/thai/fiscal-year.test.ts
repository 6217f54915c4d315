import { describe, expect, it } from 'vitest';
import type { Day } from '../../../shared/thai/days.ts';
import {
  buddhistYearOf,
  fiscalYearFromBuddhist,
  fiscalYearOf,
  fiscalYearRange,
  formatFiscalYear,
  makeFiscalYear,
  quarterOf,
} from '../../../shared/thai/fiscal-year.ts';

const day = (text: string) => text as Day;

describe('fiscal year', () => {
  it('turns on 1 October', () => {
    expect(fiscalYearOf(day('2021-09-30'))).toBe(2021);
    expect(fiscalYearOf(day('2021-10-01'))).toBe(2022);
    expect(formatFiscalYear(fiscalYearOf(day('2021-10-01')))).toBe('2565');
  });

  it('starts its quarters in October, January, April and July', () => {
    const quarters = [
      '2021-10-01',
      '2021-12-31',
      '2022-01-01',
      '2022-03-31',
      '2022-04-01',
      '2022-07-01',
      '2022-09-30',
    ];
    expect(quarters.map((each) => quarterOf(day(each)))).toEqual([1, 1, 2, 2, 3, 4, 4]);
  });

  it('covers 1 October to 30 September', () => {
    const year = fiscalYearFromBuddhist(2565);
    expect(year).toBe(2022);
    expect(year && fiscalYearRange(year)).toEqual({ first: '2021-10-01', last: '2022-09-30' });
    expect(year && buddhistYearOf(year)).toBe(2565);
  });

  it('takes no year out of range', () => {
    expect(fiscalYearFromBuddhist(65)).toBeNull();
    expect(makeFiscalYear(2565)).toBeNull();
    expect(makeFiscalYear(2022.5)).toBeNull();
  });
});
