import { createHash } from 'node:crypto';
import { type BudgetDifference, compareBudgets } from '../../shared/budget/compare.ts';
import { readTable } from '../../shared/budget/read-table.ts';
import type { BudgetReading } from '../../shared/budget/reading.ts';
import { summarise } from '../../shared/budget/summary.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { type FiscalYear, makeFiscalYear } from '../../shared/thai/fiscal-year.ts';
import type { Clock } from '../clock.ts';
import { create, type Outcome } from '../commit/outcome.ts';
import type { Work } from '../jobs/records.ts';
import type { WorkHandler, WorkResult } from '../jobs/work.ts';
import { say } from '../line/card.ts';
import type { Line, Message } from '../line/line.ts';
import { ref, type Store } from '../store/store.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { MAX_FILE_BYTES } from '../workbook/workbook-limits.ts';
import type { BudgetFlow } from './flow.ts';
import { columnQuestionMessage, doubtMessage, previewCard, yearQuestionMessage } from './preview-cards.ts';
import { budgetYear, chunkId, uploadLines } from './read-budget.ts';
import {
  type BudgetUpload,
  budgetChunks,
  budgetUploads,
  columnAnswers,
  LINES_PER_CHUNK,
  MAX_COLUMN_ANSWERS,
} from './records.ts';
import { budgetText as t } from './text.ts';
import { READ_WORKBOOK } from './upload.ts';

/** A preview nobody confirmed is removed after this long. */
const PREVIEW_KEPT_MS = 24 * 60 * 60 * 1000;
/** The dots in the chat while the file is read; LINE takes 5 to 60 in steps of 5. */
const LOADING_SECONDS = 20;

export interface ReadWorkbookDeps {
  readonly line: Line;
  readonly store: Store;
  readonly clock: Clock;
}

/** Downloads a workbook from LINE, reads it, and puts the preview, a question or the reason for refusal before its sender. */
export function readWorkbookWork(deps: ReadWorkbookDeps): WorkHandler {
  return {
    name: READ_WORKBOOK,
    feature: 'budget',
    run: (work) => readUpload(work, deps),
    giveUp: () => ({ reply: [say(t.fileFailed)], replyMustArrive: true, flow: null }),
  };
}

async function readUpload(work: Work, deps: ReadWorkbookDeps): Promise<WorkResult> {
  const { line, store, clock } = deps;
  if (work.chat?.kind === 'user') await line.showLoading(work.chat.id, LOADING_SECONDS);
  const content = await line.content(String(work.args['messageId']), MAX_FILE_BYTES);
  if (content.kind === 'not-ready' || content.kind === 'unknown') return { kind: 'again' };
  if (content.kind !== 'content') {
    return refuse(work, content.kind === 'too-large' ? `${t.fileTooLarge}\n${t.notStored}` : t.fileGone);
  }
  const workbook = await readWorkbook(content.bytes, 'workbook');
  if (workbook.kind === 'refused') return refuse(work, `${workbook.refusal.sentence}\n${t.notStored}`);

  const remembered = await store.query({ collection: columnAnswers, limit: MAX_COLUMN_ANSWERS });
  const acceptedDoubts = String(work.args['accepted']).split('\n').filter(Boolean);
  const result = readTable(workbook.sheets, {
    today: dayOf(clock.now()),
    columnAnswers: remembered.flatMap(({ data }) => data.answers),
    acceptedDoubts,
  });
  if (result.kind === 'refused') return refuse(work, `${result.refusal.sentence}\n${t.notStored}`);
  const uploadId = String(work.args['uploadId']);
  const messageId = String(work.args['messageId']);
  const answeredYear =
    work.args['fiscalYear'] === undefined ? {} : { fiscalYear: Number(work.args['fiscalYear']) };
  if (result.kind === 'question') {
    const { question } = result;
    return answer(work, (rev) => columnQuestionMessage(question, rev), {
      step: 'column',
      uploadId,
      messageId,
      headerFingerprint: question.headerFingerprint,
      column: question.column,
      fields: question.choices.map(({ field }) => field),
      labels: question.choices.map(({ labelThai }) => labelThai),
      accepted: acceptedDoubts,
      ...answeredYear,
    });
  }
  const [doubt] = result.reading.doubts;
  if (doubt) {
    return answer(work, (rev) => doubtMessage(doubt, rev), {
      step: 'doubt',
      uploadId,
      messageId,
      doubtId: doubt.id,
      accepted: acceptedDoubts,
      ...answeredYear,
    });
  }
  const fiscalYear = makeFiscalYear(Number(work.args['fiscalYear']));
  if (result.reading.fiscalYearGuessed && fiscalYear === null) {
    const guess = result.reading.fiscalYear;
    const next: BudgetFlow = { step: 'year', uploadId, messageId, accepted: acceptedDoubts };
    return answer(work, (rev) => yearQuestionMessage(guess, rev), next);
  }
  const reading = fiscalYear === null ? result.reading : ofYear(result.reading, fiscalYear);
  const fileSha256 = createHash('sha256').update(content.bytes).digest('hex');
  return preview(work, reading, fileSha256, deps);
}

