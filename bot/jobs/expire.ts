import type { Clock } from '../clock.ts';
import { type Collection, ref, type Store } from '../store/store.ts';
import type { Job } from './job.ts';

/** Documents that one run removes from each collection; the next run takes the rest. */
const EXPIRE_BATCH = 200;

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
        const gone = await store.query({
          collection,
          where: [['expiresAtMs', '<=', clock.now()]],
          orderBy: { field: 'expiresAtMs', direction: 'asc' },
          limit: EXPIRE_BATCH,
        });
        if (gone.length === 0) continue;
        await store.transact(async (tx) => {
          for (const { id } of gone) tx.remove(ref(collection, id));
        });
      }
    },
  };
}
