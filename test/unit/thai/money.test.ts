import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toThaiDigits } from '../../../shared/thai/digits.ts';
import {
  formatBaht,
  formatMillions,
  formatMoney,
  parseMoney,
  type Satang,
  satang,
  sumSatang,
} from '../../../shared/thai/money.ts';

const anyAmount = fc.maxSafeInteger().map((value) => (value === 0 ? 0 : value) as Satang);

describe('money', () => {
  it.each([
    ['12,839,000.00', 1_283_900_000],
    ['๑๒,๑๒๕,๑๐๐.๐๐', 1_212_510_000],
    ['  729,200.00 ', 72_920_000],
    ['\u00a01234.5\u00a0', 123_450],
    ['(1,234.50)', -123_450],
    ['-5', -500],
    ['– 5.25', -525],
    ['5-', -500],
    ['1,000.-', 100_000],
    ['฿ 12', 1200],
    ['12 บาท', 1200],
    ['.5', 50],
    ['1.500', 150],
    ['0', 0],
    ['-0.00', 0],
  ])('reads "%s"', (text, expected) => {
    expect(parseMoney(text)).toBe(expected);
  });

  it.each(['', '  ', '-', '–', '--', ' - '])('says nothing for "%s"', (text) => {
    expect(parseMoney(text)).toBeNull();
  });

  it.each([
    ['abc', 'not-money'],
    ['5/99', 'not-money'],
    ['1,23', 'not-money'],
    ['1,2345', 'not-money'],
    ['1 234', 'not-money'],
    ['12.3.4', 'not-money'],
    ['1e5', 'not-money'],
    ['()', 'not-money'],
    ['.', 'not-money'],
    ['1.005', 'finer-than-satang'],
    ['90,071,992,547,409.92', 'too-large'],
  ])('takes "%s" for no amount: %s', (text, problem) => {
    expect(parseMoney(text)).toEqual({ problem });
  });

  it.each([
    [1234.1, 123_410],
    [0.1 + 0.2, 30],
    [100_000_000.1 - 100_000_000, 10],
    [1.15 * 100, 11_500],
    [-12.5, -1250],
    [5e-7, 0],
    ['6946086.4200000009', 694_608_642],
    ['1.2345678E7', 1_234_567_800],
    ['5.0000000000000001E-2', 5],
    ['0', 0],
  ])('takes the number %s at its decimal writing', (number, expected) => {
    expect(parseMoney(number, 'number')).toBe(expected);
  });

  it('rounds no number silently and takes no impossible one', () => {
    expect(parseMoney(1.005)).toEqual({ problem: 'finer-than-satang' });
    expect(parseMoney(1e21)).toEqual({ problem: 'too-large' });
    expect(parseMoney('1E999', 'number')).toEqual({ problem: 'too-large' });
    expect(parseMoney(Number.NaN)).toEqual({ problem: 'not-money' });
    expect(parseMoney(Number.POSITIVE_INFINITY)).toEqual({ problem: 'not-money' });
  });

  it('reads back every amount it writes, in Arabic and Thai digits and as a workbook number', () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        expect(parseMoney(formatMoney(amount))).toBe(amount);
        expect(parseMoney(toThaiDigits(formatMoney(amount)))).toBe(amount);
        expect(parseMoney(formatMoney(amount).replaceAll(',', ''), 'number')).toBe(amount);
      }),
    );
  });

  it('reads every workbook number up to ten billion baht to the satang', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (amount) => {
        expect(parseMoney(String(amount / 100), 'number')).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });

  it('writes amounts with two decimals and thousands commas', () => {
    expect(formatMoney(123_456_750 as Satang)).toBe('1,234,567.50');
    expect(formatMoney(-25 as Satang)).toBe('-0.25');
    expect(formatBaht(100 as Satang)).toBe('1.00 บาท');
  });

  it('writes millions half up by integer arithmetic', () => {
    expect(formatMillions(1_234_567_890 as Satang)).toBe('12.35 ล้านบาท');
    expect(formatMillions(1_234_500_000 as Satang)).toBe('12.35 ล้านบาท');
    expect(formatMillions(1_234_499_999 as Satang)).toBe('12.34 ล้านบาท');
    expect(formatMillions(-1 as Satang)).toBe('0.00 ล้านบาท');
    expect(formatMillions(123_456_789_000_00 as Satang)).toBe('123,456.79 ล้านบาท');
  });

  it('adds exactly and throws rather than lose a satang', () => {
    expect(sumSatang([10 as Satang, 20 as Satang, -5 as Satang])).toBe(25);
    expect(sumSatang([])).toBe(0);
    expect(() => sumSatang([Number.MAX_SAFE_INTEGER as Satang, 1 as Satang])).toThrow(RangeError);
    expect(() => satang(0.5)).toThrow(RangeError);
  });
});
