import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expireJob } from '../../../bot/jobs/expire.ts';
import { startTicker, TICK_MS, tick } from '../../../bot/jobs/ticker.ts';
import { collection, ref } from '../../../bot/store/store.ts';
import { capturingLog, START_MS, testClock } from '../webhook/seeded-ports.ts';
import { openTempStore } from '../webhook/temp-store.ts';

describe('a tick', () => {
  it('runs every job although one fails, and logs which one without quoting its error', async () => {
    const ran: string[] = [];
    const log = capturingLog();
    const job = (name: string, fails = false) => ({
      name,
      run: async () => {
        ran.push(name);
        if (fails) throw new TypeError('ข้อความของประชาชน');
      },
    });
    await tick([job('a'), job('b', true), job('c')], { clock: testClock(), log });
    expect(ran).toEqual(['a', 'b', 'c']);
    expect(log.lines).toEqual([
      { event: 'fault', where: 'job.b', errorName: 'TypeError' },
      { event: 'job', name: 'b', outcome: 'failed', ms: 0 },
    ]);
  });
});

describe('the ticker', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('never runs two ticks at once, and waits at its stop for the one under way', async () => {
    let running = 0;
    let most = 0;
    const ends: (() => void)[] = [];
    const ticker = startTicker(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
    });
    await vi.advanceTimersByTimeAsync(3 * TICK_MS);
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(TICK_MS);
    expect(ends).toHaveLength(2);
    let stopped = false;
    const stopping = ticker.stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(TICK_MS);
    expect(stopped).toBe(false);
    ends[1]?.();
    await stopping;
    await vi.advanceTimersByTimeAsync(5 * TICK_MS);
    expect([most, ends.length]).toEqual([1, 2]);
  });
});

describe('what has a time to end', () => {
  const papers = collection<{ expiresAtMs: number }>('papers', { expiresAtField: 'expiresAtMs' });

  it('is removed when its time has passed, and not before', async () => {
    const { store, close } = await openTempStore();
    const clock = testClock();
    await store.transact(async (tx) => {
      for (let n = 0; n < 10; n += 1) tx.set(ref(papers, `p${n}`), { expiresAtMs: START_MS + n });
    });
    const job = expireJob(store, clock, [papers]);
    clock.nowMs = START_MS + 4;
    await job.run();
    expect((await store.query({ collection: papers, limit: 10 })).map(({ id }) => id)).toEqual([
      'p5',
      'p6',
      'p7',
      'p8',
      'p9',
    ]);
    clock.nowMs = START_MS + 100;
    await job.run();
    await job.run();
    expect(await store.count({ collection: papers })).toBe(0);
    await close();
  });

  it('goes in one run, however much came together since the last', async () => {
    const { store, close } = await openTempStore();
    const clock = testClock();
    await store.transact(async (tx) => {
      for (let n = 0; n < 450; n += 1) tx.set(ref(papers, `p${n}`), { expiresAtMs: START_MS });
    });
    await expireJob(store, clock, [papers]).run();
    expect(await store.count({ collection: papers })).toBe(0);
    await close();
  });
});
