import type { Query, Ref, Store, Stored } from '../../bot/store/store.ts';
import { collection, ref } from '../../bot/store/store.ts';

/** An empty store, and what a test needs around it. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Opens the same data once more; the first store may be closed by then. */
  reopen(): Promise<Store>;
  /** Closes every store that was opened and removes the data. */
  cleanup(): Promise<void>;
}

/** The document of most contract tests. */
export interface Item {
  readonly group: string;
  readonly rank?: number;
  readonly label?: string;
  readonly note?: string | null;
  readonly expiresAt?: number;
}

export const items = collection<Item>('contractItems', {
  indexes: [
    ['group'],
    ['rank'],
    ['label'],
    ['group', 'rank', 'label'],
    ['group', 'rank'],
    ['group', 'label'],
    ['group', 'note'],
    ['group', 'expiresAt'],
  ],
  expiresAtField: 'expiresAt',
});

export interface Counter {
  readonly n: number;
}

export const counters = collection<Counter>('contractCounters', { indexes: [['n']] });

export const item = (id: string): Ref<Item> => ref(items, id);

/** Writes all documents in one transaction. */
export async function put(store: Store, documents: Readonly<Record<string, Item>>): Promise<void> {
  await store.transact(async (tx) => {
    for (const [id, data] of Object.entries(documents)) tx.set(item(id), data);
  });
}

/** Adds one to the counter `id`, which starts at 0. */
export async function increment(store: Store, id: string): Promise<number> {
  return store.transact(async (tx) => {
    const n = ((await tx.get(ref(counters, id)))?.data.n ?? 0) + 1;
    tx.set(ref(counters, id), { n });
    return n;
  });
}

/** All pages of a query, each as its ids. Ends at the first page that is not full. */
export async function pages<T extends object>(store: Store, query: Query<T>): Promise<string[][]> {
  const found: string[][] = [];
  let after: Stored<T> | undefined;
  for (;;) {
    const page = await store.query(after ? { ...query, after } : query);
    found.push(page.map(({ id }) => id));
    after = page.at(-1);
    if (page.length < query.limit || !after) return found;
  }
}
