import type { QuotaView } from '../../shared/notices/quota-api.ts';
import { nextSlot } from '../../shared/people/schedule.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { bubble, COLORS, flex, row, separator, text } from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { monthOf } from '../outbox/quota.ts';
import { posts } from '../outbox/records.ts';
import { ridesIn } from '../outbox/ride-months.ts';
import { type Group, groups, MAX_GROUPS } from '../people/records.ts';
import type { Stored, Transaction } from '../store/store.ts';
import type { Month } from './cost.ts';
import { sizeOf } from './read-notices.ts';
import { notices } from './records.ts';
import { noticesText as t } from './text.ts';

type Reads = Pick<Transaction, 'get' | 'query'>;
type Coming = QuotaView['comingPosts'][number];

/** Coming posts of each sort that are looked at. */
const COMING_MAX = 100;
/** Regular posts of one group in one month: five Mondays at most. */
const SLOTS_MAX = 6;

/** How the month stands: used, reserved, what is coming, and what riding on answers saved. */
export async function quotaView(tx: Reads, month: Month, nowMs: number): Promise<QuotaView> {
  const linked = await tx.query({
    collection: groups,
    where: [['status', '==', 'linked']],
    limit: MAX_GROUPS,
  });
  const people = new Map<string, number>();
  for (const { id } of linked) people.set(id, (await sizeOf(tx, id)) ?? 0);
  const comingPosts = [
    ...(await waitingPosts(tx, people, nowMs)),
    ...(await scheduledNotices(tx, people, nowMs)),
    ...linked.flatMap((group) => regularPosts(group, people, nowMs)),
  ].sort((a, b) => a.atMs - b.atMs);
  const rode = await ridesIn(tx, monthOf(nowMs));
  const saved = Object.entries(rode.groups).reduce(
    (sum, [groupId, count]) => sum + count * (people.get(groupId) ?? 0),
    rode.users,
  );
  return {
    monthText: formatDay(dayOf(nowMs), 'long').replace(/^\d+ /, ''),
    ...(month.limit === undefined ? {} : { limit: month.limit }),
    used: month.used,
    reserve: month.reserve,
    ...(month.left === undefined ? {} : { left: month.left }),
    coming: comingPosts.reduce((sum, { messages }) => sum + messages, 0),
    comingPosts,
    saved,
    text: month.left === undefined ? t.quotaTextNoLimit : t.quotaText(month.left),
  };
}

async function waitingPosts(
  tx: Reads,
  people: ReadonlyMap<string, number>,
  nowMs: number,
): Promise<readonly Coming[]> {
  const waiting = await tx.query({
    collection: posts,
    where: [['status', '==', 'waiting']],
    orderBy: { field: 'nextAttemptAtMs', direction: 'asc' },
    limit: COMING_MAX,
  });
  const messages = waiting
    .filter(({ data }) => monthOf(data.nextAttemptAtMs) <= monthOf(nowMs))
    .reduce((sum, { data }) => sum + (data.chatId.startsWith('U') ? 1 : (people.get(data.chatId) ?? 0)), 0);
  return messages === 0 ? [] : [{ text: t.comingWaiting, atMs: nowMs, messages }];
}

async function scheduledNotices(
  tx: Reads,
  people: ReadonlyMap<string, number>,
  nowMs: number,
): Promise<readonly Coming[]> {
  const scheduled = await tx.query({
    collection: notices,
    where: [['status', '==', 'scheduled']],
    orderBy: { field: 'orderMs', direction: 'asc' },
    limit: COMING_MAX,
  });
  return scheduled.flatMap(({ data: { content, sendAtMs } }) =>
    sendAtMs !== undefined && monthOf(sendAtMs) === monthOf(nowMs)
      ? [
          {
            text: t.comingNotice(content.title),
            atMs: sendAtMs,
            messages: content.groupIds.reduce((sum, id) => sum + (people.get(id) ?? 0), 0),
          },
        ]
      : [],
  );
}

function regularPosts(
  { id, data }: Stored<Group>,
  people: ReadonlyMap<string, number>,
  nowMs: number,
): readonly Coming[] {
  const { budgetSchedule, name } = data;
  if (!budgetSchedule) return [];
  const found: Coming[] = [];
  let afterMs = nowMs;
  for (let n = 0; n < SLOTS_MAX; n += 1) {
    const { atMs } = nextSlot(budgetSchedule, afterMs);
    if (monthOf(atMs) !== monthOf(nowMs)) break;
    found.push({ text: t.comingBudget(name || t.unnamedGroup), atMs, messages: people.get(id) ?? 0 });
    afterMs = atMs;
  }
  return found;
}

/** The month as a card: one figure large. */
export function quotaCard(view: QuotaView): Message {
  const left = view.left === undefined ? t.quotaNoLimit : String(view.left);
  const line = (label: string, value: string) =>
    row(
      [
        text(label, { size: 'sm', color: COLORS.muted, flex: 7 }),
        text(value, { size: 'sm', flex: 5, align: 'end' }),
      ],
      {
        margin: 'md',
      },
    );
  return flex(
    t.quotaAlt(left),
    bubble({
      kicker: t.quotaTitle,
      title: view.monthText,
      body: [
        text(t.quotaLeft, { size: 'sm', color: COLORS.muted, margin: 'lg' }),
        text(left, { size: '3xl', weight: 'bold', color: COLORS.green }),
        text(view.text, { size: 'xs', color: COLORS.muted }),
        separator(),
        line(
          t.quotaUsed,
          view.limit === undefined ? t.quotaMessages(view.used) : t.quotaOf(view.used, view.limit),
        ),
        line(t.quotaReserve, t.quotaMessages(view.reserve)),
        line(t.quotaComing, t.quotaMessages(view.coming)),
        line(t.quotaSaved, t.quotaMessages(view.saved)),
      ],
    }),
  );
}
