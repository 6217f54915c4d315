import type { MoneyColumn } from './column-words.ts';

/** What a person said a column is; remembered for tables with the same header. 'other' means it is not needed. */
export interface ColumnAnswer {
  readonly headerFingerprint: string;
  /** Letter, as in the question */
  readonly column: string;
  readonly field: MoneyColumn | 'other';
}
