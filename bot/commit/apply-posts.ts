import { addDays, dayOf, epochMsOf } from '../../shared/thai/days.ts';
import { fitMessages } from '../line/fit-messages.ts';
import { type Post, posts, type Rides, rides } from '../outbox/records.ts';
import type { Random } from '../random.ts';
import { ref, type Stored, type Transaction } from '../store/store.ts';
import type { NewPost, Outcome } from './outcome.ts';

/** Posts that may wait in one chat. The oldest gives way: what waits is news, and old news is worth least. */
export const MAX_WAITING_POSTS = 10;
/** Posts stay this long as the record of what was sent. */
const POST_KEPT_DAYS = 400;

export interface PreparedPosts {
  /** The rides of a chat as they will be after this transaction; undefined when it does not touch them. */
  ridesOf(chatId: string): Rides | undefined;
  write(): void;
}

/** Reads what new and cancelled posts touch, and gives the function that writes them. Posts that exist stay as they are. */
export async function preparePosts(
  tx: Transaction,
  outcome: Outcome,
  chatId: string | undefined,
  nowMs: number,
  random: Random,
): Promise<PreparedPosts> {
  const changed = new Map<string, Post>();
  const queues = new Map<string, readonly string[]>();

  const queueOf = async (chatId: string): Promise<readonly string[]> =>
    queues.get(chatId) ?? (await tx.get(ref(rides, chatId)))?.data.postIds ?? [];
  const cancel = async (id: string, chatId: string, onlyKind?: string): Promise<boolean> => {
    const stored: Stored<Post> | undefined = await tx.get(ref(posts, id));
    const post = stored?.data;
    if (!post || (post.status !== 'waiting' && post.status !== 'parked')) return false;
    if (onlyKind !== undefined && post.kind !== onlyKind) return false;
    changed.set(id, { ...post, status: 'cancelled' });
    queues.set(
      chatId,
      (await queueOf(chatId)).filter((one) => one !== id),
    );
    return true;
  };

  for (const id of outcome.cancelPosts ?? []) {
    const stored = await tx.get(ref(posts, id));
    if (stored) await cancel(id, stored.data.chatId);
  }
  if (chatId !== undefined) {
    for (const kind of outcome.covers ?? []) {
      for (const id of await queueOf(chatId)) await cancel(id, chatId, kind);
    }
  }
  for (const id of outcome.pushNow ?? []) {
    const post = (await tx.get(ref(posts, id)))?.data;
    if (post?.status === 'waiting' || post?.status === 'parked')
      changed.set(id, { ...post, status: 'waiting', nextAttemptAtMs: nowMs });
  }
  for (const post of outcome.posts ?? []) {
    if (changed.has(post.id) || (await tx.get(ref(posts, post.id)))) continue;
    if (post.supersedes) {
      for (const id of await queueOf(post.chatId)) await cancel(id, post.chatId, post.kind);
    }
    const queue = await queueOf(post.chatId);
    const crowdedOut = queue.slice(0, Math.max(0, queue.length + 1 - MAX_WAITING_POSTS));
    for (const id of crowdedOut) await cancel(id, post.chatId);
    queues.set(post.chatId, [...(await queueOf(post.chatId)), post.id]);
    changed.set(post.id, waiting(post, nowMs, random));
  }
  return {
    ridesOf: (chatId) => {
      const postIds = queues.get(chatId);
      return postIds && { postIds };
    },
    write: () => {
      for (const [id, post] of changed) tx.set(ref(posts, id), post);
      for (const [chatId, postIds] of queues) writeRides(tx, chatId, postIds);
    },
  };
}

/** Writes the queue of a chat; an empty one leaves no document behind. */
export function writeRides(tx: Transaction, chatId: string, postIds: readonly string[]): void {
  if (postIds.length === 0) tx.remove(ref(rides, chatId));
  else tx.set(ref(rides, chatId), { postIds });
}

function waiting(post: NewPost, nowMs: number, random: Random): Post {
  return {
    kind: post.kind,
    chatId: post.chatId,
    messages: fitMessages(post.messages),
    status: 'waiting',
    dueAtMs: post.dueAtMs,
    nextAttemptAtMs: Math.max(post.pushAfterMs, post.dueAtMs),
    retryKey: random.uuid(),
    attempts: 0,
    critical: post.critical ?? false,
    ...(post.forMember ? { forMember: true } : {}),
    ...(post.quiet ? { quiet: post.quiet } : {}),
    // To the day it is due: the moment it was made may be the moment somebody filed.
    expiresAtMs: epochMsOf(addDays(dayOf(Math.max(nowMs, post.dueAtMs)), post.keptDays ?? POST_KEPT_DAYS)),
  };
}
