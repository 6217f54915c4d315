import { type AnyCollection, type Collection, ref, type Stored, StoreError } from '../store/store.ts';
import { batchesOf } from './batches.ts';
import { documentHash } from './document-hash.ts';
import { type Move, MoveRefused } from './move.ts';
import { readPages } from './read-pages.ts';
import { MOVE_ID, type MoveJournal, moveJournals } from './records.ts';

/** Tries of one batch while the target is out of reach; a move that ends here goes on at its next start. */
const MAX_TRIES = 5;
const RETRY_WAIT_MS = 500;
/** What passes by itself. */
const PASSING: readonly string[] = ['unavailable', 'conflict', 'timeout'];

/** Carries what is left of one collection. @throws MoveRefused, StoreError */
export async function carryCollection(move: Move, any: AnyCollection): Promise<void> {
  const collection = any as Collection<object>;
  const journal = (await move.to.store.get(ref(moveJournals, MOVE_ID)))?.data;
  let { last, count } = journal?.carried[any.name] ?? { last: '', count: 0 };
  let total: number | undefined;
  for await (const page of readPages(move.from.store, collection, last)) {
    // To count costs a search, too: it is done only where something is left.
    total ??= await move.from.store.count({ collection });
    for (const batch of batchesOf(page)) {
      await carryPatiently(move, collection, last, batch);
      last = batch.at(-1)?.id ?? last;
      count += batch.length;
      move.progress({ phase: 'carry', name: any.name, done: count, total });
    }
  }
}

async function carryPatiently(
  move: Move,
  collection: Collection<object>,
  last: string,
  batch: readonly Stored<object>[],
): Promise<void> {
  let isNew = true;
  for (let tries = 1; ; tries += 1) {
    try {
      return await carryBatch(move, collection, last, batch, isNew);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      // Reading what is there costs as much as writing it; it is done only when something is.
      if (error.code === 'already-exists' && isNew) isNew = false;
      else if (!PASSING.includes(error.code) || tries === MAX_TRIES) throw error;
      else await move.clock.sleep(RETRY_WAIT_MS * tries);
    }
  }
}

/** One transaction: the documents, and the journal that tells of them. A batch that arrived before is left alone. */
async function carryBatch(
  { to }: Move,
  collection: Collection<object>,
  last: string,
  batch: readonly Stored<object>[],
  isNew: boolean,
): Promise<void> {
  const batchEnd = batch.at(-1)?.id ?? last;
  await to.store.transact(async (tx) => {
    const journal = (await tx.get(ref(moveJournals, MOVE_ID)))?.data;
    const reached = journal?.carried[collection.name];
    // The answer to the commit was lost, not the commit.
    if (reached?.last === batchEnd) return;
    if (!journal || (reached?.last ?? '') !== last) throw new MoveRefused('two-moves', collection.name);
    const there = isNew ? [] : await Promise.all(batch.map(({ id }) => tx.get(ref(collection, id))));
    for (const [at, { id, data }] of batch.entries()) {
      const found = there[at];
      if (!found) tx.create(ref(collection, id), data);
      else if (documentHash(found.data) !== documentHash(data))
        throw new MoveRefused('differs', collection.name);
    }
    const carried = { last: batchEnd, count: (reached?.count ?? 0) + batch.length };
    const next: MoveJournal = {
      ...journal,
      carried: { ...journal.carried, [collection.name]: carried },
    };
    tx.set(ref(moveJournals, MOVE_ID), next);
  });
}
