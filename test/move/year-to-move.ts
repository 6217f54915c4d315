import { measures } from '../../bot/measures/records.ts';
import type { Place } from '../../bot/move/move.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { bringInPlan, reportWaiting } from '../scenario/measures-hand.ts';
import { liveYear } from '../scenario/year-life.ts';
import { openYear, START, UNITS, unitOf } from '../scenario/year-office.ts';
import { fillComplaints } from './fill-complaints.ts';
import type { Places } from './places.ts';

/** Complaints of one test run; `MOVE_COMPLAINTS=10000` carries as many as a large office has in years, and takes minutes. */
export const COMPLAINTS = Number(process.env['MOVE_COMPLAINTS'] ?? 300);
const MEASURES = 50;
const PLAN_YEAR = 2028 as FiscalYear;
const FILES = 60;

/** An office as it stands after its year. */
export interface YearToMove {
  readonly home: Place;
  readonly nowMs: number;
  close(): Promise<void>;
}

/**
 * An office of sixty that lived a whole year in the real program: posts of every week, notices, deliveries, acknowledgements,
 * reminders, two rounds of measures, worked cases. Then {@link COMPLAINTS} complaints of the year more, the next year's plan of 50 measures with
 * reports of every unit, and files.
 */
export async function yearToMove(places: Places): Promise<YearToMove> {
  const office = await openYear();
  await liveYear(office, async () => {});
  const { program, people, admin, officers } = office;
  await fillComplaints(program.store, {
    firstDay: START,
    count: COMPLAINTS,
    officerIds: officers.map(({ id }) => id),
  });
  await bringInPlan(program, admin.id, PLAN_YEAR, MEASURES);
  let reports = 0;
  for (const unit of UNITS) {
    const reporter = people.findLast((_, place) => unitOf(place) === unit);
    if (reporter) reports += await reportWaiting(program, reporter.id, 8);
  }
  if (reports < UNITS.length) throw new Error('nobody reported');
  const planned = await program.store.count({
    collection: measures,
    where: [['fiscalYear', '==', PLAN_YEAR]],
  });
  if (planned !== MEASURES) throw new Error(`${planned} measures instead of ${MEASURES}`);
  const { files } = await places.open();
  for (let n = 0; n < FILES; n += 1)
    await files?.put(`${n % 3 ? 'cases' : 'notices'}/f-${n}.bin`, Buffer.alloc(n * 997, n));
  const home = { store: program.store, ...(files ? { files } : {}) };
  return { home, nowMs: program.clock.now(), close: () => program.close() };
}
