import { toArabicDigits } from '../thai/digits.ts';

declare const receiptBrand: unique symbol;

/**
 * A receipt code (รหัสติดตาม) whose check digits are right: 18 digits without spaces. Whoever has it follows the case.
 */
export type ReceiptCode = string & { readonly [receiptBrand]: true };

/**
 * Random digits of a code: 53 bits. With 500 live codes and 100 guesses an hour, one guess hits in 20 million years.
 */
export const RECEIPT_RANDOM_DIGITS = 16;
/** Check digits of ISO 7064 MOD 97-10: find every single wrong digit and every swap of neighbours. */
const CHECK_DIGITS = 2;
const CODE_DIGITS = RECEIPT_RANDOM_DIGITS + CHECK_DIGITS;
const GROUP_DIGITS = 3;
const MODULUS = 97;

/** Between digits: spaces and breaks of any kind, dashes of any length, and marks that take no room. */
const SEPARATOR = '[\\s\\p{Pd}\\u2212\\u200b-\\u200d\\u2060\\ufeff]';
const SEPARATORS = new RegExp(SEPARATOR, 'gu');
/** Groups of digits with no more than a few separators between them: a line of its own does not end a code. */
const DIGIT_RUN = new RegExp(`\\d+(?:${SEPARATOR}{1,4}\\d+)*`, 'gu');

/** What somebody typed where a code was asked for. */
export type TypedReceipt =
  | { readonly kind: 'code'; readonly code: ReceiptCode }
  /** As many digits as a code has, but the check digits say that some of them are wrong. Needs no look-up. */
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'not-a-code' };

/** The code made of 16 random digits. @throws RangeError for anything else. */
export function makeReceiptCode(digits16: string): ReceiptCode {
  if (!/^[0-9]{16}$/.test(digits16)) throw new RangeError('a receipt code is made of 16 digits');
  return `${digits16}${checkDigits(digits16)}` as ReceiptCode;
}

/** The code as it is shown and written down: six groups of three, "123 456 789 012 345 678". */
export function showReceiptCode(code: ReceiptCode): string {
  return (code.match(new RegExp(`.{${GROUP_DIGITS}}`, 'g')) ?? []).join(' ');
}

/** Reads a message that should be a code and nothing else. Digits of any script, spaces, dashes and breaks are fine. */
export function parseReceiptCode(text: string): TypedReceipt {
  const digits = toArabicDigits(text).replace(SEPARATORS, '');
  if (digits.length !== CODE_DIGITS || !/^[0-9]+$/.test(digits)) return { kind: 'not-a-code' };
  return isCode(digits) ? { kind: 'code', code: digits } : { kind: 'mistyped' };
}

/**
 * The first code in a longer message, however it is grouped, also right after or before another number. A code that is
 * glued to further digits without a separator is not found: one in 97 of all long numbers would look like it.
 */
export function findReceiptCode(text: string): ReceiptCode | undefined {
  for (const [run] of toArabicDigits(text).matchAll(DIGIT_RUN)) {
    const groups = run.split(SEPARATORS).filter((group) => group !== '');
    for (let first = 0; first < groups.length; first += 1) {
      const found = codeFrom(groups, first);
      if (found) return found;
    }
  }
  return undefined;
}

/**
 * Whether a message holds a code: such a message must not become part of a complaint, or the code would lie in the
 * case.
 */
export function containsReceiptCode(text: string): boolean {
  return findReceiptCode(text) !== undefined;
}

function codeFrom(groups: readonly string[], first: number): ReceiptCode | undefined {
  let digits = '';
  for (let at = first; at < groups.length && digits.length < CODE_DIGITS; at += 1) digits += groups[at];
  return isCode(digits) ? digits : undefined;
}

function isCode(digits: string): digits is ReceiptCode {
  return (
    digits.length === CODE_DIGITS &&
    digits.slice(RECEIPT_RANDOM_DIGITS) === checkDigits(digits.slice(0, RECEIPT_RANDOM_DIGITS))
  );
}

/** ISO 7064: with the two check digits, 02 to 98, the whole number leaves 1 when divided by 97. */
function checkDigits(digits: string): string {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % MODULUS;
  return String(MODULUS + 1 - ((rest * 100) % MODULUS)).padStart(CHECK_DIGITS, '0');
}
