import type { Day } from '../thai/days.ts';
import type { CaseNumber } from './case-number.ts';
import type { CategoryId } from './categories.ts';
import type { StatusId } from './status-id.ts';

/** Days that were added to a case's clock. Why is said to the complainant, sealed. */
export interface Extension {
  readonly onDay: Day;
  readonly days: number;
}

/**
 * What is kept of a case without a seal: as much as lists, clocks and statistics need. Nothing of it says who is accused, of
 * what exactly, or by whom. Times are kept to the day.
 */
export interface CaseClear {
  readonly number: CaseNumber;
  readonly category: CategoryId;
  readonly status: StatusId;
  readonly receivedDay: Day;
  /** The first sign from a person is due, and was given; null while it was not. */
  readonly acknowledgeDueDay: Day;
  readonly acknowledgedDay: Day | null;
  /** Day 0 of the running clock: the received day, or the day on which the case was taken up again. */
  readonly clockFromDay: Day;
  readonly dueDay: Day;
  /** The day of the answer that stands; null while the clock runs. */
  readonly answeredDay: Day | null;
  /** The day on which the case got its finished status; null while it is in progress. */
  readonly finishedDay: Day | null;
  /** An earlier answer of this case, before it was taken up again, was late. A late case does not become an early one. */
  readonly missedDueDay: boolean;
  /** Extensions of the running clock, oldest first; a clock that starts anew has none. */
  readonly extensions: readonly Extension[];
  /** Member id; null while nobody took it. */
  readonly assigneeId: string | null;
  /** Who may read it, fixed at filing. */
  readonly readerIds: readonly string[];
  /** Of the seven elements; see completeness. */
  readonly filledCount: number;
  readonly attachmentCount: number;
}
