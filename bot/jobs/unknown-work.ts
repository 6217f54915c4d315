import { applyOutcome } from '../commit/apply-outcome.ts';
import { adminNews } from '../outbox/admin-news.ts';
import type { OutboxDeps } from '../outbox/deps.ts';
import { outboxText } from '../outbox/text.ts';
import { ref, type Transaction } from '../store/store.ts';
import { workRows } from './records.ts';

/** A program of another version, or one that finds its key again, may still know the work; an hour passes between tries. */
const PAUSE_MS = 60 * 60 * 1000;
/** Tries before the work is removed and the admins are told: a day. */
export const UNKNOWN_WORK_TRIES = 24;

/** Puts off work that cannot be opened or that no feature knows, so that it holds up no other, and removes it after a day. */
export async function passOverUnknown(tx: Transaction, id: string, deps: OutboxDeps): Promise<void> {
  const row = (await tx.get(ref(workRows, id)))?.data;
  const nowMs = deps.clock.now();
  if (!row || row.nextAttemptAtMs > nowMs) return;
  const unknownTries = (row.unknownTries ?? 0) + 1;
  if (unknownTries <= UNKNOWN_WORK_TRIES) {
    tx.set(ref(workRows, id), { ...row, unknownTries, nextAttemptAtMs: nowMs + PAUSE_MS });
    return;
  }
  const news = await adminNews(tx, 'lost-work', outboxText.lostWork, deps);
  const occasion = { id: `lost-work-${id}`, feature: 'outbox', receivedAtMs: nowMs };
  await applyOutcome(tx, occasion, { posts: news }, deps);
  tx.remove(ref(workRows, id));
}
