import type {
  DocumentData,
  DocumentReference,
  DocumentSnapshot,
  Firestore,
  Transaction as FirestoreNativeTransaction,
} from 'firebase-admin/firestore';
import { toStoreError } from './firestore-errors.ts';
import { matching, page } from './firestore-query.ts';
import { type FirestoreSdk, fromFirestore, toFirestore } from './firestore-values.ts';
import { checkCount } from './query-rules.ts';
import type { AnyCollection, Query, Ref, Stored, Transaction } from './store.ts';
import { MAX_DOCUMENT_BYTES, StoreError } from './store.ts';
import type { Turn } from './turns.ts';

/** `clash`: created although this transaction wrote it before. `undo`: created and removed again. */
type WriteKind = 'create' | 'set' | 'remove' | 'clash' | 'undo';

interface Write {
  readonly collection: AnyCollection;
  readonly document: DocumentReference;
  readonly kind: WriteKind;
  readonly data: DocumentData;
}

/** Firestore takes some pairs of writes to one document in one commit and refuses others, so each is sent as one. */
function merged(earlier: WriteKind | undefined, kind: 'create' | 'set' | 'remove'): WriteKind {
  const wasThere = earlier === 'set' || earlier === 'create';
  if (kind === 'create') return earlier === 'remove' ? 'set' : wasThere ? 'clash' : 'create';
  if (earlier === 'create' || earlier === 'undo') return kind === 'set' ? 'create' : 'undo';
  return earlier === 'clash' ? 'clash' : kind;
}

/** A document as the port gives it, or `undefined` when it is not there. */
export function stored<T extends object>(sdk: FirestoreSdk, found: DocumentSnapshot): Stored<T> | undefined {
  const data = found.data();
  return data && { id: found.id, data: fromFirestore<T>(sdk, data) };
}

/**
 * One run of one transaction. Reads go to Firestore at once; writes wait for {@link send}.
 * @throws StoreError `misuse` on a read after a write or any use after {@link end}, `too-large` for a document over
 * MAX_DOCUMENT_BYTES.
 */
export class FirestoreTransaction implements Transaction {
  readonly #sdk: FirestoreSdk;
  readonly #db: Firestore;
  readonly #native: FirestoreNativeTransaction;
  readonly #turn: Turn;
  readonly #writes = new Map<string, Write>();
  readonly #readKeys = new Set<string>();
  readonly #busyKeys = new Set<string>();
  #failure: { readonly error: unknown } | undefined;
  #over = false;

  constructor(sdk: FirestoreSdk, db: Firestore, native: FirestoreNativeTransaction, turn: Turn) {
    this.#sdk = sdk;
    this.#db = db;
    this.#native = native;
    this.#turn = turn;
  }

  /** The first read that failed. It decides over the run, whatever the work made of it. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  /** What this run fought for with others: what it read and then wrote, and what somebody held. */
  contested(): readonly string[] {
    const written = new Set<string>();
    for (const [path, { collection }] of this.#writes) written.add(path).add(`${collection.name}?`);
    return [...this.#busyKeys, ...[...this.#readKeys].filter((key) => written.has(key))];
  }

  async get<T extends object>({ collection, id }: Ref<T>): Promise<Stored<T> | undefined> {
    const document = this.#db.collection(collection.name).doc(id);
    const found = await this.#read(document.path, () => this.#native.get(document));
    return stored<T>(this.#sdk, found);
  }

  async query<T extends object>(query: Query<T>): Promise<readonly Stored<T>[]> {
    const wanted = page(this.#sdk, this.#db, query);
    const found = await this.#read(`${query.collection.name}?`, () => this.#native.get(wanted));
    return found.docs.map((one) => ({
      id: one.id,
      data: fromFirestore<T>(this.#sdk, one.data()),
    }));
  }

  async count<T extends object>(query: Pick<Query<T>, 'collection' | 'where'>): Promise<number> {
    checkCount(query);
    const wanted = matching(this.#sdk, this.#db, query).count();
    const found = await this.#read(`${query.collection.name}?`, () => this.#native.get(wanted));
    return found.data().count;
  }

  async #read<R>(key: string, ask: () => Promise<R>): Promise<R> {
    this.#mustBeOpen();
    if (this.#writes.size > 0) throw new StoreError('misuse', 'a transaction reads before it writes');
    try {
      if (!(await this.#turn.mayRead(key))) {
        this.#busyKeys.add(key);
        throw new StoreError('conflict', 'another transaction of this process is at it');
      }
      // The wait for the turn may have lasted until the transaction ran out of time.
      this.#mustBeOpen();
      this.#readKeys.add(key);
      return await ask();
    } catch (error) {
      this.#failure ??= { error };
      throw toStoreError(error);
    }
  }

  create<T extends object>(ref: Ref<T>, data: T): void {
    this.#write('create', ref, data);
  }

  set<T extends object>(ref: Ref<T>, data: T): void {
    this.#write('set', ref, data);
  }

  remove<T extends object>(ref: Ref<T>): void {
    this.#write('remove', ref, {});
  }

  #write<T extends object>(kind: 'create' | 'set' | 'remove', ref: Ref<T>, data: object): void {
    this.#mustBeOpen();
    const { collection, id } = ref;
    // Through JSON, as in the other store: absent fields fall away, and later changes of `data` change nothing here.
    const json = JSON.stringify(data);
    if (Buffer.byteLength(json) > MAX_DOCUMENT_BYTES) {
      throw new StoreError('too-large', `document in ${collection.name}`);
    }
    const document = this.#db.collection(collection.name).doc(id);
    this.#writes.set(document.path, {
      collection,
      document,
      kind: merged(this.#writes.get(document.path)?.kind, kind),
      data: toFirestore(this.#sdk, collection, json),
    });
  }

  #mustBeOpen(): void {
    if (this.#over) throw new StoreError('misuse', 'the transaction is over');
  }

  /** From here on the work's late reads and writes are refused. */
  end(): void {
    this.#over = true;
  }

  /**
   * Hands the writes to Firestore's own transaction, which commits them together. Where nothing was read, one document to
   * create is: without a read Firestore's client would send a commit whose answer was lost a second time, and that one
   * would take its own document for somebody else's.
   * @throws StoreError `already-exists` when that shows already here.
   */
  async send(): Promise<void> {
    const writes = [...this.#writes.values()];
    const created = writes.find(({ kind }) => kind === 'create' || kind === 'undo');
    const clash = writes.find(({ kind }) => kind === 'clash');
    if (clash) throw alreadyExists(clash);
    if (created && this.#readKeys.size === 0) {
      // A read like any other: of many that create one document, those that lost take turns instead of losing again.
      await this.#turn.mayRead(created.document.path);
      this.#readKeys.add(created.document.path);
      if ((await this.#native.get(created.document)).exists) throw alreadyExists(created);
    }
    for (const { document, kind, data } of writes) {
      if (kind === 'create' || kind === 'undo') this.#native.create(document, data);
      if (kind === 'set') this.#native.set(document, data);
      if (kind === 'remove' || kind === 'undo') this.#native.delete(document);
    }
  }
}

function alreadyExists({ collection }: Write): StoreError {
  return new StoreError('already-exists', `document in ${collection.name}`);
}
