import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WorkRow, workRows } from '../../../bot/jobs/records.ts';
import { UNKNOWN_WORK_TRIES } from '../../../bot/jobs/unknown-work.ts';
import type { WorkHandler } from '../../../bot/jobs/work.ts';
import { officeKeys } from '../../../bot/office-keys.ts';
import { closeReply } from '../../../bot/outbox/closed-reply.ts';
import { giveReply } from '../../../bot/outbox/give-reply.ts';
import { posts, replyRows } from '../../../bot/outbox/records.ts';
import { sweep } from '../../../bot/outbox/sweep.ts';
import { ref } from '../../../bot/store/store.ts';
import { HOUR_MS, MINUTE_MS, type OutboxUnderTest, openOutbox, words } from './outbox-under-test.ts';

const OTHER_KEYS = officeKeys(Buffer.alloc(32, 99));

let outbox: OutboxUnderTest;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

const hours = async (count: number, handlers: readonly WorkHandler[] = []) => {
  for (let hour = 0; hour < count; hour += 1) {
    outbox.clock.nowMs += HOUR_MS;
    await sweep(handlers, outbox.deps);
  }
};
/** Somebody types in a chat and is answered. */
const typesIn = async (chatId: string) => {
  const { reply } = await outbox.commit(await outbox.occasion(chatId), { reply: [words('ครับผม')] });
  if (reply) await giveReply(reply, false, outbox.deps);
  return outbox.shown(chatId).join('\n');
};

describe('a post whose cost LINE cannot be asked for', () => {
  const DOWN = { status: 500, message: 'Internal Server Error' };

  it('is parked after a day and reported, and still rides when somebody types', async () => {
    await outbox.post('post');
    outbox.faults([{ path: '/v2/bot/message/quota', method: 'GET', answer: DOWN }]);
    await hours(20);
    expect((await outbox.stored('post')).status).toBe('waiting');
    await hours(60);
    expect(await outbox.stored('post')).toMatchObject({ status: 'parked', problem: 'no-quota' });
    outbox.faults([]);
    expect(await typesIn(outbox.admin.id)).toContain('ถาม LINE ไม่ได้มาหนึ่งวัน');
    expect(outbox.shown()).toEqual([]);
    await typesIn(outbox.group.id);
    expect(outbox.shown()).toEqual(['post', 'ครับผม']);
    expect(await outbox.stored('post')).toMatchObject({ status: 'sent', via: 'reply' });
  });

  it('whose first push may have been seen is left unsure instead, and reported', async () => {
    await outbox.post('post');
    outbox.faults([{ path: '/v2/bot/message/push', answer: { acceptedThen: 500 } }]);
    await sweep([], outbox.deps);
    outbox.faults([{ path: '/v2/bot/message/quota', method: 'GET', answer: DOWN }]);
    await hours(80);
    expect((await outbox.stored('post')).status).toBe('unsure');
    outbox.faults([]);
    expect(await typesIn(outbox.admin.id)).toContain('ไม่แน่ใจว่า');
    await typesIn(outbox.group.id);
    expect(outbox.shown().filter((text) => text === 'post').length).toBeLessThanOrEqual(1);
  });
});

