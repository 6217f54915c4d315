import type { AcceptBody, Accepted } from '../../shared/measures/draft-api.ts';
import type { Measure } from '../../shared/measures/measure.ts';
import { type PlanIndex, planIndex } from '../../shared/measures/plan-index.ts';
import { MAX_MEASURES } from '../../shared/measures/read-limits.ts';
import { withoutResults } from '../../shared/measures/without-results.ts';
import { dayOf } from '../../shared/thai/days.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { ApiError } from '../api/api-error.ts';
import { commitRequest } from '../api/commit-request.ts';
import type { WriteCall } from '../api/route.ts';
import { type Outcome, set, type Write } from '../commit/outcome.ts';
import { officeOf } from '../people/read-people.ts';
import { ref, type Transaction } from '../store/store.ts';
import type { MeasureApiDeps } from './deps.ts';
import { type Draft, type DraftItem, measureDrafts } from './draft-records.ts';
import { draftItems, openDraft } from './draft-view.ts';
import { indexed, standingFor } from './measure-view.ts';
import { allMeasures } from './read-plan.ts';
import {
  MAX_EVER,
  MAX_INDEX_BYTES,
  type MeasureRecord,
  measureKey,
  measurePlans,
  measureSettings,
  measureStandings,
  measures,
  type Plan,
  SETTINGS_ID,
  SHELF_SIZE,
} from './records.ts';
import { settingsOf } from './settings.ts';
import { measuresText as t } from './text.ts';
import { type EventFacts, eventOf } from './write-measure.ts';

/** Random bytes of a measure's id. */
const ID_BYTES = 8;

/**
 * `POST /measures/drafts/:id/accept`: makes a draft the plan of its year, or adds it to the plan. Measures it is paired with keep
 * id, history and reports; those that leave the plan are retired, never removed. One transaction.
 */
export async function acceptDraft(call: WriteCall<AcceptBody>, deps: MeasureApiDeps): Promise<Accepted> {
  const { body, nowMs, member, userId } = call;
  const id = call.params['id'] ?? '';
  return commitRequest(deps, { request: call.request, feature: 'measures' }, async (tx) => {
    const draft = await openDraft(tx, id, nowMs);
    if (draft.rev !== body.rev) throw new ApiError('changed');
    const { fiscalYear } = draft;
    if (fiscalYear === null)
      throw new ApiError('bad-input', { sentence: t.draftNeedsYear, field: 'fiscalYear' });
    const items = (await draftItems(tx, id)).map((item) => withResultsOf(item, body.results));
    checkItems(items);
    const plan = (await tx.get(ref(measurePlans, String(fiscalYear))))?.data;
    if ((plan?.version ?? 0) !== draft.planVersion)
      throw new ApiError('changed', { sentence: t.draftPlanChanged });
    const facts: Pick<EventFacts, 'atMs' | 'by'> = {
      atMs: nowMs,
      by: { userId, name: member.name, unit: member.unit },
    };
    const makeId = () => Buffer.from(deps.random.bytes(ID_BYTES)).toString('hex');
    const joined = join(items, plan ? await allMeasures(tx, fiscalYear) : [], {
      fiscalYear,
      mode: body.mode,
      plan,
      makeId,
      facts,
    });
    const outcome = await outcomeOf(tx, {
      id,
      draft,
      plan,
      joined,
      userId,
      nowMs,
      mode: body.mode,
      fiscalYear,
    });
    const { added, kept, retired } = joined;
    return { outcome, answer: { fiscalYear: fiscalYear as number, added, kept, retired } };
  });
}

interface Joined {
  /** In the new plan's order. */
  readonly inPlan: readonly MeasureRecord[];
  readonly everCount: number;
  readonly writes: readonly Write[];
  readonly added: number;
  readonly kept: number;
  readonly retired: number;
}

