import type { FiscalYear } from '../thai/fiscal-year.ts';
import type { Refusal } from '../workbook/refusal.ts';
import type { LayoutId } from './layouts.ts';
import type { Measure, MeasureField } from './measure.ts';
import type { Where } from './report-block.ts';
import type { ReportRefusalCode } from './report-refusal.ts';
import type { DOUBTS } from './text.ts';

export type DoubtKind = keyof typeof DOUBTS;

/**
 * A reading that a person should look at. What is stored stays as printed: `suggestion` is what the text probably means, and
 * is put in only when a person agrees.
 */
export interface Doubt {
  readonly where: readonly Where[];
  readonly what: DoubtKind;
  /** Place of the measure in the plan's list, from 0; null when it is about the report as a whole. */
  readonly measure: number | null;
  readonly field: MeasureField | null;
  /** One Thai sentence that says what was seen and what to check. */
  readonly sentence: string;
  /** The whole text it is about, also where that text was left out because it stands elsewhere already. */
  readonly printed?: string;
  readonly suggestion?: string;
}

/** The round a report's title names. */
export interface PrintedRound {
  readonly months: number;
  readonly printed: string;
}

/** What was understood of a report. Nothing in it is corrected; doubts say where a person should look. */
export interface MeasurePlan {
  /** With อำเภอ and จังหวัด where printed; null when no office is named. */
  readonly officeName: string | null;
  readonly fiscalYear: FiscalYear | null;
  readonly round: PrintedRound | null;
  readonly title: readonly string[];
  readonly intro: readonly string[];
  /** Paragraphs between and below the tables. */
  readonly closing: readonly string[];
  readonly layout: LayoutId | 'other';
  readonly measures: readonly Measure[];
  readonly doubts: readonly Doubt[];
}

export interface ReadReportOptions {
  /** What the office's settings know; where given it wins over what is printed. */
  readonly officeName?: string;
  readonly fiscalYear?: FiscalYear;
  /** Host name of the office's website, "thungthong.go.th". */
  readonly website?: string;
  readonly knownUnits?: readonly string[];
}

export type ReadReportResult =
  | { readonly kind: 'read'; readonly plan: MeasurePlan }
  | { readonly kind: 'refused'; readonly refusal: Refusal<ReportRefusalCode> };
