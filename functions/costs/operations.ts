/** What is counted, because Google bills it or because the running time is reckoned from it. */
export const OPERATIONS = [
  /** Documents read from Firestore, as it bills them: at least one a query, one for a document that is not there. */
  'reads',
  'writes',
  'deletes',
  /** JSON bytes of the documents that stay. */
  'documentBytes',
  /** Calls of each function of `functions/index.ts`. */
  'webhookCalls',
  'apiCalls',
  'caseCalls',
  'tickCalls',
  'outboxCalls',
  /** Questions to Firestore and commits, each of which the program waits for. */
  'storeTrips',
  /** Calls of LINE's API. */
  'lineTrips',
  /** Files written, and folders listed: Cloud Storage's class A. */
  'fileWrites',
  /** Files read: class B. */
  'fileReads',
  /** Bytes of the files that stay. */
  'fileBytes',
  'bytesToLine',
  /** Bytes of the API's answers; the mini-app's own pages are not among them. */
  'bytesToPhones',
  /** How often the mini-app was opened. */
  'appOpenings',
] as const;

export type OperationName = (typeof OPERATIONS)[number];

/** How often each operation was, or would be, done. */
export type Operations = Readonly<Record<OperationName, number>>;

function each(of: (name: OperationName) => number): Operations {
  return Object.fromEntries(OPERATIONS.map((name) => [name, of(name)])) as Operations;
}

/** Nothing, or only what is named. */
export function operations(some: Partial<Operations> = {}): Operations {
  return each((name) => some[name] ?? 0);
}

/** All of it together. */
export function sumOf(all: readonly Operations[]): Operations {
  return each((name) => all.reduce((sum, one) => sum + one[name], 0));
}

/** The same done `n` times. */
export function times(n: number, one: Operations): Operations {
  return each((name) => n * one[name]);
}

/** What `a` has more than `b`. */
export function minus(a: Operations, b: Operations): Operations {
  return each((name) => a[name] - b[name]);
}
