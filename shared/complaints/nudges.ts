import { addDays, type Day, daysBetween } from '../thai/days.ts';
import type { CaseClear } from './case-clear.ts';
import { type ClosedDays, workingDayFrom, workingDayUntil } from './working-days.ts';

/** When people are reminded of a case. */
export interface NudgeRules {
  /** Calendar days before the answer is due. */
  readonly officerDaysBefore: readonly number[];
  /** From so many calendar days after the due day on, the executive is told as well. */
  readonly executiveDaysAfter: number;
  /** While a case is overdue, everyone who was told is told again after so many calendar days. */
  readonly repeatDays: number;
}

/** Of fifteen days: the tenth, the thirteenth, the last, the day after, then every week. */
export const DEFAULT_NUDGE_RULES: NudgeRules = {
  officerDaysBefore: [5, 2],
  executiveDaysAfter: 1,
  repeatDays: 7,
};

/** One reminder that is due. */
export interface Nudge {
  /** The same until the next reminder is due, so that it can be made each day and is sent once. Unique within a case. */
  readonly id: string;
  readonly about: 'acknowledgement' | 'answer';
  readonly to: 'officer' | 'executive';
  readonly when: 'before' | 'on' | 'after';
  /** The working day on which it became due. */
  readonly onDay: Day;
}

type NudgeFacts = Pick<
  CaseClear,
  'acknowledgeDueDay' | 'acknowledgedDay' | 'clockFromDay' | 'dueDay' | 'answeredDay'
>;
type Stage = Pick<Nudge, 'when' | 'onDay'>;

const OFFICER_DAYS_AFTER = 1;

/**
 * The reminders that stand for a case today: for each person and purpose the latest one that has become due, so that after
 * days without power nobody gets a heap of old ones. All fall on working days: those before and on the due day are given
 * early when the office is closed, those after it late. None once the case is answered.
 */
export function nudgesFor(
  facts: NudgeFacts,
  today: Day,
  rules: NudgeRules,
  closed: ClosedDays,
): readonly Nudge[] {
  if (facts.answeredDay !== null) return [];
  const nudges: Nudge[] = [];
  const add = (about: Nudge['about'], to: Nudge['to'], dueDay: Day, stage: Stage | undefined) => {
    if (stage) nudges.push({ id: `${about}-${to}-${dueDay}-${stage.onDay}`, about, to, ...stage });
  };
  const soonest = facts.clockFromDay;
  if (facts.acknowledgedDay === null) {
    const due = facts.acknowledgeDueDay;
    add(
      'acknowledgement',
      'officer',
      due,
      officerStage({ due, soonest, daysBefore: [] }, today, rules, closed),
    );
    add('acknowledgement', 'executive', due, lateStage(due, rules.executiveDaysAfter, today, rules, closed));
  }
  const due = facts.dueDay;
  const daysBefore = rules.officerDaysBefore;
  add('answer', 'officer', due, officerStage({ due, soonest, daysBefore }, today, rules, closed));
  add('answer', 'executive', due, lateStage(due, rules.executiveDaysAfter, today, rules, closed));
  return nudges;
}

function officerStage(
  { due, soonest, daysBefore }: { due: Day; soonest: Day; daysBefore: readonly number[] },
  today: Day,
  rules: NudgeRules,
  closed: ClosedDays,
): Stage | undefined {
  const late = lateStage(due, OFFICER_DAYS_AFTER, today, rules, closed);
  if (late) return late;
  const onDay = workingDayUntil(due, closed);
  // A reminder on the day on which the case came in, or before it, reminds of nothing.
  if (today >= onDay && onDay > soonest) return { when: 'on', onDay };
  const early = daysBefore
    .map((days) => workingDayUntil(addDays(due, -days), closed))
    .filter((day) => day > soonest && day <= today)
    .sort();
  const latest = early.at(-1);
  return latest === undefined ? undefined : { when: 'before', onDay: latest };
}

/** The latest of the reminders `firstDays`, `firstDays + repeat`, ... days after the due day that has become due. */
function lateStage(
  due: Day,
  firstDays: number,
  today: Day,
  { repeatDays }: NudgeRules,
  closed: ClosedDays,
): Stage | undefined {
  const passed = daysBetween(due, today) - firstDays;
  if (passed < 0) return undefined;
  const everyDays = Math.max(1, repeatDays);
  const latest = Math.floor(passed / everyDays) * everyDays;
  // A reminder put off by a closed day may lie ahead; the one before it then still stands.
  for (let days = latest; days >= 0; days -= everyDays) {
    const onDay = workingDayFrom(addDays(due, firstDays + days), closed);
    if (onDay <= today) return { when: 'after', onDay };
  }
  return undefined;
}
