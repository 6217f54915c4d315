import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReplyToGive } from '../../../bot/commit/apply-reply.ts';
import type { Outcome } from '../../../bot/commit/outcome.ts';
import { giveReply } from '../../../bot/outbox/give-reply.ts';
import { posts, replyRows } from '../../../bot/outbox/records.ts';
import { sweep } from '../../../bot/outbox/sweep.ts';
import { HOUR_MS, MINUTE_MS, type OutboxUnderTest, openOutbox, words } from './outbox-under-test.ts';

const REPLY = '/v2/bot/message/reply';
const ANSWER: Outcome = { reply: [words('คำตอบ')] };
const MUST: Outcome = { reply: [words('ใบรับ')], replyMustArrive: true };

describe('an answer', () => {
  let outbox: OutboxUnderTest;
  beforeEach(async () => {
    outbox = await openOutbox();
  });
  afterEach(() => outbox.close());

  const committed = async (outcome: Outcome, chatId?: string): Promise<ReplyToGive> => {
    const { reply } = await outbox.commit(await outbox.occasion(chatId), outcome);
    if (!reply) throw new Error('nothing to give');
    return reply;
  };
  const rowsLeft = () => outbox.deps.store.count({ collection: replyRows });
  const give = (reply: ReplyToGive) => giveReply(reply, false, outbox.deps);

  it('is given once, and its row goes with it', async () => {
    expect(await give(await committed(ANSWER))).toBe('given');
    expect(outbox.shown()).toEqual(['คำตอบ']);
    expect(await rowsLeft()).toBe(0);
    expect(outbox.simulator.platform.quota.read(outbox.clock.nowMs).used).toBe(0);
  });

  it('whose token LINE refuses at the first try is not given; nothing is pushed for what can be asked for again', async () => {
    const reply = await committed(ANSWER);
    outbox.faults([{ path: REPLY, answer: { status: 400, message: 'Invalid reply token' } }]);
    expect(await give(reply)).toBe('not-given');
    expect(outbox.calls(REPLY)).toHaveLength(1);
    expect(await rowsLeft()).toBe(0);
    expect(await outbox.deps.store.count({ collection: posts })).toBe(0);
  });

  it('that LINE took without saying so counts as given: the second try finds the token used', async () => {
    const reply = await committed(MUST);
    outbox.faults([{ path: REPLY, times: 1, answer: { acceptedThen: 500 } }]);
    expect(await give(reply)).toBe('given');
    expect(outbox.calls(REPLY).map(({ status }) => status)).toEqual([500, 400]);
    expect(outbox.shown()).toEqual(['ใบรับ']);
    expect(await outbox.deps.store.count({ collection: posts })).toBe(0);
  });

  it('is tried again when LINE failed, and shown once', async () => {
    const reply = await committed(ANSWER);
    outbox.faults([
      { path: REPLY, times: 1, answer: { status: 500, message: 'Internal Server Error' } },
      { path: REPLY, times: 1, answer: { cut: true } },
    ]);
    expect(await give(reply)).toBe('given');
    expect(outbox.shown()).toEqual(['คำตอบ']);
  });

  it('backs off, longer each time, while LINE says that calls come too fast', async () => {
    const reply = await committed(ANSWER);
    outbox.faults([
      { path: REPLY, times: 3, answer: { status: 429, message: 'The API rate limit has been exceeded.' } },
    ]);
    expect(await give(reply)).toBe('given');
    const times = outbox.calls(REPLY).map(({ atMs }) => atMs);
    const pauses = times.slice(1).map((atMs, n) => atMs - (times[n] ?? 0));
    expect(pauses).toHaveLength(3);
    for (const [n, pauseMs] of pauses.entries()) expect(pauseMs).toBeGreaterThanOrEqual(200 * 2 ** n);
    expect(outbox.shown()).toEqual(['คำตอบ']);
  });

  it('whose end stays unknown is pushed if it must arrive, once, and is not pushed otherwise', async () => {
    const { staff } = outbox;
    outbox.faults([{ path: REPLY, answer: { cut: true } }]);
    expect(await give(await committed(ANSWER, staff.id))).toBe('unsure');
    expect(await give(await committed(MUST, staff.id))).toBe('unsure');
    outbox.faults([]);
    for (let round = 0; round < 3; round += 1) {
      await sweep([], outbox.deps);
      outbox.clock.nowMs += HOUR_MS;
    }
    expect(outbox.shown(staff.id)).toEqual(['ใบรับ']);
  });

  it('is not tried with a token whose minute is over', async () => {
    const reply = await committed(MUST);
    outbox.clock.nowMs += MINUTE_MS;
    expect(await give(reply)).toBe('not-given');
    expect(outbox.calls(REPLY)).toHaveLength(0);
    await sweep([], outbox.deps);
    expect(outbox.shown()).toEqual(['ใบรับ']);
  });

  it('that a crash left behind is given by the sweeper, and not a second time when it was given before the crash', async () => {
    await committed(ANSWER);
    outbox.clock.nowMs += 20_000;
    await sweep([], outbox.deps);
    expect(outbox.shown()).toEqual(['คำตอบ']);
    const second = await committed({ reply: [words('อีกคำตอบ')] });
    await outbox.deps.line.reply(second.row.replyToken, second.row.messages);
    outbox.clock.nowMs += 20_000;
    await sweep([], outbox.deps);
    expect(outbox.shown()).toEqual(['คำตอบ', 'อีกคำตอบ']);
    expect(await rowsLeft()).toBe(0);
  });

  it('leaves its riders unsure when its end is unknown, and tells the admins instead of sending them again', async () => {
    await outbox.post('rider', { pushAfterMs: outbox.clock.nowMs + HOUR_MS });
    const reply = await committed(ANSWER);
    expect(reply.row.riders).toEqual(['rider']);
    outbox.faults([
      { path: REPLY, times: 1, answer: { acceptedThen: 'cut' } },
      { path: REPLY, answer: { cut: true } },
    ]);
    expect(await give(reply)).toBe('unsure');
    outbox.faults([]);
    expect((await outbox.stored('rider')).status).toBe('unsure');
    for (let round = 0; round < 5; round += 1) {
      outbox.clock.nowMs += HOUR_MS;
      await sweep([], outbox.deps);
    }
    expect(outbox.shown()).toEqual(['rider', 'คำตอบ']);
    expect(outbox.shown(outbox.admin.id).join()).toContain('ไม่แน่ใจ');
  });

  it('lets its riders wait again, before all others, when it was not given', async () => {
    await outbox.post('first', { pushAfterMs: outbox.clock.nowMs + HOUR_MS });
    const reply = await committed(ANSWER);
    await outbox.post('second', { kind: 'notice', pushAfterMs: outbox.clock.nowMs + HOUR_MS });
    outbox.faults([{ path: REPLY, answer: { status: 400, message: 'Invalid reply token' } }]);
    expect(await give(reply)).toBe('not-given');
    expect(await outbox.waiting()).toEqual(['first', 'second']);
    outbox.faults([]);
    expect(await give(await committed(ANSWER))).toBe('given');
    expect(outbox.shown()).toEqual(['first', 'second', 'คำตอบ']);
  });

  it.each([
    ['not given', { status: 400, message: 'Invalid reply token' }, ['rider', 'ใบรับ']],
    ['of unknown end', { status: 500, message: 'Internal Server Error' }, ['ใบรับ']],
  ])(
    'that must arrive and was %s is pushed without its riders, which go their own way',
    async (_name, answer, seen) => {
      const { admin } = outbox;
      await outbox.post('rider', { chatId: admin.id, pushAfterMs: outbox.clock.nowMs + HOUR_MS });
      const reply = await committed(MUST, admin.id);
      expect(reply.row.messages).toHaveLength(2);
      outbox.faults([{ path: REPLY, answer }]);
      await give(reply);
      outbox.faults([]);
      for (let round = 0; round < 4; round += 1) {
        await sweep([], outbox.deps);
        outbox.clock.nowMs += HOUR_MS;
      }
      const shown = outbox.shown(admin.id).filter((text) => !text.includes('ไม่แน่ใจ'));
      expect([...shown].sort()).toEqual(seen);
    },
  );
});
