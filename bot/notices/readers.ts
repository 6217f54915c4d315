import type { NoticeReaders } from '../../shared/notices/notice-api.ts';
import { posts } from '../outbox/records.ts';
import { ref, type Transaction } from '../store/store.ts';
import { acksOf, activeMembers } from './read-notices.ts';
import { remindPostId } from './records.ts';
import { noticesText as t } from './text.ts';

/**
 * Who has acknowledged and who has not, among the people who are members now: for admins only, the caller sees to it. Who left
 * stands in neither list.
 */
export async function readersOf(
  tx: Pick<Transaction, 'get' | 'query'>,
  noticeId: string,
): Promise<NoticeReaders> {
  const [everybody, acks] = [await activeMembers(tx), await acksOf(tx, noticeId)];
  const atMs = new Map(acks.map(({ data }) => [data.userId, data.atMs]));
  const byName = [...everybody].sort((a, b) => a.data.name.localeCompare(b.data.name, 'th'));
  const notYet: NoticeReaders['notYet'] = [];
  for (const { id, data } of byName) {
    if (atMs.has(id)) continue;
    const reminder = await reminderOf(tx, noticeId, id);
    notYet.push({ name: data.name, unit: data.unit, reminder, reminderLabel: t.reminders[reminder] });
  }
  return {
    acknowledged: byName.flatMap(({ id, data: { name, unit } }) => {
      const at = atMs.get(id);
      return at === undefined ? [] : [{ name, unit, atMs: at }];
    }),
    notYet,
  };
}

async function reminderOf(
  tx: Pick<Transaction, 'get'>,
  noticeId: string,
  userId: string,
): Promise<'none' | 'waiting' | 'sent'> {
  const status = (await tx.get(ref(posts, remindPostId(noticeId, userId))))?.data.status;
  if (status === undefined || status === 'cancelled' || status === 'dead') return 'none';
  return status === 'waiting' || status === 'parked' ? 'waiting' : 'sent';
}
