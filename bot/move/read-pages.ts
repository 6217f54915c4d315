import { type Collection, MAX_PAGE, type Store, type Stored } from '../store/store.ts';

/** Documents of the first page: as many as fit in memory when all have the largest size. */
export const FIRST_PAGE = 100;
/** Bytes that a later page should hold; the documents of one collection are of one kind, so the page before tells. */
const PAGE_BYTES = 16_000_000;
const FEWEST = 16;

/** Some documents of a collection in the order of ids, each with the bytes of its JSON. */
export interface Page {
  readonly documents: readonly Stored<object>[];
  readonly sizes: readonly number[];
}

/**
 * Reads a collection from behind the id `after` ('' for the whole) to its end. Small documents come in large pages: every
 * page costs the database a search. The next page is on its way while the caller works on this one; no page is empty.
 * @throws StoreError
 */
export async function* readPages(
  store: Store,
  collection: Collection<object>,
  after: string,
): AsyncGenerator<Page> {
  const ask = (id: string, limit: number) => {
    const asked = store.query({ collection, limit, ...(id ? { after: { id, data: {} } } : {}) });
    // Whoever stops reading is not told of the page that was on its way.
    asked.catch(() => {});
    return asked;
  };
  let limit = FIRST_PAGE;
  let coming = ask(after, limit);
  for (;;) {
    const documents = await coming;
    const isLast = documents.length < limit;
    const sizes = documents.map(({ data }) => Buffer.byteLength(JSON.stringify(data)));
    const last = documents.at(-1);
    if (!isLast && last) {
      limit = Math.min(MAX_PAGE, Math.max(FEWEST, Math.floor(PAGE_BYTES / Math.max(1, ...sizes))));
      coming = ask(last.id, limit);
    }
    if (last) yield { documents, sizes };
    if (isLast || !last) return;
  }
}
