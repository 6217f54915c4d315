import { applyOutcome } from '../commit/apply-outcome.ts';
import type { NewPost } from '../commit/outcome.ts';
import { MAX_PAGE, ref, type Stored, type Transaction } from '../store/store.ts';
import { adminNews } from './admin-news.ts';
import { openReply } from './closed-reply.ts';
import type { OutboxDeps } from './deps.ts';
import { nameOf } from './give-reply.ts';
import { type ClosedReplyRow, type Post, posts, replyRows } from './records.ts';
import { outboxText } from './text.ts';

/** Answers that wait at one moment, in pages: far beyond what a few seconds bring. */
const ROW_PAGES = 10;

/**
 * Removes an answer that was closed with a key that is lost: nobody can ever give it. The posts that rode on it stood inside
 * and are found as those that ride on no answer that can be opened. Whether they were seen nobody can tell any more, so they
 * are not shown again (G5) but left unsure, and the admins are told.
 */
export async function dropLostReply(tx: Transaction, id: string, deps: OutboxDeps): Promise<void> {
  const rows = await waitingRows(tx);
  const riding = await tx.query({
    collection: posts,
    where: [['status', '==', 'riding']],
    orderBy: { field: 'nextAttemptAtMs', direction: 'asc' },
    limit: MAX_PAGE,
  });
  // Too many to say who rides on what; the row stays for a calmer moment.
  if (!rows) return;
  const claimed = new Set(rows.flatMap((row) => openReply(row.id, row.data, deps.keys)?.riders ?? []));
  const stranded = riding.filter((post) => !claimed.has(post.id));
  const nowMs = deps.clock.now();
  const news: NewPost[] = [];
  const [first] = stranded;
  if (first) {
    news.push(...(await adminNews(tx, 'lost-reply', outboxText.lostReply(nameOf(first.data.kind)), deps)));
  }
  await applyOutcome(tx, { id: `lost-${id}`, feature: 'outbox', receivedAtMs: nowMs }, { posts: news }, deps);
  tx.remove(ref(replyRows, id));
  for (const { id: postId, data } of stranded) {
    const unsure: Post = { ...data, status: 'unsure', problem: 'reply-lost' };
    tx.set(ref(posts, postId), unsure);
  }
}

async function waitingRows(tx: Transaction): Promise<readonly Stored<ClosedReplyRow>[] | undefined> {
  const rows: Stored<ClosedReplyRow>[] = [];
  for (let page = 0; page < ROW_PAGES; page += 1) {
    const after = rows.at(-1);
    const found = await tx.query({
      collection: replyRows,
      limit: MAX_PAGE,
      ...(after ? { after } : {}),
    });
    rows.push(...found);
    if (found.length < MAX_PAGE) return rows;
  }
  return undefined;
}
