import type { Files } from '../files/files.ts';
import type { PublicKey } from '../sealing/public-key.ts';
import { type Sealed, seal } from '../sealing/seal.ts';
import { wrapFile } from '../sealing/seal-file.ts';
import { PIECE_CONTEXT } from './records.ts';

/**
 * Puts a draft's file there once more under another name and key, and seals what opens that layer: the old name and bytes,
 * seen in an old copy of the store or the files, lead nowhere. The old file stays until its piece is swept.
 */
export async function rewrapFile(
  fileName: string,
  newName: string,
  key: PublicKey,
  files: Files,
): Promise<Sealed> {
  const bytes = await files.get(fileName);
  const layer = wrapFile(bytes ?? new Uint8Array(), newName);
  await files.put(newName, layer.bytes);
  const content = { fileKey: layer.fileKey, fileName: newName, isMissing: bytes === undefined };
  return seal(key, Buffer.from(JSON.stringify(content)), PIECE_CONTEXT);
}
