/** Why Google did not do something. */
export type Refusal =
  /** The API is not switched on in the project. */
  | 'disabled'
  /** The account may not. */
  | 'forbidden'
  /** Nobody is signed in, or the login has ended. */
  | 'signed-out'
  /** No answer at all. */
  | 'silent'
  | 'other';

/** What Google answered: its value, that there is no such thing, or why it did not do it. Status 0: none came. */
export type Told<T> =
  | { readonly kind: 'told'; readonly value: T }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly why: Refusal; readonly status: number };

/** The project's database `(default)`. */
export interface Database {
  /** `FIRESTORE_NATIVE`, or the older `DATASTORE_MODE`. */
  readonly type: string;
  readonly location: string;
  /** `STANDARD`, `ENTERPRISE`; empty where Google does not say. */
  readonly edition: string;
  /** Point-in-time recovery: what was removed can be read for seven days instead of an hour. */
  readonly keepsPast: boolean;
}

/** The project's default bucket. */
export interface DefaultBucket {
  readonly name: string;
  /** Empty where Google does not say. */
  readonly location: string;
}

/** Who may do what in the project ("Policy"). What is not named here is kept as it came. */
export interface Policy {
  readonly bindings?: readonly Binding[] | undefined;
  readonly [field: string]: unknown;
}
export interface Binding {
  readonly role: string;
  readonly members: readonly string[];
  /** A binding with a condition is another one than without. */
  readonly condition?: unknown;
  readonly [field: string]: unknown;
}

/** What the deployment asks of a Google project, beside what firebase-tools does by itself. No method throws. */
export interface GoogleProject {
  /** Whether it is there, is a Firebase project and may be seen. */
  project(): Promise<Told<unknown>>;
  /** Those of the named APIs that are switched on. */
  enabled(services: readonly string[]): Promise<Told<ReadonlySet<string>>>;
  /** Begins to switch APIs on; `enabled` tells when it is done. */
  enable(services: readonly string[]): Promise<Told<unknown>>;
  /** Whether a billing account pays for it (the plan Blaze). */
  billing(): Promise<Told<boolean>>;
  database(): Promise<Told<Database>>;
  /** Begins to make the database in native mode; `database` tells when it is there. */
  createDatabase(location: string): Promise<Told<unknown>>;
  bucket(): Promise<Told<DefaultBucket>>;
  /** The newest version's value; `none` while there is no secret of the name, or no version of it. */
  secret(name: string): Promise<Told<Buffer>>;
  /** Adds a version, and makes the secret where there is none. */
  putSecret(name: string, value: Buffer): Promise<Told<unknown>>;
  /** Whether there is a service account of this name. */
  account(name: string): Promise<Told<unknown>>;
  makeAccount(name: string): Promise<Told<unknown>>;
  policy(): Promise<Told<Policy>>;
  /** Refused when somebody changed the policy since it was read. */
  setPolicy(policy: Policy): Promise<Told<unknown>>;
}
