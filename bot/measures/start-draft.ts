import { createHash } from 'node:crypto';
import type { DraftBody, DraftView } from '../../shared/measures/draft-api.ts';
import { MAX_MEASURES } from '../../shared/measures/read-limits.ts';
import { readReport } from '../../shared/measures/read-report.ts';
import type { MeasurePlan } from '../../shared/measures/reading.ts';
import { forAnotherYear } from '../../shared/measures/without-results.ts';
import { type FiscalYear, makeFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { truncate } from '../../shared/thai/text.ts';
import { ApiError } from '../api/api-error.ts';
import { commitRequest } from '../api/commit-request.ts';
import type { UploadCall, WriteCall } from '../api/route.ts';
import { create } from '../commit/outcome.ts';
import { officeOf } from '../people/read-people.ts';
import { ref, type Transaction } from '../store/store.ts';
import type { MeasureApiDeps } from './deps.ts';
import { draftOf, presentPlan } from './draft-of.ts';
import { type Draft, itemId, measureDraftItems, measureDrafts } from './draft-records.ts';
import { draftView } from './draft-view.ts';
import { type ImportResult, importPasted, importReport } from './import/import-report.ts';
import { MAX_MEASURE_BYTES } from './records.ts';
import { measuresText as t } from './text.ts';

type Understood = Pick<MeasurePlan, 'fiscalYear' | 'officeName' | 'layout' | 'title' | 'measures' | 'doubts'>;
const SHOWN_TITLE = 60;

/** `POST /measures/drafts`: a pasted table, or the plan of one year as the start of another's. */
export async function startDraft(call: WriteCall<DraftBody>, deps: MeasureApiDeps): Promise<DraftView> {
  const { body } = call;
  if (body.kind === 'pasted') return fromReport(await importPasted(body.text), body.fiscalYear, call, deps);
  const from = makeFiscalYear(body.from);
  const fiscalYear = makeFiscalYear(body.fiscalYear);
  if (from === null || fiscalYear === null || from === fiscalYear)
    throw new ApiError('bad-input', { sentence: t.copySameYear, field: 'fiscalYear' });
  return keep('copy', call, deps, async (tx) => {
    const { officeName, measures } = await presentPlan(tx, from);
    if (measures.length === 0) throw new ApiError('bad-input', { sentence: t.noSuchPlan, field: 'from' });
    const copied = measures.map(({ measure }) => forAnotherYear(measure));
    return { fiscalYear, officeName, layout: 'other', title: [], measures: copied, doubts: [] };
  });
}

/** `POST /measures/drafts/file`: a report as DOCX, XLSX or text. */
export async function startDraftFromFile(
  call: UploadCall<{ readonly year?: number | undefined }>,
  deps: MeasureApiDeps,
): Promise<DraftView> {
  return fromReport(await importReport(call.body), call.query.year, call, deps);
}

async function fromReport(
  imported: ImportResult,
  year: number | undefined,
  call: UploadCall<unknown> | WriteCall<DraftBody>,
  deps: MeasureApiDeps,
): Promise<DraftView> {
  if (imported.kind === 'refused') throw new ApiError('bad-input', { sentence: imported.refusal.sentence });
  const fiscalYear = year === undefined ? null : makeFiscalYear(year);
  const office = await deps.store.transact((tx) => officeOf(tx));
  const read = readReport(imported.blocks, {
    knownUnits: office.units,
    ...(fiscalYear === null ? {} : { fiscalYear }),
  });
  if (read.kind === 'refused') throw new ApiError('bad-input', { sentence: read.refusal.sentence });
  const source = 'kind' in (call.body as object) ? 'pasted' : imported.format;
  return keep(source, call, deps, async () => read.plan);
}

async function keep(
  source: Draft['source'],
  call: UploadCall<unknown> | WriteCall<DraftBody>,
  deps: MeasureApiDeps,
  understand: (tx: Pick<Transaction, 'get' | 'query'>) => Promise<Understood>,
): Promise<DraftView> {
  const { userId, nowMs, request } = call;
  // The same try gives the same draft.
  const id = createHash('sha256').update(`draft/${userId}/${request.key}`).digest('hex').slice(0, 24);
  await commitRequest(deps, { request, feature: 'measures' }, async (tx) => {
    const plan = await understand(tx);
    checkSizes(plan);
    const { draft, items } = draftOf(id, plan, await presentPlan(tx, plan.fiscalYear as FiscalYear | null), {
      source,
      userId,
      nowMs,
    });
    return {
      outcome: {
        writes: [
          create(ref(measureDrafts, id), draft),
          ...items.map((item) => create(ref(measureDraftItems, itemId(id, item.key)), item)),
        ],
        audit: [
          {
            actor: { kind: 'member', userId },
            action: 'measures.draft-started',
            subject: id,
            detail: { source, measures: items.length, doubts: draft.doubtCount },
          },
        ],
      },
      answer: { id },
    };
  });
  return deps.store.transact((tx) => draftView(tx, id, { after: 0, show: 'all' }, nowMs));
}

function checkSizes({ measures }: Understood): void {
  if (measures.length > MAX_MEASURES) throw new ApiError('bad-input', { sentence: t.tooManyMeasures });
  const tooLong = measures.find((measure) => Buffer.byteLength(JSON.stringify(measure)) > MAX_MEASURE_BYTES);
  if (tooLong)
    throw new ApiError('bad-input', { sentence: t.measureTooLong(truncate(tooLong.title, SHOWN_TITLE)) });
}
