import { SealingError } from './sealing-error.ts';

/** Bytes as base64url text without padding (RFC 4648 section 5). */
export function toBase64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}

/**
 * The bytes of a base64url text. Only the one text that {@link toBase64url} makes is taken: Node's own reader skips
 * strange characters and unused bits, so two texts could stand for the same bytes and a changed one would go unseen.
 * @throws SealingError `malformed`.
 */
export function fromBase64url(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new SealingError('malformed');
  return bytes;
}
