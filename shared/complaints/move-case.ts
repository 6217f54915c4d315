import type { Day } from '../thai/days.ts';
import type { CaseClear } from './case-clear.ts';
import { type DeadlineRules, dueDay } from './deadlines.ts';
import type { StatusId } from './status-id.ts';
import { mayFollow, statusOf } from './statuses.ts';
import type { ClosedDays } from './working-days.ts';

/** A new status for a case. */
export interface Move {
  readonly to: StatusId;
  readonly by: 'officer' | 'complainant';
  /** Whether words came with it. */
  readonly hasReason: boolean;
  readonly today: Day;
}

export type MoveResult =
  | { readonly kind: 'moved'; readonly moved: CaseClear }
  | { readonly kind: 'refused'; readonly why: 'may-not-follow' | 'needs-reason' };

/**
 * The clear facts after a move, or why it is not possible. Keeps the clocks: an officer's first move is the acknowledgement;
 * an answer stops the clock; a case taken up again gets a new one from today, and remembers if it had been late.
 */
export function moveCase(
  before: CaseClear,
  { to, by, hasReason, today }: Move,
  rules: DeadlineRules,
  closed: ClosedDays,
): MoveResult {
  if (!mayFollow(before.status, to, by)) return { kind: 'refused', why: 'may-not-follow' };
  const status = statusOf(to);
  if (status.needsReason && !hasReason) return { kind: 'refused', why: 'needs-reason' };
  const restarts = before.answeredDay !== null && !status.stopsClock;
  const clock = restarts
    ? {
        clockFromDay: today,
        dueDay: dueDay(today, rules.reply, closed),
        extensions: [],
        missedDueDay: before.missedDueDay || isLate(before),
      }
    : {};
  return {
    kind: 'moved',
    moved: {
      ...before,
      ...clock,
      status: to,
      acknowledgedDay: before.acknowledgedDay ?? (by === 'officer' ? today : null),
      answeredDay: status.stopsClock ? (before.answeredDay ?? today) : null,
      finishedDay: status.isFinished ? (before.finishedDay ?? today) : null,
    },
  };
}

/** Whether an answer of the case came after its due day. A case without an answer is not late yet, only overdue. */
export function isLate({
  answeredDay,
  dueDay,
  missedDueDay,
}: Pick<CaseClear, 'answeredDay' | 'dueDay' | 'missedDueDay'>): boolean {
  return missedDueDay || (answeredDay !== null && answeredDay > dueDay);
}
