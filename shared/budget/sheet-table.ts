import type { Satang } from '../thai/money.ts';
import type { Sheet } from '../workbook/sheet.ts';
import type { AmountField, BudgetLine } from './budget-line.ts';
import type { GroupColumn } from './column-words.ts';
import type { TableHeader } from './find-header.ts';
import type { PrintedAmounts } from './line-amounts.ts';
import type { SkippedRow } from './reading.ts';

/** A line with what its row really printed. */
export interface TableLine {
  readonly line: BudgetLine;
  readonly printed: PrintedAmounts;
}

/**
 * A printed total and the lines it may mean: those from one of `starts` up to `end` (indexes into the table's lines) that
 * belong to the named group. Which start is meant shows in the figures: reports print totals per งาน, per งบ within a งาน, …
 */
export interface PrintedTotal {
  readonly row: number;
  readonly label: string;
  readonly kind: 'grand' | 'group' | 'unnamed';
  readonly starts: readonly number[];
  readonly end: number;
  readonly group?: { readonly column: GroupColumn; readonly key: string };
  readonly amounts: Readonly<Partial<Record<AmountField, Satang>>>;
}

/** One sheet read row by row, nothing checked yet. */
export interface SheetTable {
  readonly sheet: Sheet;
  readonly header: TableHeader;
  readonly lines: readonly TableLine[];
  readonly totals: readonly PrintedTotal[];
  readonly skippedRows: readonly SkippedRow[];
  /** The last grand total and the first line below it (rows from 1), if lines follow one. */
  readonly afterTotal?: { readonly totalRow: number; readonly lineRow: number };
}
