import { randomUUID } from 'node:crypto';
import type { App } from 'firebase-admin/app';
import type { Firestore } from 'firebase-admin/firestore';
import { withinTime } from '../within-time.ts';
import { isConflict, toStoreError } from './firestore-errors.ts';
import { matching, page } from './firestore-query.ts';
import { FirestoreTransaction, stored } from './firestore-transaction.ts';
import { type FirestoreSdk, fromFirestore } from './firestore-values.ts';
import { checkCount } from './query-rules.ts';
import type { Query, Ref, Store, Stored, Transaction } from './store.ts';
import { MAX_ATTEMPTS, MAX_TRANSACTION_MS, StoreError } from './store.ts';
import { Turn, Turns } from './turns.ts';

/** Longest wait for one answer of Firestore. Its client alone would go on trying for ten minutes. */
const MAX_ANSWER_MS = 10_000;
/** Wait before the second run of a transaction; doubled for each further one, and shortened by chance. */
const BACKOFF_MS = 20;

export interface FirestoreOptions {
  /** Google Cloud project; on Google's machines it is known without being told. */
  readonly projectId?: string;
  /** `host:port` of a Firestore emulator to use instead of the cloud. */
  readonly emulatorHost?: string;
}

/** How one run of a transaction ended, when it did not fail for good. */
type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | {
      readonly kind: 'conflict';
      readonly error: unknown;
      readonly contested: readonly string[];
    };

/**
 * The Store on Cloud Firestore. Serialisable because Firestore's own transactions are: every read of a transaction is
 * locked until its commit.
 *
 * A commit whose answer was lost may or may not have taken effect. It is not run again, since that could do the work
 * twice; the caller gets `unavailable` and finds out by reading, as for a crash.
 */
class FirestoreStore implements Store {
  readonly #sdk: FirestoreSdk;
  readonly #db: Firestore;
  readonly #release: () => Promise<void>;
  readonly #turns = new Turns();
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(sdk: FirestoreSdk, db: Firestore, release: () => Promise<void>) {
    this.#sdk = sdk;
    this.#db = db;
    this.#release = release;
  }

  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#whileOpen(() => this.#transact(work));
  }

  async #transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const contested = new Set<string>();
    for (let run = 1; ; run += 1) {
      const turn = new Turn(this.#turns);
      try {
        await turn.takeAll(contested);
        const outcome = await this.#run(work, turn);
        if (outcome.kind === 'done') return outcome.value;
        if (run === MAX_ATTEMPTS) throw toStoreError(outcome.error);
        for (const key of outcome.contested) contested.add(key);
      } finally {
        turn.end();
      }
      const waitMs = Math.random() * BACKOFF_MS * 2 ** (run - 1);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  async #run<T>(work: (tx: Transaction) => Promise<T>, turn: Turn): Promise<Outcome<T>> {
    const seen: { tx?: FirestoreTransaction; done?: { value: T }; thrown?: { error: unknown } } = {};
    const ended = new Promise<void>((resolve, reject) => {
      let commitLimit: NodeJS.Timeout | undefined;
      const committed = this.#db.runTransaction(
        async (native) => {
          const tx = new FirestoreTransaction(this.#sdk, this.#db, native, turn);
          seen.tx = tx;
          try {
            seen.done = { value: await withinTime(work(tx), MAX_TRANSACTION_MS, tooSlow) };
          } catch (error) {
            seen.thrown = { error };
          }
          tx.end();
          if (seen.thrown || tx.failure) {
            // Nobody need wait until Firestore has heard of it: nothing was sent, and locks run out by themselves.
            // An error of the work is kept apart, so that it is never taken for one of Firestore's.
            const rollBack = new Error('roll back');
            reject(rollBack);
            throw rollBack;
          }
          commitLimit = setTimeout(() => reject(noAnswer()), MAX_ANSWER_MS);
          await tx.send();
        },
        // The client's own repetition would also repeat a commit whose answer was lost.
        { maxAttempts: 1 },
      );
      void committed.then(resolve, reject).finally(() => clearTimeout(commitLimit));
    });
    try {
      await ended;
    } catch (error) {
      const { tx, thrown } = seen;
      const cause = tx?.failure ? tx.failure.error : error;
      if (tx && (!thrown || tx.failure) && isConflict(cause)) {
        return { kind: 'conflict', error: cause, contested: tx.contested() };
      }
      throw thrown ? thrown.error : toStoreError(cause);
    }
    return { kind: 'done', value: (seen.done as { value: T }).value };
  }

  get<T extends object>({ collection, id }: Ref<T>): Promise<Stored<T> | undefined> {
    return this.#whileOpen(async () =>
      stored<T>(this.#sdk, await answer(this.#db.collection(collection.name).doc(id).get())),
    );
  }

  query<T extends object>(query: Query<T>): Promise<readonly Stored<T>[]> {
    return this.#whileOpen(async () => {
      const found = await answer(page(this.#sdk, this.#db, query).get());
      return found.docs.map((one) => ({
        id: one.id,
        data: fromFirestore<T>(this.#sdk, one.data()),
      }));
    });
  }

  count<T extends object>(query: Pick<Query<T>, 'collection' | 'where'>): Promise<number> {
    return this.#whileOpen(async () => {
      checkCount(query);
      const found = await answer(matching(this.#sdk, this.#db, query).count().get());
      return found.data().count;
    });
  }

  async #whileOpen<T>(begin: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) throw new StoreError('unavailable', 'the store is closed');
    const running = begin();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Waits for what has begun, then lets go of the connection. Further calls wait for the same end. */
  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#running).then(this.#release);
    return this.#closing;
  }
}

const tooSlow = () => new StoreError('timeout', `a transaction took over ${MAX_TRANSACTION_MS} ms`);
const noAnswer = () => new StoreError('unavailable', 'Firestore did not answer in time');

async function answer<T>(asked: Promise<T>): Promise<T> {
  try {
    return await withinTime(asked, MAX_ANSWER_MS, noAnswer);
  } catch (error) {
    throw toStoreError(error);
  }
}

/**
 * Opens the store on Cloud Firestore with the machine's Google credentials, or on an emulator without any. Nothing is
 * asked yet: wrong credentials show at the first read. The client library is loaded here and not before.
 */
export async function openFirestoreStore(options: FirestoreOptions = {}): Promise<Store> {
  const [{ initializeApp, deleteApp }, sdk] = await Promise.all([
    import('firebase-admin/app'),
    import('firebase-admin/firestore'),
  ]);
  const app: App = initializeApp(
    options.projectId ? { projectId: options.projectId } : {},
    // The client library wants a name of its own for each store.
    `prongsai-${randomUUID()}`,
  );
  // gRPC, said aloud: on Cloud Functions the environment asks for REST, which an emulator without credentials cannot
  // be reached by, so that what the tests prove would not be what runs.
  const db = sdk.initializeFirestore(app, { preferRest: false });
  if (options.emulatorHost) db.settings({ host: options.emulatorHost, ssl: false });
  return new FirestoreStore(sdk, db, async () => {
    await db.terminate();
    await deleteApp(app);
  });
}
