import { applyOutcome } from '../commit/apply-outcome.ts';
import type { Files } from '../files/files.ts';
import type { Job } from '../jobs/job.ts';
import type { OutboxDeps } from '../outbox/deps.ts';
import { ref, type Transaction } from '../store/store.ts';
import type { NoticeDeps } from './deps.ts';
import { followNotice } from './follow.ts';
import { noticeFiles, notices } from './records.ts';
import { sendNotice } from './send.ts';

/** Notices that one run looks at; the next run takes the rest. */
const NOTICE_BATCH = 50;
/** Uploads that one run removes. */
const FILE_BATCH = 50;

/**
 * Sends what is due and follows what was sent. Everything is decided in the transaction from what is stored, so a run after a
 * crash, a second one at once, or a clock that jumped neither loses a notice nor sends it twice (G5).
 */
export function noticesJob(outbox: OutboxDeps, deps: NoticeDeps): Job {
  return {
    name: 'notices',
    run: async () => {
      const due = await outbox.store.query({
        collection: notices,
        where: [['nextCheckAtMs', '<=', outbox.clock.now()]],
        orderBy: { field: 'nextCheckAtMs', direction: 'asc' },
        limit: NOTICE_BATCH,
      });
      for (const { id } of due) await outbox.store.transact((tx) => step(tx, id, outbox, deps));
    },
  };
}

async function step(tx: Transaction, id: string, outbox: OutboxDeps, deps: NoticeDeps): Promise<void> {
  const nowMs = outbox.clock.now();
  const notice = (await tx.get(ref(notices, id)))?.data;
  if (!notice || notice.nextCheckAtMs === undefined || notice.nextCheckAtMs > nowMs) return;
  const outcome =
    notice.status === 'scheduled'
      ? await sendNotice(tx, id, notice, nowMs, deps)
      : await followNotice(tx, id, notice, nowMs, deps);
  await applyOutcome(
    tx,
    { id: `notice-${id}-${nowMs}`, feature: 'notices', receivedAtMs: nowMs },
    outcome,
    outbox,
  );
}

/** Removes uploads that nothing came to use: the record first, so that nothing can come to use a file that is going. */
export function sweepNoticeFilesJob(
  { store, clock }: Pick<OutboxDeps, 'store' | 'clock'>,
  files: Files,
): Job {
  return {
    name: 'notices-sweep-files',
    run: async () => {
      const unused = await store.query({
        collection: noticeFiles,
        where: [['unusedUntilMs', '<=', clock.now()]],
        orderBy: { field: 'unusedUntilMs', direction: 'asc' },
        limit: FILE_BATCH,
      });
      for (const { id } of unused) {
        const name = await store.transact(async (tx) => {
          const file = (await tx.get(ref(noticeFiles, id)))?.data;
          if (file?.unusedUntilMs === undefined) return undefined;
          tx.remove(ref(noticeFiles, id));
          return file.fileName;
        });
        if (name !== undefined) await files.remove(name);
      }
    },
  };
}
