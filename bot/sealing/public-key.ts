import { createHash } from 'node:crypto';
import { fromBase64url, toBase64url } from './base64url.ts';
import { PUBLIC_KEY_BYTES } from './hpke.ts';
import { SealingError } from './sealing-error.ts';

/** Bytes of the SHA-256 that name a key: 128 bits, out of reach for whoever wants a second key of the same name. */
export const KEY_ID_BYTES = 16;
/** Decimal digits of a fingerprint, about 133 bits. Digits, because every reader can compare and say them. */
const FINGERPRINT_DIGITS = 40;
const FINGERPRINT_GROUP = 5;

/** A key that anybody may seal to. */
export interface PublicKey {
  /** The first 16 bytes of the key's SHA-256, 32 hexadecimal digits. */
  readonly keyId: string;
  /** The point, uncompressed, 65 bytes as base64url. */
  readonly publicKey: string;
}

/** Names a public key. @throws SealingError `bad-key` for another length. */
export function publicKeyOf(publicBytes: Uint8Array): PublicKey {
  if (publicBytes.length !== PUBLIC_KEY_BYTES) throw new SealingError('bad-key');
  return {
    keyId: digest(publicBytes).subarray(0, KEY_ID_BYTES).toString('hex'),
    publicKey: toBase64url(publicBytes),
  };
}

/**
 * The bytes of a public key whose name fits it. @throws SealingError `bad-key` when it does not: the key was exchanged.
 */
export function publicBytes(key: PublicKey): Buffer {
  const bytes = fromBase64url(key.publicKey);
  if (publicKeyOf(bytes).keyId !== key.keyId) throw new SealingError('bad-key');
  return bytes;
}

/** What hangs on the notice board: 40 digits of the key's SHA-256 in eight groups of five. */
export function fingerprintOf(key: PublicKey): string {
  const value = BigInt(`0x${digest(publicBytes(key)).toString('hex')}`) % 10n ** BigInt(FINGERPRINT_DIGITS);
  const digits = value.toString().padStart(FINGERPRINT_DIGITS, '0');
  const groups: string[] = [];
  for (let at = 0; at < digits.length; at += FINGERPRINT_GROUP) {
    groups.push(digits.slice(at, at + FINGERPRINT_GROUP));
  }
  return groups.join(' ');
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
