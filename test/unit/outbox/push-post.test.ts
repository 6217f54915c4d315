import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveReply } from '../../../bot/outbox/give-reply.ts';
import { pushPost } from '../../../bot/outbox/push-post.ts';
import { quotaMonths } from '../../../bot/outbox/records.ts';
import { sweep } from '../../../bot/outbox/sweep.ts';
import { ref } from '../../../bot/store/store.ts';
import { HOUR_MS, LIMIT, MINUTE_MS, type OutboxUnderTest, openOutbox, words } from './outbox-under-test.ts';

const PUSH = '/v2/bot/message/push';
const MONTH_LIMIT = { status: 429, message: 'You have reached your monthly limit.' };

describe('a post whose time has come', () => {
  let outbox: OutboxUnderTest;
  beforeEach(async () => {
    outbox = await openOutbox();
  });
  afterEach(() => outbox.close());

  const push = (id = 'post') => pushPost(id, outbox.deps);
  const pushed = async () => (await outbox.deps.store.get(ref(quotaMonths, '2026-07')))?.data.pushed ?? 0;
  const used = () => outbox.simulator.platform.quota.read(outbox.clock.nowMs).used;
  const keys = () => outbox.calls(PUSH).map(({ headers }) => headers['x-line-retry-key']);
  /** Lets every pause pass, sweeping as the program does. */
  const settle = async (hours: number) => {
    for (let hour = 0; hour < hours; hour += 1) {
      outbox.clock.nowMs += HOUR_MS;
      await sweep([], outbox.deps);
    }
  };
  /** What the admin is told when they next say something. */
  const toldAdmin = async () => {
    const { reply } = await outbox.commit(await outbox.occasion(outbox.admin.id), { reply: [words('เมนู')] });
    if (reply) await giveReply(reply, false, outbox.deps);
    return outbox.shown(outbox.admin.id).join('\n');
  };

  it('is pushed once, at the cost of the members, and waits for no ride any more', async () => {
    await outbox.post('post');
    expect(await push()).toBe('sent');
    expect(await push()).toBe('not-due');
    expect(outbox.shown()).toEqual(['post']);
    expect([await pushed(), used()]).toEqual([2, 2]);
    expect(await outbox.waiting()).toEqual([]);
    expect(await outbox.stored('post')).toMatchObject({ status: 'sent', via: 'push', attempts: 1 });
  });

  it('is not pushed before its time', async () => {
    await outbox.post('post', { pushAfterMs: outbox.clock.nowMs + MINUTE_MS });
    expect(await push()).toBe('not-due');
    expect(outbox.calls(PUSH)).toHaveLength(0);
  });

  it('is pushed once by two workers at the same time', async () => {
    await outbox.post('post');
    const steps = await Promise.all([push(), push(), push()]);
    expect(steps.filter((step) => step === 'sent')).toHaveLength(1);
    expect(outbox.shown()).toEqual(['post']);
    expect(await pushed()).toBe(2);
  });

  it('that LINE took without saying so counts as sent at the next try: 409', async () => {
    await outbox.post('post');
    outbox.faults([{ path: PUSH, times: 1, answer: { acceptedThen: 'cut' } }]);
    expect(await push()).toBe('postponed');
    await settle(1);
    expect(await outbox.stored('post')).toMatchObject({ status: 'sent', attempts: 2 });
    expect(outbox.calls(PUSH).map(({ status }) => status)).toEqual([0, 409]);
    expect(outbox.shown()).toEqual(['post']);
    expect([await pushed(), used()]).toEqual([2, 2]);
  });

  it('is tried again after a failure of LINE with the same retry key, and shown and counted once', async () => {
    await outbox.post('post');
    outbox.faults([{ path: PUSH, times: 3, answer: { status: 500, message: 'Internal Server Error' } }]);
    await push();
    await settle(4);
    expect(keys()).toHaveLength(4);
    expect(new Set(keys()).size).toBe(1);
    expect(outbox.shown()).toEqual(['post']);
    expect([await pushed(), used()]).toEqual([2, 2]);
  });

  it('is taken up again after a crash in the middle of a push, with the same retry key', async () => {
    await outbox.post('post');
    const dying = { ...outbox.deps.line, push: () => Promise.reject(new Error('power cut')) };
    await expect(pushPost('post', { ...outbox.deps, line: dying })).rejects.toThrow();
    expect(await push()).toBe('not-due');
    outbox.clock.nowMs += 2 * MINUTE_MS;
    expect(await push()).toBe('sent');
    expect(outbox.shown()).toEqual(['post']);
    expect(await pushed()).toBe(2);
  });

  it('is not pushed again when its retry key may have been forgotten: unsure, and the admins are told', async () => {
    await outbox.post('post');
    outbox.faults([{ path: PUSH, answer: { acceptedThen: 'cut' } }]);
    await push();
    outbox.faults([{ path: PUSH, answer: { status: 500, message: 'Internal Server Error' } }]);
    await settle(23);
    expect(await outbox.stored('post')).toMatchObject({ status: 'unsure', problem: 'push-unknown' });
    outbox.faults([]);
    await settle(30);
    expect(outbox.shown()).toEqual(['post']);
    expect(await toldAdmin()).toContain('ไม่แน่ใจ');
  });

  it('is not pushed again either when the program stood still for longer than the retry key lives', async () => {
    await outbox.post('post');
    outbox.faults([{ path: PUSH, times: 1, answer: { acceptedThen: 'cut' } }]);
    await push();
    outbox.clock.nowMs += 25 * HOUR_MS;
    await sweep([], outbox.deps);
    await settle(3);
    expect((await outbox.stored('post')).status).toBe('unsure');
    expect(outbox.shown()).toEqual(['post']);
    expect(await toldAdmin()).toContain('ไม่แน่ใจ');
  });

  it('that LINE refuses is dead, costs nothing, and the admins are told once a day', async () => {
    outbox.faults([{ path: PUSH, times: 2, answer: { status: 400, message: 'Failed to send messages' } }]);
    await outbox.post('post');
    await outbox.post('another');
    expect(await push()).toBe('dead');
    expect(await push('another')).toBe('dead');
    await settle(1);
    expect(await outbox.stored('post')).toMatchObject({ status: 'dead', problem: 'refused-400' });
    expect(await pushed()).toBe(0);
    expect((await toldAdmin()).match(/ไม่สำเร็จ/g)).toHaveLength(1);
  });

  it("that meets LINE's month limit is parked, the admins are told, and a free ride still takes it", async () => {
    await outbox.post('post');
    outbox.faults([{ path: PUSH, times: 1, answer: MONTH_LIMIT }]);
    expect(await push()).toBe('parked');
    expect(await pushed()).toBe(0);
    await settle(1);
    expect(await toldAdmin()).toContain('ไม่พอ');
    const { reply } = await outbox.commit(await outbox.occasion(), {});
    expect(reply?.row.riders).toEqual(['post']);
    if (reply) expect(await giveReply(reply, false, outbox.deps)).toBe('given');
    expect(outbox.shown()).toEqual(['post']);
    expect(await outbox.stored('post')).toMatchObject({ status: 'sent', via: 'reply' });
  });

  it('that would touch the reserve is not even tried: parked, the admins told, still ridable (G6)', async () => {
    outbox.reserve = LIMIT - 1;
    await outbox.post('post');
    expect(await push()).toBe('parked');
    expect(outbox.calls(PUSH)).toHaveLength(0);
    expect(await outbox.waiting()).toEqual(['post']);
    expect(await toldAdmin()).toContain('ไม่พอ');
    await settle(24);
    expect(outbox.calls(PUSH).filter(({ body }) => body.includes('"post"'))).toHaveLength(0);
  });

  it('may use the reserve when it is critical', async () => {
    outbox.reserve = LIMIT;
    await outbox.post('post', { critical: true });
    expect(await push()).toBe('sent');
  });

  it('is postponed, and nothing spent, while LINE does not say what is left of the month or who is in the group', async () => {
    await outbox.post('post');
    for (const path of ['/v2/bot/message/quota', `/v2/bot/group/${outbox.group.id}/members/count`]) {
      outbox.faults([{ path, answer: { status: 500, message: 'Internal Server Error' } }]);
      expect(await push()).toBe('postponed');
      outbox.clock.nowMs = (await outbox.stored('post')).nextAttemptAtMs;
    }
    expect(outbox.calls(PUSH)).toHaveLength(0);
    expect(await pushed()).toBe(0);
    outbox.faults([]);
    expect(await push()).toBe('sent');
  });

  it('may still ride while its push is postponed', async () => {
    await outbox.post('post');
    outbox.faults([
      { path: '/v2/bot/message/quota', answer: { status: 500, message: 'Internal Server Error' } },
    ]);
    await push();
    const { reply } = await outbox.commit(await outbox.occasion(), {});
    expect(reply?.row.riders).toEqual(['post']);
  });
});
