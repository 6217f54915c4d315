import { laneOf } from '../audit/chain.ts';
import { type Work, type WorkRow, workRows } from '../jobs/records.ts';
import { ref, type Transaction } from '../store/store.ts';
import { prepareAudit } from './apply-audit.ts';
import { prepareFlow } from './apply-flow.ts';
import { preparePosts } from './apply-posts.ts';
import { prepareReply, type ReplyToGive } from './apply-reply.ts';
import type { CommitDeps } from './commit-deps.ts';
import type { Occasion } from './occasion.ts';
import type { Outcome, WorkRequest } from './outcome.ts';

/** Work is leased to whoever commits it for this long; then the sweeper takes it. */
export const WORK_LEASE_MS = 90_000;

/** What is left to do once the transaction is durable. */
export interface Aftermath {
  readonly reply?: ReplyToGive;
  readonly workIds: readonly string[];
}

/**
 * Writes everything an outcome says, in the caller's transaction: documents, flow, audit entries, posts, the answer's row
 * and work. Reads first, then writes, so it must come after the last read and before any write of the caller.
 */
export async function applyOutcome(
  tx: Transaction,
  occasion: Occasion,
  outcome: Outcome,
  deps: CommitDeps,
): Promise<Aftermath> {
  const now = deps.clock.now();
  const writeFlow = await prepareFlow(tx, occasion, outcome, deps);
  const lane = occasion.chat || occasion.isByPerson ? laneOf(occasion.id) : 0;
  const writeAudit = await prepareAudit(tx, outcome.audit ?? [], now, lane);
  const posted = await preparePosts(tx, outcome, occasion.chat?.id, now, deps.random);
  const reply = await prepareReply(tx, occasion, outcome, now, posted, deps);
  const work: { readonly id: string; readonly row: WorkRow }[] = [];
  for (const request of outcome.work ?? []) {
    if (await tx.get(ref(workRows, request.id))) continue;
    work.push({ id: request.id, row: workRow(request, occasion, now, deps) });
  }

  for (const write of outcome.writes ?? []) {
    if (write.kind === 'remove' || write.data === undefined) tx.remove(write.ref);
    else if (write.kind === 'create') tx.create(write.ref, write.data);
    else tx.set(write.ref, write.data);
  }
  writeFlow();
  writeAudit();
  posted.write();
  reply.write();
  for (const { id, row } of work) tx.create(ref(workRows, id), row);
  return {
    ...(reply.toGive ? { reply: reply.toGive } : {}),
    workIds: work.map(({ id }) => id),
  };
}

function workRow(request: WorkRequest, occasion: Occasion, nowMs: number, deps: CommitDeps): WorkRow {
  const { chat, replyToken, receivedAtMs, eventAtMs } = occasion;
  const work: Work = {
    name: request.name,
    args: request.args,
    ...(chat ? { chat } : {}),
    ...(replyToken ? { replyToken } : {}),
    receivedAtMs,
    ...(eventAtMs === undefined ? {} : { eventAtMs }),
  };
  return {
    closedWork: deps.keys.closeFor(`work/${request.id}`, work),
    attempts: 0,
    nextAttemptAtMs: nowMs + WORK_LEASE_MS,
  };
}
