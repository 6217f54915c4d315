import { orderWarnings, proofWarnings } from '../../shared/notices/dissemination.ts';
import { noticeKind } from '../../shared/notices/kinds.ts';
import type { Delivery, NoticeSummary, NoticeView, NoticeWarning } from '../../shared/notices/notice-api.ts';
import { type Member, members } from '../people/records.ts';
import { ref, type Stored, type Transaction } from '../store/store.ts';
import { cardWorldOf, fileUrl } from './card-world.ts';
import { deliveriesOf, disseminationOf } from './deliveries.ts';
import type { NoticeDeps } from './deps.ts';
import { activeMembers, countAcks, holdsOne, WATCHERS, WRITERS } from './read-notices.ts';
import { ackId, type Notice, noticeAcks, noticeFiles } from './records.ts';
import { noticesText as t } from './text.ts';

type Reads = Pick<Transaction, 'get' | 'query' | 'count'>;

/** Who looks. */
export interface Reader {
  readonly userId: string;
  readonly member: Member;
}

/** Whether this person may know of the notice: what was posted is for every member, the rest for those who watch over it. */
export function mayRead({ status, postedAtMs }: Notice, { member }: Reader): boolean {
  return status === 'posted' || postedAtMs !== undefined || holdsOne(member, WATCHERS);
}

/** A notice on a list, as this person sees it. Nobody is named. */
export async function noticeSummary(
  tx: Reads,
  { id, data: notice }: Stored<Notice>,
  { userId }: Reader,
): Promise<NoticeSummary> {
  const { kind, title, readByDay, asksAck } = notice.content;
  const { label } = noticeKind(kind);
  const [ackCount, own] = await Promise.all([
    asksAck ? countAcks(tx, id) : 0,
    tx.get(ref(noticeAcks, ackId(id, userId))),
  ]);
  return {
    id,
    kind,
    kindLabel: notice.correctsId === undefined ? label : `${label} · ${t.corrected}`,
    title,
    status: notice.status,
    statusLabel: t.statuses[notice.status],
    ...(notice.sendAtMs === undefined ? {} : { sendAtMs: notice.sendAtMs }),
    ...(readByDay === undefined ? {} : { readByDay }),
    asksAck,
    ackCount,
    acknowledged: own !== undefined,
  };
}

/** A whole notice, as this person sees it: staff see no drafts, no groups and no warnings. */
export async function noticeView(
  tx: Reads,
  stored: Stored<Notice>,
  reader: Reader,
  deps: NoticeDeps,
): Promise<NoticeView> {
  const { data: notice } = stored;
  const { content } = notice;
  const watches = holdsOne(reader.member, WATCHERS);
  const writes = holdsOne(reader.member, WRITERS);
  const deliveries = await deliveriesOf(tx, notice);
  const world = await cardWorldOf(tx, content, deps);
  const isOpen = notice.status === 'draft' || notice.status === 'scheduled';
  const entries = disseminationOf(notice, deliveries);
  const pending = deliveries.some(({ state }) => state === 'waiting' || state === 'parked');
  return {
    ...(await noticeSummary(tx, stored, reader)),
    rev: notice.rev,
    text: content.text,
    ...(content.pictureId === undefined ? {} : { pictureId: content.pictureId }),
    ...(await pictureUrl(tx, content.pictureId, deps)),
    ...(content.link === undefined ? {} : { link: content.link }),
    ...(world.linkUrl === undefined ? {} : { linkUrl: world.linkUrl }),
    groupIds: watches ? content.groupIds : [],
    ...(watches && notice.correctsId !== undefined ? { correctsId: notice.correctsId } : {}),
    edition: notice.edition,
    memberCount: (await activeMembers(tx)).length,
    authorName: await nameOf(tx, notice.authorId),
    deliveries: watches ? [...deliveries] : [],
    disseminations: await Promise.all(
      entries.map(async ({ channel, day, atMs, url, pictureId, note, byId }) => ({
        channel,
        channelLabel: t.channels[channel],
        day,
        ...(atMs === undefined ? {} : { atMs }),
        ...(url === undefined ? {} : { url }),
        ...(await pictureUrl(tx, pictureId, deps)),
        ...(note === undefined ? {} : { note }),
        byName: byId === undefined ? '' : await nameOf(tx, byId),
      })),
    ),
    warnings: watches ? [...warningsOf(notice, deliveries)] : [],
    mayEdit: writes && notice.status !== 'cancelled',
    mayCancel: writes && (isOpen || pending),
    maySchedule: writes && isOpen,
    mayCorrect: writes && hasOlderEdition(notice, deliveries),
    maySeeReaders: reader.member.roles.includes('admin') && content.asksAck,
  };
}

/** What stands against a notice: order and proof, old editions, what LINE refused, a month that was too short. */
export function warningsOf(notice: Notice, deliveries: readonly Delivery[]): readonly NoticeWarning[] {
  const entries = disseminationOf(notice, deliveries);
  const isOut = notice.status === 'posted';
  const ordered = noticeKind(notice.content.kind).lineBeforeWebsite && (isOut || entries.length > 0);
  return [
    ...(ordered ? orderWarnings(entries) : proofWarnings(entries)),
    ...(hasOlderEdition(notice, deliveries) ? [{ code: 'older-edition', text: t.olderEdition }] : []),
    ...(deliveries.some(({ withoutPicture }) => withoutPicture)
      ? [{ code: 'picture-dropped', text: t.pictureDropped }]
      : []),
    ...(deliveries.some(({ state }) => state === 'parked')
      ? [{ code: 'month-too-short', text: t.monthTooShort }]
      : []),
  ];
}

function hasOlderEdition(notice: Notice, deliveries: readonly Delivery[]): boolean {
  return deliveries.some(
    ({ state, edition }) => edition < notice.edition && ['sent', 'sending', 'unsure'].includes(state),
  );
}

async function pictureUrl(
  tx: Pick<Transaction, 'get'>,
  pictureId: string | undefined,
  deps: NoticeDeps,
): Promise<{ readonly pictureUrl?: string }> {
  const file = pictureId === undefined ? undefined : (await tx.get(ref(noticeFiles, pictureId)))?.data;
  return file ? { pictureUrl: fileUrl(file.fileName, deps) } : {};
}

/** The name a person has or had at the office. */
export async function nameOf(tx: Pick<Transaction, 'get'>, userId: string): Promise<string> {
  return (await tx.get(ref(members, userId)))?.data.name ?? '';
}
