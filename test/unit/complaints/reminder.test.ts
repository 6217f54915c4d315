import { afterEach, beforeEach, expect, it } from 'vitest';
import { REMINDERS, reminderOffer, setReminder } from '../../../bot/complaints/reminder.ts';
import { posts } from '../../../bot/outbox/records.ts';
import { ref } from '../../../bot/store/store.ts';
import type { Talk } from '../../../bot/webhook/feature.ts';
import { dayOf, daysBetween } from '../../../shared/thai/days.ts';
import { graphemes } from '../../../shared/thai/text.ts';
import { openTempStore } from '../webhook/temp-store.ts';

const NOW_MS = Date.UTC(2026, 6, 1, 7, 23, 45);
const USER = `U${'a'.repeat(32)}`;

let temp: Awaited<ReturnType<typeof openTempStore>>;
beforeEach(async () => {
  temp = await openTempStore();
});
afterEach(() => temp.close());

/** One press with the fractions that are drawn, in order. */
async function press(days: number, drawn: readonly number[]) {
  const left = [...drawn];
  return temp.store.transact((tx) => {
    const random = {
      fraction: () => left.shift() ?? 0,
      uuid: () => '',
      bytes: () => new Uint8Array(),
      digits: () => '',
    };
    const talk = { tx, nowMs: NOW_MS, random, event: { userId: USER } } as unknown as Talk;
    return setReminder(talk, { feature: 'complaints', action: 'remind', values: { d: String(days) } });
  });
}

const postOf = async (days: number, drawn: readonly number[]) => {
  const post = (await press(days, drawn)).posts?.[0];
  if (!post) throw new Error('no reminder');
  return post;
};

it('a reminder falls on any day of a range around the chosen one, each equally likely, and never further off', async () => {
  for (const { days, spreadDays } of REMINDERS) {
    const width = 2 * spreadDays + 1;
    const apart: number[] = [];
    for (let n = 0; n < width; n += 1) {
      const { dueAtMs } = await postOf(days, [(n + 0.5) / width, 0.5]);
      apart.push(daysBetween(dayOf(NOW_MS), dayOf(dueAtMs)));
    }
    expect(apart).toEqual(Array.from({ length: width }, (_, n) => days - spreadDays + n));
    expect(spreadDays).toBeGreaterThanOrEqual(2);
    const last = await postOf(days, [1 - 2 ** -32, 1 - 2 ** -32]);
    expect(daysBetween(dayOf(NOW_MS), dayOf(last.dueAtMs))).toBe(days + spreadDays);
  }
});

it('the post is the same for whoever filed on another day and drew the same one: it holds no day of filing', async () => {
  const [first, second] = [await postOf(7, [0.99, 0.3]), await postOf(14, [0, 0.3])];
  // 7 + 2 and 14 - 4 lie a day apart; apart from that day nothing differs.
  expect(second.dueAtMs - first.dueAtMs).toBe(24 * 60 * 60 * 1000);
  const bare = ({ id: _id, dueAtMs: _due, pushAfterMs: _push, ...rest }: typeof first) => rest;
  expect(bare(second)).toEqual(bare(first));
  expect(first.id).toBe(`reminder-${USER}-${dayOf(first.dueAtMs)}`);
});

it('only one stands at a time, for several draws would show their middle', async () => {
  const { id, ...post } = await postOf(7, [0.5, 0.5]);
  const { kind, chatId, messages, dueAtMs } = post;
  await temp.store.transact(async (tx) =>
    tx.set(ref(posts, id), {
      kind,
      chatId,
      messages,
      status: 'waiting',
      dueAtMs,
      nextAttemptAtMs: dueAtMs,
      retryKey: '',
      attempts: 0,
      critical: true,
      expiresAtMs: dueAtMs,
    }),
  );
  const again = await press(30, [0.5, 0.5]);
  expect(again.posts ?? []).toEqual([]);
  expect(JSON.stringify(again.reply)).toContain('ตั้งเตือนไว้แล้ว');
});

it('the buttons and the answer say ประมาณ, and fit', () => {
  const offer = JSON.stringify(reminderOffer());
  for (const { days } of REMINDERS) expect(offer).toContain(`อีกประมาณ ${days} วัน`);
  expect(graphemes('อีกประมาณ 30 วัน').length).toBeLessThanOrEqual(20);
});
