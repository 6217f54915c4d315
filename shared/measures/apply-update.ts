import type { BudgetCell, Measure } from './measure.ts';
import type { MeasureUpdate } from './measure-update.ts';

/** The measure as it stands with an update: touched fields replaced, everything else as it was. */
export function applyUpdate(measure: Measure, update: MeasureUpdate | undefined): Measure {
  if (!update) return measure;
  const { status, budgetUsedSatang, ...texts } = update;
  return {
    ...measure,
    ...texts,
    ...(status === undefined ? {} : { status, statusPrinted: '' }),
    ...(budgetUsedSatang === undefined ? {} : { budgetUsed: budgetCell(budgetUsedSatang) }),
  };
}

function budgetCell(amount: Exclude<MeasureUpdate['budgetUsedSatang'], undefined>): BudgetCell {
  return amount === null ? { kind: 'none', printed: '-' } : { kind: 'amount', amountSatang: amount };
}
