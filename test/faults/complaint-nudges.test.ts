import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cases } from '../../bot/complaints/records.ts';
import { posts } from '../../bot/outbox/records.ts';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';
import { MAX_PAGE, ref } from '../../bot/store/store.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { file, tell } from './complaint-story.ts';
import { openComplaintWorld } from './complaint-world.ts';
import { counting } from './counting-store.ts';
import { quickFolder } from './quick-folder.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** More than one page. */
const MANY = 1_200;

it('open cases are looked through once in an hour of the office; other ticks cost the same reads with none or many', async () => {
  const folder = quickFolder('prongsai-nudges-');
  const counted = counting(await openEmbeddedStore({ path: join(folder, 'office.db') }));
  const world = await openComplaintWorld({ seed: 1, store: counted.store });
  try {
    const citizen = await world.person('ผู้ร้อง');
    await tell(world, citizen, { texts: ['เกิดเรื่อง'] });
    await file(world, citizen);
    await world.presses(citizen, 'บันทึกรหัสแล้ว');
    await world.pass(HOUR_MS);
    await world.settle();
    const readsOfTick = async (ms: number) => {
      counted.reads = 0;
      await world.pass(ms);
      return counted.reads;
    };
    const calmHour = await readsOfTick(HOUR_MS);
    const calm = await readsOfTick(MINUTE_MS);
    const [one] = await counted.store.query({ collection: cases, limit: 1 });
    if (!one) throw new Error('no case');
    await counted.store.transact(async (tx) => {
      for (let n = 0; n < MANY; n += 1) tx.set(ref(cases, `copy-${n}`), { ...one.data, hasNews: false });
    });
    expect(await readsOfTick(MINUTE_MS)).toBe(calm);
    // The next hour: the pages of the open cases, and what every hour costs.
    const looked = await readsOfTick(HOUR_MS);
    expect(calmHour).toBeGreaterThan(calm);
    expect(looked).toBe(calmHour + Math.floor(MANY / MAX_PAGE));
    expect(await readsOfTick(MINUTE_MS)).toBe(calm);
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

it('reminders come on their day in office hours, and each once', async () => {
  const world = await openComplaintWorld({ seed: 2 });
  try {
    const citizen = await world.person('ผู้ร้อง');
    await tell(world, citizen, { texts: ['เกิดเรื่อง'] });
    await file(world, citizen);
    await world.presses(citizen, 'บันทึกรหัสแล้ว');
    const nudged = async () =>
      (await world.store.query({ collection: posts, limit: 500 })).filter(
        ({ data }) => data.kind === 'complaint-nudge',
      );
    const hours = new Set<number>();
    const known = new Set<string>();
    let ofFirstDays = 0;
    for (let hour = 0; hour < 24 * 21; hour += 1) {
      await world.pass(HOUR_MS);
      for (const { id } of await nudged()) {
        if (!known.has(id)) hours.add(new Date(world.now() + 7 * HOUR_MS).getUTCHours());
        known.add(id);
      }
      if (dayOf(world.now()) <= '2026-07-02') ofFirstDays = known.size;
    }
    expect(ofFirstDays).toBe(0);
    // The acknowledgement, five and two days before, the day itself, and the days after.
    expect(known.size).toBeGreaterThanOrEqual(4);
    expect([...hours].every((hour) => hour >= 9 && hour <= 16)).toBe(true);
  } finally {
    await world.close();
  }
}, 60_000);
