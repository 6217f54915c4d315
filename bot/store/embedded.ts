import { chmodSync } from 'node:fs';
import Database from 'libsql';
import { withinTime } from '../within-time.ts';
import { BufferedTransaction, type BufferedWrite } from './buffered-transaction.ts';
import { createTable, Statements } from './embedded-sql.ts';
import { checkCount, checkQuery } from './query-rules.ts';
import type { AnyCollection, Query, Ref, Store, Stored, Transaction } from './store.ts';
import { MAX_TRANSACTION_MS, StoreError } from './store.ts';

/** Transactions that share one disk flush. More would only lengthen the longest wait. */
const MAX_BATCH = 256;
/** Transactions that may wait; beyond it the store says `unavailable` rather than eat the memory. */
const MAX_WAITING = 20_000;

/** How long the write-ahead log is kept after the last write. */
const LOG_KEPT_MS = 1_000;

interface Waiting {
  run(): Promise<BufferedTransaction>;
  done(): void;
  fail(error: unknown): void;
}

/**
 * The Store on one SQLite file.
 *
 * Transactions run one after the other on the writing connection, so they never conflict, and many share one flush to
 * disk: each is answered only after the flush that holds it (`synchronous=FULL`: also a power cut keeps it). Reads
 * outside a transaction use a second connection, which sees flushed state only.
 */
class EmbeddedStore implements Store {
  readonly #writing: Database.Database;
  readonly #reading: Database.Database;
  readonly #write: Statements;
  readonly #read: Statements;
  readonly #known = new Set<string>();
  readonly #madeInBatch = new Set<string>();
  readonly #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;
  #emptying: NodeJS.Timeout | undefined;
  #inBatch = false;
  #closed = false;

  constructor(path: string) {
    this.#writing = new Database(path);
    // The file names the office's people; other accounts of the machine have no business in it.
    chmodSync(path, 0o600);
    this.#writing.exec('PRAGMA journal_mode = WAL');
    this.#writing.exec('PRAGMA synchronous = FULL');
    // What was removed is overwritten, not only unlinked.
    this.#writing.exec('PRAGMA secure_delete = ON');
    // What a crash left in the log.
    this.#writing.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#reading = new Database(path);
    this.#reading.exec('PRAGMA query_only = ON');
    this.#write = new Statements(this.#writing);
    this.#read = new Statements(this.#reading);
  }

  /** Tables are made on first sight: a new feature needs no migration step. */
  #ensure(collection: AnyCollection): void {
    if (this.#known.has(collection.name)) return;
    createTable(this.#writing, collection);
    // A table made inside a batch goes with it when it is rolled back.
    (this.#inBatch ? this.#madeInBatch : this.#known).add(collection.name);
  }

  async transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreError('unavailable', 'the store is closed');
    if (this.#waiting.length >= MAX_WAITING)
      throw new StoreError('unavailable', 'too many transactions wait');
    return new Promise<T>((resolve, reject) => {
      let result: T;
      this.#waiting.push({
        run: async () => {
          const tx = new BufferedTransaction({
            get: (ref) => {
              this.#ensure(ref.collection);
              return this.#write.get(ref.collection, ref.id);
            },
            query: (query) => {
              checkQuery(query);
              this.#ensure(query.collection);
              return this.#write.page(query);
            },
            count: (query) => {
              checkCount(query);
              this.#ensure(query.collection);
              return this.#write.count(query);
            },
          });
          result = await withinTime(
            work(tx),
            MAX_TRANSACTION_MS,
            () => new StoreError('timeout', `a transaction took over ${MAX_TRANSACTION_MS} ms`),
          );
          return tx;
        },
        done: () => resolve(result),
        fail: reject,
      });
      this.#working ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // One turn of the event loop lets requests that already arrived join this flush.
      await new Promise<void>((resume) => setImmediate(resume));
      await this.#batch();
    }
    this.#working = undefined;
    this.#emptyLogSoon();
  }

  /**
   * Empties the write-ahead log once nothing is written for a moment: its frames stand in the order of writing and would show
   * which rows were written together long after the rows themselves are gone.
   */
  #emptyLogSoon(): void {
    clearTimeout(this.#emptying);
    this.#emptying = setTimeout(() => {
      if (!this.#closed && !this.#working) this.#writing.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    }, LOG_KEPT_MS);
    this.#emptying.unref();
  }

  async #batch(): Promise<void> {
    const applied: Waiting[] = [];
    try {
      this.#writing.exec('BEGIN IMMEDIATE');
      this.#inBatch = true;
      for (let taken = 0; taken < MAX_BATCH; taken += 1) {
        const next = this.#waiting.shift();
        if (!next) break;
        const tx = await next.run().catch((error: unknown) => {
          next.fail(error);
          return undefined;
        });
        if (!tx) continue;
        const clash = this.#clash(tx.writes);
        if (clash) {
          next.fail(clash);
          continue;
        }
        applied.push(next);
        this.#apply(tx.writes);
      }
      this.#writing.exec('COMMIT');
      for (const name of this.#madeInBatch) this.#known.add(name);
    } catch (cause) {
      if (this.#writing.inTransaction) this.#writing.exec('ROLLBACK');
      const error = new StoreError('unavailable', 'the store could not write', {
        cause,
      });
      for (const one of applied.splice(0)) one.fail(error);
    } finally {
      this.#inBatch = false;
      this.#madeInBatch.clear();
    }
    for (const one of applied) one.done();
  }

  /** Writes of one transaction take effect in order: what it removed before, it may create. */
  #clash(writes: readonly BufferedWrite[]): StoreError | undefined {
    const present = new Map<string, boolean>();
    for (const write of writes) {
      this.#ensure(write.collection);
      const key = `${write.collection.name}/${write.id}`;
      const isThere = present.get(key) ?? this.#write.has(write.collection, write.id);
      if (write.kind === 'create' && isThere) {
        return new StoreError('already-exists', `document in ${write.collection.name}`);
      }
      present.set(key, write.kind !== 'remove');
    }
    return undefined;
  }

  #apply(writes: readonly BufferedWrite[]): void {
    for (const write of writes) {
      if (write.json === undefined) this.#write.remove(write.collection, write.id);
      else this.#write.put(write.collection, write.id, write.json);
    }
  }

  /** False for a collection that nobody has durably written yet: it reads as empty. */
  #isReadable(collection: AnyCollection): boolean {
    if (this.#closed) throw new StoreError('unavailable', 'the store is closed');
    if (!this.#inBatch) this.#ensure(collection);
    return this.#known.has(collection.name);
  }

  async get<T extends object>(ref: Ref<T>): Promise<Stored<T> | undefined> {
    return this.#isReadable(ref.collection) ? this.#read.get(ref.collection, ref.id) : undefined;
  }

  async query<T extends object>(query: Query<T>): Promise<readonly Stored<T>[]> {
    checkQuery(query);
    return this.#isReadable(query.collection) ? this.#read.page(query) : [];
  }

  async count<T extends object>(query: Pick<Query<T>, 'collection' | 'where'>): Promise<number> {
    checkCount(query);
    return this.#isReadable(query.collection) ? this.#read.count(query) : 0;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#emptying);
    await this.#working;
    this.#reading.close();
    this.#writing.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#writing.close();
  }
}

/**
 * Opens the store in the file at `path`, making it when it is not there.
 * @throws what SQLite says when the file is no database or cannot be written.
 */
export async function openEmbeddedStore(options: { readonly path: string }): Promise<Store> {
  return new EmbeddedStore(options.path);
}
