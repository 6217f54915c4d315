import type { BoardLine } from '../../shared/measures/board.ts';
import { ownersOf } from '../../shared/measures/plan-index.ts';
import type { Member } from '../people/records.ts';
import { mayReport } from './access.ts';
import type { PlanNow } from './read-plan.ts';

/** The measures for which a person should report and nobody of the unit did. */
export function waitingFor(
  member: Member,
  { plan, lines }: Pick<PlanNow, 'plan' | 'lines'>,
): readonly BoardLine[] {
  return lines.filter(
    ({ line, due }) => (due === 'due' || due === 'late') && mayReport(member, ownersOf(plan.index, line)),
  );
}
