const THAI_ZERO = 0x0e50;
/** Any decimal digit but 0 to 9. */
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/u;

/**
 * Replaces Arabic digits by Thai ones ("2565" → "๒๕๖๕") and leaves everything else as it is.
 * Values are stored with Arabic digits; this is for showing them.
 */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(THAI_ZERO + Number(digit)));
}

/**
 * Replaces every decimal digit of any script by the Arabic one ("๒๕๖5" → "2565"), character by character,
 * because printed reports mix both within one cell. All other characters stay.
 */
export function toArabicDigits(text: string): string {
  if (!FOREIGN_DIGIT.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}

/** Unicode keeps the ten digits of a script together in order, so the value is the way back to the zero. */
function digitValue(codePoint: number): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(codePoint - value - 1))) value += 1;
  return value;
}
