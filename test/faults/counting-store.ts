import type { Store, Transaction } from '../../bot/store/store.ts';

/** A store, and how often it was asked. */
export interface Counter {
  readonly store: Store;
  reads: number;
}

/** Counts the documents, pages and counts that are asked for. */
export function counting(store: Store): Counter {
  const counter: Counter = {
    reads: 0,
    store: { ...countedReads(store), transact, close: () => store.close() },
  };
  function counted<T>(read: () => T): T {
    counter.reads += 1;
    return read();
  }
  function countedReads(of: Store): Pick<Store, 'get' | 'query' | 'count'> {
    return {
      get: (one) => counted(() => of.get(one)),
      query: (one) => counted(() => of.query(one)),
      count: (one) => counted(() => of.count(one)),
    };
  }
  function transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return store.transact((tx) =>
      work({
        get: (one) => counted(() => tx.get(one)),
        query: (one) => counted(() => tx.query(one)),
        count: (one) => counted(() => tx.count(one)),
        create: (one, data) => tx.create(one, data),
        set: (one, data) => tx.set(one, data),
        remove: (one) => tx.remove(one),
      }),
    );
  }
  return counter;
}
