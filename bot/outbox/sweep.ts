import { workRows } from '../jobs/records.ts';
import { runWork, type WorkHandler } from '../jobs/work.ts';
import { MAX_PAGE } from '../store/store.ts';
import { openReply } from './closed-reply.ts';
import type { OutboxDeps } from './deps.ts';
import { dropLostReply } from './drop-lost-reply.ts';
import { giveReply } from './give-reply.ts';
import { pushPost } from './push-post.ts';
import { posts, replyRows } from './records.ts';

/** Rows of each kind that one sweep takes; the next sweep takes the rest. */
const SWEEP_BATCH = Math.min(100, MAX_PAGE);

/** Does everything that is due and was left: answers after a crash, work, posts whose time to be pushed has come. */
export async function sweep(handlers: readonly WorkHandler[], deps: OutboxDeps): Promise<void> {
  const nowMs = deps.clock.now();
  const replies = await deps.store.query({
    collection: replyRows,
    where: [['leaseUntilMs', '<=', nowMs]],
    orderBy: { field: 'leaseUntilMs', direction: 'asc' },
    limit: SWEEP_BATCH,
  });
  for (const { id, data } of replies) {
    const row = openReply(id, data, deps.keys);
    if (row) await giveReply({ id, row }, true, deps);
    // Closed with a key that is lost: nobody can ever give it.
    else await deps.store.transact((tx) => dropLostReply(tx, id, deps));
  }

  const work = await deps.store.query({
    collection: workRows,
    where: [['nextAttemptAtMs', '<=', nowMs]],
    orderBy: { field: 'nextAttemptAtMs', direction: 'asc' },
    limit: SWEEP_BATCH,
  });
  for (const { id } of work) {
    const aftermath = await runWork(id, handlers, deps);
    if (aftermath?.reply) await giveReply(aftermath.reply, false, deps);
  }

  for (const status of ['waiting', 'pushing'] as const) {
    const due = await deps.store.query({
      collection: posts,
      where: [
        ['status', '==', status],
        ['nextAttemptAtMs', '<=', nowMs],
      ],
      orderBy: { field: 'nextAttemptAtMs', direction: 'asc' },
      limit: SWEEP_BATCH,
    });
    for (const { id } of due) await pushPost(id, deps);
  }
}
