import type { Satang } from '../../shared/thai/money.ts';

/**
 * An amount as the number a workbook holds: the binary fraction nearest to it, which is printed and read again with the same
 * two decimals. For the file only; the program itself reckons in satang.
 */
export function satangAsBaht(amount: Satang): number {
  return amount / 100;
}
