import { outOfQuiet } from '../../shared/people/quiet-hours.ts';
import { addDays, dayOf, epochMsOf } from '../../shared/thai/days.ts';
import type { NewPost } from '../commit/outcome.ts';
import { type Member, members } from '../people/records.ts';
import { ref, type Stored, type Transaction } from '../store/store.ts';
import { reminderCard } from './cards.ts';
import { noticeSettingsOf, quietOf } from './read-notices.ts';
import { ackId, type Notice, noticeAcks, remindPostId } from './records.ts';

type Reads = Pick<Transaction, 'get' | 'query'>;

/** The kind of these posts. */
export const REMINDER = 'notice-reminder';
/** Members whom one transaction reminds; the next one takes the rest. */
const REMIND_BATCH = 50;
/** A reminder that no answer gave a ride is pushed at this hour. */
const PUSH_HOUR = 9;
/** Who was reminded is of no use for longer. */
const KEPT_DAYS = 90;

/** What reminding changes. */
export interface Reminded {
  readonly posts: readonly NewPost[];
  readonly changes: Partial<Notice>;
  /** Reminders will still be due, or are being made. */
  readonly isWaiting: boolean;
  /** More members are to be looked at at once. */
  readonly again: boolean;
  readonly atMs?: number;
}

/**
 * Reminds the next members who have not acknowledged, each once and in the 1:1 chat only. A reminder rides on the account's
 * next answer to that person; it is pushed some days later (settings), out of the quiet hours, and never from the reserve.
 * People who blocked the account stay among those who have not: LINE takes the push and shows it to nobody.
 */
export async function remindBatch(tx: Reads, id: string, notice: Notice, nowMs: number): Promise<Reminded> {
  const { remindAtMs, remindedAtMs, reminding } = notice;
  if (remindAtMs === undefined || remindedAtMs !== undefined)
    return { posts: [], changes: {}, isWaiting: false, again: false };
  if (remindAtMs > nowMs) return { posts: [], changes: {}, isWaiting: true, again: false, atMs: remindAtMs };
  const batch = await nextMembers(tx, reminding?.after);
  const last = batch.at(-1);
  const posts: NewPost[] = [];
  const settings = await noticeSettingsOf(tx);
  const quiet = quietOf(settings);
  const pushAfterMs = outOfQuiet(epochMsOf(addDays(dayOf(nowMs), settings.remindPushDays), PUSH_HOUR), quiet);
  for (const { id: userId } of batch) {
    if (await tx.get(ref(noticeAcks, ackId(id, userId)))) continue;
    posts.push({
      id: remindPostId(id, userId),
      kind: REMINDER,
      chatId: userId,
      messages: [reminderCard(id, notice.content)],
      dueAtMs: nowMs,
      pushAfterMs: Math.max(pushAfterMs, nowMs),
      keptDays: KEPT_DAYS,
      quiet,
      forMember: true,
    });
  }
  const more = last !== undefined && batch.length === REMIND_BATCH;
  return {
    posts,
    changes: more ? { reminding: { after: last.id } } : { remindedAtMs: nowMs },
    isWaiting: more,
    again: more,
  };
}

async function nextMembers(tx: Reads, after: string | undefined): Promise<readonly Stored<Member>[]> {
  const start = after === undefined ? undefined : await tx.get(ref(members, after));
  return tx.query({
    collection: members,
    where: [['status', '==', 'active']],
    limit: REMIND_BATCH,
    ...(start ? { after: start } : {}),
  });
}
