import type { NoticeContent, NoticeLogBody } from '../../shared/notices/notice-api.ts';
import { DISSEMINATION_MAX, EDITIONS_MAX, SCHEDULE_DAYS_MAX } from '../../shared/notices/notice-limits.ts';
import { outOfQuiet } from '../../shared/people/quiet-hours.ts';
import { type Day, dayOf, epochMsOf } from '../../shared/thai/days.ts';
import type { NewPost, Write } from '../commit/outcome.ts';
import { set } from '../commit/outcome.ts';
import { posts } from '../outbox/records.ts';
import { MAX_MEMBERS } from '../people/records.ts';
import { ref, type Transaction } from '../store/store.ts';
import { changed, type NoticeChanged, type NoticeEdit, refused } from './changed.ts';
import type { NoticeDeps } from './deps.ts';
import { activeMembers, noticeSettingsOf, quietOf } from './read-notices.ts';
import { type GroupDelivery, type Notice, noticeFiles, notices, remindPostId } from './records.ts';
import { groupPost, openGroup } from './send.ts';
import { noticesText as t } from './text.ts';

type Reads = Pick<Transaction, 'get' | 'query'>;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes a draft. */
export async function createNotice(
  tx: Reads,
  edit: NoticeEdit,
  content: NoticeContent,
  correctsId?: string,
): Promise<NoticeChanged> {
  const checked = await checkContent(tx, content, true);
  if (checked.problem) return checked.problem;
  if (correctsId !== undefined && !(await tx.get(ref(notices, correctsId)))) return { kind: 'gone' };
  const draft: Notice = {
    content,
    status: 'draft',
    authorId: edit.userId,
    edition: 1,
    deliveries: [],
    log: [],
    ...(correctsId === undefined ? {} : { correctsId }),
    orderMs: edit.nowMs,
    rev: 1,
  };
  return changed(edit, draft, 'drafted', { kind: content.kind }, { writes: checked.writes });
}

/**
 * Changes what a notice says. Before it is sent everything may change. Afterwards only words, link and picture: groups that
 * have it keep what they have, and those that still wait get the new edition instead of the old (their waiting post is
 * withdrawn in the same transaction, so no group gets both).
 */
export async function editNotice(
  tx: Reads,
  edit: NoticeEdit,
  rev: number,
  content: NoticeContent,
  deps: NoticeDeps,
): Promise<NoticeChanged> {
  const before = (await tx.get(ref(notices, edit.id)))?.data;
  if (!before) return { kind: 'gone' };
  if (before.rev !== rev) return { kind: 'stale' };
  if (before.status === 'cancelled') return refused(t.notEditable);
  const isOut = before.status === 'posted';
  const checked = await checkContent(tx, content, !isOut);
  if (checked.problem) return checked.problem;
  const after = { ...before, content, rev: before.rev + 1 };
  if (!isOut) {
    const orderMs = before.status === 'draft' ? edit.nowMs : before.orderMs;
    return changed(edit, { ...after, orderMs }, 'edited', { edition: 1 }, { writes: checked.writes });
  }
  const sameGroups = [...content.groupIds].sort().join() === [...before.content.groupIds].sort().join();
  if (content.kind !== before.content.kind || !sameGroups) return refused(t.kindStays, 'content.groupIds');
  if (before.edition >= EDITIONS_MAX) return refused(t.editionsFull);
  const next: Notice = { ...after, edition: before.edition + 1 };
  const cancelPosts: string[] = [];
  const newPosts: NewPost[] = [];
  const deliveries: GroupDelivery[] = [];
  for (const delivery of before.deliveries) {
    const { postId, groupId } = delivery;
    const status = postId === undefined ? undefined : (await tx.get(ref(posts, postId)))?.data.status;
    const group = await openGroup(tx, groupId);
    if (postId === undefined || !group || (status !== 'waiting' && status !== 'parked')) {
      deliveries.push(delivery);
      continue;
    }
    const post = await groupPost(tx, { id: edit.id, notice: next, groupId, group }, edit.nowMs, deps);
    cancelPosts.push(postId);
    newPosts.push(post);
    deliveries.push({ groupId, postId: post.id, edition: next.edition, withoutPicture: false });
  }
  return changed(
    edit,
    { ...next, deliveries, nextCheckAtMs: edit.nowMs },
    'edited',
    { edition: next.edition, groups: newPosts.length, groupsBefore: deliveries.length - newPosts.length },
    { writes: checked.writes, cancelPosts, posts: newPosts },
  );
}

/**
 * When a notice is due: at once, or at a time ahead that lies out of the quiet hours (`moved`: they came in between). At once may
 * be at night: then it rides on answers to people who are awake, and its push waits for the morning.
 */
export async function sendTime(
  tx: Reads,
  at: 'now' | { readonly day: Day; readonly hour: number; readonly minute: number },
  nowMs: number,
): Promise<{ readonly atMs: number; readonly moved: boolean } | { readonly sentence: string }> {
  const wantedMs = at === 'now' ? nowMs : epochMsOf(at.day, at.hour, at.minute);
  if (wantedMs < nowMs) return { sentence: t.whenPast };
  if (wantedMs > nowMs + SCHEDULE_DAYS_MAX * DAY_MS) return { sentence: t.whenFar };
  if (at === 'now') return { atMs: nowMs, moved: false };
  const atMs = outOfQuiet(wantedMs, quietOf(await noticeSettingsOf(tx)));
  return { atMs, moved: atMs !== wantedMs };
}

