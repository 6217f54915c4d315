import type { Budget } from '../../../shared/measures/api-pieces.ts';
import { formatBaht, type Satang } from '../../../shared/thai/money.ts';
import { measuresText as t } from './text.ts';

/** "-" (no money), nothing said, and an amount (0.00 included) are three answers and stay three. */
export function budgetText(budget: Budget): string {
  if (budget.kind === 'amount') return formatBaht(budget.amountSatang as Satang);
  return budget.kind === 'none' ? t.budgetNone : t.budgetMissing;
}
