import { toArabicDigits } from '../../../../shared/thai/digits.ts';

const FULL_HUNDREDTHS = 10_000;

/** Reads a score as typed, "84.12" or "๘๔.๑๒", in hundredths. Null for an empty field, undefined for what is no score. */
export function readScore(typed: string): number | null | undefined {
  const text = toArabicDigits(typed).trim();
  if (text === '') return null;
  const found = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text);
  if (!found) return undefined;
  const hundredths = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return hundredths <= FULL_HUNDREDTHS ? hundredths : undefined;
}

/** Reads a whole number between two, Thai or Arabic digits. Undefined for anything else. */
export function readCount(typed: string, min: number, max: number): number | undefined {
  const text = toArabicDigits(typed).trim();
  const count = Number(text);
  return /^\d{1,6}$/.test(text) && count >= min && count <= max ? count : undefined;
}
