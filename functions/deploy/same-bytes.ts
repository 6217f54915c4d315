import { createHash, timingSafeEqual } from 'node:crypto';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** Whether two secrets are the same, in a time that tells nothing of where they differ. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return timingSafeEqual(hashOf(one), hashOf(other));
}
