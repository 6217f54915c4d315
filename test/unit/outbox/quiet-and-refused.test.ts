import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveReply } from '../../../bot/outbox/give-reply.ts';
import { pushPost } from '../../../bot/outbox/push-post.ts';
import { posts, rideMonths } from '../../../bot/outbox/records.ts';
import { ridesIn } from '../../../bot/outbox/ride-months.ts';
import { type Day, epochMsOf } from '../../../shared/thai/days.ts';
import { HOUR_MS, type OutboxUnderTest, openOutbox, words } from './outbox-under-test.ts';

const REPLY = '/v2/bot/message/reply';
const PUSH = '/v2/bot/message/push';
const NIGHT = { fromHour: 20, toHour: 7 };

let outbox: OutboxUnderTest;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

const answer = async (chatId?: string) => {
  const { reply } = await outbox.commit(await outbox.occasion(chatId), { reply: [words('คำตอบ')] });
  if (!reply) throw new Error('nothing to give');
  return giveReply(reply, false, outbox.deps);
};

describe('a post with quiet hours', () => {
  it('is held until they end when its time comes within them, and asks LINE nothing before', async () => {
    outbox.clock.nowMs = epochMsOf('2026-07-01' as Day, 23);
    await outbox.post('post', { quiet: NIGHT });
    expect(await pushPost('post', outbox.deps)).toBe('postponed');
    expect(outbox.calls('/quota')).toHaveLength(0);
    expect((await outbox.stored('post')).nextAttemptAtMs).toBe(epochMsOf('2026-07-02' as Day, 7));
    outbox.clock.nowMs = epochMsOf('2026-07-02' as Day, 7);
    expect(await pushPost('post', outbox.deps)).toBe('sent');
  });

  it('still rides on an answer to somebody who is awake', async () => {
    outbox.clock.nowMs = epochMsOf('2026-07-01' as Day, 23);
    await outbox.post('post', { quiet: NIGHT, pushAfterMs: outbox.clock.nowMs + HOUR_MS });
    await answer();
    expect(outbox.shown()).toEqual(['post', 'คำตอบ']);
  });

  it('goes on with a push that began before: LINE may have shown it, and its key runs out', async () => {
    outbox.clock.nowMs = epochMsOf('2026-07-01' as Day, 19, 59);
    await outbox.post('post', { quiet: NIGHT });
    outbox.faults([{ path: PUSH, times: 1, answer: { acceptedThen: 500 } }]);
    expect(await pushPost('post', outbox.deps)).toBe('postponed');
    outbox.clock.nowMs += HOUR_MS;
    expect(await pushPost('post', outbox.deps)).toBe('sent');
    expect(outbox.shown()).toEqual(['post']);
  });
});

describe('an answer that LINE refuses for what rides on it', () => {
  const BAD = { status: 400, message: 'The request body has 1 error(s)' };

  it('is given alone with the same token; the post is left to the push, which finds out about it', async () => {
    await outbox.post('post', { pushAfterMs: outbox.clock.nowMs + HOUR_MS });
    outbox.faults([{ path: REPLY, times: 1, answer: BAD }]);
    expect(await answer()).toBe('given-alone');
    expect(outbox.shown()).toEqual(['คำตอบ']);
    expect(await outbox.waiting()).toEqual([]);
    expect(await pushPost('post', outbox.deps)).toBe('sent');
    expect(outbox.shown()).toEqual(['คำตอบ', 'post']);
  });

  it('is not taken for one whose token did not work: then the post rides next time', async () => {
    await outbox.post('post', { pushAfterMs: outbox.clock.nowMs + HOUR_MS });
    outbox.faults([{ path: REPLY, times: 1, answer: { status: 400, message: 'Invalid reply token' } }]);
    expect(await answer()).toBe('not-given');
    expect(outbox.calls(REPLY)).toHaveLength(1);
    expect(await outbox.waiting()).toEqual(['post']);
  });
});

describe('what riding saved', () => {
  it('is counted per group, and for people together, never by whom', async () => {
    await outbox.post('one', { pushAfterMs: outbox.clock.nowMs + HOUR_MS });
    await answer();
    await outbox.post('two', { chatId: outbox.admin.id, pushAfterMs: outbox.clock.nowMs + HOUR_MS });
    await answer(outbox.admin.id);
    const counted = await ridesIn(outbox.deps.store, '2026-07');
    expect(counted).toEqual({ users: 1, groups: { [outbox.group.id]: 1 } });
    expect(JSON.stringify(counted)).not.toContain(outbox.admin.id);
  });

  it('does not count what was pushed, or what LINE did not take', async () => {
    await outbox.post('post');
    await pushPost('post', outbox.deps);
    await outbox.post('lost', { pushAfterMs: outbox.clock.nowMs + HOUR_MS });
    outbox.faults([{ path: REPLY, answer: { status: 400, message: 'Invalid reply token' } }]);
    await answer();
    expect(await outbox.deps.store.count({ collection: rideMonths })).toBe(0);
  });
});

describe('a parked post', () => {
  it('is tried again when somebody says so, and pushed if the month allows', async () => {
    outbox.reserve = 299;
    await outbox.post('post');
    expect(await pushPost('post', outbox.deps)).toBe('parked');
    outbox.reserve = 0;
    const occasion = { id: 'again', feature: 'test', receivedAtMs: outbox.clock.nowMs };
    await outbox.commit(occasion, { pushNow: ['post'] });
    expect(await pushPost('post', outbox.deps)).toBe('sent');
    expect(await outbox.deps.store.count({ collection: posts, where: [['status', '==', 'sent']] })).toBe(1);
  });
});