describe('an answer that was closed with a key that is lost', () => {
  /** An answer with a rider is committed, then the process and its key are gone. */
  const lose = async (id: string) => {
    await outbox.post(id, { pushAfterMs: outbox.clock.nowMs + 100 * HOUR_MS });
    const { reply } = await outbox.commit(await outbox.occasion(), { reply: [words('คำตอบ')] });
    if (!reply) throw new Error('no answer');
    expect(reply.row.riders).toEqual([id]);
    return reply;
  };
  const closeWithOther = (reply: Awaited<ReturnType<typeof lose>>) =>
    outbox.deps.store.transact(async (tx) =>
      tx.set(ref(replyRows, reply.id), closeReply(reply.id, reply.row, OTHER_KEYS)),
    );

  it('goes, and leaves no post riding for ever: nobody knows whether it was seen, and the admins are told', async () => {
    await closeWithOther(await lose('post'));
    outbox.clock.nowMs += MINUTE_MS;
    await sweep([], outbox.deps);
    expect(await outbox.deps.store.count({ collection: replyRows })).toBe(0);
    expect(await outbox.stored('post')).toMatchObject({ status: 'unsure', problem: 'reply-lost' });
    expect(await typesIn(outbox.admin.id)).toContain('เปิดคำตอบที่ค้างส่งไม่ได้');
    await typesIn(outbox.group.id);
    expect(outbox.shown().filter((text) => text === 'post')).toEqual([]);
  });

  it('takes no post with it that rides on another answer', async () => {
    const lost = await lose('lost');
    const good = await lose('good');
    await closeWithOther(lost);
    outbox.clock.nowMs += MINUTE_MS;
    await outbox.deps.store.transact(async (tx) => {
      const row = { ...good.row, leaseUntilMs: outbox.clock.nowMs + MINUTE_MS };
      tx.set(ref(replyRows, good.id), closeReply(good.id, row, outbox.deps.keys));
    });
    await sweep([], outbox.deps);
    expect((await outbox.stored('lost')).status).toBe('unsure');
    expect((await outbox.stored('good')).status).toBe('riding');
    expect(await outbox.deps.store.count({ collection: posts, where: [['status', '==', 'riding']] })).toBe(1);
  });
});

describe('work that nobody knows', () => {
  const handler: WorkHandler = {
    name: 'known',
    feature: 'test',
    run: async () => ({ kind: 'done', decide: async () => ({ reply: [words('ทำแล้ว')] }) }),
    giveUp: () => ({}),
  };
  const request = async (id: string, name: string) =>
    outbox.commit(await outbox.occasion(outbox.staff.id), { work: [{ id, name, args: {} }] });
  const rowOf = async (id: string) => (await outbox.deps.store.get(ref(workRows, id)))?.data;

  it('is removed after a day with a report, opened or not; no earlier', async () => {
    await request('unknown', 'nobody.knows');
    const lost: WorkRow = {
      closedWork: OTHER_KEYS.closeFor('work/lost', { name: 'known', args: {} }),
      attempts: 0,
      nextAttemptAtMs: outbox.clock.nowMs,
    };
    await outbox.deps.store.transact(async (tx) => tx.set(ref(workRows, 'lost'), lost));
    await hours(UNKNOWN_WORK_TRIES - 1, [handler]);
    expect([await rowOf('unknown'), await rowOf('lost')].every((row) => row !== undefined)).toBe(true);
    await hours(3, [handler]);
    expect([await rowOf('unknown'), await rowOf('lost')]).toEqual([undefined, undefined]);
    const told = await typesIn(outbox.admin.id);
    // One report a day, however much was lost.
    expect(told.split('มีงานค้างที่ระบบทำต่อไม่ได้').length - 1).toBe(1);
  });

  it('is done after all when a program that knows it comes within the day', async () => {
    await request('late', 'known');
    await hours(UNKNOWN_WORK_TRIES - 2, []);
    expect((await rowOf('late'))?.attempts).toBe(0);
    await hours(2, [handler]);
    expect(await rowOf('late')).toBeUndefined();
    expect(outbox.shown(outbox.staff.id).concat(outbox.shown(outbox.admin.id)).join()).not.toContain(
      'มีงานค้าง',
    );
  });

  it('holds up no other: a hundred rows that nobody knows do not keep the newest from being done', async () => {
    await outbox.deps.store.transact(async (tx) => {
      for (let n = 0; n < 150; n += 1) {
        tx.set(ref(workRows, `lost-${n}`), { closedWork: 'x', attempts: 0, nextAttemptAtMs: 1 });
      }
    });
    await request('job', 'known');
    await hours(1, [handler]);
    await sweep([handler], outbox.deps);
    await sweep([handler], outbox.deps);
    expect(await rowOf('job')).toBeUndefined();
  });
});
