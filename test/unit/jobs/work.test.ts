import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WORK_LEASE_MS } from '../../../bot/commit/apply-outcome.ts';
import { set } from '../../../bot/commit/outcome.ts';
import { type Work, workRows } from '../../../bot/jobs/records.ts';
import { runWork, type WorkHandler, type WorkResult } from '../../../bot/jobs/work.ts';
import { giveReply } from '../../../bot/outbox/give-reply.ts';
import { sweep } from '../../../bot/outbox/sweep.ts';
import { collection, ref } from '../../../bot/store/store.ts';
import { type OutboxUnderTest, openOutbox, words } from '../outbox/outbox-under-test.ts';

const counters = collection<{ n: number }>('counters');
const COUNTER = ref(counters, 'one');
const MAX_TRIES = 6;

describe('work', () => {
  let outbox: OutboxUnderTest;
  let runs: Work[] = [];
  beforeEach(async () => {
    outbox = await openOutbox();
    runs = [];
  });
  afterEach(() => outbox.close());

  const handler = (result: () => WorkResult | Promise<WorkResult>): WorkHandler => ({
    name: 'test.work',
    feature: 'test',
    run: async (work) => {
      runs.push(work);
      return result();
    },
    giveUp: () => ({ reply: [words('ทำไม่สำเร็จ')], replyMustArrive: true }),
  });
  const done = (): WorkResult => ({
    kind: 'done',
    decide: async ({ tx }) => {
      const n = ((await tx.get(COUNTER))?.data.n ?? 0) + 1;
      return { reply: [words(`ครั้งที่ ${n}`)], writes: [set(COUNTER, { n })] };
    },
  });
  const request = async (id = 'job', chatId = outbox.staff.id) =>
    outbox.commit(await outbox.occasion(chatId), { work: [{ id, name: 'test.work', args: { n: 1 } }] });
  const counted = async () => (await outbox.deps.store.get(COUNTER))?.data.n ?? 0;
  const rowOf = async (id = 'job') => (await outbox.deps.store.get(ref(workRows, id)))?.data;
  const run = async (one: WorkHandler) => {
    const aftermath = await runWork('job', [one], outbox.deps);
    if (aftermath?.reply) await giveReply(aftermath.reply, false, outbox.deps);
    return aftermath;
  };

  it('is kept closed: neither for whom nor about what', async () => {
    await request();
    const text = JSON.stringify(await rowOf());
    for (const secret of [outbox.staff.id, 'test.work', 'args']) expect(text).not.toContain(secret);
    await run(handler(done));
    expect(runs).toMatchObject([{ name: 'test.work', args: { n: 1 }, chat: { id: outbox.staff.id } }]);
  });

  it('takes effect once under two workers at the same time, and its answer is given once', async () => {
    await request();
    await Promise.all([run(handler(done)), run(handler(done)), run(handler(done))]);
    expect(runs.length).toBeGreaterThan(1);
    expect(await counted()).toBe(1);
    expect(outbox.shown(outbox.staff.id)).toEqual(['ครั้งที่ 1']);
    expect(await rowOf()).toBeUndefined();
  });

  it('is not done again once it is done', async () => {
    await request();
    await run(handler(done));
    expect(await run(handler(done))).toBeUndefined();
    expect(runs).toHaveLength(1);
  });

  it('belongs to whoever committed it until the lease ends; then the sweeper does it', async () => {
    await request();
    await sweep([handler(done)], outbox.deps);
    expect(runs).toHaveLength(0);
    outbox.clock.nowMs += WORK_LEASE_MS;
    await sweep([handler(done)], outbox.deps);
    expect(await counted()).toBe(1);
  });

  it('whose needs are not there yet is tried again later, with longer pauses', async () => {
    await request();
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await run(handler(() => ({ kind: 'again' })));
      const row = await rowOf();
      expect(row?.attempts).toBe(attempt);
      pauses.push((row?.nextAttemptAtMs ?? 0) - outbox.clock.nowMs);
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(new Set(pauses).size).toBe(4);
    expect(pauses[0]).toBeGreaterThanOrEqual(1_000);
  });

  it.each([
    ['is never ready', () => ({ kind: 'again' }) as const],
    [
      'fails',
      () => {
        throw new Error('ข้อความของประชาชน');
      },
    ],
  ])('that %s is given up after the named tries, and the person is told once', async (_name, result) => {
    await request();
    for (let round = 0; round < 3 * MAX_TRIES; round += 1) {
      outbox.clock.nowMs += 2 * WORK_LEASE_MS;
      await sweep([handler(result)], outbox.deps);
    }
    expect(runs).toHaveLength(MAX_TRIES);
    expect(await rowOf()).toBeUndefined();
    expect(outbox.shown(outbox.staff.id)).toEqual(['ทำไม่สำเร็จ']);
    expect(await counted()).toBe(0);
  });

  it('whose result cannot be stored changes nothing and is tried again', async () => {
    await request();
    const failing = handler(() => ({ kind: 'done', decide: () => Promise.reject(new Error('no')) }));
    await run(failing);
    expect((await rowOf())?.attempts).toBe(1);
    await run(handler(done));
    expect(await counted()).toBe(1);
  });

  it('asked for twice under one id is done once, and the second event takes effect all the same', async () => {
    expect((await request()).workIds).toEqual(['job']);
    await run(handler(() => ({ kind: 'again' })));
    expect((await request()).workIds).toEqual([]);
    expect((await rowOf())?.attempts).toBe(1);
    await run(handler(done));
    expect(await counted()).toBe(1);
  });

  it('that nobody knows waits for a program that does', async () => {
    await request();
    expect(await runWork('job', [], outbox.deps)).toBeUndefined();
    expect(await rowOf()).toBeDefined();
  });
});
