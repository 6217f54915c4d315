import { afterEach, beforeEach, expect, it } from 'vitest';
import { membersWith } from '../../../bot/people/read-people.ts';
import { type Member, members } from '../../../bot/people/records.ts';
import { ref } from '../../../bot/store/store.ts';
import { openTempStore, type TempStore } from '../webhook/temp-store.ts';

let temp: TempStore;
beforeEach(async () => {
  temp = await openTempStore();
});
afterEach(() => temp.close());

const put = (from: number, to: number, change: (n: number) => Partial<Member>) =>
  temp.store.transact(async (tx) => {
    for (let n = from; n < to; n += 1) {
      const member: Member = { name: `ก${n}`, unit: 'กองคลัง', roles: [], status: 'active', joinedAtMs: 0 };
      tx.set(ref(members, `U${String(n).padStart(5, '0')}`), { ...member, ...change(n) });
    }
  });
const admins = () => temp.store.transact((tx) => membersWith(tx, 'admin'));

it('an admin beyond the first page of members is found; exactly full pages end as well', async () => {
  await put(0, 499, () => ({}));
  await put(499, 500, () => ({ roles: ['admin'] }));
  expect(await admins()).toEqual(['U00499']);
  await put(500, 1_201, (n) => (n === 1_200 ? { roles: ['admin'] } : {}));
  expect(await admins()).toEqual(['U00499', 'U01200']);
});

it('more members than one office has are an error, not an admin who hears of nothing', async () => {
  await put(0, 5_000, () => ({}));
  await expect(admins()).rejects.toThrow(RangeError);
});
