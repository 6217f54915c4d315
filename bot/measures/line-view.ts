import type { BoardLine } from '../../shared/measures/board.ts';
import type { RoundNow } from '../../shared/measures/due.ts';
import type { DueView, MeasureLine } from '../../shared/measures/measure-api.ts';
import { ownersOf, type PlanIndex } from '../../shared/measures/plan-index.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { type Day, daysBetween } from '../../shared/thai/days.ts';
import type { Member } from '../people/records.ts';
import { isOwn } from './access.ts';
import { measuresText as t } from './text.ts';

export interface LineContext {
  readonly index: Pick<PlanIndex, 'units' | 'dimensions' | 'indicators'>;
  readonly now: RoundNow;
  readonly stillDays: number;
  readonly today: Day;
  readonly member: Member;
}

/** A measure as a list shows it to this member. */
export function lineView({ line, standing, due, daysStill }: BoardLine, context: LineContext): MeasureLine {
  const { index, now, stillDays, today, member } = context;
  const units = line.units.flatMap((place) => index.units[place] ?? []);
  return {
    id: line.id,
    rev: standing.rev,
    number: line.number,
    title: line.title,
    dimension: index.dimensions[line.dimension] ?? '',
    indicator: index.indicators[line.indicator] ?? '',
    units: units.map((unit) => ({ ...unit })),
    status: standing.status,
    statusLabel: standing.status === null ? t.noStatus : t.status[standing.status],
    percent: standing.percent,
    reportedDay: standing.reportedDay,
    due: { state: due, text: dueText(due, line.ends, now, today) },
    isStill: daysStill >= stillDays,
    budgetSet: line.budgetSet,
    budgetUsed: standing.budgetUsed,
    mine: isOwn(member, ownersOf(index, line)),
  };
}

function dueText(
  state: DueView['state'],
  ends: Day | null,
  { round, before, isOver }: RoundNow,
  today: Day,
): string {
  if (state === 'done') return t.due.done;
  if (state === 'reported') return t.due.reported(round.name);
  if (state === 'due') return t.due.due(formatDay(round.closes, 'short'), daysBetween(today, round.closes));
  if (ends !== null && ends < today) return t.due.latePeriod(formatDay(ends, 'short'));
  return t.due.lateRound((isOver || !before ? round : before).name);
}
