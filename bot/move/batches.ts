import type { Stored } from '../store/store.ts';
import type { Page } from './read-pages.ts';

/** Documents of one transaction; Firestore commits several hundred, and a smaller batch is sooner done again. */
export const BATCH_DOCUMENTS = 400;
/** Firestore takes 10 MiB in one commit, in its own, wider form. */
export const BATCH_BYTES = 3_000_000;

/** Cuts a page into batches that one transaction takes, in order; none is empty. */
export function batchesOf({ documents, sizes }: Page): readonly (readonly Stored<object>[])[] {
  const batches: Stored<object>[][] = [];
  let bytes = 0;
  for (const [at, document] of documents.entries()) {
    const size = sizes[at] ?? 0;
    const batch = batches.at(-1);
    if (batch && batch.length < BATCH_DOCUMENTS && bytes + size <= BATCH_BYTES) {
      batch.push(document);
      bytes += size;
    } else {
      batches.push([document]);
      bytes = size;
    }
  }
  return batches;
}
