import type { DisseminationEntry } from '../../shared/notices/dissemination.ts';
import type { Delivery } from '../../shared/notices/notice-api.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { type Post, posts } from '../outbox/records.ts';
import { groups } from '../people/records.ts';
import { ref, type Transaction } from '../store/store.ts';
import type { GroupDelivery, Notice } from './records.ts';
import { noticesText as t } from './text.ts';

const STATES: Readonly<Record<Post['status'], Delivery['state']>> = {
  waiting: 'waiting',
  riding: 'sending',
  pushing: 'sending',
  parked: 'parked',
  sent: 'sent',
  unsure: 'unsure',
  dead: 'failed',
  cancelled: 'cancelled',
};

/** How a notice stands in each of its groups at this moment: by what ended, and for the rest by the posts themselves. */
export async function deliveriesOf(
  tx: Pick<Transaction, 'get'>,
  notice: Notice,
): Promise<readonly Delivery[]> {
  const planned: readonly GroupDelivery[] = notice.content.groupIds.map((groupId) => ({
    groupId,
    edition: notice.edition,
    withoutPicture: false,
  }));
  return Promise.all(
    (notice.status === 'posted' || notice.deliveries.length > 0 ? notice.deliveries : planned).map(
      async (delivery) => {
        const name = (await tx.get(ref(groups, delivery.groupId)))?.data.name;
        const now = await standing(tx, delivery);
        return {
          groupId: delivery.groupId,
          groupName: name || t.unnamedGroup,
          ...now,
          stateLabel: t.deliveries[now.state],
          edition: delivery.edition,
          withoutPicture: delivery.withoutPicture,
        };
      },
    ),
  );
}

async function standing(
  tx: Pick<Transaction, 'get'>,
  { ended, postId }: GroupDelivery,
): Promise<Pick<Delivery, 'state' | 'sentAtMs' | 'via'>> {
  if (ended) return { state: ended.state, ...sentFacts(ended.state, ended.atMs, ended.via) };
  if (postId === undefined) return { state: 'planned' };
  const post = (await tx.get(ref(posts, postId)))?.data;
  if (!post) return { state: 'unsure' };
  const state = STATES[post.status];
  return { state, ...sentFacts(state, post.sentAtMs, post.via) };
}

function sentFacts(
  state: Delivery['state'],
  atMs: number | undefined,
  via: 'reply' | 'push' | undefined,
): Pick<Delivery, 'sentAtMs' | 'via'> {
  if (state !== 'sent') return {};
  return { ...(atMs === undefined ? {} : { sentAtMs: atMs }), ...(via === undefined ? {} : { via }) };
}

/** Everything by which a notice became known: what people wrote down, and each group that has it. Oldest first. */
export function disseminationOf(
  notice: Pick<Notice, 'log'>,
  deliveries: readonly Delivery[],
): readonly DisseminationEntry[] {
  const inLine = deliveries.flatMap(({ state, sentAtMs, groupName }) =>
    state === 'sent' && sentAtMs !== undefined
      ? [{ channel: 'line' as const, day: dayOf(sentAtMs), atMs: sentAtMs, note: groupName }]
      : [],
  );
  return [...notice.log, ...inLine].sort((a, b) =>
    a.day === b.day ? (a.atMs ?? 0) - (b.atMs ?? 0) : a.day.localeCompare(b.day),
  );
}
