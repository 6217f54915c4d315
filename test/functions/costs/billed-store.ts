import type { Store, Transaction } from '../../../bot/store/store.ts';
import type { OperationName } from '../../../functions/costs/operations.ts';

/** Index entries of a count that are billed as one read. */
const ENTRIES_PER_READ = 1_000;

/** Counts that a run adds to. */
export type Tally = Record<OperationName, number>;

/** A store, and what Firestore would have asked for it. */
export interface BilledStore {
  readonly store: Store;
  /** JSON bytes of every document that is there, by `collection/id`. */
  readonly bytes: ReadonlyMap<string, number>;
}

type Reads = Pick<Store, 'get' | 'query' | 'count'>;
type Kind = 'set' | 'create' | 'remove';

/**
 * A store that counts as Firestore bills (https://firebase.google.com/docs/firestore/pricing): each document of a query, one read
 * for a query without any and for a document that is not there, one for every thousand entries of a count, one write or delete
 * for each document of a commit. Runs of a transaction that had to be repeated count. `onCreated` hears of documents that were
 * not there before, once they are durable.
 */
export function billedStore(
  store: Store,
  tally: Tally,
  onCreated: (collection: string) => void,
): BilledStore {
  const bytes = new Map<string, number>();
  const counted = (of: Reads, onRead: () => void = () => {}): Reads => ({
    get: async (one) => {
      tally.reads += 1;
      tally.storeTrips += 1;
      onRead();
      return of.get(one);
    },
    query: async (one) => {
      tally.storeTrips += 1;
      onRead();
      const found = await of.query(one);
      tally.reads += Math.max(1, found.length);
      return found;
    },
    count: async (one) => {
      tally.storeTrips += 1;
      onRead();
      const found = await of.count(one);
      tally.reads += Math.max(1, Math.ceil(found / ENTRIES_PER_READ));
      return found;
    },
  });

  async function transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const run = { reads: 0, writes: new Map<string, { kind: Kind; bytes: number; collection: string }>() };
    const result = await store.transact((tx) => {
      run.reads = 0;
      run.writes.clear();
      const reads = counted(tx, () => {
        run.reads += 1;
      });
      const write = (
        kind: Kind,
        { collection, id }: { collection: { name: string }; id: string },
        data?: object,
      ) =>
        void run.writes.set(`${collection.name}/${id}`, {
          kind,
          bytes: data ? Buffer.byteLength(JSON.stringify(data)) : 0,
          collection: collection.name,
        });
      return work({
        ...reads,
        create: (one, data) => {
          write('create', one, data);
          tx.create(one, data);
        },
        set: (one, data) => {
          write('set', one, data);
          tx.set(one, data);
        },
        remove: (one) => {
          write('remove', one);
          tx.remove(one);
        },
      });
    });
    if (run.writes.size > 0) tally.storeTrips += 1;
    // The Firestore store looks first where nothing else was read (firestore-transaction.ts).
    if (run.reads === 0 && [...run.writes.values()].some(({ kind }) => kind === 'create')) {
      tally.reads += 1;
      tally.storeTrips += 1;
    }
    for (const [path, write] of run.writes) {
      if (write.kind === 'remove') {
        tally.deletes += 1;
        bytes.delete(path);
        continue;
      }
      tally.writes += 1;
      const isNew = !bytes.has(path);
      bytes.set(path, write.bytes);
      if (isNew) onCreated(write.collection);
    }
    return result;
  }

  return {
    bytes,
    store: {
      ...counted(store),
      transact,
      close: () => store.close(),
    },
  };
}
