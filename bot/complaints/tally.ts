import type { CaseClear } from '../../shared/complaints/case-clear.ts';
import { tallyCase } from '../../shared/complaints/case-tally.ts';
import { type FiscalYear, fiscalYearOf } from '../../shared/thai/fiscal-year.ts';
import { set, type Write } from '../commit/outcome.ts';
import { type Ref, ref, type Transaction } from '../store/store.ts';
import { type CaseTallyRecord, caseTallies } from './records.ts';

/** Where a fiscal year's counts stand. */
export function tallyRef(year: FiscalYear): Ref<CaseTallyRecord> {
  return ref(caseTallies, String(year));
}

/**
 * Counts a new case (`before` null) or a changed one, in the transaction that writes the case: the counts are never behind.
 * Nothing to write when the change counts for nothing.
 */
export async function tallyWrites(
  tx: Pick<Transaction, 'get'>,
  before: CaseClear | null,
  after: CaseClear,
): Promise<readonly Write[]> {
  const at = tallyRef(fiscalYearOf(after.receivedDay));
  const months = (await tx.get(at))?.data.months ?? {};
  const next = tallyCase(months, before, after);
  return JSON.stringify(next) === JSON.stringify(months) ? [] : [set(at, { months: next })];
}
