import { isQuiet, outOfQuiet } from '../../shared/people/quiet-hours.ts';
import { applyOutcome } from '../commit/apply-outcome.ts';
import { writeRides } from '../commit/apply-posts.ts';
import type { SendResult } from '../line/line.ts';
import { ref, type Transaction } from '../store/store.ts';
import { ADMIN_NEWS, adminNews } from './admin-news.ts';
import type { OutboxDeps } from './deps.ts';
import { ANSWER, nameOf } from './give-reply.ts';
import { mayPush, monthOf, othersSeen } from './quota.ts';
import { type Post, posts, quotaMonths, rides } from './records.ts';
import { outboxText } from './text.ts';

/** One push, LINE's answer included, fits well within; after it somebody else may try. */
const PUSH_LEASE_MS = 60_000;
/** A retry key lives 24 h ("Retry failed API requests"); trying later could reach people twice. */
const RETRY_KEY_LIFE_MS = 23 * 60 * 60 * 1000;
/** Tries before the first push goes out (group or quota cannot be asked): about a day with the pauses below. */
const MAX_ATTEMPTS = 40;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 60 * 60 * 1000;

type Step = 'not-due' | 'parked' | 'postponed' | 'sent' | 'dead' | 'unsure';

/**
 * Pushes a post whose time has come: counts its cost against the month (G6), leases it, sends it with its retry key,
 * and writes down what became of it. Safe to call twice at once and after a crash: the retry key lets LINE tell (G5).
 */
export async function pushPost(id: string, deps: OutboxDeps): Promise<Step> {
  const before = (await deps.store.get(ref(posts, id)))?.data;
  if (!before || !isDue(before, deps.clock.now())) return 'not-due';
  const held = quietEnd(before, deps.clock.now());
  if (held !== undefined) return deps.store.transact((tx) => hold(tx, id, held, deps));
  const toGroup = !before.chatId.startsWith('U');
  const quota = await deps.line.quota();
  const recipients = toGroup ? await deps.line.memberCount(before.chatId) : 1;
  if (!quota || recipients === undefined)
    return deps.store.transact((tx) => postpone(tx, id, 'no-quota', deps));

  const claimed = await deps.store.transact((tx) => claim(tx, id, { quota, recipients }, deps));
  if (typeof claimed === 'string') return claimed;
  const result = await deps.line.push(claimed.chatId, claimed.messages, claimed.retryKey);
  const step = await deps.store.transact((tx) => finish(tx, id, result, deps));
  deps.log.write({
    event: 'post',
    kind: claimed.kind,
    outcome: step,
    recipients,
  });
  return step;
}

function isDue(post: Post, nowMs: number): boolean {
  return (post.status === 'waiting' || post.status === 'pushing') && post.nextAttemptAtMs <= nowMs;
}

/** Until when a post that nobody has seen yet is held back, because people sleep. */
function quietEnd({ quiet, firstPushAtMs }: Post, nowMs: number): number | undefined {
  if (!quiet || firstPushAtMs !== undefined || !isQuiet(nowMs, quiet)) return undefined;
  return outOfQuiet(nowMs, quiet);
}

async function hold(tx: Transaction, id: string, untilMs: number, deps: OutboxDeps): Promise<Step> {
  const post = (await tx.get(ref(posts, id)))?.data;
  if (!post || !isDue(post, deps.clock.now())) return 'not-due';
  const held: Post = { ...post, nextAttemptAtMs: untilMs };
  tx.set(ref(posts, id), held);
  return 'postponed';
}

interface Cost {
  readonly quota: { readonly limit?: number; readonly used: number };
  readonly recipients: number;
}

async function claim(
  tx: Transaction,
  id: string,
  cost: Cost,
  deps: OutboxDeps,
): Promise<Post | 'not-due' | 'parked' | 'unsure'> {
  const nowMs = deps.clock.now();
  const post = (await tx.get(ref(posts, id)))?.data;
  if (!post || !isDue(post, nowMs)) return 'not-due';
  // Nobody looked after it for a day (the program stood still): LINE has forgotten the key.
  if (nowMs > keyEndsAtMs(post, nowMs)) return leaveUnsure(tx, id, post, deps);
  const month = ref(quotaMonths, monthOf(nowMs));
  const counted = (await tx.get(month))?.data;
  const pushed = counted?.pushed ?? 0;
  const others = othersSeen(counted?.others ?? 0, cost.quota.used, pushed);
  const queue = (await tx.get(ref(rides, post.chatId)))?.data.postIds ?? [];
  const reserve = post.critical ? 0 : await deps.quotaReserve(tx);
  const first = post.firstPushAtMs === undefined;
  if (first && !mayPush({ ...cost, pushed, others, reserve })) {
    const topic = `quota-${post.kind}`;
    const news =
      post.kind === ADMIN_NEWS ? [] : await adminNews(tx, topic, outboxText.parked(nameOf(post.kind)), deps);
    await applyOutcome(
      tx,
      { id: `park-${id}`, feature: 'outbox', receivedAtMs: nowMs },
      { posts: news },
      deps,
    );
    const parked: Post = { ...post, status: 'parked', problem: 'quota' };
    tx.set(ref(posts, id), parked);
    return 'parked';
  }
  const claimed: Post = {
    ...post,
    status: 'pushing',
    attempts: post.attempts + 1,
    firstPushAtMs: post.firstPushAtMs ?? nowMs,
    cost: post.cost ?? cost.recipients,
    nextAttemptAtMs: nowMs + PUSH_LEASE_MS,
  };
  tx.set(ref(posts, id), claimed);
  if (first) tx.set(month, { pushed: pushed + cost.recipients, others });
  // From here on it may have been seen: it must not ride any more.
  if (queue.includes(id))
    writeRides(
      tx,
      post.chatId,
      queue.filter((one) => one !== id),
    );
  return claimed;
}

