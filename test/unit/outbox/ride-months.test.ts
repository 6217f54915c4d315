import { afterAll, beforeAll, expect, it } from 'vitest';
import { rideMonths } from '../../../bot/outbox/records.ts';
import { RIDE_SHARDS, rideShardOf, ridesIn } from '../../../bot/outbox/ride-months.ts';
import { ref } from '../../../bot/store/store.ts';
import { counting } from '../../faults/counting-store.ts';
import { openTempStore, type TempStore } from '../webhook/temp-store.ts';

let temp: TempStore;
beforeAll(async () => {
  temp = await openTempStore();
});
afterAll(() => temp.close());

it('a month is the sum of its shards and of what was counted before there were any, in a fixed number of reads', async () => {
  const empty = counting(temp.store);
  expect(await ridesIn(empty.store, '2026-07')).toEqual({ users: 0, groups: {} });
  await temp.store.transact(async (tx) => {
    tx.set(ref(rideMonths, '2026-07'), { users: 5, groups: { C1: 2 } });
    tx.set(ref(rideMonths, '2026-07-0'), { users: 1, groups: { C1: 3, C2: 1 } });
    tx.set(ref(rideMonths, `2026-07-${RIDE_SHARDS - 1}`), { users: 4, groups: {} });
    tx.set(ref(rideMonths, '2026-08-0'), { users: 100, groups: { C1: 100 } });
  });
  const full = counting(temp.store);
  expect(await ridesIn(full.store, '2026-07')).toEqual({ users: 10, groups: { C1: 5, C2: 1 } });
  expect(full.reads).toBe(empty.reads);
});

it('every answer counts in a shard that is read', () => {
  const shards = new Set(Array.from({ length: 400 }, (_, n) => rideShardOf('2026-07', `event-${n}`).id));
  expect([...shards].sort()).toEqual(Array.from({ length: RIDE_SHARDS }, (_, place) => `2026-07-${place}`));
});
