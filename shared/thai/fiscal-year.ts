import { type Day, dayParts } from './days.ts';

declare const fiscalYearBrand: unique symbol;

/** A Thai fiscal year, 1 October to 30 September, named by the CE year in which it ends: 2022 is ปีงบประมาณ 2565. */
export type FiscalYear = number & { readonly [fiscalYearBrand]: true };

/** Quarter of a fiscal year: 1 is October to December. */
export type Quarter = 1 | 2 | 3 | 4;

const BUDDHIST_OFFSET = 543;
const FIRST_MONTH = 10;
const CE_MIN = 1900;
const CE_MAX = 2200;

/** The fiscal year in which a day lies: from October on it is the next year's. */
export function fiscalYearOf(day: Day): FiscalYear {
  const { year, month } = dayParts(day);
  return (month >= FIRST_MONTH ? year + 1 : year) as FiscalYear;
}

/** The quarter of its fiscal year in which a day lies. */
export function quarterOf(day: Day): Quarter {
  const monthsSinceOctober = (dayParts(day).month + 12 - FIRST_MONTH) % 12;
  return (Math.floor(monthsSinceOctober / 3) + 1) as Quarter;
}

/** First and last day of a fiscal year. */
export function fiscalYearRange(year: FiscalYear): { first: Day; last: Day } {
  return { first: `${year - 1}-10-01` as Day, last: `${year}-09-30` as Day };
}

/** The fiscal year with this CE number, or null when it is not a whole number between 1900 and 2200. */
export function makeFiscalYear(ceYear: number): FiscalYear | null {
  return Number.isInteger(ceYear) && ceYear >= CE_MIN && ceYear <= CE_MAX ? (ceYear as FiscalYear) : null;
}

/** The fiscal year of a พ.ศ. number (2565 → 2022), or null when it is out of range. */
export function fiscalYearFromBuddhist(buddhistYear: number): FiscalYear | null {
  return makeFiscalYear(buddhistYear - BUDDHIST_OFFSET);
}

/** The พ.ศ. number of a fiscal year (2022 → 2565). */
export function buddhistYearOf(year: FiscalYear): number {
  return year + BUDDHIST_OFFSET;
}

/** "2565": the พ.ศ. number alone, to be set after the words ปีงบประมาณ or พ.ศ. */
export function formatFiscalYear(year: FiscalYear): string {
  return String(buddhistYearOf(year));
}
