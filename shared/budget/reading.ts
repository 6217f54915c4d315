import type { Day } from '../thai/days.ts';
import type { FiscalYear } from '../thai/fiscal-year.ts';
import type { Satang } from '../thai/money.ts';
import type { Refusal } from '../workbook/refusal.ts';
import type { Place } from '../workbook/sheet.ts';
import type { Amounts, BudgetLine } from './budget-line.ts';
import type { ColumnAnswer } from './column-answer.ts';
import type { ColumnQuestion } from './column-question.ts';

export type DoubtCode =
  /** A printed total is not the sum of its rows. */
  | 'total-mismatch'
  /** On one row the printed หลังโอน or คงเหลือ is not what its other sums give. */
  | 'row-mismatch'
  /** The file's คงเหลือ leaves ผูกพัน out on every row. */
  | 'remaining-without-obligated'
  /** Two rows are the same line with the same sums. */
  | 'duplicate-line'
  /** Two sheets hold the same lines. */
  | 'duplicate-sheet'
  /** Lines stand below the grand total. */
  | 'lines-after-total'
  /** A sheet that names no year stands beside sheets that do. */
  | 'sheet-without-year';

/** Something only a person can decide. Until every doubt is accepted, nothing of the file may be stored. */
export interface Doubt {
  /** The same for the same doubt about the same figures at every reading, so that accepting it can be remembered. */
  readonly id: string;
  readonly code: DoubtCode;
  readonly sentence: string;
  readonly acceptLabel: string;
  readonly where: Place;
  /** Further rows of the same matter, from 1. */
  readonly rows?: readonly number[];
  readonly printedSatang?: Satang;
  readonly computedSatang?: Satang;
  /** printed − computed */
  readonly differenceSatang?: Satang;
}

export type WarningCode =
  | 'tiny-amount'
  | 'negative-amount'
  | 'overspent'
  | 'task-in-other-program'
  | 'unknown-program'
  | 'fiscal-year-guessed'
  | 'as-of-outside-year'
  | 'approved-derived'
  | 'more-warnings';

/** Something to be shown beside the figures; it stops nothing. */
export interface Warning {
  readonly code: WarningCode;
  readonly sentence: string;
  readonly where?: Place;
}

export type SkippedRowKind =
  | 'title'
  | 'header'
  | 'column-numbers'
  | 'blank'
  | 'heading'
  | 'subtotal'
  | 'grand-total'
  | 'foot'
  | 'note';

export interface SkippedRow {
  readonly sheet: string;
  readonly row: number;
  readonly kind: SkippedRowKind;
  readonly text: string;
}

export interface SkippedSheet {
  readonly sheet: string;
  readonly reason: 'hidden' | 'empty' | 'no-table' | 'summary' | 'other-year';
  /** Says why, for the person who sent the file. */
  readonly sentence: string;
}

/** A budget read from a file. It may be stored when `doubts` is empty. */
export interface BudgetReading {
  readonly fiscalYear: FiscalYear;
  /** True when the file names no year and the day of reading decided. */
  readonly fiscalYearGuessed: boolean;
  /** As the title prints it. */
  readonly officeName?: string;
  /** The last day the figures cover, if the title says so. */
  readonly asOf?: Day;
  /** False for lists of approved amounts only. */
  readonly hasSpending: boolean;
  readonly lines: readonly BudgetLine[];
  /** The exact sums of `lines`. */
  readonly totals: Amounts;
  readonly doubts: readonly Doubt[];
  readonly warnings: readonly Warning[];
  readonly skippedSheets: readonly SkippedSheet[];
  readonly skippedRows: readonly SkippedRow[];
}

export type ReadRefusalCode =
  | 'no-table'
  | 'no-detail'
  | 'no-approved-column'
  | 'two-columns-alike'
  | 'header-changes'
  | 'formula-without-value'
  | 'formula-error'
  | 'bad-money'
  | 'finer-than-satang'
  | 'too-large-amount'
  | 'no-lines'
  | 'too-many-lines'
  | 'too-many-doubts';

export type ReadResult =
  | { readonly kind: 'read'; readonly reading: BudgetReading }
  | { readonly kind: 'question'; readonly question: ColumnQuestion }
  | { readonly kind: 'refused'; readonly refusal: Refusal<ReadRefusalCode> };

export interface ReadOptions {
  /** Bangkok day of the reading, for files that name no year. */
  readonly today: Day;
  /** Answers to earlier questions about columns, of any table. */
  readonly columnAnswers?: readonly ColumnAnswer[];
  /** Ids of doubts a person has accepted. */
  readonly acceptedDoubts?: readonly string[];
}
