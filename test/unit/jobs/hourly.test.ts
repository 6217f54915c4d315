import { expect, it } from 'vitest';
import { hourly } from '../../../bot/jobs/hourly.ts';

const MINUTE_MS = 60_000;

it('an hourly job runs once in every hour of the clock, and again at once after it failed', async () => {
  let nowMs = Date.UTC(2026, 6, 1, 2, 0, 0);
  let runs = 0;
  let fails = false;
  const job = hourly(
    {
      name: 'x',
      run: async () => {
        runs += 1;
        if (fails) throw new Error('x');
      },
    },
    { now: () => nowMs, sleep: async () => {} },
  );
  for (let minute = 0; minute < 60; minute += 1) {
    await job.run();
    nowMs += MINUTE_MS;
  }
  expect(runs).toBe(1);
  fails = true;
  await expect(job.run()).rejects.toThrow();
  fails = false;
  await job.run();
  await job.run();
  expect(runs).toBe(3);
});
