import { createHash } from 'node:crypto';
import { canonicalJson } from '../audit/chain.ts';

/** Half of a surrogate pair cannot be kept by Firestore, which holds U+FFFD in its place. */
const LONE_SURROGATE = /\\ud[89a-f][0-9a-f]{2}/g;

/** SHA-256, hex, of what a document says: the order of its keys and halves of characters do not count. */
export function documentHash(data: object): string {
  // JSON writes a lone surrogate as an escape and a whole character as itself, so that only halves match.
  const text = canonicalJson(data).replace(LONE_SURROGATE, '\ufffd');
  return createHash('sha256').update(text).digest('hex');
}
