import { buddhistYearOf, makeFiscalYear } from '../../../shared/thai/fiscal-year.ts';

/** "2569" for the fiscal year 2026, as it comes from the API. */
export function toThaiYear(fiscalYear: number): string {
  const year = makeFiscalYear(fiscalYear);
  return year === null ? '' : String(buddhistYearOf(year));
}
