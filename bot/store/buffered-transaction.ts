import type { AnyCollection, Query, Ref, Stored, Transaction } from './store.ts';
import { MAX_DOCUMENT_BYTES, StoreError } from './store.ts';

/** One write that waits for the commit. `json` is absent for a removal. */
export interface BufferedWrite {
  readonly collection: AnyCollection;
  readonly id: string;
  readonly kind: 'create' | 'set' | 'remove';
  readonly json?: string;
}

/** What a transaction reads from. */
export interface Reader {
  get<T extends object>(ref: Ref<T>): Stored<T> | undefined;
  query<T extends object>(query: Query<T>): readonly Stored<T>[];
  count<T extends object>(query: Pick<Query<T>, 'collection' | 'where'>): number;
}

/**
 * A transaction that reads at once and keeps its writes until the store applies them.
 * @throws StoreError `misuse` on a read after a write, `too-large` for a document over MAX_DOCUMENT_BYTES.
 */
export class BufferedTransaction implements Transaction {
  readonly writes: BufferedWrite[] = [];
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  #mayRead(): void {
    if (this.writes.length > 0) throw new StoreError('misuse', 'a transaction reads before it writes');
  }

  async get<T extends object>(ref: Ref<T>): Promise<Stored<T> | undefined> {
    this.#mayRead();
    return this.#reader.get(ref);
  }

  async query<T extends object>(query: Query<T>): Promise<readonly Stored<T>[]> {
    this.#mayRead();
    return this.#reader.query(query);
  }

  async count<T extends object>(query: Pick<Query<T>, 'collection' | 'where'>): Promise<number> {
    this.#mayRead();
    return this.#reader.count(query);
  }

  #write<T extends object>(kind: 'create' | 'set', ref: Ref<T>, data: T): void {
    const json = JSON.stringify(data);
    if (Buffer.byteLength(json) > MAX_DOCUMENT_BYTES) {
      throw new StoreError('too-large', `document in ${ref.collection.name}`);
    }
    this.writes.push({ collection: ref.collection, id: ref.id, kind, json });
  }

  create<T extends object>(ref: Ref<T>, data: T): void {
    this.#write('create', ref, data);
  }

  set<T extends object>(ref: Ref<T>, data: T): void {
    this.#write('set', ref, data);
  }

  remove<T extends object>(ref: Ref<T>): void {
    this.writes.push({
      collection: ref.collection,
      id: ref.id,
      kind: 'remove',
    });
  }
}
