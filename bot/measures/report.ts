import { type RoundNow, roundOn } from '../../shared/measures/due.ts';
import {
  EVIDENCE_PER_MEASURE_MAX,
  type MeasureReportBody,
  type MeasureView,
} from '../../shared/measures/measure-api.ts';
import { checkReport, type Reported, valuesOf, withReport } from '../../shared/measures/reported.ts';
import { type Day, dayOf, parseDay } from '../../shared/thai/days.ts';
import type { Satang } from '../../shared/thai/money.ts';
import { ApiError } from '../api/api-error.ts';
import { commitRequest } from '../api/commit-request.ts';
import type { WriteCall } from '../api/route.ts';
import { set, type Write } from '../commit/outcome.ts';
import { ref, type Transaction } from '../store/store.ts';
import { mayReport } from './access.ts';
import type { MeasureApiDeps } from './deps.ts';
import { addressOf, changedError, readableMeasure } from './find-measure.ts';
import { measureView, ownersOfRecord } from './measure-view.ts';
import { plainText } from './plain-text.ts';
import { type EvidenceRef, type MeasureRecord, measurePictures } from './records.ts';
import { settingsOf } from './settings.ts';
import { measuresText as t } from './text.ts';
import { untrueReminders } from './untrue-reminders.ts';
import { writeMeasure } from './write-measure.ts';

/** A kept picture's expiry: no sweep by time meets it. */
const NEVER_MS = Date.UTC(9000, 0, 1);
/** Thai letters in a link become nine characters each. */
const ADDRESS_CHARS_MAX = 1_000;

/**
 * `POST /measures/:year/:id/reports`: one report by somebody of the unit that answers for it. Appends to the history; what was
 * reported before stays there. From any other revision than the one that stands, nothing is written and both go back (G7).
 */
export async function reportOnMeasure(
  call: WriteCall<MeasureReportBody>,
  deps: MeasureApiDeps,
): Promise<MeasureView> {
  const { member, userId, body, nowMs } = call;
  const today = dayOf(nowMs);
  const { key } = addressOf(call.params);
  await commitRequest(deps, { request: call.request, feature: 'measures' }, async (tx) => {
    const before = await readableMeasure(tx, key, member);
    const settings = await settingsOf(tx);
    if (!mayReport(member, ownersOfRecord(before))) throw new ApiError('not-allowed', { sentence: t.notOwn });
    if (before.isRetired) throw new ApiError('bad-input', { sentence: t.retired });
    if (before.rev !== body.rev) {
      throw await changedError(tx, before, body.rev, { settings, member, today });
    }
    const touched = touchedBy(body);
    const now = roundOn(before.fiscalYear, today, settings.rounds);
    const day = dayDone(body.day, today);
    const evidence = await evidenceOf(tx, body, key, userId, { day, months: now.round.months });
    const { status } = valuesOf(before.measure, before.reported);
    const problem = checkReport(touched, status, evidence.refs.length > 0);
    if (problem) throw new ApiError('bad-input', { sentence: t.problem[problem] });
    if (before.evidence.length + evidence.refs.length > EVIDENCE_PER_MEASURE_MAX)
      throw new ApiError('bad-input', { sentence: t.tooMuchEvidence, field: 'pictures' });
    const after = withTouched(before, touched, evidence.refs, now, today);
    const fields = Object.keys(touched) as (keyof Reported)[];
    const changed = [
      ...fields.map((field) => t.fields[field]),
      ...(evidence.refs.length > 0 ? [t.fields.evidence] : []),
    ];
    const writes = await writeMeasure(tx, after, {
      kind: 'reported',
      atMs: nowMs,
      by: { userId, name: member.name, unit: member.unit },
      day,
      months: now.round.months,
      changed,
      evidence: evidence.refs,
    });
    return {
      outcome: {
        writes: [...writes, ...evidence.writes],
        cancelPosts: await untrueReminders(tx, after, settings, today),
        audit: [
          {
            actor: { kind: 'member', userId },
            action: 'measures.reported',
            subject: key,
            detail: {
              rev: after.rev,
              months: now.round.months,
              fields: fields.join(','),
              evidence: evidence.refs.length,
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

/** The fields a person touched, as they are kept. */
function touchedBy(body: MeasureReportBody): Reported {
  const { status, percent, budgetUsedSatang } = body;
  const texts = (['result', 'outcome', 'followUp', 'obstacle', 'suggestion', 'note'] as const).flatMap(
    (field) => {
      const text = body[field];
      return text === undefined ? [] : [[field, plainText(text)] as const];
    },
  );
  return {
    ...(status === undefined ? {} : { status }),
    ...(percent === undefined ? {} : { percent }),
    ...Object.fromEntries(texts),
    ...(budgetUsedSatang === undefined ? {} : { budgetUsedSatang: budgetUsedSatang as Satang | null }),
  };
}

function dayDone(given: string | undefined, today: Day): Day {
  if (given === undefined) return today;
  const day = parseDay(given);
  if (day === null) throw new ApiError('bad-input', { sentence: t.wrongDay, field: 'day' });
  if (day > today) throw new ApiError('bad-input', { sentence: t.futureDay, field: 'day' });
  return day;
}

/** The pictures and links of a report. A picture is the sender's own, of this measure, and named for the first time. */
async function evidenceOf(
  tx: Pick<Transaction, 'get'>,
  { pictures = [], links = [] }: MeasureReportBody,
  key: string,
  userId: string,
  of: { readonly day: Day; readonly months: number },
): Promise<{ readonly refs: readonly EvidenceRef[]; readonly writes: readonly Write[] }> {
  const writes: Write[] = [];
  const ids = [...new Set(pictures)];
  for (const id of ids) {
    const picture = (await tx.get(ref(measurePictures, id)))?.data;
    if (!picture || picture.isKept || picture.measureKey !== key || picture.uploadedBy !== userId)
      throw new ApiError('bad-input', { sentence: t.pictureGone, field: 'pictures' });
    writes.push(set(ref(measurePictures, id), { ...picture, isKept: true, expiresAtMs: NEVER_MS }));
  }
  const refs: readonly EvidenceRef[] = [
    ...ids.map((id) => ({ kind: 'picture' as const, id, ...of })),
    ...links.map((url) => ({ kind: 'link' as const, url: address(url), ...of })),
  ];
  return { refs, writes };
}

function withTouched(
  before: MeasureRecord,
  touched: Reported,
  evidence: readonly EvidenceRef[],
  { round: { months } }: RoundNow,
  today: Day,
): MeasureRecord {
  const reported = withReport(before.reported, touched);
  return {
    ...before,
    reported,
    rounds: [...before.rounds.filter((one) => one.months !== months), { months, reported }],
    evidence: [...before.evidence, ...evidence],
    reportedDay: today,
    // A later round's report is never taken back by settings that add an earlier round.
    reportedMonths: Math.max(before.reportedMonths ?? 0, months),
    rev: before.rev + 1,
  };
}

/** A link in plain ASCII: the bytes it takes in the measure's document are then those counted here. */
function address(link: string): string {
  const { href } = new URL(link);
  if (href.length > ADDRESS_CHARS_MAX)
    throw new ApiError('bad-input', { sentence: t.linkTooLong, field: 'links' });
  return href;
}
