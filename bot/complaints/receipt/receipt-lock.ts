import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { ReceiptCode } from '../../../shared/complaints/receipt-code.ts';
import { fromBase64url, toBase64url } from '../../sealing/base64url.ts';
import type { ReceiptSecrets } from './receipt-secrets.ts';
import { RECEIPT_SALT_BYTES, stretchCode } from './stretch-code.ts';

/** What a case keeps of its receipt code: proof that a code is the right one, and a salt. Not the code. */
export interface ReceiptLock {
  /** Salt of the verifier, 128 bits, base64url. */
  readonly verifierSalt: string;
  readonly verifier: string;
  /** Salt of the key that unlocks replies; another one, so that the verifier tells nothing about the key. */
  readonly replySalt: string;
}

/** A new case's lock, and the key (32 bytes) to make its reply channel with. The key is to be forgotten after that. */
export async function makeReceiptLock(
  code: ReceiptCode,
  secrets: ReceiptSecrets,
): Promise<{ readonly lock: ReceiptLock; readonly replyLockKey: Buffer }> {
  const verifierSalt = randomBytes(RECEIPT_SALT_BYTES);
  const replySalt = randomBytes(RECEIPT_SALT_BYTES);
  const [verifier, replyLockKey] = await Promise.all([
    stretchCode(code, verifierSalt, secrets.verifierKey, secrets.cost),
    stretchCode(code, replySalt, secrets.replyKey, secrets.cost),
  ]);
  return {
    lock: {
      verifierSalt: toBase64url(verifierSalt),
      verifier: toBase64url(verifier),
      replySalt: toBase64url(replySalt),
    },
    replyLockKey,
  };
}

/** Stands in for the lock of a case that does not exist. */
const NO_LOCK: ReceiptLock = {
  verifierSalt: toBase64url(Buffer.alloc(RECEIPT_SALT_BYTES, 1)),
  verifier: toBase64url(Buffer.alloc(32)),
  replySalt: toBase64url(Buffer.alloc(RECEIPT_SALT_BYTES, 2)),
};

/**
 * The key that unlocks the replies of a case when the code is the right one, else undefined. `lock` is undefined when
 * the index found no case: the same work is done then, so that "no such code" takes as long as a hit. Compares in
 * constant time.
 */
export async function tryReceiptLock(
  code: ReceiptCode,
  lock: ReceiptLock | undefined,
  secrets: ReceiptSecrets,
): Promise<Buffer | undefined> {
  const tried = lock ?? NO_LOCK;
  const [verifier, replyLockKey] = await Promise.all([
    stretchCode(code, fromBase64url(tried.verifierSalt), secrets.verifierKey, secrets.cost),
    stretchCode(code, fromBase64url(tried.replySalt), secrets.replyKey, secrets.cost),
  ]);
  const expected = fromBase64url(tried.verifier);
  const same = expected.length === verifier.length && timingSafeEqual(expected, verifier);
  return same && lock !== undefined ? replyLockKey : undefined;
}
