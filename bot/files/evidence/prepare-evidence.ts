import { createHash } from 'node:crypto';
import { CONTENT_TYPES, type ContentType, type EvidenceKind, type RefusalReason } from './content-type.ts';
import { MAX_EVIDENCE_BYTES } from './limits.ts';
import { reencodeImage } from './reencode-image.ts';
import { sniff } from './sniff.ts';

/** What LINE calls the message the file came in. A `file` may be anything. */
export type DeclaredKind = 'image' | 'video' | 'audio' | 'file';

/**
 * A file ready to be sealed. `originalSha256` (hexadecimal) goes into the sealed part, so that evidence can be matched
 * later.
 */
export type PreparedEvidence =
  /** Nothing but pixels. */
  | {
      readonly kind: 'image';
      readonly contentType: 'image/jpeg';
      readonly bytes: Buffer;
      readonly originalSha256: string;
    }
  /** As it came, with whatever it says about its author: the sender has to be asked first (ASVS 5.0 14.2.8). */
  | {
      readonly kind: 'file';
      readonly contentType: ContentType;
      readonly bytes: Uint8Array;
      readonly originalSha256: string;
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

/** Formats the program cannot re-encode; they are kept as they came. */
const KEPT_IMAGES: ReadonlySet<ContentType> = new Set(['image/heic', 'image/avif']);

/**
 * Judges a file by its content, refuses what is dangerous, broken or too large, and re-encodes images. `declaredKind`
 * only narrows: a "photo" that is a document is refused, an image sent as a file is cleaned all the same. Throws
 * nothing about the file; every outcome is a value.
 */
export async function prepareEvidence(
  bytes: Uint8Array,
  declaredKind: DeclaredKind,
): Promise<PreparedEvidence> {
  const sniffed = sniff(bytes);
  if (sniffed.kind === 'refused') return sniffed;
  const { contentType } = sniffed;
  const { kind } = CONTENT_TYPES[contentType];
  if (declaredKind !== 'file' && !mayBe(declaredKind, kind)) return { kind: 'refused', reason: 'mismatch' };
  if (bytes.length > MAX_EVIDENCE_BYTES[kind]) return { kind: 'refused', reason: 'too-large' };
  const originalSha256 = createHash('sha256').update(bytes).digest('hex');
  if (kind !== 'image' || KEPT_IMAGES.has(contentType)) {
    return { kind: 'file', contentType, bytes, originalSha256 };
  }
  const clean = await reencodeImage(bytes);
  if (typeof clean === 'string') return { kind: 'refused', reason: clean };
  return { kind: 'image', contentType: 'image/jpeg', bytes: clean, originalSha256 };
}

/** A recording without picture often comes in a video's container, and the other way round. */
function mayBe(declared: Exclude<DeclaredKind, 'file'>, kind: EvidenceKind): boolean {
  if (declared === 'image') return kind === 'image';
  return kind === 'video' || kind === 'audio';
}
