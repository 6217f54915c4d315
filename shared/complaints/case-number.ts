import { type Day, dayParts } from '../thai/days.ts';
import { toArabicDigits } from '../thai/digits.ts';

declare const caseNumberBrand: unique symbol;

/**
 * What officers call a case: "2569-48210", the พ.ศ. year in which it was filed and five random digits. It tells neither how
 * many cases there are nor which came first, and it opens nothing: the complainant's key is the receipt code.
 */
export type CaseNumber = string & { readonly [caseNumberBrand]: true };

/** Random digits of a number. An office has a few hundred cases a year; a number that is taken is drawn again. */
export const CASE_RANDOM_DIGITS = 5;

const BUDDHIST_OFFSET = 543;
const RANDOM = new RegExp(`^[0-9]{${CASE_RANDOM_DIGITS}}$`);
const TYPED = new RegExp(`^(\\d{4})[\\s/-]*(\\d{${CASE_RANDOM_DIGITS}})$`);

/** The number of a case received on this day. RangeError when the digits are not five. */
export function makeCaseNumber(receivedDay: Day, randomDigits: string): CaseNumber {
  if (!RANDOM.test(randomDigits)) throw new RangeError('a case number takes five random digits');
  return `${dayParts(receivedDay).year + BUDDHIST_OFFSET}-${randomDigits}` as CaseNumber;
}

/** Reads a number as people type it: Thai digits, spaces, a slash or no dash are fine. Undefined when it cannot be one. */
export function parseCaseNumber(text: string): CaseNumber | undefined {
  const [, year, digits] = TYPED.exec(toArabicDigits(text).trim()) ?? [];
  return year === undefined ? undefined : (`${year}-${digits}` as CaseNumber);
}
