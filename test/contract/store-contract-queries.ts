import { describe, expect, test } from 'vitest';
import { collection, MAX_PAGE, type Query } from '../../bot/store/store.ts';
import { type Item, item, items, pages, put, type StoreUnderTest } from './store-under-test.ts';

/** Two groups, ties in rank, one without rank. Ids are not in the order of anything else. */
const DATA: Readonly<Record<string, Item>> = {
  k: { group: 'a', rank: 3, label: 'ข' },
  c: { group: 'a', rank: 1, label: 'ก' },
  x: { group: 'a', rank: 3, label: 'Z' },
  b: { group: 'a', rank: 3, label: 'a' },
  m: { group: 'a', label: '😀' },
  d: { group: 'a', rank: -2, label: '\uffee' },
  z: { group: 'b', rank: 0, label: 'ก' },
  a: { group: 'b', rank: Number.MAX_SAFE_INTEGER, label: '' },
  y: { group: 'a', rank: 2.5, label: 'กก' },
};

const where = [['group', '==', 'a']] as const;
const ascending = { field: 'rank', direction: 'asc' } as const;
const descending = { field: 'rank', direction: 'desc' } as const;

/** What queries and counts find, and in which order. */
export function queriesContract(subject: () => StoreUnderTest): void {
  describe('queries', () => {
    /** The ids that a query finds, asked outside, in a transaction, and page by page. */
    const find = async (query: Omit<Query<Item>, 'collection' | 'limit' | 'after'>) => {
      const { store } = subject();
      await put(store, DATA);
      const whole: Query<Item> = { collection: items, limit: 50, ...query };
      const found = (await store.query(whole)).map(({ id }) => id);
      expect((await store.transact((tx) => tx.query(whole))).map(({ id }) => id)).toEqual(found);
      for (const limit of [1, 2, 3]) expect((await pages(store, { ...whole, limit })).flat()).toEqual(found);
      return found.join('');
    };

    test('without an order come by id, and all pages together are the whole', async () => {
      expect(await find({})).toBe('abcdkmxyz');
    });

    test('match equal fields, several together', async () => {
      expect(await find({ where })).toBe('bcdkmxy');
      expect(await find({ where: [...where, ['rank', '==', 3]] })).toBe('bkx');
      expect(
        await find({
          where: [...where, ['rank', '==', 3], ['label', '==', 'ข']],
        }),
      ).toBe('k');
      expect(await find({ where: [['group', '==', 'c']] })).toBe('');
    });

    test('tell a number from the text that looks like it', async () => {
      await put(subject().store, {
        number: { group: 'n', rank: 1 },
        text: { group: 'n', label: '1' },
      });
      const label = await subject().store.query({
        collection: items,
        where: [['label', '==', '1']],
        limit: 5,
      });
      expect(label.map(({ id }) => id)).toEqual(['text']);
    });

    test('in order break ties by id in the same direction and leave out documents without the field', async () => {
      expect(await find({ where, orderBy: ascending })).toBe('dcybkx');
      expect(await find({ where, orderBy: descending })).toBe('xkbycd');
      expect(await find({ orderBy: ascending })).toBe('dzcybkxa');
      expect(await find({ orderBy: descending })).toBe('axkbyczd');
    });

    test('order text by its UTF-8 bytes, not by any language', async () => {
      expect(await find({ orderBy: { field: 'label', direction: 'asc' } })).toBe('axbczykdm');
      expect(await find({ where, orderBy: { field: 'label', direction: 'desc' } })).toBe('mdkycbx');
    });

    test('take ranges on the ordered field, bounds in or out', async () => {
      expect(await find({ where: [...where, ['rank', '>', 1]], orderBy: ascending })).toBe('ybkx');
      expect(
        await find({
          where: [...where, ['rank', '>=', 1]],
          orderBy: descending,
        }),
      ).toBe('xkbyc');
      expect(
        await find({
          where: [
            ['rank', '>=', 0],
            ['rank', '<', 3],
          ],
          orderBy: ascending,
        }),
      ).toBe('zcy');
      expect(
        await find({
          where: [...where, ['rank', '<=', 2.5]],
          orderBy: descending,
        }),
      ).toBe('ycd');
      expect(
        await find({
          where: [
            ['label', '>', 'ก'],
            ['label', '<=', 'ข'],
          ],
          orderBy: { field: 'label', direction: 'asc' },
        }),
      ).toBe('yk');
    });

    test('order and compare the expiry like any number', async () => {
      const { store } = subject();
      const at = (expiresAt: number) => ({ group: 'a', expiresAt });
      await put(store, {
        p: at(2_000),
        q: at(999),
        r: at(1_001),
        s: at(1_000),
        t: { group: 'a' },
      });
      const due = {
        collection: items,
        where: [...where, ['expiresAt', '<=', 1_001]],
        limit: 2,
      } as const;
      const found = await pages<Item>(store, {
        ...due,
        orderBy: { field: 'expiresAt', direction: 'asc' },
      });
      expect(found).toEqual([['q', 's'], ['r']]);
      expect(
        await store.count({
          collection: items,
          where: [['expiresAt', '==', 2_000]],
        }),
      ).toBe(1);
    });

    test('treat null in the ordered field as a value before all others', async () => {
      const { store } = subject();
      await put(store, {
        p: { group: 'a', note: null },
        q: { group: 'a', note: 'x' },
        r: { group: 'a' },
        s: { group: 'a', note: null },
      });
      const query = { collection: items, where, limit: 1 } as const;
      const up = await pages<Item>(store, {
        ...query,
        orderBy: { field: 'note', direction: 'asc' },
      });
      const down = await pages<Item>(store, {
        ...query,
        orderBy: { field: 'note', direction: 'desc' },
      });
      expect(up.flat()).toEqual(['p', 's', 'q']);
      expect(down.flat()).toEqual(['q', 's', 'p']);
    });

    test('go on after a document that was changed or removed meanwhile, from where it stood', async () => {
      const { store } = subject();
      await put(store, DATA);
      const query: Query<Item> = {
        collection: items,
        where,
        orderBy: ascending,
        limit: 2,
      };
      const [, after] = await store.query(query);
      if (!after) throw new Error('no second document');
      expect(after.id).toBe('c');
      await store.transact(async (tx) => tx.remove(item('c')));
      expect((await store.query({ ...query, after })).map(({ id }) => id)).toEqual(['y', 'b']);
    });

    test('give whole documents', async () => {
      const { store } = subject();
      await put(store, DATA);
      const found = await store.query({
        collection: items,
        where,
        orderBy: ascending,
        limit: 1,
      });
      expect(found).toStrictEqual([{ id: 'd', data: DATA['d'] }]);
    });

    test('of a collection nobody wrote to find nothing', async () => {
      const nobodys = collection<Item>('contractNobodys', {
        indexes: [['group', 'rank']],
      });
      expect(
        await subject().store.query({
          collection: nobodys,
          where,
          orderBy: ascending,
          limit: 5,
        }),
      ).toEqual([]);
      expect(await subject().store.count({ collection: nobodys })).toBe(0);
    });

    test('give up to MAX_PAGE documents', async () => {
      const { store } = subject();
      await put(
        store,
        Object.fromEntries(Array.from({ length: MAX_PAGE + 1 }, (_, n) => [`n${n}`, { group: 'a' }])),
      );
      expect(await store.query({ collection: items, limit: MAX_PAGE })).toHaveLength(MAX_PAGE);
    });

    test.each<[string, Partial<Query<Item>>]>([
      ['a limit of 0', { limit: 0 }],
      ['a negative limit', { limit: -1 }],
      ['half a document', { limit: 1.5 }],
      ['more than MAX_PAGE', { limit: MAX_PAGE + 1 }],
      [
        'a range on a field that is not the ordered one',
        {
          where: [['rank', '>', 1]],
          orderBy: { field: 'label', direction: 'asc' },
        },
      ],
      ['a range without an order', { where: [['rank', '>', 1]] }],
      [
        'a cursor without the ordered field',
        { orderBy: ascending, after: { id: 'm', data: { group: 'a' } } },
      ],
    ])('refuse %s with misuse', async (_what, wrong) => {
      const query = { collection: items, limit: 1, ...wrong };
      await expect(subject().store.query(query)).rejects.toMatchObject({
        code: 'misuse',
      });
      await expect(subject().store.transact((tx) => tx.query(query))).rejects.toMatchObject({
        code: 'misuse',
      });
    });

    test('counts are the number of documents that match, by equality and one range', async () => {
      const { store } = subject();
      await put(store, DATA);
      expect(await store.count({ collection: items })).toBe(9);
      expect(await store.count({ collection: items, where })).toBe(7);
      expect(
        await store.count({
          collection: items,
          where: [...where, ['rank', '>=', 2.5]],
        }),
      ).toBe(4);
      expect(await store.count({ collection: items, where: [['group', '==', 'c']] })).toBe(0);
    });

    test('a transaction counts what it finds, and not after a write', async () => {
      const { store } = subject();
      await put(store, DATA);
      const counted = await store.transact(async (tx) => {
        const n = await tx.count({ collection: items, where });
        tx.create(item(`n${n}`), { group: 'a' });
        return n;
      });
      expect(counted).toBe(7);
      expect(await store.count({ collection: items, where })).toBe(8);
      const late = store.transact(async (tx) => {
        tx.set(item('k'), { group: 'a' });
        return tx.count({ collection: items });
      });
      await expect(late).rejects.toMatchObject({ code: 'misuse' });
    });

    test('of many that count and then add, each counts all that came before it', async () => {
      const { store } = subject();
      const seen = await Promise.all(
        Array.from({ length: 6 }, (_, n) =>
          store.transact(async (tx) => {
            const before = await tx.count({ collection: items, where });
            tx.create(item(`n${n}`), { group: 'a' });
            return before;
          }),
        ),
      );
      expect(seen.sort()).toEqual([0, 1, 2, 3, 4, 5]);
    });
  });
}
