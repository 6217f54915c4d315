import { toArabicDigits } from './digits.ts';

declare const satangBrand: unique symbol;

/** Money in whole satang (1 baht = 100 satang), always a safe integer, so sums are exact. */
export type Satang = number & { readonly [satangBrand]: true };

/** Why a text or number is no amount of money. */
export interface MoneyProblem {
  readonly problem: 'not-money' | 'finer-than-satang' | 'too-large';
}

export const ZERO_SATANG = 0 as Satang;

const MAX_DIGITS = 40;
/** A spreadsheet stores binary fractions: 0.01 after a subtraction may read 0.0099999997. What lies beyond this many decimals is noise. */
const NUMBER_NOISE_DECIMALS = 4;
const DASHES = /^[-–—−‐]+$/;
const MINUS = /^[-–—−‐]/;
const DIGITS = /^(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/;
const SCIENTIFIC = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads an amount in baht into satang without floating point.
 * Text: Thai or Arabic digits, thousands commas, spaces around, "฿" or "บาท", leading or trailing minus, parentheses for
 * negative, "1,000.-". Empty text and dashes give null: what that means (zero, or nothing) is the reader's to say.
 * A number (or its raw text from a workbook, with `source: 'number'`) is taken at its decimal writing, binary noise of less
 * than 0.00005 baht dropped. Anything else gives a MoneyProblem; nothing is rounded silently.
 */
export function parseMoney(
  value: string | number,
  source: 'text' | 'number' = 'text',
): Satang | null | MoneyProblem {
  if (typeof value === 'number' || source === 'number') return parseNumber(String(value));
  let text = toArabicDigits(value)
    .replace(/[\s\u00a0\u200b]+$|^[\s\u00a0\u200b]+/g, '')
    .replace(/^฿\s*|\s*(บาท|฿)$/g, '');
  if (text === '' || DASHES.test(text)) return null;
  let negative = false;
  const inParentheses = /^\((.*)\)$/.exec(text);
  if (inParentheses) {
    negative = true;
    text = (inParentheses[1] ?? '').trim();
  } else if (MINUS.test(text)) {
    negative = true;
    text = text.slice(1).trim();
  } else if (/\d\.[-–—]$/.test(text)) {
    text = text.slice(0, -2);
  } else if (/\d\s*[-–—−]$/.test(text)) {
    negative = true;
    text = text.slice(0, -1).trim();
  }
  const match = DIGITS.exec(text);
  if (!match || !/\d/.test(text)) return { problem: 'not-money' };
  return fromDecimal(negative, (match[1] ?? '').replaceAll(',', ''), match[2] ?? '', 'exact');
}

function parseNumber(raw: string): Satang | null | MoneyProblem {
  const text = raw.trim();
  if (text === '') return null;
  const match = SCIENTIFIC.exec(text);
  if (!match || !/\d/.test(text)) return { problem: 'not-money' };
  const [, sign, whole = '', fraction = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > MAX_DIGITS) return exponent > 0 ? { problem: 'too-large' } : ZERO_SATANG;
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const padded = point < 0 ? '0'.repeat(-point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 0);
  return fromDecimal(sign === '-', padded.slice(0, at), padded.slice(at), 'noisy');
}

function fromDecimal(
  negative: boolean,
  whole: string,
  fraction: string,
  precision: 'exact' | 'noisy',
): Satang | MoneyProblem {
  if (whole.length + fraction.length > 2 * MAX_DIGITS) return { problem: 'too-large' };
  const cut = precision === 'exact' ? fraction.replace(/0+$/, '') : fraction;
  const decimals = precision === 'exact' ? cut.length : NUMBER_NOISE_DECIMALS;
  let scaled = BigInt(`${whole || '0'}${cut.slice(0, decimals).padEnd(decimals, '0')}` || '0');
  if (precision === 'noisy' && (cut[decimals] ?? '0') >= '5') scaled += 1n;
  if (precision === 'exact' && decimals > 2) return { problem: 'finer-than-satang' };
  const unit = 10n ** BigInt(Math.max(decimals - 2, 0));
  if (scaled % unit !== 0n) return { problem: 'finer-than-satang' };
  const amount = decimals < 2 ? scaled * 10n ** BigInt(2 - decimals) : scaled / unit;
  if (amount > BigInt(Number.MAX_SAFE_INTEGER)) return { problem: 'too-large' };
  return (negative && amount !== 0n ? -Number(amount) : Number(amount)) as Satang;
}

/** True when `parseMoney` found no amount. */
export function isProblem(parsed: Satang | null | MoneyProblem): parsed is MoneyProblem {
  return parsed !== null && typeof parsed === 'object';
}

/** The number as Satang; throws RangeError when it is not a safe integer. For values computed or stored by the program itself. */
export function satang(value: number): Satang {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of satang: ${value}`);
  return value as Satang;
}

/** The exact sum; throws RangeError as soon as it leaves the safe integers, about 90 million million baht. */
export function sumSatang(values: Iterable<Satang>): Satang {
  let sum = 0;
  for (const value of values) sum = satang(sum + value);
  return sum as Satang;
}

/** "1,234,567.50", "-0.25": always two decimals, Arabic digits. */
export function formatMoney(amount: Satang): string {
  const absolute = Math.abs(amount);
  const baht = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${baht}.${String(absolute % 100).padStart(2, '0')}`;
}

/** "1,234,567.50 บาท" */
export function formatBaht(amount: Satang): string {
  return `${formatMoney(amount)} บาท`;
}

/** "12.35 ล้านบาท": two decimals, half away from zero, by integer arithmetic. */
export function formatMillions(amount: Satang): string {
  const hundredths = Math.floor((Math.abs(amount) + 500_000) / 1_000_000);
  return `${amount < 0 && hundredths > 0 ? '-' : ''}${formatMoney(hundredths as Satang)} ล้านบาท`;
}
