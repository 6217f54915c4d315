import { unitKey } from '../../shared/measures/answers-for.ts';
import type { BoardLine } from '../../shared/measures/board.ts';
import {
  MEASURES_PER_PAGE,
  type MeasureList,
  type MeasureListQuery,
} from '../../shared/measures/measure-api.ts';
import { ownersOf } from '../../shared/measures/plan-index.ts';
import { dayOf } from '../../shared/thai/days.ts';
import type { ApiCall } from '../api/route.ts';
import type { Store } from '../store/store.ts';
import { edits, isOwn, readsAll } from './access.ts';
import { lineView } from './line-view.ts';
import { roundView } from './measure-view.ts';
import { type PlanNow, planNow } from './read-plan.ts';
import { settingsOf } from './settings.ts';

/** What needs somebody first comes first. */
const URGENCY: Readonly<Record<BoardLine['due'], number>> = { late: 0, due: 1, reported: 2, done: 3 };

/**
 * `GET /measures`: a unit's measures with what is due, or everybody's for who may read them. A member who may not gets their own
 * unit's, whatever was asked for. The same reads for a plan of any size.
 */
export async function listMeasures(
  { member, query, nowMs }: ApiCall<MeasureListQuery, undefined>,
  store: Store,
): Promise<MeasureList> {
  const today = dayOf(nowMs);
  const { settings, found } = await store.transact(async (tx) => ({
    settings: await settingsOf(tx),
    found: await planNow(tx, today, query.year),
  }));
  const rights = {
    years: [...settings.planYears],
    readsAll: readsAll(member),
    edits: edits(member),
    unit: member.unit,
  };
  if (!found) return { fiscalYear: null, round: null, total: 0, measures: [], ...rights };
  const { plan, now } = found;
  const showsAll = query.view === 'all' && rights.readsAll;
  const wanted = found.lines.filter(
    (one) =>
      (showsAll || isOwn(member, ownersOf(plan.index, one.line))) &&
      isOfUnit(one, query.unit, found) &&
      isShown(one, query.show, found),
  );
  const sorted = [...wanted].sort((a, b) => URGENCY[a.due] - URGENCY[b.due]);
  const context = { index: plan.index, now, stillDays: settings.stillDays, today, member };
  const end = query.after + MEASURES_PER_PAGE;
  return {
    fiscalYear: plan.fiscalYear,
    round: roundView(now),
    total: sorted.length,
    measures: sorted.slice(query.after, end).map((one) => lineView(one, context)),
    ...(end < sorted.length ? { next: end } : {}),
    ...rights,
  };
}

function isOfUnit({ line }: BoardLine, unit: string | undefined, { plan }: PlanNow): boolean {
  if (unit === undefined) return true;
  if (unit === '') return line.units.length === 0;
  return line.units.some((place) => unitKey(plan.index.units[place]?.unit ?? '') === unitKey(unit));
}

function isShown(one: BoardLine, show: MeasureListQuery['show'], { settings }: PlanNow): boolean {
  if (show === 'all') return true;
  return show === 'still' ? one.daysStill >= settings.stillDays : one.due === show;
}
