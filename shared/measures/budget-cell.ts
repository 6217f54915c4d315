import { isProblem, parseMoney } from '../thai/money.ts';
import { squeeze } from '../thai/text.ts';
import type { BudgetCell } from './measure.ts';

const DASH = /^[-–—−‐]+$/;
const NONE_WORDS = /^(?:ไม่ใช้งบ(?:ประมาณ)?|ไม่มี(?:งบประมาณ)?|ไม่ได้ใช้งบประมาณ)$/;

/**
 * Reads a money cell: "-" or words for it is none, empty is missing, an amount in baht (Thai or Arabic digits) is its satang, 0 included.
 * Anything else is missing with its text kept in `printed`, for a person to read; nothing is guessed.
 */
export function readBudgetCell(text: string): BudgetCell {
  if (text === '') return { kind: 'missing', printed: '' };
  const key = squeeze(text);
  if (DASH.test(key) || NONE_WORDS.test(key)) return { kind: 'none', printed: text };
  const amount = parseMoney(text);
  if (amount === null || isProblem(amount) || amount < 0) return { kind: 'missing', printed: text };
  return { kind: 'amount', amountSatang: amount };
}
