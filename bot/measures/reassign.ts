import type { OwnerUnit } from '../../shared/measures/measure.ts';
import type { MeasureView, ReassignBody } from '../../shared/measures/measure-api.ts';
import { printOwnerUnits } from '../../shared/measures/owner-units.ts';
import { type PlanIndex, planIndex } from '../../shared/measures/plan-index.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { tidy, truncate } from '../../shared/thai/text.ts';
import { ApiError } from '../api/api-error.ts';
import { commitRequest } from '../api/commit-request.ts';
import type { WriteCall } from '../api/route.ts';
import { set } from '../commit/outcome.ts';
import { ref } from '../store/store.ts';
import type { MeasureApiDeps } from './deps.ts';
import { addressOf, changedError, readableMeasure } from './find-measure.ts';
import { indexed, measureView } from './measure-view.ts';
import { MAX_INDEX_BYTES, MAX_MEASURE_BYTES, type MeasureRecord, measurePlans } from './records.ts';
import { settingsOf } from './settings.ts';
import { measuresText as t } from './text.ts';
import { writeMeasure } from './write-measure.ts';

const TITLE_SHOWN = 60;

/**
 * `POST /measures/:year/:id/units`: gives a measure, or one step of it, to other units, in one step. What was reported stays with
 * the measure; the lists of both units are right at once.
 */
export async function reassignMeasure(
  call: WriteCall<ReassignBody>,
  deps: MeasureApiDeps,
): Promise<MeasureView> {
  const { member, userId, body, nowMs } = call;
  const today = dayOf(nowMs);
  const { key } = addressOf(call.params);
  await commitRequest(deps, { request: call.request, feature: 'measures' }, async (tx) => {
    const before = await readableMeasure(tx, key, member);
    const settings = await settingsOf(tx);
    const planRef = ref(measurePlans, String(before.fiscalYear));
    const plan = (await tx.get(planRef))?.data;
    if (!plan || before.isRetired) throw new ApiError('bad-input', { sentence: t.retired });
    if (before.rev !== body.rev) {
      throw await changedError(tx, before, body.rev, { settings, member, today });
    }
    const after: MeasureRecord = { ...withUnits(before, body), rev: before.rev + 1 };
    const planned = JSON.stringify([after.measure, after.stepUnits]);
    if (Buffer.byteLength(planned) > MAX_MEASURE_BYTES)
      throw new ApiError('bad-input', {
        sentence: t.measureTooLong(truncate(after.measure.title, TITLE_SHOWN)),
      });
    const index = withLine(plan.index, after);
    if (Buffer.byteLength(JSON.stringify(index)) > MAX_INDEX_BYTES)
      throw new ApiError('bad-input', { sentence: t.planTooLarge });
    const writes = await writeMeasure(tx, after, {
      kind: 'reassigned',
      atMs: nowMs,
      by: { userId, name: member.name, unit: member.unit },
      changed: [t.fields.units],
      evidence: [],
    });
    return {
      outcome: {
        writes: [...writes, set(planRef, { ...plan, index })],
        audit: [
          {
            actor: { kind: 'member', userId },
            action: 'measures.reassigned',
            subject: key,
            detail: {
              rev: after.rev,
              ...(body.step === undefined ? {} : { step: body.step }),
              units: body.units.map(({ unit }) => unit).join(','),
            },
          },
        ],
      },
      answer: { rev: after.rev },
    };
  });
  return deps.store.transact(async (tx) =>
    measureView(tx, await readableMeasure(tx, key, member), await settingsOf(tx), member, today),
  );
}

function withUnits(before: MeasureRecord, { step, units: given }: ReassignBody): MeasureRecord {
  const units: readonly OwnerUnit[] = given.map(({ unit, section }) => ({
    unit: tidy(unit),
    section: section === null ? null : tidy(section),
  }));
  if (step === undefined) {
    if (units.length === 0) throw new ApiError('bad-input', { sentence: t.unitNeeded, field: 'units' });
    return { ...before, measure: { ...before.measure, units, unitsPrinted: printOwnerUnits(units) } };
  }
  if (step >= before.measure.steps.length)
    throw new ApiError('bad-input', { sentence: t.noSuchStep, field: 'step' });
  const stepUnits = before.measure.steps.map((_, at) =>
    at === step ? (units.length === 0 ? null : units) : (before.stepUnits[at] ?? null),
  );
  return { ...before, stepUnits };
}

/** The plan's short form with one line made anew. Units that nobody has any more stay in its list until the next plan. */
function withLine(index: PlanIndex, record: MeasureRecord): PlanIndex {
  const own = planIndex([indexed(record)]);
  const units = [...index.units];
  const placeOf = (place: number): number => {
    const wanted = own.units[place];
    const known = units.findIndex(
      ({ unit, section }) => unit === wanted?.unit && section === wanted?.section,
    );
    return known >= 0 || !wanted ? known : units.push(wanted) - 1;
  };
  const lines = index.lines.map((line) => {
    const [made] = own.lines;
    if (line.id !== record.measureId || !made) return line;
    return { ...line, units: made.units.map(placeOf), stepUnits: made.stepUnits.map(placeOf) };
  });
  return { ...index, units, lines };
}
