import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SealingError } from './sealing-error.ts';

export const AES_KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What is worked on at once: a large file does not need to lie in memory three times. */
const CHUNK_BYTES = 1024 * 1024;
const ALGORITHM = 'aes-256-gcm';

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D) to `nonce | ciphertext | tag`. `name` is bound to it. The nonce is
 * random, 96 bits; keys of this program encrypt a few dozen pieces at most, far below the 2^32 that allows. Randomness
 * comes from the operating system and not from the Random port: what encrypts must not repeat when a run is replayed
 * from its seed.
 */
export function aesSeal(key: Uint8Array, pieces: readonly Uint8Array[], name: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(name, 'utf8'));
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const out = Buffer.allocUnsafe(NONCE_BYTES + length + TAG_BYTES);
  out.set(nonce);
  let at = NONCE_BYTES;
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; from += CHUNK_BYTES) {
      const part = cipher.update(piece.subarray(from, from + CHUNK_BYTES));
      out.set(part, at);
      at += part.length;
    }
  }
  cipher.final();
  out.set(cipher.getAuthTag(), at);
  return out;
}

/**
 * The plaintext of {@link aesSeal}'s result. @throws SealingError `rejected` when a bit, the key or the name differs.
 */
export function aesOpen(key: Uint8Array, sealed: Uint8Array, name: string): Buffer {
  const end = sealed.length - TAG_BYTES;
  if (end < NONCE_BYTES || key.length !== AES_KEY_BYTES) throw new SealingError('malformed');
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(name, 'utf8'));
  decipher.setAuthTag(sealed.subarray(end));
  const out = Buffer.allocUnsafe(end - NONCE_BYTES);
  for (let from = NONCE_BYTES; from < end; from += CHUNK_BYTES) {
    out.set(decipher.update(sealed.subarray(from, Math.min(end, from + CHUNK_BYTES))), from - NONCE_BYTES);
  }
  try {
    decipher.final();
  } catch {
    out.fill(0);
    throw new SealingError('rejected');
  }
  return out;
}
