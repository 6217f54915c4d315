import type { CaseClear } from './case-clear.ts';
import { type DeadlineRules, dueDay } from './deadlines.ts';
import type { ClosedDays } from './working-days.ts';

/** What is known of a complaint at the moment of filing. */
export type NewCase = Pick<
  CaseClear,
  'number' | 'category' | 'receivedDay' | 'readerIds' | 'filledCount' | 'attachmentCount'
>;

/** The clear facts of a case that has just been filed. */
export function openCase(filed: NewCase, rules: DeadlineRules, closed: ClosedDays): CaseClear {
  return {
    ...filed,
    status: 'received',
    acknowledgeDueDay: dueDay(filed.receivedDay, rules.acknowledge, closed),
    acknowledgedDay: null,
    clockFromDay: filed.receivedDay,
    dueDay: dueDay(filed.receivedDay, rules.reply, closed),
    answeredDay: null,
    finishedDay: null,
    missedDueDay: false,
    extensions: [],
    assigneeId: null,
  };
}
