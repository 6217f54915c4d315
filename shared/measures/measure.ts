import type { Satang } from '../thai/money.ts';
import type { Periods } from './periods.ts';
import type { Where } from './report-block.ts';

/** What a report says in words about a measure; null where it prints none of these words (a result alone is no status). */
export type MeasureStatus = 'done' | 'in-progress' | 'not-started';

/** A number as printed, "(๘)", with its value. Reports skip and repeat numbers: it is shown, never used to find a measure. */
export interface PrintedNumber {
  readonly mark: string;
  readonly value: number;
}

/** One entry of a list with the mark in front of it ("๑.", "-"); the mark is empty where none is printed. */
export interface ListItem {
  readonly mark: string;
  readonly text: string;
}

/** มิติ or ภารกิจ above several measures. */
export interface Heading {
  readonly mark: string;
  readonly text: string;
}

/** Who answers for a measure: กอง or สำนัก, and the งาน in brackets if one is named. Without spaces inside Thai words. */
export interface OwnerUnit {
  readonly unit: string;
  readonly section: string | null;
}

/**
 * A cell for money. A printed "-" (none), an empty cell (missing) and an amount, zero included, are three different answers.
 * `printed` keeps words that say the same as "-", or that could not be read as an amount.
 */
export type BudgetCell =
  | { readonly kind: 'none'; readonly printed: string }
  | { readonly kind: 'missing'; readonly printed: string }
  | { readonly kind: 'amount'; readonly amountSatang: Satang };

/**
 * One measure, project or activity of a report. Texts are as printed (reading errors included), paragraphs separated by line
 * breaks, '' where the cell is empty and '-' where a dash is printed.
 */
export interface Measure {
  readonly number: PrintedNumber | null;
  /** Without its number; where the cell lists several numbered parts, the text of the first. */
  readonly title: string;
  /** The numbered parts of the measure; empty where the title is all there is. */
  readonly parts: readonly ListItem[];
  /** Section rows above it, outermost first. */
  readonly sections: readonly string[];
  readonly dimension: Heading | null;
  readonly mission: Heading | null;
  /** The heading in front of an activity, below its mission (๑.๑.๑ …). */
  readonly subtask: string;
  readonly indicator: string;
  readonly steps: readonly ListItem[];
  readonly units: readonly OwnerUnit[];
  readonly unitsPrinted: string;
  readonly periods: Periods;
  readonly budgetSet: BudgetCell;
  readonly budgetUsed: BudgetCell;
  readonly result: string;
  readonly outcome: string;
  readonly followUp: string;
  readonly obstacle: string;
  readonly suggestion: string;
  readonly status: MeasureStatus | null;
  /** The words the status was read from. */
  readonly statusPrinted: string;
  readonly note: string;
  /** Every row it was read from; none when a person wrote it. */
  readonly where: readonly Where[];
}

/** A part of a measure that a person can look at and correct. */
export type MeasureField = Exclude<keyof Measure, 'where' | 'unitsPrinted' | 'statusPrinted'>;