/** Sets the time of a draft, or another time for a notice that is not yet due. */
export async function scheduleNotice(
  tx: Reads,
  edit: NoticeEdit,
  rev: number,
  at: Parameters<typeof sendTime>[1],
): Promise<NoticeChanged> {
  const before = (await tx.get(ref(notices, edit.id)))?.data;
  if (!before) return { kind: 'gone' };
  if (before.rev !== rev) return { kind: 'stale' };
  if (before.status !== 'draft' && before.status !== 'scheduled') return refused(t.notSchedulable);
  const checked = await checkContent(tx, before.content, true);
  if (checked.problem) return checked.problem;
  const time = await sendTime(tx, at, edit.nowMs);
  if ('sentence' in time) return refused(time.sentence, 'at');
  const { readByDay } = before.content;
  if (readByDay !== undefined && readByDay < dayOf(time.atMs))
    return refused(t.readByPast, 'content.readByDay');
  const after: Notice = {
    ...before,
    status: 'scheduled',
    sendAtMs: time.atMs,
    nextCheckAtMs: time.atMs,
    orderMs: time.atMs,
    rev: before.rev + 1,
  };
  return changed(edit, after, 'scheduled', { atMs: time.atMs });
}

/** Stops a notice: what has not been sent never is, reminders included. When every group has it there is nothing to stop. */
export async function cancelNotice(
  tx: Reads,
  edit: NoticeEdit,
  rev: number | undefined,
): Promise<NoticeChanged> {
  const before = (await tx.get(ref(notices, edit.id)))?.data;
  if (!before) return { kind: 'gone' };
  if (rev !== undefined && before.rev !== rev) return { kind: 'stale' };
  if (before.status === 'cancelled') return refused(t.noticeGone);
  const waiting: string[] = [];
  let isOut = false;
  for (const { postId } of before.deliveries) {
    const status = postId === undefined ? undefined : (await tx.get(ref(posts, postId)))?.data.status;
    if (postId !== undefined && (status === 'waiting' || status === 'parked')) waiting.push(postId);
    if (status === 'sent' || status === 'riding' || status === 'pushing' || status === 'unsure') isOut = true;
  }
  if (before.status === 'posted' && waiting.length === 0) return refused(t.tooLate);
  const reminders = before.reminding || before.remindedAtMs !== undefined ? await activeMembers(tx) : [];
  const reminderIds = isOut ? [] : reminders.slice(0, MAX_MEMBERS).map(({ id }) => remindPostId(edit.id, id));
  const { nextCheckAtMs: _next, remindAtMs, ...rest } = before;
  const after: Notice = {
    ...rest,
    // Groups that have it go on: their members are counted and reminded.
    ...(isOut && remindAtMs !== undefined ? { remindAtMs } : {}),
    status: isOut ? 'posted' : 'cancelled',
    ...(before.deliveries.length > 0 ? { nextCheckAtMs: edit.nowMs } : {}),
    rev: before.rev + 1,
  };
  return changed(
    edit,
    after,
    'cancelled',
    { groups: waiting.length },
    { cancelPosts: [...waiting, ...reminderIds] },
  );
}

/** Writes down where else a notice was made known, with its proof. */
export async function logNotice(tx: Reads, edit: NoticeEdit, body: NoticeLogBody): Promise<NoticeChanged> {
  const before = (await tx.get(ref(notices, edit.id)))?.data;
  if (!before) return { kind: 'gone' };
  if (before.rev !== body.rev) return { kind: 'stale' };
  if (before.log.length >= DISSEMINATION_MAX) return refused(t.logFull);
  const day = body.day as Day;
  const atMs = body.hour === undefined ? undefined : epochMsOf(day, body.hour, body.minute ?? 0);
  if (day > dayOf(edit.nowMs) || (atMs ?? 0) > edit.nowMs) return refused(t.logAhead, 'day');
  const used = await useFiles(tx, [body.pictureId]);
  if (!used) return refused(t.pictureUnknown, 'pictureId');
  const entry = {
    channel: body.channel,
    day,
    byId: edit.userId,
    ...(atMs === undefined ? {} : { atMs }),
    ...(body.url === undefined ? {} : { url: body.url }),
    ...(body.pictureId === undefined ? {} : { pictureId: body.pictureId }),
    ...(body.note ? { note: body.note } : {}),
  };
  const after = { ...before, log: [...before.log, entry], rev: before.rev + 1 };
  return changed(edit, after, 'logged', { channel: body.channel, day }, { writes: used });
}

/** Groups must take notices and files must be there; files in use are not swept away any more. */
async function checkContent(
  tx: Reads,
  { groupIds, pictureId, link }: NoticeContent,
  withGroups: boolean,
): Promise<{ readonly problem?: NoticeChanged; readonly writes: readonly Write[] }> {
  if (withGroups) {
    for (const groupId of groupIds)
      if (!(await openGroup(tx, groupId)))
        return { problem: refused(t.groupNotOpen, 'content.groupIds'), writes: [] };
  }
  const used = await useFiles(tx, [pictureId, link?.kind === 'document' ? link.fileId : undefined]);
  return used ? { writes: used } : { problem: refused(t.pictureUnknown, 'content.pictureId'), writes: [] };
}

/** Marks public files as used; undefined when one of them is not there. */
async function useFiles(
  tx: Reads,
  ids: readonly (string | undefined)[],
): Promise<readonly Write[] | undefined> {
  const writes: Write[] = [];
  for (const id of ids) {
    if (id === undefined) continue;
    const file = (await tx.get(ref(noticeFiles, id)))?.data;
    if (!file || file.use === 'gift') return undefined;
    const { unusedUntilMs, ...kept } = file;
    if (unusedUntilMs !== undefined) writes.push(set(ref(noticeFiles, id), kept));
  }
  return writes;
}
