import { MAX_ZIP_ENTRIES } from './limits.ts';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** A zip may end in a comment whose length has 16 bits. */
const MAX_COMMENT_BYTES = 0xffff;

/**
 * Where the end record of a zip file stands, or -1: only one whose comment reaches exactly to the end of the file
 * counts.
 */
export function zipEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) !== END_SIGNATURE) continue;
    if (at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return -1;
}

/**
 * The names in a zip file that is nothing but a zip file (APPNOTE 4.3): its directory ends where its end record begins,
 * and nothing stands before the first entry. Undefined for any other file, for zip64 and for more than
 * `MAX_ZIP_ENTRIES` names. Nothing is unpacked, so no file can blow up (ASVS 5.0 5.2.3).
 */
export function zipNames(bytes: Buffer): readonly string[] | undefined {
  const end = zipEnd(bytes);
  if (end === -1 || bytes.readUInt32LE(0) !== LOCAL_SIGNATURE) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  if (start + size !== end || count > MAX_ZIP_ENTRIES) return undefined;
  const names: string[] = [];
  let at = start;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + ENTRY_BYTES > end || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) return undefined;
    const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + ENTRY_BYTES, nameEnd));
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return at === end ? names : undefined;
}