async function finish(tx: Transaction, id: string, result: SendResult, deps: OutboxDeps): Promise<Step> {
  const nowMs = deps.clock.now();
  const post = (await tx.get(ref(posts, id)))?.data;
  if (post?.status !== 'pushing') return 'not-due';
  if (result.kind === 'sent' || result.kind === 'sent-before') {
    // An answer is nobody's record: once it was given, it goes.
    if (post.kind === ANSWER) tx.remove(ref(posts, id));
    else tx.set(ref(posts, id), sentPost(post, nowMs));
    return 'sent';
  }
  if (result.kind === 'unknown' || result.kind === 'rate-limited') return again(tx, id, post, deps);
  const monthLimit = result.kind === 'month-limit';
  // A refusal means that nobody got it and nothing was charged: unless an earlier try of this key had an unknown end.
  const month = ref(quotaMonths, monthOf(post.firstPushAtMs ?? nowMs));
  const counted = (await tx.get(month))?.data;
  const queue = (await tx.get(ref(rides, post.chatId)))?.data.postIds ?? [];
  const say = monthLimit ? outboxText.parked : outboxText.dead;
  const news =
    post.kind === ADMIN_NEWS ? [] : await adminNews(tx, `push-${post.kind}`, say(nameOf(post.kind)), deps);
  await applyOutcome(tx, { id: `dead-${id}`, feature: 'outbox', receivedAtMs: nowMs }, { posts: news }, deps);
  tx.set(month, { ...counted, pushed: Math.max(0, (counted?.pushed ?? 0) - (post.cost ?? 0)) });
  const { firstPushAtMs: _first, cost: _cost, ...rest } = post;
  const ended: Post = monthLimit
    ? { ...rest, status: 'parked', problem: 'month-limit' }
    : {
        ...rest,
        status: 'dead',
        problem: `refused-${result.status}`,
      };
  tx.set(ref(posts, id), ended);
  if (monthLimit && !queue.includes(id)) writeRides(tx, post.chatId, [...queue, id]);
  return monthLimit ? 'parked' : 'dead';
}

async function again(tx: Transaction, id: string, post: Post, deps: OutboxDeps): Promise<Step> {
  const nowMs = deps.clock.now();
  const nextAttemptAtMs = nowMs + pauseMs(post.attempts, deps);
  if (nextAttemptAtMs > keyEndsAtMs(post, nowMs)) return leaveUnsure(tx, id, post, deps);
  const later: Post = { ...post, nextAttemptAtMs };
  tx.set(ref(posts, id), later);
  return 'postponed';
}

function keyEndsAtMs(post: Post, nowMs: number): number {
  return (post.firstPushAtMs ?? nowMs) + RETRY_KEY_LIFE_MS;
}

/** LINE may have shown it; another try could show it twice. The admins can look. */
async function leaveUnsure(tx: Transaction, id: string, post: Post, deps: OutboxDeps): Promise<'unsure'> {
  const news =
    post.kind === ADMIN_NEWS
      ? []
      : await adminNews(tx, `unsure-${post.kind}`, outboxText.unsure(nameOf(post.kind)), deps);
  const occasion = { id: `unsure-${id}`, feature: 'outbox', receivedAtMs: deps.clock.now() };
  await applyOutcome(tx, occasion, { posts: news }, deps);
  const unsure: Post = { ...post, status: 'unsure', problem: 'push-unknown' };
  tx.set(ref(posts, id), unsure);
  return 'unsure';
}

async function postpone(tx: Transaction, id: string, problem: string, deps: OutboxDeps): Promise<Step> {
  const post = (await tx.get(ref(posts, id)))?.data;
  const nowMs = deps.clock.now();
  if (!post || !isDue(post, nowMs)) return 'not-due';
  const attempts = post.attempts + 1;
  if (attempts > MAX_ATTEMPTS) {
    if (post.firstPushAtMs !== undefined) return leaveUnsure(tx, id, post, deps);
    return parkUnasked(tx, id, post, problem, deps);
  }
  const later: Post = { ...post, attempts, nextAttemptAtMs: nowMs + pauseMs(attempts, deps) };
  tx.set(ref(posts, id), later);
  return 'postponed';
}

/** LINE could not be asked for a day what a push would cost: it waits for a free ride, and the admins are told. */
async function parkUnasked(
  tx: Transaction,
  id: string,
  post: Post,
  problem: string,
  deps: OutboxDeps,
): Promise<'parked'> {
  const news =
    post.kind === ADMIN_NEWS
      ? []
      : await adminNews(tx, `unasked-${post.kind}`, outboxText.unasked(nameOf(post.kind)), deps);
  const queue = (await tx.get(ref(rides, post.chatId)))?.data.postIds ?? [];
  const occasion = { id: `unasked-${id}`, feature: 'outbox', receivedAtMs: deps.clock.now() };
  await applyOutcome(tx, occasion, { posts: news }, deps);
  const parked: Post = { ...post, status: 'parked', problem };
  tx.set(ref(posts, id), parked);
  if (!queue.includes(id)) writeRides(tx, post.chatId, [...queue, id]);
  return 'parked';
}

function pauseMs(attempts: number, deps: OutboxDeps): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts, 20));
  return Math.round(pause * (0.5 + deps.random.fraction()));
}

function sentPost(post: Post, nowMs: number): Post {
  return { ...post, status: 'sent', sentAtMs: nowMs, via: 'push' };
}
