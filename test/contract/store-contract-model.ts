import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filter, Store } from '../../bot/store/store.ts';
import { type Item, item, items, pages, type StoreUnderTest } from './store-under-test.ts';

/** Few, since each sequence talks to a real database; `SEED` runs one again. */
const RUNS = 12;

type Write =
  | {
      readonly kind: 'create' | 'set';
      readonly id: string;
      readonly data: Item;
    }
  | { readonly kind: 'remove'; readonly id: string };
type Ask = {
  readonly rank?: number;
  readonly from?: number;
  readonly direction?: 'asc' | 'desc';
  readonly limit: number;
};
type Step = { readonly write: readonly Write[]; readonly throws: boolean } | { readonly ask: Ask };

const ids = fc.constantFrom('a', 'b', 'B', 'ก', 'ข', '10', '9');
const ranks = fc.constantFrom(-1, 0, 0.5, 2, 10, Number.MAX_SAFE_INTEGER);
const data = fc.record(
  {
    group: fc.constant('g'),
    rank: ranks,
    label: fc.string({ unit: 'grapheme', maxLength: 8 }),
  },
  { requiredKeys: ['group'], noNullPrototype: true },
);
const write: fc.Arbitrary<Write> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('create' as const, 'set' as const),
    id: ids,
    data,
  }),
  fc.record({ kind: fc.constant('remove' as const), id: ids }),
);
const ask: fc.Arbitrary<Ask> = fc.record(
  {
    rank: ranks,
    from: ranks,
    direction: fc.constantFrom('asc' as const, 'desc' as const),
    limit: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ['limit'], noNullPrototype: true },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    write: fc.array(write, { maxLength: 4 }),
    throws: fc.boolean().map((odd) => odd),
  }),
  fc.record({ ask }),
);

/** The store as anybody would write it down: a map, changed only when everything went well. */
class Model {
  documents = new Map<string, Item>();

  /** What becomes of the transaction. */
  apply(writes: readonly Write[], throws: boolean): 'done' | 'thrown' | 'already-exists' {
    if (throws) return 'thrown';
    const next = new Map(this.documents);
    for (const one of writes) {
      if (one.kind === 'create' && next.has(one.id)) return 'already-exists';
      if (one.kind === 'remove') next.delete(one.id);
      else next.set(one.id, one.data);
    }
    this.documents = next;
    return 'done';
  }

  find({ rank, from, direction }: Ask): string[] {
    const sign = direction === 'desc' ? -1 : 1;
    return [...this.documents]
      .filter(([, held]) => rank === undefined || held.rank === rank)
      .filter(([, held]) => !direction || held.rank !== undefined)
      .filter(([, held]) => !direction || from === undefined || (held.rank ?? 0) >= from)
      .sort(([idA, a], [idB, b]) => {
        const byRank = direction ? (a.rank ?? 0) - (b.rank ?? 0) : 0;
        return sign * (byRank || Buffer.compare(Buffer.from(idA), Buffer.from(idB)));
      })
      .map(([id]) => id);
  }
}

async function play(store: Store, writes: readonly Write[], throws: boolean): Promise<string> {
  const attempt = store.transact(async (tx) => {
    for (const one of writes) {
      if (one.kind === 'remove') tx.remove(item(one.id));
      else tx[one.kind](item(one.id), one.data);
    }
    if (throws) throw Object.assign(new Error(), { code: 'thrown' });
    return 'done';
  });
  return attempt.catch((error: { code: string }) => error.code);
}

async function answers(store: Store, { rank, from, direction, limit }: Ask): Promise<string[]> {
  const where: Filter<Item>[] = [['group', '==', 'g']];
  if (rank !== undefined) where.push(['rank', '==', rank]);
  if (direction && from !== undefined) where.push(['rank', '>=', from]);
  const query = { collection: items, where, limit };
  return (await pages(store, direction ? { ...query, orderBy: { field: 'rank', direction } } : query)).flat();
}

/** Whatever is done in whatever order, the store tells the same as a map. */
export function modelContract(subject: () => StoreUnderTest): void {
  test('random sequences of transactions, queries and counts agree with a plain map', async () => {
    const { store } = subject();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        await store.transact(async (tx) => {
          for (const { id } of await tx.query({ collection: items, limit: 50 })) tx.remove(item(id));
        });
        const model = new Model();
        for (const one of steps) {
          if ('ask' in one) expect(await answers(store, one.ask)).toEqual(model.find(one.ask));
          else expect(await play(store, one.write, one.throws)).toBe(model.apply(one.write, one.throws));
        }
        const found = await store.query({ collection: items, limit: 50 });
        expect(found).toStrictEqual(
          model.find({ limit: 50 }).map((id) => ({ id, data: model.documents.get(id) })),
        );
        expect(await store.count({ collection: items })).toBe(model.documents.size);
      }),
      {
        numRuns: RUNS,
        ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}),
      },
    );
  });
}
