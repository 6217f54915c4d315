import type { Store, Transaction } from '../../bot/store/store.ts';

/** A store that counts what is asked of it. */
export interface CountingStore {
  readonly store: Store;
  /** Documents, pages and counts asked for since it was set to 0. */
  reads: number;
}

/** Puts a counter before a store, transactions included. */
export function countingStore(store: Store): CountingStore {
  const counter: CountingStore = {
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
        create: (one, data) => tx.create(one, data),
        set: (one, data) => tx.set(one, data),
        remove: (one) => tx.remove(one),
      }),
    );
  }
  return counter;
}
