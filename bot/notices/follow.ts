import { type NewPost, type Outcome, set } from '../commit/outcome.ts';
import { monthOf } from '../outbox/quota.ts';
import { type Post, posts } from '../outbox/records.ts';
import { groups } from '../people/records.ts';
import { ref, type Transaction } from '../store/store.ts';
import type { NoticeDeps } from './deps.ts';
import { type GroupDelivery, type Notice, notices } from './records.ts';
import { remindBatch } from './remind.ts';
import { FOLLOW_EVERY_MS, groupPost, openGroup } from './send.ts';

type Reads = Pick<Transaction, 'get' | 'query'>;
type Ended = NonNullable<GroupDelivery['ended']>;

/** A post that is parked over the end of a month is pushed in the new one, unless it is older than this. */
const PARKED_RETRIED_MS = 45 * 24 * 60 * 60 * 1000;

interface Step {
  readonly delivery: GroupDelivery;
  readonly post?: NewPost;
  readonly pushNow?: string;
}

/**
 * Looks how the posts of a notice fared and does what follows: LINE refused the card with its picture → the text alone, once;
 * a new month began → what was parked is tried again; it ended well or not → that is kept. Then reminds. The notice is looked
 * at again until nothing is left to do.
 */
export async function followNotice(
  tx: Reads,
  id: string,
  notice: Notice,
  nowMs: number,
  deps: NoticeDeps,
): Promise<Outcome> {
  const steps: Step[] = [];
  for (const delivery of notice.deliveries)
    steps.push(await followDelivery(tx, id, notice, delivery, nowMs, deps));
  const deliveries = steps.map(({ delivery }) => delivery);
  const reminded = await remindBatch(tx, id, notice, nowMs);
  const isOver = deliveries.every(({ ended }) => ended !== undefined) && !reminded.isWaiting;
  const { nextCheckAtMs: _next, ...rest } = { ...notice, ...reminded.changes };
  const followed: Notice = {
    ...rest,
    deliveries,
    ...(isOver
      ? {}
      : { nextCheckAtMs: reminded.again ? nowMs : nextCheck(deliveries, reminded.atMs, nowMs) }),
  };
  return {
    posts: [...steps.flatMap(({ post }) => post ?? []), ...reminded.posts],
    pushNow: steps.flatMap(({ pushNow }) => pushNow ?? []),
    writes: [set(ref(notices, id), followed)],
  };
}

/** Soon while posts are on their way; else not before reminders are due. */
function nextCheck(
  deliveries: readonly GroupDelivery[],
  remindAtMs: number | undefined,
  nowMs: number,
): number {
  const soon = nowMs + FOLLOW_EVERY_MS;
  const isWaiting = deliveries.some(({ ended }) => ended === undefined);
  return isWaiting || remindAtMs === undefined ? soon : Math.max(soon, remindAtMs);
}

async function followDelivery(
  tx: Reads,
  id: string,
  notice: Notice,
  delivery: GroupDelivery,
  nowMs: number,
  deps: NoticeDeps,
): Promise<Step> {
  const { postId, groupId, ended } = delivery;
  if (ended || postId === undefined) return { delivery };
  const post = (await tx.get(ref(posts, postId)))?.data;
  if (!post) return { delivery: { ...delivery, ended: { state: 'unsure' } } };
  if (isRefused(post) && notice.content.pictureId !== undefined && !delivery.withoutPicture) {
    const group = await openGroup(tx, groupId);
    if (!group) return { delivery: { ...delivery, ended: { state: 'gone', atMs: nowMs } } };
    const plain = await groupPost(tx, { id, notice, groupId, group }, nowMs, deps, true);
    return { delivery: { ...delivery, postId: plain.id, withoutPicture: true }, post: plain };
  }
  if (post.status === 'parked') {
    const isNewMonth = monthOf(post.nextAttemptAtMs) !== monthOf(nowMs);
    const isFresh = nowMs - post.dueAtMs < PARKED_RETRIED_MS;
    return { delivery, ...(isNewMonth && isFresh ? { pushNow: postId } : {}) };
  }
  const end = await endOf(tx, post, nowMs);
  return { delivery: end ? { ...delivery, ended: end } : delivery };
}

function isRefused({ status, problem }: Post): boolean {
  return status === 'dead' && problem === 'refused-400';
}

async function endOf(tx: Reads, post: Post, nowMs: number): Promise<Ended | undefined> {
  switch (post.status) {
    case 'sent':
      return {
        state: 'sent',
        atMs: post.sentAtMs ?? nowMs,
        ...(post.via === undefined ? {} : { via: post.via }),
      };
    case 'unsure':
      return { state: 'unsure' };
    case 'dead':
      return { state: 'failed' };
    case 'cancelled': {
      const group = (await tx.get(ref(groups, post.chatId)))?.data;
      return { state: group?.status === 'linked' ? 'cancelled' : 'gone', atMs: nowMs };
    }
    default:
      return undefined;
  }
}
