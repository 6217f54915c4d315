import { dueState } from '../../shared/measures/due.ts';
import { openRound, reminderDays } from '../../shared/measures/rounds.ts';
import type { Day } from '../../shared/thai/days.ts';
import { rides } from '../outbox/records.ts';
import { MAX_MEMBERS, members } from '../people/records.ts';
import { ref, type Transaction } from '../store/store.ts';
import { mayReport } from './access.ts';
import { ownersOfRecord, standingFor } from './measure-view.ts';
import { planNow } from './read-plan.ts';
import { type MeasureRecord, type MeasureSettings, REMINDER } from './records.ts';
import { waitingFor } from './waiting-for.ts';

/**
 * The reminders, by post id, that still wait for people whose units have nothing left to report once `after` is written: what they
 * say is no longer so, and pushing them would cost messages for nothing. No read outside the days in which reminders may wait; a
 * handful while something is left to report; one more for each person of the units that are through.
 */
export async function untrueReminders(
  tx: Pick<Transaction, 'get' | 'query'>,
  after: MeasureRecord,
  settings: MeasureSettings,
  today: Day,
): Promise<readonly string[]> {
  const open = openRound(today, settings.rounds);
  const [first] = open ? reminderDays(open, settings.reminderDays) : [];
  if (open?.fiscalYear !== after.fiscalYear || first === undefined || today < first) return [];
  const found = await planNow(tx, today, after.fiscalYear);
  if (!found) return [];
  const standing = standingFor(after);
  const lines = found.lines.map((one) =>
    one.line.id === standing.id
      ? { ...one, standing, due: dueState(one.line, standing, found.now, today) }
      : one,
  );
  const owners = ownersOfRecord(after);
  const active = await tx.query({
    collection: members,
    where: [['status', '==', 'active']],
    limit: MAX_MEMBERS,
  });
  const through = active.filter(
    ({ data }) => mayReport(data, owners) && waitingFor(data, { plan: found.plan, lines }).length === 0,
  );
  const queues = await Promise.all(through.map(({ id }) => tx.get(ref(rides, id))));
  return queues.flatMap((queue) => queue?.data.postIds.filter((id) => id.startsWith(`${REMINDER}-`)) ?? []);
}
