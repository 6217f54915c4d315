import { fitMessages } from '../line/fit-messages.ts';
import type { Message } from '../line/line.ts';
import { closeReply } from '../outbox/closed-reply.ts';
import { type Post, posts, type ReplyRow, replyRows, rides } from '../outbox/records.ts';
import { ref, type Stored, type Transaction } from '../store/store.ts';
import { type PreparedPosts, writeRides } from './apply-posts.ts';
import type { CommitDeps } from './commit-deps.ts';
import type { Occasion } from './occasion.ts';
import type { Outcome } from './outcome.ts';

/** LINE's limit on messages in one answer. */
export const MAX_REPLY_MESSAGES = 5;
/** Posts that ride on one answer; more would bury what was asked for. */
export const MAX_RIDERS = 2;
/** The committing process gives the answer itself within this time; then the sweeper does. */
export const REPLY_LEASE_MS = 15_000;

/** An answer that its row, `id`, keeps until it was given. */
export interface ReplyToGive {
  readonly id: string;
  readonly row: ReplyRow;
}

/**
 * Puts together the answer of an event: what the handler says, after the posts that ride on it. They come first, so that
 * the answer and its quick replies stand last, where the person looks.
 */
export async function prepareReply(
  tx: Transaction,
  occasion: Occasion,
  outcome: Outcome,
  nowMs: number,
  posted: PreparedPosts,
  { keys }: Pick<CommitDeps, 'keys'>,
): Promise<{ readonly toGive?: ReplyToGive; write(): void }> {
  const { chat, replyToken } = occasion;
  const own = fitMessages(outcome.reply ?? []).slice(0, MAX_REPLY_MESSAGES);
  if (!chat || !replyToken) return { write: () => {} };

  if (outcome.replyInPassing) return inPassing(occasion, own, nowMs);
  // The work answers with this token: posts that took it would leave the person without what was asked for.
  if (own.length === 0 && outcome.work && outcome.work.length > 0) return { write: () => {} };
  const queue = (posted.ridesOf(chat.id) ?? (await tx.get(ref(rides, chat.id)))?.data)?.postIds ?? [];
  const boarded: Stored<Post>[] = [];
  const gone: string[] = [];
  for (const id of queue) {
    if (boarded.length >= MAX_RIDERS) break;
    const stored = await tx.get(ref(posts, id));
    // A post of this very transaction is not stored yet: it rides next time.
    if (!stored) continue;
    const { status, dueAtMs, messages } = stored.data;
    if (status !== 'waiting' && status !== 'parked') gone.push(id);
    else if (dueAtMs <= nowMs && fits(own, boarded, messages)) boarded.push(stored);
  }
  const leaving = new Set([...boarded.map(({ id }) => id), ...gone]);
  const messages = [...boarded.flatMap(({ data }) => data.messages), ...own];
  const row: ReplyRow = {
    replyToken,
    messages,
    receivedAtMs: occasion.receivedAtMs,
    eventAtMs: Math.min(occasion.eventAtMs ?? occasion.receivedAtMs, occasion.receivedAtMs),
    ...(outcome.replyMustArrive ? { mustReach: chat.id } : {}),
    riders: boarded.map(({ id }) => id),
    leaseUntilMs: nowMs + REPLY_LEASE_MS,
  };
  return {
    ...(messages.length > 0 ? { toGive: { id: occasion.id, row } } : {}),
    write: () => {
      if (leaving.size > 0)
        writeRides(
          tx,
          chat.id,
          queue.filter((id) => !leaving.has(id)),
        );
      for (const { id, data } of boarded) {
        const riding: Post = { ...data, status: 'riding' };
        tx.set(ref(posts, id), riding);
      }
      if (messages.length > 0) tx.create(ref(replyRows, occasion.id), closeReply(occasion.id, row, keys));
    },
  };
}

/** An answer without a row: given once, by whoever committed it, or lost. Nothing rides on it. */
function inPassing(
  occasion: Occasion,
  messages: readonly Message[],
  nowMs: number,
): { readonly toGive?: ReplyToGive; write(): void } {
  const { replyToken, receivedAtMs, id, eventAtMs = receivedAtMs } = occasion;
  if (!replyToken || messages.length === 0) return { write: () => {} };
  const row = { replyToken, messages, receivedAtMs, eventAtMs, riders: [], leaseUntilMs: nowMs };
  return { toGive: { id, row }, write: () => {} };
}

function fits(own: readonly Message[], boarded: readonly Stored<Post>[], more: readonly Message[]): boolean {
  const riding = boarded.reduce((sum, { data }) => sum + data.messages.length, 0);
  return own.length + riding + more.length <= MAX_REPLY_MESSAGES;
}
