import { applyOutcome } from '../commit/apply-outcome.ts';
import type { ReplyToGive } from '../commit/apply-reply.ts';
import type { NewPost } from '../commit/outcome.ts';
import { ref, type Stored, type Transaction } from '../store/store.ts';
import { adminNews } from './admin-news.ts';
import type { OutboxDeps } from './deps.ts';
import { monthOf } from './quota.ts';
import { type Post, posts, type ReplyRow, type RideMonth, replyRows, rides } from './records.ts';
import { rideShardOf } from './ride-months.ts';
import { outboxText } from './text.ts';

/** LINE promises a minute; a few seconds are left for the way there. */
const TOKEN_LIFE_MS = 50_000;
/** Tries with one token. */
const MAX_TRIES = 4;
const FIRST_PAUSE_MS = 200;

/** The kind of a post that is an answer whose token did not work. */
export const ANSWER = 'answer';

type Given =
  | 'given'
  | 'not-given'
  | 'unsure'
  /** LINE refused the answer for what rode on it; it was given without. */
  | 'given-alone';

/** What LINE says of a token that does not work; any other refusal is about the messages. */
const TOKEN_REFUSED = /reply token/i;

/**
 * Gives an answer with its reply token, then settles its row and the posts that ride on it.
 *
 * A reply has no retry key, but its token works once: after a try with an unknown end, the same token is simply used
 * again, and LINE's "invalid token" within the token's life means that the first try had arrived. `triedBefore` says
 * that an earlier try may have happened (a crash left the row behind).
 */
export async function giveReply(toGive: ReplyToGive, triedBefore: boolean, deps: OutboxDeps): Promise<Given> {
  const { row } = toGive;
  let maybeGiven = triedBefore;
  let given: Given | undefined;
  for (let attempt = 0; attempt < MAX_TRIES && given === undefined; attempt += 1) {
    if (deps.clock.now() - row.receivedAtMs > TOKEN_LIFE_MS) break;
    if (attempt > 0) await deps.clock.sleep(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + deps.random.fraction()));
    const result = await deps.line.reply(row.replyToken, row.messages);
    if (
      result.kind === 'refused' &&
      !maybeGiven &&
      row.riders.length > 0 &&
      !TOKEN_REFUSED.test(result.reason)
    ) {
      given = await giveAlone(row, deps);
      break;
    }
    if (result.kind === 'sent' || result.kind === 'sent-before') given = 'given';
    else if (result.kind === 'refused' || result.kind === 'month-limit')
      given = maybeGiven ? afterDoubt(row, deps) : 'not-given';
    else if (result.kind === 'unknown') maybeGiven = true;
  }
  const settled = given ?? (maybeGiven ? 'unsure' : 'not-given');
  await deps.store.transact((tx) => settle(tx, toGive, settled, deps));
  return settled;
}

/**
 * What "invalid token" says after a try with an unknown end: within the token's life, that the first try arrived. Older
 * tokens may simply have run out; their life is counted from the event itself, for LINE may deliver it late.
 */
function afterDoubt(row: ReplyRow, deps: OutboxDeps): Given {
  return deps.clock.now() - row.eventAtMs <= TOKEN_LIFE_MS ? 'given' : 'unsure';
}

/** The same token again, without what rode along: a card that LINE refuses must not keep people from their answers. */
async function giveAlone(row: ReplyRow, deps: OutboxDeps): Promise<Given> {
  const own = row.messages.slice(await riderMessages(row, deps));
  if (own.length === 0) return 'given-alone';
  const result = await deps.line.reply(row.replyToken, own);
  return result.kind === 'sent' || result.kind === 'sent-before' ? 'given-alone' : 'not-given';
}

async function riderMessages(row: ReplyRow, { store }: OutboxDeps): Promise<number> {
  const riders = await Promise.all(row.riders.map((id) => store.get(ref(posts, id))));
  return riders.reduce((sum, rider) => sum + (rider?.data.messages.length ?? 0), 0);
}

async function settle(
  tx: Transaction,
  { id, row }: ReplyToGive,
  given: Given,
  deps: OutboxDeps,
): Promise<void> {
  if (!(await tx.get(ref(replyRows, id)))) return;
  const nowMs = deps.clock.now();
  const riders: Stored<Post>[] = [];
  for (const postId of row.riders) {
    const rider = await tx.get(ref(posts, postId));
    if (rider?.data.status === 'riding') riders.push(rider);
  }
  // The riders stand first in the answer and go their own way: pushed with it they would reach the chat twice (G5).
  const own = row.messages.slice(riders.reduce((sum, { data }) => sum + data.messages.length, 0));
  const isGiven = given === 'given' || given === 'given-alone';
  const fallback = isGiven ? [] : fallbackPost(id, row.mustReach, own, nowMs);
  const news =
    given === 'unsure' && riders.length > 0
      ? await adminNews(tx, 'unsure', outboxText.unsure(nameOf(riders[0]?.data.kind)), deps)
      : [];
  const chatId = riders[0]?.data.chatId;
  const queue = chatId === undefined ? undefined : await tx.get(ref(rides, chatId));
  const month = rideShardOf(monthOf(nowMs), id);
  const rode = given === 'given' && riders.length > 0 ? (await tx.get(month))?.data : undefined;
  const occasion = {
    id: `settle-${id}`,
    feature: 'outbox',
    receivedAtMs: nowMs,
  };
  await applyOutcome(tx, occasion, { posts: [...fallback, ...news] }, deps);
  tx.remove(ref(replyRows, id));
  if (given === 'given' && chatId !== undefined) tx.set(month, withRides(rode, chatId, riders.length));
  for (const { id: postId, data } of riders) tx.set(ref(posts, postId), ridden(data, given, nowMs));
  if (given === 'not-given' && chatId !== undefined) {
    tx.set(ref(rides, chatId), {
      postIds: [...[...riders, ...fallback].map((post) => post.id), ...(queue?.data.postIds ?? [])],
    });
  }
}

function ridden(post: Post, given: Given, nowMs: number): Post {
  if (given === 'given') return { ...post, status: 'sent', sentAtMs: nowMs, via: 'reply' };
  if (given === 'unsure') return { ...post, status: 'unsure', problem: 'reply-unknown' };
  // Whether the card itself is bad is found out by the push.
  if (given === 'given-alone') return { ...post, status: 'waiting', nextAttemptAtMs: nowMs };
  return { ...post, status: 'waiting' };
}

function withRides(before: RideMonth | undefined, chatId: string, count: number): RideMonth {
  const { users = 0, groups = {} } = before ?? {};
  return chatId.startsWith('U')
    ? { users: users + count, groups }
    : { users, groups: { ...groups, [chatId]: (groups[chatId] ?? 0) + count } };
}

function fallbackPost(
  id: string,
  chatId: string | undefined,
  messages: Post['messages'],
  nowMs: number,
): readonly NewPost[] {
  if (chatId === undefined) return [];
  return [
    {
      id: `answer-${id}`,
      kind: ANSWER,
      chatId,
      messages,
      dueAtMs: nowMs,
      pushAfterMs: nowMs,
      critical: true,
    },
  ];
}

/** What a post is called in a sentence. */
export function nameOf(kind: string | undefined): string {
  return outboxText.kinds[kind ?? ''] ?? outboxText.unknownKind;
}
