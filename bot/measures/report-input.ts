import type { Measure } from '../../shared/measures/measure.ts';
import type { MeasureUpdate } from '../../shared/measures/measure-update.ts';
import type { Reported } from '../../shared/measures/reported.ts';
import { type Round, roundsOf } from '../../shared/measures/rounds.ts';
import type { Day } from '../../shared/thai/days.ts';
import { type FiscalYear, makeFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { officeOf } from '../people/read-people.ts';
import { ref, type Transaction } from '../store/store.ts';
import { allMeasures, yearNow } from './read-plan.ts';
import { type MeasureRecord, type MeasureSettings, measurePlans } from './records.ts';
import { settingsOf } from './settings.ts';

/** A picture of a report: its bytes are in the Files port under `fileName`, JPEG. */
export interface ReportPicture {
  readonly id: string;
  readonly fileName: string;
  readonly day: Day;
}

/** Everything that a report of a round is made from. Places are those of the plan's list, from 0. */
export interface ReportInput {
  readonly plan: {
    readonly officeName: string;
    readonly fiscalYear: FiscalYear;
    readonly measures: readonly Measure[];
  };
  /** Ids by place: what rounds are compared by. */
  readonly ids: readonly string[];
  readonly updates: ReadonlyMap<number, MeasureUpdate>;
  /** The same as it stood at the round before; empty for the first round and for the plan. */
  readonly updatesBefore: ReadonlyMap<number, MeasureUpdate>;
  readonly round: Round | null;
  readonly pictures: ReadonlyMap<number, readonly ReportPicture[]>;
  readonly links: ReadonlyMap<number, readonly string[]>;
  readonly settings: MeasureSettings;
}

/** What a report says when the year or round that was asked for is not there. */
export type NoReport = 'no-plan' | 'no-round';

/**
 * Gathers a report: the plan, and what was reported up to and with a round (months; null for the plan itself). The same number of
 * reads for a plan of any size. Without `year`: the plan that reports are taken for on the day.
 */
export async function reportInput(
  tx: Pick<Transaction, 'get' | 'query'>,
  today: Day,
  wanted: { readonly year?: number | undefined; readonly months: number | null },
): Promise<ReportInput | NoReport> {
  const settings = await settingsOf(tx);
  const year = wanted.year === undefined ? yearNow(settings, today) : makeFiscalYear(wanted.year);
  const plan = year === null ? undefined : (await tx.get(ref(measurePlans, String(year))))?.data;
  if (year === null || !plan) return 'no-plan';
  const rounds = roundsOf(year, settings.rounds);
  const at = rounds.findIndex(({ months }) => months === wanted.months);
  if (wanted.months !== null && at < 0) return 'no-round';
  const byId = new Map((await allMeasures(tx, year)).map((record) => [record.measureId, record]));
  const records = plan.index.lines.flatMap(({ id }) => byId.get(id) ?? []);
  const months = wanted.months ?? 0;
  const monthsBefore = rounds[at - 1]?.months ?? 0;
  const evidence = records.map((record) => record.evidence.filter((one) => one.months <= months));
  const office = await officeOf(tx);
  return {
    plan: {
      officeName: office.name || plan.officeName,
      fiscalYear: year,
      measures: records.map(({ measure }) => measure),
    },
    ids: records.map(({ measureId }) => measureId),
    updates: updatesUpTo(records, months),
    updatesBefore: updatesUpTo(records, monthsBefore),
    round: rounds[at] ?? null,
    pictures: placed(evidence, (one) =>
      one.kind === 'picture' ? { id: one.id, fileName: pictureFile(one.id), day: one.day } : undefined,
    ),
    links: placed(evidence, (one) => (one.kind === 'link' ? one.url : undefined)),
    settings,
  };
}

/** Name of a picture's file. It follows from the id, so that a report needs no read for each. */
export function pictureFile(id: string): string {
  return `measures/${id}.jpg`;
}

function updatesUpTo(records: readonly MeasureRecord[], months: number): ReadonlyMap<number, MeasureUpdate> {
  const updates = new Map<number, MeasureUpdate>();
  for (const [place, { rounds }] of records.entries()) {
    const upTo = rounds.filter((one) => one.months <= months).sort((a, b) => b.months - a.months);
    const newest = upTo[0]?.reported;
    if (newest) updates.set(place, updateOf(newest));
  }
  return updates;
}

/** Offices' tables have no column for a percentage; the words of the status stand there. */
function updateOf({ percent: _percent, ...update }: Reported): MeasureUpdate {
  return update;
}

function placed<From, To>(
  all: readonly (readonly From[])[],
  pick: (one: From) => To | undefined,
): ReadonlyMap<number, readonly To[]> {
  const found = new Map<number, readonly To[]>();
  for (const [place, some] of all.entries()) {
    const picked = some.flatMap((one) => {
      const to = pick(one);
      return to === undefined ? [] : [to];
    });
    if (picked.length > 0) found.set(place, picked);
  }
  return found;
}
