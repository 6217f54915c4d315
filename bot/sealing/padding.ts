import { SealingError } from './sealing-error.ts';

/** Texts are filled up to whole blocks of this many bytes, so that the length of a name or amount does not show. */
export const TEXT_BLOCK_BYTES = 512;
/** Files up to a few hundred KiB hide among each other in blocks of this size. */
export const FILE_BLOCK_BYTES = 64 * 1024;
/** The length stands in front: unsigned, 4 bytes, big endian. */
export const LENGTH_BYTES = 4;

/** Bytes that a text of `bytes` bytes takes when padded. */
export function paddedTextLength(bytes: number): number {
  return Math.ceil((LENGTH_BYTES + bytes) / TEXT_BLOCK_BYTES) * TEXT_BLOCK_BYTES;
}

/**
 * Bytes that a file of `bytes` bytes takes when padded: whole blocks, and from 4 MiB on rounded up further as in PADMÉ
 * (Nikitin and others, PETS 2019): of a length below 2^(E+1) only the leading bits show, one more than log2(E) has.
 * A 50 MiB video then shares its length with all within 1 MiB, for at most 3 % more.
 */
export function paddedFileLength(bytes: number): number {
  const blocks = Math.ceil((LENGTH_BYTES + bytes) / FILE_BLOCK_BYTES) * FILE_BLOCK_BYTES;
  const exponent = Math.floor(Math.log2(blocks));
  const keptBits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - keptBits);
  return Math.ceil(blocks / step) * step;
}

/** The length, the content and zeros up to `length` bytes in all. */
export function pad(content: Uint8Array, length: number): Buffer {
  const padded = Buffer.alloc(length);
  padded.writeUInt32BE(content.length, 0);
  padded.set(content, LENGTH_BYTES);
  return padded;
}

/**
 * What {@link pad} was given; shares its memory.
 * @throws SealingError `malformed` when the length does not fit or the filling is not all zeros.
 */
export function unpad(padded: Buffer): Buffer {
  if (padded.length < LENGTH_BYTES) throw new SealingError('malformed');
  const end = LENGTH_BYTES + padded.readUInt32BE(0);
  if (end > padded.length || padded.subarray(end).some((byte) => byte !== 0)) {
    throw new SealingError('malformed');
  }
  return padded.subarray(LENGTH_BYTES, end);
}
