import { isProblem, parseMoney, type Satang } from '../thai/money.ts';
import { type Cell, cellText, columnLetter } from '../workbook/sheet.ts';
import { ReadRefused } from './read-refused.ts';
import type { ReadRefusalCode } from './reading.ts';
import { REFUSALS } from './text.ts';

/** What a money cell looks like, before anything is refused because of it. */
export type MoneyLook = 'empty' | 'money' | 'not-money';

/** Tells an amount (a dash included, which prints zero) from an empty cell and from other text. */
export function lookOfMoney(cell: Cell | null | undefined): MoneyLook {
  if (!cell || (cell.kind === 'text' && cell.text.trim() === '')) return 'empty';
  if (cell.kind !== 'text') return 'money';
  const parsed = parseMoney(cell.text);
  return isProblem(parsed) && parsed.problem === 'not-money' ? 'not-money' : 'money';
}

/**
 * The amount in a cell: null when empty, zero for a dash. Throws ReadRefused with the place when it is no amount.
 * Row and column are indexes from 0.
 */
export function readMoneyCell(
  cell: Cell | null | undefined,
  place: { sheet: string; row: number; column: number },
): Satang | null {
  if (!cell) return null;
  const text = cellText(cell);
  const parsed = parseMoney(text, cell.kind === 'number' ? 'number' : 'text');
  if (parsed === null) return text.trim() === '' ? null : (0 as Satang);
  if (!isProblem(parsed)) return parsed;
  const where = { sheet: place.sheet, row: place.row + 1, column: columnLetter(place.column) };
  const refusals: Record<typeof parsed.problem, [ReadRefusalCode, string]> = {
    'not-money': ['bad-money', REFUSALS.badMoney(where, text)],
    'finer-than-satang': ['finer-than-satang', REFUSALS.finerThanSatang(where, text)],
    'too-large': ['too-large-amount', REFUSALS.tooLargeAmount(where)],
  };
  const [code, sentence] = refusals[parsed.problem];
  throw new ReadRefused(code, sentence, where);
}
