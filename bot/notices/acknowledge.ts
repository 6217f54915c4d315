import { create, type Outcome, set, type Write } from '../commit/outcome.ts';
import { say } from '../line/card.ts';
import { memberOf } from '../people/read-people.ts';
import { ref, type Transaction } from '../store/store.ts';
import { ackId, noticeAcks, noticeCounts, notices, remindPostId } from './records.ts';
import { noticesText as t } from './text.ts';

/** A group hears the count at most this often: sixty people tapping within an hour would else bring sixty messages. */
export const TELL_COUNT_EVERY_MS = 5 * 60 * 1000;

/** Who taps, and where. */
export interface AckTap {
  readonly noticeId: string;
  /** LINE promises it for messages only; without it nobody is counted. */
  readonly userId: string | undefined;
  /** Undefined in the 1:1 chat and in the mini-app. */
  readonly groupId: string | undefined;
  readonly nowMs: number;
}

/**
 * One tap on รับทราบ: a member counts once, nobody else counts. A group is told how many there are, never who; the reminder
 * that still waits for the person is withdrawn. `isCounted` tells whether the person stands among those who acknowledged.
 */
export async function acknowledge(
  tx: Pick<Transaction, 'get' | 'query'>,
  { noticeId, userId, groupId, nowMs }: AckTap,
): Promise<{ readonly outcome: Outcome; readonly isCounted: boolean }> {
  const inGroup = groupId !== undefined;
  const nothing = (words: string) => ({ outcome: { reply: inGroup ? [] : [say(words)] }, isCounted: false });
  const notice = (await tx.get(ref(notices, noticeId)))?.data;
  if (notice?.status !== 'posted' || !notice.content.asksAck) return nothing(t.noticeGone);
  const counted = (await tx.get(ref(noticeCounts, noticeId)))?.data ?? { count: 0, toldAtMs: {} };
  const tells = inGroup && Math.abs(nowMs - (counted.toldAtMs[groupId] ?? 0)) >= TELL_COUNT_EVERY_MS;
  const toldAtMs = tells ? { ...counted.toldAtMs, [groupId]: nowMs } : counted.toldAtMs;
  const told = (count: number): readonly Write[] =>
    tells ? [set(ref(noticeCounts, noticeId), { count, toldAtMs })] : [];
  if (userId === undefined) {
    const reply = tells || !inGroup ? [say(t.ackWithoutName)] : [];
    return { outcome: { reply, writes: told(counted.count) }, isCounted: false };
  }
  if (!(await memberOf(tx, userId))) return nothing(t.ackMembersOnly);
  const isSecond = (await tx.get(ref(noticeAcks, ackId(noticeId, userId)))) !== undefined;
  const count = counted.count + (isSecond ? 0 : 1);
  const reply = inGroup
    ? tells
      ? [say(t.ackTold(count))]
      : []
    : [say(isSecond ? t.ackBefore : t.ackTakenIn1to1(notice.content.title))];
  if (isSecond) return { outcome: { reply, writes: told(count) }, isCounted: true };
  return {
    outcome: {
      reply,
      writes: [
        create(ref(noticeAcks, ackId(noticeId, userId)), { noticeId, userId, atMs: nowMs }),
        set(ref(noticeCounts, noticeId), { count, toldAtMs }),
      ],
      cancelPosts: [remindPostId(noticeId, userId)],
      audit: [
        {
          actor: { kind: 'member', userId },
          action: 'notices.acknowledged',
          subject: noticeId,
          detail: { via: inGroup ? 'group' : 'own' },
        },
      ],
    },
    isCounted: true,
  };
}
