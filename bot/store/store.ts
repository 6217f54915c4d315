/**
 * The Store port: a small transactional document store.
 *
 * Two programs stand behind it, `embedded.ts` (SQLite, one machine) and `firestore.ts` (Cloud Firestore). Both pass
 * `test/contract/store-contract.ts`. What is offered here is what both can promise; nothing above knows which one runs.
 */

/** What a document may hold: JSON. Integers stay exact up to 2^53 - 1; bytes travel as base64 text. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** Fields, in order, of one composite index. Single fields need no declaration in Firestore but do here: one list for both. */
export type IndexFields<T> = readonly (keyof T & string)[];

/** A named set of documents of one shape. Declared once, beside the feature that owns it, in its `records.ts`. */
export interface Collection<T extends object> {
  readonly name: string;
  /**
   * Every filter-and-order combination that the program queries, as field lists: equality fields first, then the ordered one.
   * Both stores refuse a query that none of them serves.
   */
  readonly indexes: readonly IndexFields<T>[];
  /** The field that holds the epoch ms after which the document may be swept away, if it has one. */
  readonly expiresAtField?: keyof T & string;
  /** Carries the document type; never set. */
  readonly shape?: T;
}

/** A collection whose document type does not matter: what a store needs to know to keep it. */
export interface AnyCollection {
  readonly name: string;
  readonly indexes: readonly (readonly string[])[];
  readonly expiresAtField?: string;
}

/** Address of one document. Made by {@link ref}. */
export interface Ref<T extends object> {
  readonly collection: Collection<T>;
  readonly id: string;
}

/** One document as read. */
export interface Stored<T> {
  readonly id: string;
  readonly data: T;
}

export type FilterOperator = '==' | '<' | '<=' | '>' | '>=';

/** One condition on a top-level field. Range operators only on the `orderBy` field. */
export type Filter<T> = readonly [
  field: keyof T & string,
  operator: FilterOperator,
  value: string | number | boolean,
];

/**
 * A page of documents. Documents without the `orderBy` field do not match. Ties are broken by id, in the same direction.
 * Without `orderBy` the order is by id, ascending.
 */
export interface Query<T extends object> {
  readonly collection: Collection<T>;
  readonly where?: readonly Filter<T>[];
  readonly orderBy?: {
    readonly field: keyof T & string;
    readonly direction: 'asc' | 'desc';
  };
  /** Continue after the last document of an earlier page of the same query. */
  readonly after?: Stored<T>;
  /** 1 to {@link MAX_PAGE}. */
  readonly limit: number;
}

/** Reads and writes of one transaction. All reads come before the first write (Firestore's rule, kept by both stores). */
export interface Transaction {
  get<T extends object>(ref: Ref<T>): Promise<Stored<T> | undefined>;
  query<T extends object>(query: Query<T>): Promise<readonly Stored<T>[]>;
  /** Counts the documents that match, as the transaction finds them. */
  count<T extends object>(query: Pick<Query<T>, 'collection' | 'where'>): Promise<number>;
  /** Fails the whole transaction with `StoreError('already-exists')` at commit when the document is there. */
  create<T extends object>(ref: Ref<T>, data: T): void;
  /** Writes the whole document, whether it was there or not. */
  set<T extends object>(ref: Ref<T>, data: T): void;
  /** Removes the document; nothing happens when it is not there. */
  remove<T extends object>(ref: Ref<T>): void;
}

export interface Store {
  /**
   * Runs `work` so that its reads and writes take effect as if alone (serialisable) or not at all. Resolves only when
   * the writes are durable. `work` may run more than once and must have no effect of its own outside the transaction.
   * @throws StoreError `conflict` when {@link MAX_ATTEMPTS} runs met other writers, `already-exists` for a failed
   * create, `too-large` for a document over {@link MAX_DOCUMENT_BYTES}, `misuse` for a read after a write,
   * `timeout` when `work` takes longer than {@link MAX_TRANSACTION_MS}; whatever `work` throws passes through.
   */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Reads the newest durable state of one document. */
  get<T extends object>(ref: Ref<T>): Promise<Stored<T> | undefined>;
  /** Reads one page of the newest durable state. */
  query<T extends object>(query: Query<T>): Promise<readonly Stored<T>[]>;
  /** Counts the documents that match, without reading them. */
  count<T extends object>(query: Pick<Query<T>, 'collection' | 'where'>): Promise<number>;
  close(): Promise<void>;
}

/** Largest page of one query. */
export const MAX_PAGE = 500;
/** Runs of one transaction before it gives up with `conflict`. */
export const MAX_ATTEMPTS = 8;
/** Firestore refuses a document of 1 MiB; both stores stop well below. */
export const MAX_DOCUMENT_BYTES = 900_000;
/** Longest that the work of one transaction may take. */
export const MAX_TRANSACTION_MS = 10_000;

export type StoreErrorCode =
  | 'already-exists'
  | 'conflict'
  | 'too-large'
  | 'misuse'
  | 'timeout'
  | 'unavailable';

/** The only error a store makes itself. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** Declares a collection. Names are lower camel case; they become table and collection names. */
export function collection<T extends object>(
  name: string,
  options: {
    indexes?: readonly IndexFields<T>[];
    expiresAtField?: keyof T & string;
  } = {},
): Collection<T> {
  if (!/^[a-z][A-Za-z]{1,40}$/.test(name)) throw new StoreError('misuse', `collection name ${name}`);
  return {
    name,
    indexes: options.indexes ?? [],
    ...(options.expiresAtField ? { expiresAtField: options.expiresAtField } : {}),
  };
}

/** Addresses a document. Ids are 1 to 200 characters without slash, not `.`, `..` or `__x__` (Firestore's rule). */
export function ref<T extends object>(of: Collection<T>, id: string): Ref<T> {
  if (id.length === 0 || id.length > 200 || id.includes('/') || /^\.{1,2}$|^__.*__$/.test(id)) {
    throw new StoreError('misuse', `document id in ${of.name}`);
  }
  return { collection: of, id };
}
