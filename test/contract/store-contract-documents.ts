import { describe, expect, test } from 'vitest';
import { collection, type Json, MAX_DOCUMENT_BYTES, ref, StoreError } from '../../bot/store/store.ts';
import { item, type StoreUnderTest } from './store-under-test.ts';

interface Anything {
  readonly [field: string]: Json | undefined;
}
const anything = collection<Anything>('contractAnything');

/** Values that a store may be tempted to change. */
const VALUES: Readonly<Record<string, Json>> = {
  'Thai text': 'องค์การบริหารส่วนตำบลน้ำใส ๑๒๓ ฿ ก้ำ เกษฎ์ \u0e4d\u0e32 \u0e33',
  'emoji, tabs, quotes, a NUL and text of one space': ['🇹🇭👨‍👩‍👧', '\t\n"\\\'', 'a\u0000b', ' ', ''],
  'the largest exact integers': [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 0, 1],
  'fractions and very large numbers': [0.1, 1 / 3, -2.5e-7, 1e300, 5e-324],
  'null and booleans': [null, true, false, { deep: null }],
  'empty arrays and objects': [[], {}, { empty: {}, list: [] }],
  'arrays in arrays': [[1, 2], [[3], []], [[[['deep']]]], [{ row: [[1, 2]] }]],
  'objects in arrays that look like arrays in arrays': [
    { '[]': [1] },
    { "'[]": 2 },
    { '[]': [['x']], b: 1 },
    [{ '[]': {} }],
  ],
  'keys of all kinds': {
    ก: 1,
    'a.b': 2,
    'a b': 3,
    '`': 4,
    '0': 5,
    _x_: 6,
    'a/b': 7,
    constructor: 8,
  },
  'text that looks like a date or a number': ['2026-11-21T03:45:54.000Z', '00123', '1e5', 'NaN'],
};

/** What documents keep: exactly what was written. */
export function documentsContract(subject: () => StoreUnderTest): void {
  describe('documents', () => {
    const roundTrip = async (data: Anything) => {
      const { store } = subject();
      await store.transact(async (tx) => tx.set(ref(anything, 'one'), data));
      const outside = await store.get(ref(anything, 'one'));
      const inside = await store.transact((tx) => tx.get(ref(anything, 'one')));
      expect(inside).toStrictEqual(outside);
      return outside;
    };

    test.each(Object.entries(VALUES))('%s come back exactly', async (_name, value) => {
      expect(await roundTrip({ value })).toStrictEqual({
        id: 'one',
        data: { value },
      });
    });

    test('an absent optional field stays absent, at any depth', async () => {
      const found = await roundTrip({
        a: undefined,
        b: { c: undefined, d: 1 },
        e: [{ f: undefined }],
      });
      expect(found?.data).toStrictEqual({ b: { d: 1 }, e: [{}] });
    });

    test('an expiry comes back as the same millisecond, and a document may lack it', async () => {
      const { store } = subject();
      const times = [0, 1, 999, 1_795_232_754_123, -1, 253_402_300_799_999];
      await store.transact(async (tx) => {
        for (const at of times) tx.set(item(`at${at}`), { group: 'a', expiresAt: at });
        tx.set(item('never'), { group: 'a' });
      });
      for (const at of times) expect((await store.get(item(`at${at}`)))?.data.expiresAt).toBe(at);
      expect((await store.get(item('never')))?.data).toStrictEqual({
        group: 'a',
      });
    });

    test('set replaces the whole document', async () => {
      await roundTrip({ old: 1, both: 1 });
      expect((await roundTrip({ both: 2 }))?.data).toStrictEqual({ both: 2 });
    });

    test('what is written is what the object held at that moment', async () => {
      const { store } = subject();
      const data = { list: [1] };
      await store.transact(async (tx) => {
        tx.set(ref(anything, 'one'), data);
        data.list.push(2);
      });
      expect((await store.get(ref(anything, 'one')))?.data).toStrictEqual({
        list: [1],
      });
    });

    test('a document that is not there is undefined, also in a collection nobody wrote to', async () => {
      const nobodys = collection<Anything>('contractNobodys');
      expect(await subject().store.get(ref(nobodys, 'one'))).toBeUndefined();
      expect(await subject().store.transact((tx) => tx.get(ref(nobodys, 'one')))).toBeUndefined();
    });

    test('a removed document is gone, and removing it again does nothing', async () => {
      const { store } = subject();
      await roundTrip({ a: 1 });
      for (let time = 0; time < 2; time += 1) {
        await store.transact(async (tx) => tx.remove(ref(anything, 'one')));
        expect(await store.get(ref(anything, 'one'))).toBeUndefined();
      }
    });

    test('ids differ by every character, and may be Thai, dotted or 200 long', async () => {
      const { store } = subject();
      const ids = [
        'a',
        'A',
        'a ',
        'เรื่อง-๑',
        'a.b',
        '..a',
        '__a',
        "a'b",
        '%2F',
        'x'.repeat(200),
        '๑'.repeat(200),
      ];
      await store.transact(async (tx) => {
        for (const id of ids) tx.set(ref(anything, id), { id });
      });
      for (const id of ids) {
        expect(await store.get(ref(anything, id))).toStrictEqual({
          id,
          data: { id },
        });
      }
    });

    test.each(['', 'a/b', '.', '..', '__x__', 'x'.repeat(201)])('the id "%s" is refused', (id) => {
      expect(() => ref(anything, id)).toThrow(expect.objectContaining({ code: 'misuse' }));
    });

    test('a document as large as allowed is kept', async () => {
      const text = 'ก'.repeat((MAX_DOCUMENT_BYTES - '{"text":""}'.length) / 3);
      expect((await roundTrip({ text }))?.data['text']).toBe(text);
    });

    test('a larger document fails the whole transaction with too-large', async () => {
      const { store } = subject();
      const text = 'x'.repeat(MAX_DOCUMENT_BYTES);
      const attempt = store.transact(async (tx) => {
        tx.set(ref(anything, 'small'), { a: 1 });
        tx.create(ref(anything, 'large'), { text });
      });
      await expect(attempt).rejects.toMatchObject({
        name: 'StoreError',
        code: 'too-large',
      });
      expect(await store.get(ref(anything, 'small'))).toBeUndefined();
    });

    test('what was committed is there after the store is closed and opened again', async () => {
      const { store, reopen } = subject();
      await roundTrip({ a: 'น้ำ' });
      await store.close();
      const again = await reopen();
      expect((await again.get(ref(anything, 'one')))?.data).toStrictEqual({
        a: 'น้ำ',
      });
    });

    test('close lets what has begun come to its end, and may be called twice', async () => {
      const { store, reopen } = subject();
      const begun = store.transact(async (tx) => tx.set(ref(anything, 'one'), { a: 1 }));
      await Promise.all([store.close(), store.close()]);
      await begun;
      expect(await (await reopen()).get(ref(anything, 'one'))).toBeDefined();
    });

    test('a closed store refuses everything with unavailable', async () => {
      const { store } = subject();
      await store.close();
      const unavailable = expect.objectContaining({ code: 'unavailable' });
      const one = ref(anything, 'one');
      await expect(store.get(one)).rejects.toEqual(unavailable);
      await expect(store.query({ collection: anything, limit: 1 })).rejects.toEqual(unavailable);
      await expect(store.count({ collection: anything })).rejects.toEqual(unavailable);
      await expect(store.transact(async (tx) => tx.set(one, {}))).rejects.toBeInstanceOf(StoreError);
    });
  });
}
