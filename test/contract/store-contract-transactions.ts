import { describe, expect, test, vi } from 'vitest';
import { MAX_TRANSACTION_MS, type Transaction } from '../../bot/store/store.ts';
import { item, items, put, type StoreUnderTest } from './store-under-test.ts';

/** What one transaction does: all of it or nothing. */
export function transactionsContract(subject: () => StoreUnderTest): void {
  describe('a transaction', () => {
    const data = { group: 'a' };

    test('gives what its work gives, and its writes are there when it resolves', async () => {
      const { store } = subject();
      const result = await store.transact(async (tx) => {
        tx.create(item('one'), data);
        tx.set(item('two'), data);
        return 'done';
      });
      expect(result).toBe('done');
      expect(await store.count({ collection: items })).toBe(2);
    });

    test('without reads and writes changes nothing', async () => {
      expect(await subject().store.transact(async () => 7)).toBe(7);
    });

    test('that creates what is there fails with already-exists and writes nothing at all', async () => {
      const { store } = subject();
      await put(store, { one: { group: 'first' }, gone: data });
      const attempt = store.transact(async (tx) => {
        tx.set(item('before'), data);
        tx.remove(item('gone'));
        tx.create(item('one'), { group: 'second' });
        tx.create(item('after'), data);
      });
      await expect(attempt).rejects.toMatchObject({
        name: 'StoreError',
        code: 'already-exists',
      });
      expect((await store.query({ collection: items, limit: 10 })).map(({ id }) => id)).toEqual([
        'gone',
        'one',
      ]);
      expect((await store.get(item('one')))?.data).toStrictEqual({
        group: 'first',
      });
    });

    test('creates what was removed before', async () => {
      const { store } = subject();
      await put(store, { one: data });
      await store.transact(async (tx) => tx.remove(item('one')));
      await store.transact(async (tx) => tx.create(item('one'), { group: 'new' }));
      expect((await store.get(item('one')))?.data).toStrictEqual({
        group: 'new',
      });
    });

    test('leaves nothing when its work throws, and what it threw comes out unchanged', async () => {
      const { store } = subject();
      // Looks like a passing failure of a database; it is none, and must not start the work again.
      const thrown = Object.assign(new Error('the office is closed'), {
        code: 10,
      });
      let runs = 0;
      const attempt = store.transact(async (tx) => {
        runs += 1;
        await tx.get(item('one'));
        tx.set(item('one'), data);
        throw thrown;
      });
      await expect(attempt).rejects.toBe(thrown);
      expect(runs).toBe(1);
      expect(await store.get(item('one'))).toBeUndefined();
    });

    test.each<[string, (tx: Transaction) => Promise<unknown>]>([
      ['get', (tx) => tx.get(item('one'))],
      ['query', (tx) => tx.query({ collection: items, limit: 1 })],
    ])('that reads by %s after a write fails with misuse and writes nothing', async (_how, read) => {
      const { store } = subject();
      const attempt = store.transact(async (tx) => {
        tx.set(item('one'), data);
        await read(tx);
      });
      await expect(attempt).rejects.toMatchObject({
        name: 'StoreError',
        code: 'misuse',
      });
      expect(await store.get(item('one'))).toBeUndefined();
    });

    test('shows nothing of itself outside before it is committed', async () => {
      const { store } = subject();
      await put(store, { one: { group: 'old' } });
      await store.transact(async (tx) => {
        tx.set(item('one'), { group: 'new' });
        tx.create(item('two'), data);
        expect((await store.get(item('one')))?.data.group).toBe('old');
        expect(await store.query({ collection: items, limit: 10 })).toHaveLength(1);
        expect(await store.count({ collection: items })).toBe(1);
      });
      expect((await store.get(item('one')))?.data.group).toBe('new');
      expect(await store.count({ collection: items })).toBe(2);
    });

    test('shows itself whole to another transaction: of two documents never one new and one old', async () => {
      const { store } = subject();
      await put(store, {
        left: { group: 'a', rank: 0 },
        right: { group: 'a', rank: 0 },
      });
      const writing = (async () => {
        for (let rank = 1; rank <= 5; rank += 1) {
          await put(store, {
            left: { group: 'a', rank },
            right: { group: 'a', rank },
          });
        }
      })();
      for (let look = 0; look < 5; look += 1) {
        const [left, right] = await store.transact((tx) => tx.query({ collection: items, limit: 2 }));
        expect(left?.data.rank).toBe(right?.data.rank);
      }
      await writing;
    });

    test('reads what the last one wrote, by id and by query', async () => {
      const { store } = subject();
      for (let rank = 1; rank <= 5; rank += 1) {
        await put(store, { one: { group: 'a', rank } });
        const seen = await store.transact(async (tx) => [
          (await tx.get(item('one')))?.data.rank,
          (
            await tx.query({
              collection: items,
              where: [['rank', '==', rank]],
              limit: 1,
            })
          ).length,
        ]);
        expect(seen).toEqual([rank, 1]);
      }
    });

    test('takes several writes to one document in their order', async () => {
      const { store } = subject();
      await put(store, { there: data, replaced: data });
      await store.transact(async (tx) => {
        tx.set(item('twice'), { group: 'first' });
        tx.set(item('twice'), { group: 'second' });
        tx.create(item('made'), { group: 'first' });
        tx.set(item('made'), { group: 'second' });
        tx.set(item('there'), { group: 'second' });
        tx.remove(item('there'));
        tx.remove(item('replaced'));
        tx.create(item('replaced'), { group: 'second' });
        tx.create(item('undone'), data);
        tx.remove(item('undone'));
      });
      const found = await store.query({ collection: items, limit: 10 });
      expect(found).toStrictEqual(
        ['made', 'replaced', 'twice'].map((id) => ({
          id,
          data: { group: 'second' },
        })),
      );
    });

    test('that creates the same document twice fails with already-exists', async () => {
      const { store } = subject();
      const attempt = store.transact(async (tx) => {
        tx.create(item('one'), data);
        tx.create(item('one'), data);
      });
      await expect(attempt).rejects.toMatchObject({ code: 'already-exists' });
      expect(await store.get(item('one'))).toBeUndefined();
    });

    test('takes hundreds of writes at once', async () => {
      const { store } = subject();
      await put(
        store,
        Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`n${n}`, { group: 'a', rank: n }])),
      );
      expect(await store.count({ collection: items })).toBe(600);
    });

    test('whose work takes too long fails with timeout, and its late writes are nowhere', async () => {
      const { store } = subject();
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        let started = (): void => {};
        const running = new Promise<void>((resolve) => {
          started = resolve;
        });
        let goOn = (): void => {};
        const attempt = store.transact(async (tx) => {
          started();
          await new Promise<void>((resolve) => {
            goOn = resolve;
          });
          tx.set(item('late'), data);
        });
        const failed = expect(attempt).rejects.toMatchObject({
          name: 'StoreError',
          code: 'timeout',
        });
        await running;
        await vi.advanceTimersByTimeAsync(MAX_TRANSACTION_MS);
        await failed;
        goOn();
      } finally {
        vi.useRealTimers();
      }
      await put(store, { next: data });
      expect(await store.get(item('late'))).toBeUndefined();
    });
  });
}