/** The reading of a file that names no year, once a person has named it. */
function ofYear(reading: BudgetReading, fiscalYear: FiscalYear): BudgetReading {
  const warnings = reading.warnings.filter(({ code }) => code !== 'fiscal-year-guessed');
  return { ...reading, fiscalYear, fiscalYearGuessed: false, warnings };
}

/** Whether the person still waits for this very file: they may have cancelled, or sent another one meanwhile. */
function stillWaits(work: Work, flow: unknown): boolean {
  return (
    typeof flow === 'object' && flow !== null && 'uploadId' in flow && flow.uploadId === work.args['uploadId']
  );
}

function refuse(work: Work, sentence: string): WorkResult {
  return {
    kind: 'done',
    decide: async ({ flow }): Promise<Outcome> =>
      stillWaits(work, flow) ? { reply: [say(sentence)], replyMustArrive: true, flow: null } : {},
  };
}

function answer(work: Work, message: (rev: number) => Message, next: BudgetFlow): WorkResult {
  return {
    kind: 'done',
    decide: async ({ flow, nextRev }): Promise<Outcome> =>
      stillWaits(work, flow) ? { reply: [message(nextRev)], replyMustArrive: true, flow: next } : {},
  };
}

async function preview(
  work: Work,
  reading: BudgetReading,
  fileSha256: string,
  { store, clock }: ReadWorkbookDeps,
): Promise<WorkResult> {
  const uploadId = String(work.args['uploadId']);
  const expiresAtMs = clock.now() + PREVIEW_KEPT_MS;
  const current = await store.transact((tx) => budgetYear(tx, reading.fiscalYear));
  const difference: BudgetDifference | undefined =
    current && compareBudgets(await uploadLines(store, current.currentUploadId), reading.lines);
  const chunks = chunked(reading.lines, LINES_PER_CHUNK);
  const upload: BudgetUpload = {
    fiscalYear: reading.fiscalYear,
    status: 'preview',
    fileSha256,
    uploadedBy: String(work.args['userId']),
    uploadedAtMs: clock.now(),
    ...(reading.asOf === undefined ? {} : { asOf: reading.asOf }),
    hasSpending: reading.hasSpending,
    lineCount: reading.lines.length,
    chunkCount: chunks.length,
    summary: summarise(reading.lines, reading.hasSpending),
    expiresAtMs,
  };
  return {
    kind: 'done',
    decide: async ({ flow, nextRev }): Promise<Outcome> => {
      if (!stillWaits(work, flow)) return {};
      return {
        reply: [previewCard(reading, difference, uploadId, nextRev)],
        replyMustArrive: true,
        flow: { step: 'confirm', uploadId } satisfies BudgetFlow,
        writes: [
          create(ref(budgetUploads, uploadId), upload),
          ...chunks.map((lines, n) => create(ref(budgetChunks, chunkId(uploadId, n)), { lines })),
        ],
      };
    },
  };
}

function chunked<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
}
