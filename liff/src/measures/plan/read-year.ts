import { toArabicDigits } from '../../../../shared/thai/digits.ts';
import { fiscalYearFromBuddhist } from '../../../../shared/thai/fiscal-year.ts';

/** No office plans for a year outside these, and a slip of the finger falls out of them. */
const BUDDHIST_MIN = 2550;
const BUDDHIST_MAX = 2650;

/** Reads a พ.ศ. year as typed, Thai or Arabic digits, as CE number. Null for an empty field, undefined for anything else. */
export function readYear(typed: string): number | null | undefined {
  const text = toArabicDigits(typed).trim();
  if (text === '') return null;
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < BUDDHIST_MIN || year > BUDDHIST_MAX) return undefined;
  return fiscalYearFromBuddhist(year) ?? undefined;
}
