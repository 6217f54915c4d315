import { randomBytes } from 'node:crypto';
import { AES_KEY_BYTES, aesOpen, aesSeal } from './aes-gcm.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { LENGTH_BYTES, paddedFileLength, unpad } from './padding.ts';

/** An encrypted file and the only key to it. The key belongs into a sealed piece and nowhere else. */
export interface SealedFile {
  readonly bytes: Buffer;
  /** 256 bits, base64url. */
  readonly fileKey: string;
}

/** What fills a padded file; a larger gap takes it more than once. */
const ZEROS = Buffer.alloc(1024 * 1024);

/**
 * Encrypts a file under a fresh key of its own (AES-256-GCM), its length hidden as `paddedFileLength` says. `name` is
 * the name it will have among the files, and is bound to it. Only the short key has to be sealed then, and to destroy
 * the key is to destroy the file, in backups too.
 */
export function sealFile(plain: Uint8Array, name: string): SealedFile {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(plain.length, 0);
  const pieces: Uint8Array[] = [length, plain];
  let missing = paddedFileLength(plain.length) - LENGTH_BYTES - plain.length;
  for (; missing > 0; missing -= ZEROS.length) pieces.push(ZEROS.subarray(0, missing));
  return encrypt(pieces, nameOf('file', name));
}

/**
 * Encrypts a sealed file once more under another key and name, for the case: whoever kept the draft's file cannot tell
 * which case it went to. The length stays, apart from 28 bytes.
 */
export function wrapFile(sealed: Uint8Array, name: string): SealedFile {
  return encrypt([sealed], nameOf('wrapped', name));
}

/** The content of {@link sealFile}'s file. @throws SealingError `rejected`, `malformed`. */
export function openFile(file: SealedFile, name: string): Buffer {
  return unpad(aesOpen(fromBase64url(file.fileKey), file.bytes, nameOf('file', name)));
}

/** The sealed file in {@link wrapFile}'s. @throws SealingError `rejected`, `malformed`. */
export function unwrapFile(file: SealedFile, name: string): Buffer {
  return aesOpen(fromBase64url(file.fileKey), file.bytes, nameOf('wrapped', name));
}

function encrypt(pieces: readonly Uint8Array[], name: string): SealedFile {
  const key = randomBytes(AES_KEY_BYTES);
  const bytes = aesSeal(key, pieces, name);
  const fileKey = toBase64url(key);
  key.fill(0);
  return { bytes, fileKey };
}

function nameOf(layer: 'file' | 'wrapped', name: string): string {
  return `prongsai/${layer}/1/${name}`;
}
