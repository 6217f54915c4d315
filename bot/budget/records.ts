import type { Amounts, BudgetLine } from '../../shared/budget/budget-line.ts';
import type { ColumnAnswer } from '../../shared/budget/column-answer.ts';
import type { BudgetSummary } from '../../shared/budget/summary.ts';
import type { Day } from '../../shared/thai/days.ts';
import type { FiscalYear, Quarter } from '../../shared/thai/fiscal-year.ts';
import { collection } from '../store/store.ts';

/** One workbook as it was read. `preview` waits for ยืนยัน and is swept away if nobody gives it. */
export interface BudgetUpload {
  readonly fiscalYear: FiscalYear;
  readonly status: 'preview' | 'confirmed';
  /** SHA-256 of the file, hex: proves later which file it was. */
  readonly fileSha256: string;
  readonly uploadedBy: string;
  readonly uploadedAtMs: number;
  readonly asOf?: Day;
  readonly hasSpending: boolean;
  readonly lineCount: number;
  readonly chunkCount: number;
  readonly summary: BudgetSummary;
  /** Only while it is a preview. */
  readonly expiresAtMs?: number;
}

/** Some lines of an upload; a whole workbook would be too large for one document. The id is `{uploadId}-{n}`. */
export interface BudgetChunk {
  readonly lines: readonly BudgetLine[];
}

/** One confirmed upload in the history of a year. */
export interface HistoryEntry {
  readonly uploadId: string;
  readonly confirmedAtMs: number;
  readonly asOf?: Day;
  readonly totals: Amounts;
}

/** A fiscal year as everybody sees it: one read gives every card. The id is the year, CE. */
export interface BudgetYear {
  readonly fiscalYear: FiscalYear;
  readonly currentUploadId: string;
  readonly asOf?: Day;
  readonly hasSpending: boolean;
  readonly summary: BudgetSummary;
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  /** Share of the year's budget to be paid by the end of a quarter, hundredths of a percent. */
  readonly targets: Readonly<Partial<Record<Quarter, number>>>;
  /** Grows with every change; buttons carry it. */
  readonly rev: number;
}

/** What was answered about the columns of a table with a certain header. The id is a hash of the header. */
export interface ColumnAnswers {
  readonly answers: readonly ColumnAnswer[];
}

/** Previews are removed by this feature's own job, not by the store: their chunks must go with them. */
export const budgetUploads = collection<BudgetUpload>('budgetUploads', { indexes: [['expiresAtMs']] });
export const budgetChunks = collection<BudgetChunk>('budgetChunks');
export const budgetYears = collection<BudgetYear>('budgetYears', { indexes: [['fiscalYear']] });
export const columnAnswers = collection<ColumnAnswers>('columnAnswers');

/** Lines of one chunk: well below a document's limit even with long Thai names. */
export const LINES_PER_CHUNK = 250;
/** Uploads that stay restorable in a year; older ones stay stored but leave the list. */
export const MAX_HISTORY = 60;
/** Tables whose answers are remembered. */
export const MAX_COLUMN_ANSWERS = 200;
