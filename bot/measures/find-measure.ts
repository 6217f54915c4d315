import type { MeasureChanged } from '../../shared/measures/measure-api.ts';
import type { Day } from '../../shared/thai/days.ts';
import { ApiError } from '../api/api-error.ts';
import type { Member } from '../people/records.ts';
import { ref, type Transaction } from '../store/store.ts';
import { isOwn, readsAll } from './access.ts';
import { measureView, ownersOfRecord } from './measure-view.ts';
import { type MeasureRecord, type MeasureSettings, measureEvents, measureKey, measures } from './records.ts';

const YEAR = /^\d{4}$/;
const ID = /^[A-Za-z0-9-]{1,60}$/;

/** The address of a measure as it stands in a route. @throws ApiError `not-found` for anything that is none. */
export function addressOf(params: Readonly<Record<string, string>>): { readonly key: string } {
  const { year = '', id = '' } = params;
  if (!YEAR.test(year) || !ID.test(id)) throw new ApiError('not-found');
  return { key: measureKey(Number(year), id) };
}

/** The measure, for who may read it. @throws ApiError `not-found` for everybody else, as for a measure that does not exist. */
export async function readableMeasure(
  tx: Pick<Transaction, 'get'>,
  key: string,
  member: Member,
): Promise<MeasureRecord> {
  const record = (await tx.get(ref(measures, key)))?.data;
  if (!record || !(readsAll(member) || isOwn(member, ownersOfRecord(record))))
    throw new ApiError('not-found');
  return record;
}

/**
 * Somebody else was first: both what stands now and what stood at the revision the phone knew go back, so that the person can
 * merge and nothing typed is lost (G7). The caller has checked that this member may read it.
 */
export async function changedError(
  tx: Pick<Transaction, 'get' | 'query'>,
  record: MeasureRecord,
  knownRev: number,
  reader: { readonly settings: MeasureSettings; readonly member: Member; readonly today: Day },
): Promise<ApiError> {
  const key = measureKey(record.fiscalYear, record.measureId);
  const base = (await tx.get(ref(measureEvents, `${key}-${knownRev}`)))?.data.values ?? null;
  const now = await measureView(tx, record, reader.settings, reader.member, reader.today);
  return new ApiError('changed', { current: { now, base } satisfies MeasureChanged });
}
