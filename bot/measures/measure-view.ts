import { type DueState, daysStill, dueState, type RoundNow, roundOn } from '../../shared/measures/due.ts';
import { printItem } from '../../shared/measures/list-marks.ts';
import type { OwnerUnit } from '../../shared/measures/measure.ts';
import {
  HISTORY_PER_PAGE,
  type HistoryEntry,
  type HistoryPage,
  type MeasureView,
} from '../../shared/measures/measure-api.ts';
import {
  type IndexedMeasure,
  planIndex,
  type Standing,
  standingOf,
} from '../../shared/measures/plan-index.ts';
import { valuesOf } from '../../shared/measures/reported.ts';
import type { Day } from '../../shared/thai/days.ts';
import type { Member } from '../people/records.ts';
import type { Stored, Transaction } from '../store/store.ts';
import { edits, mayReport } from './access.ts';
import { lineView } from './line-view.ts';
import {
  type MeasureEvent,
  type MeasureRecord,
  type MeasureSettings,
  measureEvents,
  measureKey,
} from './records.ts';
import { measuresText as t } from './text.ts';

/** Everything of one measure, as this member may see and change it. One read: the newest page of its history. */
export async function measureView(
  tx: Pick<Transaction, 'query'>,
  record: MeasureRecord,
  settings: MeasureSettings,
  member: Member,
  today: Day,
): Promise<MeasureView> {
  const { measure, fiscalYear, stepUnits, reported, evidence, isRetired } = record;
  const index = planIndex([indexed(record)]);
  const [line] = index.lines;
  if (!line) throw new RangeError('an index without its measure');
  const standing = standingFor(record);
  const now = roundOn(fiscalYear, today, settings.rounds);
  const due: DueState = dueState(line, standing, now, today);
  const owners = ownersOfRecord(record);
  const page = await historyPage(tx, record);
  return {
    ...lineView(
      { line, standing, due, daysStill: daysStill(line, standing, fiscalYear, today) },
      { index, now, stillDays: settings.stillDays, today, member },
    ),
    fiscalYear,
    title: measure.title,
    parts: measure.parts.map((part) => ({ ...part })),
    sections: [...measure.sections],
    mission: measure.mission === null ? '' : printItem(measure.mission),
    subtask: measure.subtask,
    dimension: measure.dimension === null ? '' : printItem(measure.dimension),
    indicator: measure.indicator,
    steps: measure.steps.map((step, at) => ({
      ...step,
      units: stepUnits[at]?.map((unit) => ({ ...unit })) ?? null,
    })),
    unitsPrinted: measure.unitsPrinted,
    period: measure.periods.printed,
    budgetSet: measure.budgetSet,
    values: valuesOf(measure, reported),
    evidence: [...evidence],
    ...page,
    round: roundView(now),
    isRetired,
    mayReport: !isRetired && mayReport(member, owners),
    mayReassign: !isRetired && edits(member),
  };
}

/** The short standing of a measure, as lists keep it. */
export function standingFor(record: MeasureRecord): Standing {
  const { reported, rev, reportedDay: day, reportedMonths: months } = record;
  return standingOf(indexed(record), reported, { rev, day, months });
}

/** The part of a measure that the plan's short form is made of. */
export function indexed(record: MeasureRecord): IndexedMeasure {
  const { measureId: id, measure, stepUnits, plannedDay } = record;
  return { id, measure, stepUnits, plannedDay };
}

/** The units that answer for a measure, those of its steps included. */
export function ownersOfRecord({ measure, stepUnits }: MeasureRecord): readonly OwnerUnit[] {
  return [...measure.units, ...stepUnits.flatMap((step) => step ?? [])];
}

/** One page of a measure's history, newest first, before a revision or from the newest. */
export async function historyPage(
  tx: Pick<Transaction, 'query'>,
  record: MeasureRecord,
  before = record.rev + 1,
): Promise<HistoryPage> {
  const events: readonly Stored<MeasureEvent>[] = await tx.query({
    collection: measureEvents,
    where: [
      ['measureKey', '==', measureKey(record.fiscalYear, record.measureId)],
      ['rev', '<', before],
    ],
    orderBy: { field: 'rev', direction: 'desc' },
    limit: HISTORY_PER_PAGE + 1,
  });
  return {
    history: events.slice(0, HISTORY_PER_PAGE).map(({ data }) => eventView(data)),
    hasOlder: events.length > HISTORY_PER_PAGE,
  };
}

function eventView(event: MeasureEvent): HistoryEntry {
  const { rev, kind, atMs, by, day, months, changed, values, units, evidence } = event;
  return {
    rev,
    kind,
    label: t.event[kind],
    atMs,
    byName: by.name,
    byUnit: by.unit,
    ...(day === undefined ? {} : { day }),
    ...(months === undefined ? {} : { months }),
    changed: [...changed],
    values,
    units: units.map((unit) => ({ ...unit })),
    evidence: [...evidence],
  };
}

/** A round as the API shows it. */
export function roundView({ round }: Pick<RoundNow, 'round'>): MeasureView['round'] {
  const { fiscalYear, months, name, first, last, opens, closes } = round;
  return { fiscalYear, months, name, first, last, opens, closes };
}
