import { outOfQuiet } from '../../shared/people/quiet-hours.ts';
import type { Day } from '../../shared/thai/days.ts';
import { epochMsOf } from '../../shared/thai/days.ts';
import { type NewPost, type Outcome, set } from '../commit/outcome.ts';
import { linkedGroup } from '../people/read-people.ts';
import type { Group } from '../people/records.ts';
import { ref, type Transaction } from '../store/store.ts';
import { cardWorldOf } from './card-world.ts';
import { noticeCard } from './cards.ts';
import type { NoticeDeps } from './deps.ts';
import { noticeSettingsOf, quietOf } from './read-notices.ts';
import { type GroupDelivery, type Notice, noticePostId, notices } from './records.ts';

type Reads = Pick<Transaction, 'get' | 'query'>;

/** The kind of these posts. */
export const NOTICE_POST = 'notice';
/** How soon the job looks how the posts of a notice fared. */
export const FOLLOW_EVERY_MS = 10 * 60 * 1000;
/** Reminders begin in the morning of the day by which a notice should have been read. */
const REMIND_HOUR = 9;

/** The group, if it takes notices now. */
export async function openGroup(tx: Reads, groupId: string): Promise<Group | undefined> {
  const group = await linkedGroup(tx, groupId);
  return group?.topics.includes('notices') ? group : undefined;
}

/** One group's post of a notice as it stands now. */
export async function groupPost(
  tx: Reads,
  { id, notice, groupId, group }: { id: string; notice: Notice; groupId: string; group: Group },
  nowMs: number,
  deps: NoticeDeps,
  plain = false,
): Promise<NewPost> {
  const quiet = quietOf(await noticeSettingsOf(tx));
  const world = await cardWorldOf(tx, notice.content, deps, !plain);
  const dueAtMs = Math.max(notice.sendAtMs ?? nowMs, 0);
  return {
    id: noticePostId(id, groupId, notice.edition, plain),
    kind: NOTICE_POST,
    chatId: groupId,
    messages: [noticeCard(id, notice.content, world, { corrects: notice.correctsId !== undefined })],
    dueAtMs,
    pushAfterMs: plain ? nowMs : outOfQuiet(Math.max(dueAtMs, nowMs) + group.pushAfterMs, quiet),
    quiet,
  };
}

/**
 * Makes the posts of a notice that is due, one a group, each with an id of its own (G5). A group that the account left, or
 * that takes no notices any more, gets none and is written down as such.
 */
export async function sendNotice(
  tx: Reads,
  id: string,
  notice: Notice,
  nowMs: number,
  deps: NoticeDeps,
): Promise<Outcome> {
  const posts: NewPost[] = [];
  const deliveries: GroupDelivery[] = [];
  for (const groupId of notice.content.groupIds) {
    const group = await openGroup(tx, groupId);
    const base = { groupId, edition: notice.edition, withoutPicture: false };
    if (!group) {
      deliveries.push({ ...base, ended: { state: 'gone', atMs: nowMs } });
      continue;
    }
    const post = await groupPost(tx, { id, notice, groupId, group }, nowMs, deps);
    posts.push(post);
    deliveries.push({ ...base, postId: post.id });
  }
  const { readByDay, asksAck } = notice.content;
  const posted: Notice = {
    ...notice,
    status: 'posted',
    postedAtMs: nowMs,
    deliveries,
    ...(asksAck && readByDay !== undefined ? { remindAtMs: epochMsOf(readByDay as Day, REMIND_HOUR) } : {}),
    nextCheckAtMs: nowMs + FOLLOW_EVERY_MS,
  };
  return {
    posts,
    writes: [set(ref(notices, id), posted)],
    audit: [
      {
        actor: { kind: 'program' },
        action: 'notices.posted',
        subject: id,
        detail: { groups: posts.length, gone: deliveries.length - posts.length },
      },
    ],
  };
}
