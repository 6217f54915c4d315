import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_WAITING_POSTS } from '../../../bot/commit/apply-posts.ts';
import { MAX_REPLY_MESSAGES, MAX_RIDERS } from '../../../bot/commit/apply-reply.ts';
import { giveReply } from '../../../bot/outbox/give-reply.ts';
import { pushPost } from '../../../bot/outbox/push-post.ts';
import { replyRows } from '../../../bot/outbox/records.ts';
import { HOUR_MS, type OutboxUnderTest, openOutbox, words } from '../outbox/outbox-under-test.ts';

describe('posts that wait in a chat', () => {
  let outbox: OutboxUnderTest;
  beforeEach(async () => {
    outbox = await openOutbox();
  });
  afterEach(() => outbox.close());

  const later = (fields: object = {}) => ({ pushAfterMs: outbox.clock.nowMs + HOUR_MS, ...fields });
  /** Somebody types in the group; what the answer carried. */
  const answer = async (own: readonly string[] = ['คำตอบ']) => {
    const { reply } = await outbox.commit(await outbox.occasion(), { reply: own.map(words) });
    if (reply) await giveReply(reply, false, outbox.deps);
    return reply?.row;
  };

  it('ride on the next answer, oldest first, before what was asked for, and at most two at a time', async () => {
    for (const id of ['a', 'b', 'c']) await outbox.post(id, later({ kind: id }));
    await answer();
    expect(outbox.shown()).toEqual(['a', 'b', 'คำตอบ']);
    expect(await outbox.waiting()).toEqual(['c']);
    await answer([]);
    expect(outbox.shown()).toEqual(['a', 'b', 'คำตอบ', 'c']);
    expect(await outbox.waiting()).toEqual([]);
    expect(await answer([])).toBeUndefined();
  });

  it('never make an answer longer than LINE takes, and none is lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 5 }),
        fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 3 }),
        async (sizes, answers) => {
          const own = await openOutbox();
          try {
            for (const [n, size] of sizes.entries()) {
              const messages = Array.from({ length: size }, (_, part) => words(`${n}.${part}`));
              await own.post(`p${n}`, { kind: `k${n}`, messages, pushAfterMs: own.clock.nowMs + HOUR_MS });
            }
            for (const size of answers) {
              const reply = Array.from({ length: size }, (_, part) => words(`own${part}`));
              const { reply: made } = await own.commit(await own.occasion(), { reply });
              expect(made?.row.messages.length ?? 0).toBeLessThanOrEqual(MAX_REPLY_MESSAGES);
              expect(made?.row.riders.length ?? 0).toBeLessThanOrEqual(MAX_RIDERS);
              if (made) expect(await giveReply(made, false, own.deps)).toBe('given');
            }
            const states = await Promise.all(sizes.map((_, n) => own.stored(`p${n}`)));
            const waiting = await own.waiting();
            for (const [n, { status }] of states.entries()) {
              expect(status).toBe(waiting.includes(`p${n}`) ? 'waiting' : 'sent');
            }
          } finally {
            await own.close();
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('do not ride on an answer given in passing, of which nothing is stored', async () => {
    await outbox.post('waits', later());
    const outcome = { reply: [words('เฉพาะท่าน')], replyInPassing: true };
    const { reply } = await outbox.commit(await outbox.occasion(), outcome);
    expect(reply?.row).toMatchObject({ riders: [], messages: [words('เฉพาะท่าน')] });
    expect(await outbox.deps.store.count({ collection: replyRows })).toBe(0);
    if (reply) expect(await giveReply(reply, false, outbox.deps)).toBe('given');
    expect(outbox.shown()).toEqual(['เฉพาะท่าน']);
    expect(await outbox.waiting()).toEqual(['waits']);
  });

  it('leave the token to work that answers with it', async () => {
    await outbox.post('a', later());
    const work = [{ id: 'work', name: 'slow', args: {} }];
    const { reply } = await outbox.commit(await outbox.occasion(), { work });
    expect(reply).toBeUndefined();
    expect(await outbox.waiting()).toEqual(['a']);
  });

  it('do not ride before they are due', async () => {
    await outbox.post('tomorrow', { dueAtMs: outbox.clock.nowMs + HOUR_MS });
    await answer();
    expect(outbox.shown()).toEqual(['คำตอบ']);
    outbox.clock.nowMs += HOUR_MS;
    await answer([]);
    expect(outbox.shown()).toEqual(['คำตอบ', 'tomorrow']);
  });

  it('are created once: the same id again changes nothing (G5)', async () => {
    await outbox.post('weekly-2026-07-06', later({ messages: [words('แรก')] }));
    await outbox.post('weekly-2026-07-06', later({ messages: [words('ซ้ำ')] }));
    await answer();
    await outbox.post('weekly-2026-07-06', later({ messages: [words('อีก')] }));
    await answer([]);
    expect(outbox.shown()).toEqual(['แรก', 'คำตอบ']);
  });

  it('give way to a newer one of their kind that supersedes them, and to no other', async () => {
    await outbox.post('old', later());
    await outbox.post('other', later({ kind: 'notice' }));
    await outbox.post('new', later({ supersedes: true }));
    expect((await outbox.stored('old')).status).toBe('cancelled');
    await answer();
    expect(outbox.shown()).toEqual(['other', 'new', 'คำตอบ']);
    outbox.clock.nowMs += HOUR_MS;
    expect(await pushPost('old', outbox.deps)).toBe('not-due');
  });

  it('are withdrawn when the answer itself says what they say', async () => {
    await outbox.post('update', later());
    await outbox.post('notice', later({ kind: 'notice' }));
    const { reply } = await outbox.commit(await outbox.occasion(), {
      reply: [words('สรุป')],
      covers: ['budget-update'],
    });
    expect(reply?.row.riders).toEqual(['notice']);
    expect((await outbox.stored('update')).status).toBe('cancelled');
    expect(await outbox.waiting()).toEqual([]);
  });

  it('are at most ten: the oldest one gives way', async () => {
    const ids = Array.from({ length: MAX_WAITING_POSTS + 3 }, (_, n) => `p${n}`);
    for (const id of ids) await outbox.post(id, later({ kind: id }));
    expect(await outbox.waiting()).toEqual(ids.slice(3));
    for (const id of ids.slice(0, 3)) expect((await outbox.stored(id)).status).toBe('cancelled');
  });

  it('that were sent by push meanwhile do not ride as well', async () => {
    await outbox.post('post');
    await pushPost('post', outbox.deps);
    await answer();
    expect(outbox.shown()).toEqual(['post', 'คำตอบ']);
  });
});