/** Puts a draft's measures together with those that the year ever had. */
function join(
  items: readonly DraftItem[],
  ever: readonly MeasureRecord[],
  by: {
    readonly fiscalYear: FiscalYear;
    readonly mode: AcceptBody['mode'];
    readonly plan: Plan | undefined;
    readonly makeId: () => string;
    readonly facts: Pick<EventFacts, 'atMs' | 'by'>;
  },
): Joined {
  const byId = new Map(ever.map((record) => [record.measureId, record]));
  const writes: Write[] = [];
  const write = (after: MeasureRecord, kind: EventFacts['kind']): MeasureRecord => {
    writes.push(
      set(ref(measures, measureKey(by.fiscalYear, after.measureId)), after),
      eventOf(after, { ...by.facts, kind, changed: [t.fields.plan], evidence: [] }),
    );
    return after;
  };
  let everCount = by.plan?.everCount ?? 0;
  const fromDraft = items.map(({ measure, match }): MeasureRecord => {
    const before = match === null ? undefined : byId.get(match.id);
    if (!before) {
      const made = newRecord(by.makeId(), by.fiscalYear, measure, everCount, dayOf(by.facts.atMs));
      everCount += 1;
      return write(made, 'planned');
    }
    const isSame = !before.isRetired && JSON.stringify(before.measure) === JSON.stringify(measure);
    if (isSame) return before;
    const stepUnits = measure.steps.map((_, at) => before.stepUnits[at] ?? null);
    return write({ ...before, measure, stepUnits, isRetired: false, rev: before.rev + 1 }, 'planned');
  });
  if (everCount > MAX_EVER) throw new ApiError('bad-input', { sentence: t.tooManyEver });
  const named = new Set(fromDraft.map(({ measureId }) => measureId));
  const left = (by.plan?.index.lines ?? []).flatMap(({ id }) => (named.has(id) ? [] : (byId.get(id) ?? [])));
  const added = items.filter(({ match }) => match === null || !byId.has(match.id)).length;
  const kept = items.length - added;
  if (by.mode === 'replace') {
    for (const record of left) write({ ...record, isRetired: true, rev: record.rev + 1 }, 'retired');
    return { inPlan: fromDraft, everCount, writes, added, kept, retired: left.length };
  }
  const changed = new Map(fromDraft.map((record) => [record.measureId, record]));
  const present = (by.plan?.index.lines ?? []).flatMap(({ id }) => changed.get(id) ?? byId.get(id) ?? []);
  const inPlace = new Set(present.map(({ measureId }) => measureId));
  const appended = fromDraft.filter(({ measureId }) => !inPlace.has(measureId));
  return {
    inPlan: [...present, ...appended],
    everCount,
    writes,
    added,
    kept: kept + left.length,
    retired: 0,
  };
}

function newRecord(
  measureId: string,
  fiscalYear: FiscalYear,
  measure: Measure,
  nth: number,
  plannedDay: MeasureRecord['plannedDay'],
): MeasureRecord {
  return {
    measureId,
    fiscalYear,
    shelf: Math.floor(nth / SHELF_SIZE),
    measure,
    stepUnits: measure.steps.map(() => null),
    reported: {},
    rounds: [],
    evidence: [],
    reportedDay: null,
    reportedMonths: null,
    isRetired: false,
    plannedDay,
    rev: 1,
  };
}

async function outcomeOf(
  tx: Pick<Transaction, 'get'>,
  of: {
    readonly id: string;
    readonly draft: Draft;
    readonly plan: Plan | undefined;
    readonly joined: Joined;
    readonly userId: string;
    readonly nowMs: number;
    readonly mode: AcceptBody['mode'];
    readonly fiscalYear: FiscalYear;
  },
): Promise<Outcome> {
  const { id, draft, joined, fiscalYear } = of;
  if (joined.inPlan.length > MAX_MEASURES) throw new ApiError('bad-input', { sentence: t.tooManyMeasures });
  const settings = await settingsOf(tx);
  const office = await officeOf(tx);
  const index: PlanIndex = planIndex(joined.inPlan.map(indexed));
  if (Buffer.byteLength(JSON.stringify(index)) > MAX_INDEX_BYTES)
    throw new ApiError('bad-input', { sentence: t.planTooLarge });
  const plan: Plan = {
    fiscalYear,
    officeName: office.name || draft.officeName,
    layout: draft.layout === 'other' ? (of.plan?.layout ?? 'other') : draft.layout,
    index,
    everCount: joined.everCount,
    version: draft.planVersion + 1,
  };
  const planYears = [...new Set([...settings.planYears, fiscalYear])].sort((a, b) => b - a);
  const { added, kept, retired } = joined;
  return {
    writes: [
      ...joined.writes,
      set(ref(measurePlans, String(fiscalYear)), plan),
      set(ref(measureStandings, String(fiscalYear)), { entries: joined.inPlan.map(standingFor) }),
      set(ref(measureSettings, SETTINGS_ID), { ...settings, planYears }),
      // What is left of it the job removes at its next run.
      set(ref(measureDrafts, id), { ...draft, isAccepted: true, expiresAtMs: of.nowMs }),
    ],
    audit: [
      {
        actor: { kind: 'member', userId: of.userId },
        action: 'measures.plan-accepted',
        subject: String(fiscalYear),
        detail: { mode: of.mode, draft: id, version: plan.version, added, kept, retired },
      },
    ],
  };
}

function withResultsOf(item: DraftItem, results: AcceptBody['results']): DraftItem {
  return results === 'keep' ? item : { ...item, measure: withoutResults(item.measure) };
}

function checkItems(items: readonly DraftItem[]): void {
  if (items.length === 0) throw new ApiError('bad-input', { sentence: t.draftEmpty });
  if (items.some(({ measure }) => measure.title.trim() === ''))
    throw new ApiError('bad-input', { sentence: t.draftNeedsTitles });
}
