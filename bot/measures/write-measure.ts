import { valuesOf } from '../../shared/measures/reported.ts';
import { ApiError } from '../api/api-error.ts';
import { create, set, type Write } from '../commit/outcome.ts';
import { ref, type Transaction } from '../store/store.ts';
import { standingFor } from './measure-view.ts';
import {
  type MeasureEvent,
  type MeasureRecord,
  measureEvents,
  measureKey,
  measureStandings,
  measures,
  type Standings,
} from './records.ts';

/** What made the new revision, besides what the measure itself says. */
export type EventFacts = Pick<MeasureEvent, 'kind' | 'atMs' | 'by' | 'changed' | 'evidence'> &
  Partial<Pick<MeasureEvent, 'day' | 'months'>>;

/** The history's entry of a measure's newest revision. */
export function eventOf(after: MeasureRecord, facts: EventFacts): Write {
  const key = measureKey(after.fiscalYear, after.measureId);
  const event: MeasureEvent = {
    ...facts,
    measureKey: key,
    rev: after.rev,
    values: valuesOf(after.measure, after.reported),
    units: after.measure.units,
  };
  // Created, never set: two writers of one revision cannot both be.
  return create(ref(measureEvents, `${key}-${after.rev}`), event);
}

/** Writes one measure's new revision with its entry in the history and its short standing. One read. */
export async function writeMeasure(
  tx: Pick<Transaction, 'get'>,
  after: MeasureRecord,
  facts: EventFacts,
): Promise<readonly Write[]> {
  const year = String(after.fiscalYear);
  const standings: Standings | undefined = (await tx.get(ref(measureStandings, year)))?.data;
  if (!standings) throw new ApiError('not-found');
  const standing = standingFor(after);
  const entries = standings.entries.map((one) => (one.id === standing.id ? standing : one));
  return [
    set(ref(measures, measureKey(after.fiscalYear, after.measureId)), after),
    set(ref(measureStandings, year), { entries }),
    eventOf(after, facts),
  ];
}
