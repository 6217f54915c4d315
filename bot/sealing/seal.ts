import { toBase64url } from './base64url.ts';
import { hpkeSeal } from './hpke.ts';
import { pad, paddedTextLength } from './padding.ts';
import { type PublicKey, publicBytes } from './public-key.ts';

/** A sealed text, as it lies in the store. Nothing in it tells more than the key and the length in blocks. */
export interface Sealed {
  /** Which key opens it. */
  readonly keyId: string;
  /** HPKE's encapsulated key, 65 bytes, base64url. */
  readonly enc: string;
  /** The ciphertext with its tag, base64url. */
  readonly ct: string;
}

/**
 * Seals a text (or any small piece) so that only the holder of the private key reads it, not even whoever called this
 * (HPKE base mode, RFC 9180 section 6.1). The length is hidden up to blocks of 512 bytes.
 *
 * `context` says what for, for example `complaints/answer`; it must be the same on opening, so that a piece put in
 * another place is rejected. For whole files use `sealFile`.
 * @throws SealingError `bad-key` when the public key does not fit its name.
 */
export async function seal(key: PublicKey, plaintext: Uint8Array, context: string): Promise<Sealed> {
  const padded = pad(plaintext, paddedTextLength(plaintext.length));
  const box = await hpkeSeal(publicBytes(key), padded, context);
  // What was in memory for the padding is not left there for a core dump.
  padded.fill(0);
  return { keyId: key.keyId, enc: toBase64url(box.enc), ct: toBase64url(box.ct) };
}
