import { type Day, daysBetween } from '../thai/days.ts';
import { type FiscalYear, fiscalYearRange } from '../thai/fiscal-year.ts';
import type { PlanLine, Standing } from './plan-index.ts';
import { type Round, type RoundRule, roundsOf } from './rounds.ts';

/** How a measure stands towards the round: see `dueSchema`. */
export type DueState = 'done' | 'late' | 'due' | 'reported';

/** The round that a report of a day counts for, and the one before it in the same year. */
export interface RoundNow {
  readonly round: Round;
  readonly before: Round | null;
  /** The last round of the year has closed: what comes now is late, and counts for it. */
  readonly isOver: boolean;
}

/**
 * The round of a plan's year that a report of a day counts for: the first one that has not closed. Reports that come before the
 * year's first round opens count for it, those after the last one closed count for the last. For rules that `checkRoundRules` accepts.
 */
export function roundOn(fiscalYear: FiscalYear, day: Day, rules: readonly RoundRule[]): RoundNow {
  const rounds = roundsOf(fiscalYear, rules);
  const open = rounds.findIndex(({ closes }) => day <= closes);
  const at = open < 0 ? rounds.length - 1 : open;
  const round = rounds[at];
  if (!round) throw new RangeError('a year without rounds');
  return { round, before: rounds[at - 1] ?? null, isOver: open < 0 };
}

/** How a measure stands on a day. What was missed in the round before is made good by a report in this one. */
export function dueState(
  line: Pick<PlanLine, 'ends'>,
  standing: Pick<Standing, 'status' | 'reportedMonths'>,
  { round, before, isOver }: RoundNow,
  today: Day,
): DueState {
  if (standing.status === 'done') return 'done';
  if (line.ends !== null && line.ends < today) return 'late';
  const months = standing.reportedMonths ?? 0;
  if (months >= round.months) return 'reported';
  if (isOver || (before !== null && months < before.months)) return 'late';
  return 'due';
}

/** Days a measure has stood still: since its newest report, or since its year began and it was planned. 0 when done. */
export function daysStill(
  line: Pick<PlanLine, 'planned'>,
  standing: Pick<Standing, 'status' | 'reportedDay'>,
  fiscalYear: FiscalYear,
  today: Day,
): number {
  if (standing.status === 'done') return 0;
  const sinceNews = daysBetween(standing.reportedDay ?? line.planned, today);
  const sinceYear = daysBetween(fiscalYearRange(fiscalYear).first, today);
  return Math.max(0, Math.min(sinceNews, sinceYear));
}
