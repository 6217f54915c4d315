import { createHash } from 'node:crypto';
import type { AnyCollection, Collection, Store } from '../store/store.ts';
import { documentHash } from './document-hash.ts';
import { type Move, MoveRefused } from './move.ts';
import { readPages } from './read-pages.ts';

/** What a collection holds, in short. */
export interface Digest {
  readonly count: number;
  /** SHA-256, hex, over every id and document in the order of ids. */
  readonly hash: string;
}

/** Reads a whole collection, a page at a time. */
export async function digestOf(store: Store, any: AnyCollection): Promise<Digest> {
  const collection = any as Collection<object>;
  const hash = createHash('sha256');
  let count = 0;
  for await (const { documents } of readPages(store, collection, '')) {
    for (const { id, data } of documents) hash.update(`${id}/${documentHash(data)}\n`);
    count += documents.length;
  }
  return { count, hash: hash.digest('hex') };
}

/**
 * Reads a collection on both sides and returns its count.
 * @throws MoveRefused `differs` when one document more, less or other stands on either side.
 */
export async function compareCollection(move: Move, any: AnyCollection): Promise<number> {
  const collection = any as Collection<object>;
  const [ours, theirs, counted] = await Promise.all([
    digestOf(move.from.store, any),
    digestOf(move.to.store, any),
    // Counted by the database itself, so that a page that both readings skipped would show.
    move.to.store.count({ collection }),
  ]);
  if (ours.count !== theirs.count || ours.hash !== theirs.hash || counted !== ours.count) {
    throw new MoveRefused('differs', any.name);
  }
  move.progress({ phase: 'compare', name: any.name, done: ours.count, total: ours.count });
  return ours.count;
}
