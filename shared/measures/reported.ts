import { applyUpdate } from './apply-update.ts';
import type { BudgetCell, Measure, MeasureStatus } from './measure.ts';
import type { MeasureUpdate } from './measure-update.ts';

/** What was reported on a measure, all reports so far together: each field as it was last touched. */
export interface Reported extends MeasureUpdate {
  /** 0 to 100, as the unit sees it; the office's own progress is reckoned from the statuses. */
  readonly percent?: number;
}

/** What a measure says now. */
export interface ReportedValues {
  readonly status: MeasureStatus | null;
  readonly percent: number | null;
  readonly result: string;
  readonly outcome: string;
  readonly followUp: string;
  readonly obstacle: string;
  readonly suggestion: string;
  readonly note: string;
  readonly budgetUsed: BudgetCell;
}

const FINISHED_PERCENT = 100;

/** The values of a measure: what its plan prints, and over it what was reported. A finished measure is at 100 per cent. */
export function valuesOf(measure: Measure, reported: Reported): ReportedValues {
  const { percent, ...update } = reported;
  const now = applyUpdate(measure, update);
  const { status, result, outcome, followUp, obstacle, suggestion, note, budgetUsed } = now;
  const shown = status === 'done' ? FINISHED_PERCENT : status === 'not-started' ? 0 : (percent ?? null);
  return { status, percent: shown, result, outcome, followUp, obstacle, suggestion, note, budgetUsed };
}

/** Why a report cannot be taken. */
export type ReportProblem = 'nothing-touched' | 'done-below-100' | 'not-started-above-0' | 'hundred-not-done';

/** Looks at what a person reports, together with the status that stands. Null when it can be taken. */
export function checkReport(
  touched: Reported,
  standing: MeasureStatus | null,
  hasEvidence: boolean,
): ReportProblem | null {
  if (Object.keys(touched).length === 0 && !hasEvidence) return 'nothing-touched';
  const { percent } = touched;
  if (percent === undefined) return null;
  const status = touched.status ?? standing;
  if (status === 'done') return percent === FINISHED_PERCENT ? null : 'done-below-100';
  if (status === 'not-started') return percent === 0 ? null : 'not-started-above-0';
  return percent === FINISHED_PERCENT ? 'hundred-not-done' : null;
}

/** What was reported so far with one more report over it. Another status takes the percentage of the old one away. */
export function withReport(before: Reported, touched: Reported): Reported {
  const { percent, ...rest } = { ...before, ...touched };
  const moved = touched.status !== undefined && touched.status !== before.status;
  const isStale = moved && touched.percent === undefined;
  return percent === undefined || isStale ? rest : { ...rest, percent };
}
