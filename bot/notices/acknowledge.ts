import { create, type Outcome, set, type Write } from '../commit/outcome.ts';
import { say } from '../line/card.ts';
import { memberOf } from '../people/read-people.ts';
import { ref, type Transaction } from '../store/store.ts';
import { countAcks } from './read-notices.ts';
import { ackId, noticeAcks, notices, noticeTold, remindPostId, toldId } from './records.ts';
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
 * that still waits for the person is withdrawn. `isCounted` tells whether the person stands among those who acknowledged. People
 * who tap in one moment write nothing in common but, once in a while, when their group was told.
 */
export async function acknowledge(
  tx: Pick<Transaction, 'get' | 'query' | 'count'>,
  { noticeId, userId, groupId, nowMs }: AckTap,
): Promise<{ readonly outcome: Outcome; readonly isCounted: boolean }> {
  const inGroup = groupId !== undefined;
  const nothing = (words: string) => ({ outcome: { reply: inGroup ? [] : [say(words)] }, isCounted: false });
  const notice = (await tx.get(ref(notices, noticeId)))?.data;
  if (notice?.status !== 'posted' || !notice.content.asksAck) return nothing(t.noticeGone);
  const told = inGroup ? ref(noticeTold, toldId(noticeId, groupId)) : undefined;
  const toldAtMs = told && ((await tx.get(told))?.data.atMs ?? 0);
  const tells = toldAtMs !== undefined && Math.abs(nowMs - toldAtMs) >= TELL_COUNT_EVERY_MS;
  const telling: readonly Write[] = told && tells ? [set(told, { atMs: nowMs })] : [];
  if (userId === undefined) {
    const reply = tells || !inGroup ? [say(t.ackWithoutName)] : [];
    return { outcome: { reply, writes: telling }, isCounted: false };
  }
  if (!(await memberOf(tx, userId))) return nothing(t.ackMembersOnly);
  const isSecond = (await tx.get(ref(noticeAcks, ackId(noticeId, userId)))) !== undefined;
  const inGroupReply = async () =>
    tells ? [say(t.ackTold((await countAcks(tx, noticeId)) + (isSecond ? 0 : 1)))] : [];
  const reply = inGroup
    ? await inGroupReply()
    : [say(isSecond ? t.ackBefore : t.ackTakenIn1to1(notice.content.title))];
  if (isSecond) return { outcome: { reply, writes: telling }, isCounted: true };
  return {
    outcome: {
      reply,
      writes: [
        create(ref(noticeAcks, ackId(noticeId, userId)), { noticeId, userId, atMs: nowMs }),
        ...telling,
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
