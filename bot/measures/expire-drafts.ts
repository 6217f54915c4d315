import type { Clock } from '../clock.ts';
import type { Job } from '../jobs/job.ts';
import { ref, type Store } from '../store/store.ts';
import { measureDraftItems, measureDrafts } from './draft-records.ts';

/** Drafts and items that one run removes; the next run takes the rest. */
const DRAFT_BATCH = 5;
const ITEM_BATCH = 300;

/** Removes drafts that were accepted, or that nobody accepted in time: their measures first, so that none is forgotten. */
export function expireDraftsJob({ store, clock }: { readonly store: Store; readonly clock: Clock }): Job {
  return {
    name: 'measures-expire-drafts',
    run: async () => {
      const old = await store.query({
        collection: measureDrafts,
        where: [['expiresAtMs', '<=', clock.now()]],
        orderBy: { field: 'expiresAtMs', direction: 'asc' },
        limit: DRAFT_BATCH,
      });
      for (const { id } of old) {
        await store.transact(async (tx) => {
          const items = await tx.query({
            collection: measureDraftItems,
            where: [['draftId', '==', id]],
            orderBy: { field: 'place', direction: 'asc' },
            limit: ITEM_BATCH,
          });
          for (const item of items) tx.remove(ref(measureDraftItems, item.id));
          if (items.length < ITEM_BATCH) tx.remove(ref(measureDrafts, id));
        });
      }
    },
  };
}
