import { type Outcome, remove, type WorkRequest } from '../commit/outcome.ts';
import { say } from '../line/card.ts';
import { holds, memberOf } from '../people/read-people.ts';
import { ref } from '../store/store.ts';
import type { Input } from '../webhook/event.ts';
import type { Talk } from '../webhook/feature.ts';
import { MAX_FILE_BYTES } from '../workbook/workbook-limits.ts';
import type { BudgetFlow } from './flow.ts';
import { budgetUpload, chunkId } from './read-budget.ts';
import { budgetChunks, budgetUploads } from './records.ts';
import { budgetText as t } from './text.ts';

/** Name of the work that downloads and reads a workbook. */
export const READ_WORKBOOK = 'budget.read-workbook';

/** What was answered about a workbook so far. */
export interface Answers {
  /** Ids of accepted doubts. */
  readonly accepted: readonly string[];
  /** CE, when the file names none. */
  readonly fiscalYear?: number | undefined;
}

/** One reading of a workbook. A file is read again after each answer; `rev` tells its readings apart. */
export function readWorkbookRequest(
  { uploadId, messageId }: { readonly uploadId: string; readonly messageId: string },
  userId: string,
  { accepted, fiscalYear }: Answers,
  rev: number,
): WorkRequest {
  const year = fiscalYear === undefined ? {} : { fiscalYear };
  return {
    id: `read-${uploadId}-${rev}`,
    name: READ_WORKBOOK,
    args: { uploadId, messageId, userId, accepted: accepted.join('\n'), ...year },
  };
}

/**
 * A file in 1:1 chat. Only the finance role's is read; everybody else is told kindly, and nothing of it is kept. A member
 * is named in the audit entry, anybody else is not: a citizen who sends evidence by mistake must leave no trace.
 */
export async function takeFile(talk: Talk, input: Extract<Input, { kind: 'file' }>): Promise<Outcome> {
  const { userId } = talk.event;
  const member = await memberOf(talk.tx, userId);
  if (userId === undefined || !holds(member, 'finance')) {
    return {
      reply: [say(t.fileRefused)],
      audit: [
        {
          actor: member && userId ? { kind: 'member', userId } : { kind: 'program' },
          action: 'budget.file-refused',
          subject: 'file',
          detail: { sizeBytes: input.sizeBytes, member: member !== undefined },
        },
      ],
    };
  }
  if (input.sizeBytes > MAX_FILE_BYTES) return { reply: [say(`${t.fileTooLarge}\n${t.notStored}`)] };
  const uploadId = talk.random.uuid();
  return {
    flow: { step: 'reading', uploadId } satisfies BudgetFlow,
    work: [
      readWorkbookRequest({ uploadId, messageId: input.messageId }, userId, { accepted: [] }, talk.nextRev),
    ],
  };
}

/** ยกเลิก: the preview and its lines are removed at once. */
export async function cancelUpload(talk: Talk, flow: BudgetFlow): Promise<Outcome> {
  const reply = [say(t.cancelled)];
  if (!('uploadId' in flow)) return { reply, flow: null };
  const upload = await budgetUpload(talk.tx, flow.uploadId);
  if (upload?.data.status !== 'preview') return { reply, flow: null };
  const chunks = Array.from({ length: upload.data.chunkCount }, (_, n) =>
    remove(ref(budgetChunks, chunkId(upload.id, n))),
  );
  return { reply, flow: null, writes: [remove(ref(budgetUploads, upload.id)), ...chunks] };
}
