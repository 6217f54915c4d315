import type { Ref, Store, Transaction } from '../../bot/store/store.ts';

/** A store that notes which documents are written while somebody acts. */
export interface WritingStore {
  readonly store: Store;
  /** Whose doing the next writes are. */
  person: string;
  /** Who wrote each document, by `collection/id`. */
  readonly writers: Map<string, Set<string>>;
  /** Bytes of the largest document that was written, by collection, as Firestore counts them. */
  readonly largest: Map<string, number>;
}

export function writingStore(store: Store): WritingStore {
  const noting: WritingStore = {
    person: 'nobody',
    writers: new Map(),
    largest: new Map(),
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
  function measure<T extends object>({ collection: { name }, id }: Ref<T>, data: T): void {
    const bytes = firestoreBytes(JSON.parse(JSON.stringify(data))) + name.length + id.length + DOCUMENT_EXTRA;
    noting.largest.set(name, Math.max(noting.largest.get(name) ?? 0, bytes));
  }
  function noted(tx: Transaction): Transaction {
    return {
      get: (one) => tx.get(one),
      query: (one) => tx.query(one),
      count: (one) => tx.count(one),
      create: (one, data) => {
        note(one);
        measure(one, data);
        tx.create(one, data);
      },
      set: (one, data) => {
        note(one);
        measure(one, data);
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

/** For its name and itself. */
const DOCUMENT_EXTRA = 64;
const NUMBER_BYTES = 8;

/** Bytes of a value by "Storage size calculations": texts by their letters, numbers eight each, names of fields too. */
export function firestoreBytes(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value) + 1;
  if (typeof value === 'number') return NUMBER_BYTES;
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + firestoreBytes(one), 0);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + Buffer.byteLength(key) + 1 + firestoreBytes(one),
    0,
  );
}
