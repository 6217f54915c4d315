import type { Ref, Store, Transaction } from '../../bot/store/store.ts';

/** A store that notes which documents are written while somebody acts. */
export interface WritingStore {
  readonly store: Store;
  /** Whose doing the next writes are. */
  person: string;
  /** Who wrote each document, by `collection/id`. */
  readonly writers: Map<string, Set<string>>;
}

export function writingStore(store: Store): WritingStore {
  const noting: WritingStore = {
    person: 'nobody',
    writers: new Map(),
    store: {
      get: (one) => store.get(one),
      query: (one) => store.query(one),
      count: (one) => store.count(one),
      close: () => store.close(),
      transact: (work) => store.transact((tx) => work(noted(tx))),
    },
  };
  function note<T extends object>({ collection, id }: Ref<T>): void {
    const path = `${collection.name}/${id}`;
    noting.writers.set(path, (noting.writers.get(path) ?? new Set()).add(noting.person));
  }
  function noted(tx: Transaction): Transaction {
    return {
      get: (one) => tx.get(one),
      query: (one) => tx.query(one),
      count: (one) => tx.count(one),
      create: (one, data) => {
        note(one);
        tx.create(one, data);
      },
      set: (one, data) => {
        note(one);
        tx.set(one, data);
      },
      remove: (one) => {
        note(one);
        tx.remove(one);
      },
    };
  }
  return noting;
}
