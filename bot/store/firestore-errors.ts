import { StoreError } from './store.ts';

/** gRPC status numbers that mean something to the store. */
const INVALID_ARGUMENT = 3;
const ALREADY_EXISTS = 6;
const FAILED_PRECONDITION = 9;
const ABORTED = 10;

/** Also what a second try of a commit hears when the first one did take effect. */
const EXPIRED = /transaction (has expired|is invalid|is closed)|no longer valid/i;
/** Firestore counts a document's size in its own way; what passes our limit may still be over its own. */
const OVER_LIMIT = /maximum (entity|document) size|exceeds the maximum|too large|too many index entries/i;

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** The transaction was given up for another one's sake and wrote nothing: running it again is right. */
export function isConflict(error: unknown): boolean {
  return codeOf(error) === ABORTED || (error instanceof StoreError && error.code === 'conflict');
}

/** A Firestore failure in the port's words. The cause keeps what Firestore said, a missing index's link included. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  const fail = (code: StoreError['code'], message: string) => new StoreError(code, message, { cause });
  const code = codeOf(error);
  if (code === ALREADY_EXISTS) return fail('already-exists', 'a document to create is there already');
  if (code === ABORTED) return fail('conflict', 'another transaction came first');
  if (code === INVALID_ARGUMENT && OVER_LIMIT.test(cause.message)) {
    return fail('too-large', 'Firestore refuses the size of a document');
  }
  if (EXPIRED.test(cause.message))
    return fail('unavailable', 'the transaction may or may not have taken effect');
  // Without a number it is the client library that refused, before anything left the machine.
  if (typeof code !== 'number' || code === INVALID_ARGUMENT || code === FAILED_PRECONDITION) {
    return fail('misuse', 'Firestore refuses the request');
  }
  return fail('unavailable', 'Firestore did not answer');
}
