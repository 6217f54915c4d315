import type { Clock } from '../clock.ts';
import { type Collection, ref, type Store } from '../store/store.ts';
import type { Job } from './job.ts';

/** Documents that one transaction removes. */
const EXPIRE_BATCH = 200;
/** Transactions of one run for each collection, 20,000 documents; the next run takes the rest. */
const MAX_BATCHES = 100;

/** Removes documents whose time has passed. Firestore does it by itself (TTL); reads never rely on it having happened. */
export function expireJob(
  store: Store,
  clock: Clock,
  collections: readonly Collection<{ expiresAtMs: number }>[],
): Job {
  return {
    name: 'expire',
    run: async () => {
      for (const collection of collections) {
        let batches = 0;
        while (batches < MAX_BATCHES && (await removeBatch(store, clock.now(), collection))) batches += 1;
      }
    },
  };
}

/** Whether there may be more. */
async function removeBatch(
  store: Store,
  nowMs: number,
  collection: Collection<{ expiresAtMs: number }>,
): Promise<boolean> {
  const gone = await store.query({
    collection,
    where: [['expiresAtMs', '<=', nowMs]],
    orderBy: { field: 'expiresAtMs', direction: 'asc' },
    limit: EXPIRE_BATCH,
  });
  if (gone.length === 0) return false;
  await store.transact(async (tx) => {
    for (const { id } of gone) tx.remove(ref(collection, id));
  });
  return gone.length === EXPIRE_BATCH;
}
