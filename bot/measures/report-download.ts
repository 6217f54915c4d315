import { MAX_DOCUMENT_PICTURES } from '../../shared/documents/document-limits.ts';
import type { DocumentPicture } from '../../shared/documents/report-document.ts';
import { applyUpdate } from '../../shared/measures/apply-update.ts';
import type { RoundMeasure } from '../../shared/measures/compare-rounds.ts';
import { type ReportDownload, reportDownloadSchema } from '../../shared/measures/dashboard-api.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { formatFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { truncate } from '../../shared/thai/text.ts';
import { ApiError } from '../api/api-error.ts';
import { type Downloadable, downloadable } from '../api/downloadable.ts';
import { FileAnswer } from '../api/route.ts';
import { DOCUMENT_CONTENT_TYPES, writeDocument } from '../documents/document-format.ts';
import type { Files } from '../files/files.ts';
import type { Store } from '../store/store.ts';
import { READERS } from './access.ts';
import { measureReportDocument } from './report/measure-report-document.ts';
import { reportText } from './report/text.ts';
import { type ReportInput, reportInput } from './report-input.ts';
import { measuresText as t } from './text.ts';

/** A caption is one line below its picture. */
const CAPTION_GRAPHEMES = 80;

export interface ReportDownloadDeps {
  readonly store: Store;
  readonly files: Files;
}

/** The report of a round, or the plan, in the columns of one of the five offices, as .docx or .xlsx, with its pictures. */
export function reportDownload(deps: ReportDownloadDeps): Downloadable {
  return downloadable({
    kind: 'measure-report',
    allowed: READERS,
    input: reportDownloadSchema,
    make: (asked, { nowMs }) => reportFile(asked, nowMs, deps),
  });
}

async function reportFile(
  { year, round, layout, digits, format }: ReportDownload,
  nowMs: number,
  { store, files }: ReportDownloadDeps,
): Promise<FileAnswer> {
  const months = round ?? null;
  const input = await store.transact((tx) => reportInput(tx, dayOf(nowMs), { year, months }));
  if (input === 'no-plan') throw new ApiError('not-found', { sentence: t.noSuchPlan });
  if (input === 'no-round') throw new ApiError('bad-input', { field: 'round' });
  const { plan, ids, updates, settings } = input;
  const document = measureReportDocument({
    layout,
    digits,
    plan,
    updates,
    round: input.round,
    ids,
    progress: settings.progress,
    ...(input.updatesBefore.size > 0 ? { before: measuresBefore(input) } : {}),
    pictures: await picturesOf(input, files),
  });
  const name = reportText.fileName(formatFiscalYear(plan.fiscalYear), months);
  return new FileAnswer({
    bytes: await writeDocument(document, format),
    contentType: DOCUMENT_CONTENT_TYPES[format],
    fileName: `measures-${plan.fiscalYear}-${months ?? 'plan'}.${format}`,
    thaiFileName: `${name}.${format}`,
  });
}

function measuresBefore({ plan, ids, updatesBefore }: ReportInput): readonly RoundMeasure[] {
  return plan.measures.map((measure, place) => ({
    id: ids[place] ?? '',
    title: measure.title,
    status: applyUpdate(measure, updatesBefore.get(place)).status,
  }));
}

/** The newest pictures, in the plan's order. A file that is gone leaves its place out. */
async function picturesOf(
  { plan, pictures }: ReportInput,
  files: Files,
): Promise<readonly DocumentPicture[]> {
  const found: DocumentPicture[] = [];
  for (const [place, measure] of plan.measures.entries()) {
    for (const { fileName, day } of pictures.get(place) ?? []) {
      if (found.length === MAX_DOCUMENT_PICTURES) return found;
      const bytes = await files.get(fileName);
      if (!bytes) continue;
      const title = truncate(measure.title, CAPTION_GRAPHEMES);
      found.push({ bytes, caption: `${title} (${formatDay(day, 'short')})` });
    }
  }
  return found;
}
