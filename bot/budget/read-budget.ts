import type { BudgetLine } from '../../shared/budget/budget-line.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { ref, type Store, type Stored, type Transaction } from '../store/store.ts';
import { type BudgetUpload, type BudgetYear, budgetChunks, budgetUploads, budgetYears } from './records.ts';

/** The given fiscal year, or the newest one that has data. One read. */
export async function budgetYear(
  tx: Pick<Transaction, 'get' | 'query'>,
  fiscalYear?: FiscalYear,
): Promise<BudgetYear | undefined> {
  if (fiscalYear !== undefined) return (await tx.get(ref(budgetYears, String(fiscalYear))))?.data;
  const [newest] = await tx.query({
    collection: budgetYears,
    orderBy: { field: 'fiscalYear', direction: 'desc' },
    limit: 1,
  });
  return newest?.data;
}

/** An upload; undefined when it was cancelled or swept away. */
export async function budgetUpload(
  tx: Pick<Transaction, 'get'>,
  uploadId: string,
): Promise<Stored<BudgetUpload> | undefined> {
  return tx.get(ref(budgetUploads, uploadId));
}

/** Every line of an upload, in file order. */
export async function uploadLines(store: Store, uploadId: string): Promise<readonly BudgetLine[]> {
  const upload = await store.get(ref(budgetUploads, uploadId));
  const lines: BudgetLine[] = [];
  for (let n = 0; n < (upload?.data.chunkCount ?? 0); n += 1) {
    lines.push(...((await store.get(ref(budgetChunks, chunkId(uploadId, n))))?.data.lines ?? []));
  }
  return lines;
}

/** Document id of the n-th chunk of an upload. */
export function chunkId(uploadId: string, n: number): string {
  return `${uploadId}-${n}`;
}
