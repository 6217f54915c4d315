import { describe, expect, test } from 'vitest';
import { ref, type Store } from '../../bot/store/store.ts';
import { counters, increment, item, items, put, type StoreUnderTest } from './store-under-test.ts';

const times = (n: number) => Array.from({ length: n }, (_, index) => index);

/** Turns of the event loop that a transaction may use to get in between; when it cannot, the other one goes on. */
const TURNS_TO_GET_BETWEEN = 200;

/** Waits for `other`, but not for ever: a store that lets one wait for the other would stand still. */
async function givenAChance(other: Promise<unknown>): Promise<void> {
  let over = false;
  const end = () => {
    over = true;
  };
  void other.then(end, end);
  for (let turn = 0; turn < TURNS_TO_GET_BETWEEN && !over; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What transactions side by side come to: the same as one after the other. */
export function racesContract(subject: () => StoreUnderTest): void {
  describe('transactions side by side', () => {
    test('100 increments of one counter end at 100, and each saw a number of its own', async () => {
      const { store } = subject();
      const seen = await Promise.all(times(100).map(() => increment(store, 'one')));
      expect(seen.sort((a, b) => a - b)).toEqual(times(100).map((n) => n + 1));
      expect((await store.get(ref(counters, 'one')))?.data.n).toBe(100);
    });

    test('increments of two counters in opposite order end at the right sums', async () => {
      const { store } = subject();
      const both = (ids: readonly string[]) =>
        store.transact(async (tx) => {
          const found = [];
          for (const id of ids)
            found.push({
              id,
              n: (await tx.get(ref(counters, id)))?.data.n ?? 0,
            });
          for (const { id, n } of found) tx.set(ref(counters, id), { n: n + 1 });
        });
      await Promise.all(times(20).map((n) => both(n % 2 ? ['left', 'right'] : ['right', 'left'])));
      for (const id of ['left', 'right']) expect((await store.get(ref(counters, id)))?.data.n).toBe(20);
    });

    test('reads made at once inside one transaction count as well', async () => {
      const { store } = subject();
      const move = () =>
        store.transact(async (tx) => {
          const [left, right] = await Promise.all(['left', 'right'].map((id) => tx.get(ref(counters, id))));
          tx.set(ref(counters, 'left'), { n: (left?.data.n ?? 0) - 1 });
          tx.set(ref(counters, 'right'), { n: (right?.data.n ?? 0) + 1 });
        });
      await Promise.all(times(20).map(move));
      expect((await store.get(ref(counters, 'left')))?.data.n).toBe(-20);
      expect((await store.get(ref(counters, 'right')))?.data.n).toBe(20);
    });

    test('of many that create one document exactly one succeeds; the others hear already-exists', async () => {
      const { store } = subject();
      const attempts = times(20).map((rank) =>
        store.transact(async (tx) => {
          tx.create(item('one'), { group: 'a', rank });
          tx.create(item(`trace${rank}`), { group: 'trace' });
          return rank;
        }),
      );
      const outcomes = await Promise.allSettled(attempts);
      const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(won).toHaveLength(1);
      expect(lost.every(({ reason }) => reason.code === 'already-exists')).toBe(true);
      expect((await store.get(item('one')))?.data.rank).toBe(won[0]?.value);
      const traces = await store.query({
        collection: items,
        where: [['group', '==', 'trace']],
        limit: 50,
      });
      expect(traces.map(({ id }) => id)).toEqual([`trace${won[0]?.value}`]);
    });

    test('two that each rely on the other not having acted do not both act', async () => {
      const { store } = subject();
      const round = async (n: number) => {
        const on = { group: `duty${n}`, rank: 1 };
        await put(store, { [`a${n}`]: on, [`b${n}`]: on });
        const leave = (mine: string, theirs: string) =>
          store.transact(async (tx) => {
            const other = await tx.get(item(`${theirs}${n}`));
            await tx.get(item(`${mine}${n}`));
            if (other?.data.rank === 1) tx.set(item(`${mine}${n}`), { ...on, rank: 0 });
          });
        await Promise.all([leave('a', 'b'), leave('b', 'a')]);
        const left = await store.query({ collection: items, where: [['group', '==', on.group]], limit: 2 });
        expect(left.map(({ data }) => data.rank).sort()).toEqual([0, 1]);
      };
      await Promise.all(times(5).map(round));
    });

    test('a decision by query counts what others add meanwhile: three places take three', async () => {
      const { store } = subject();
      const take = (n: number) =>
        store.transact(async (tx) => {
          const taken = await tx.query({
            collection: items,
            where: [['group', '==', 'places']],
            limit: 3,
          });
          if (taken.length < 3) tx.create(item(`place${n}`), { group: 'places', rank: n });
          return taken.length < 3;
        });
      const got = await Promise.all(times(10).map(take));
      expect(got.filter(Boolean)).toHaveLength(3);
      expect(
        await store.count({
          collection: items,
          where: [['group', '==', 'places']],
        }),
      ).toBe(3);
    });

    test('a document of which one saw the absence is not lost when another makes it meanwhile', async () => {
      const { store } = subject();
      await Promise.all(
        times(8).map((n) =>
          store.transact(async (tx) => {
            const before = (await tx.get(item('list')))?.data.label ?? '';
            tx.set(item('list'), { group: 'a', label: `${before}${n}` });
          }),
        ),
      );
      const label = (await store.get(item('list')))?.data.label ?? '';
      expect([...label].sort().join('')).toBe('01234567');
    });

    test.each<[string, (store: Store) => Promise<unknown>, number]>([
      ['changes it', (store) => put(store, { one: { group: 'a', rank: 10 } }), 10],
      ['removes it', (store) => store.transact(async (tx) => tx.remove(item('one'))), 0],
    ])(
      'one that read a document runs again when another %s first, or the other waits',
      async (_what, meddle, then) => {
        const { store } = subject();
        await put(store, { one: { group: 'a', rank: 1 } });
        let other: Promise<unknown> | undefined;
        const seen: number[] = [];
        await store.transact(async (tx) => {
          const rank = (await tx.get(item('one')))?.data.rank ?? 0;
          seen.push(rank);
          other ??= meddle(store);
          await givenAChance(other);
          tx.set(item('two'), { group: 'a', rank: rank + 1 });
          tx.set(item('three'), { group: 'a', rank: rank + 2 });
        });
        await other;
        // Either it came before the other (saw 1) or after it; a mixture would be a read that is not true any more.
        expect([1, then]).toContain(seen.at(-1));
        expect((await store.get(item('two')))?.data.rank).toBe((seen.at(-1) ?? 0) + 1);
        expect((await store.get(item('one')))?.data.rank ?? 0).toBe(then);
      },
    );

    test('those that share nothing all succeed', async () => {
      const { store } = subject();
      await Promise.all(times(50).map((n) => increment(store, `own${n}`)));
      expect(await store.count({ collection: counters, where: [['n', '==', 1]] })).toBe(50);
    });
  });
}
