import { addDays, dayOf, epochMsOf } from '../../shared/thai/days.ts';
import type { Random } from '../random.ts';
import { currentSealingKey } from '../sealing/read-sealing-keys.ts';
import { seal } from '../sealing/seal.ts';
import type { Store } from '../store/store.ts';
import { PIECE_CONTEXT, PIECE_KEPT_DAYS, type SealedPiece } from './records.ts';

/** Something a citizen sent, sealed: nobody on this side can read it any more. */
export interface SealedArrival {
  readonly pieceId: string;
  readonly piece: SealedPiece;
}

/** What lies inside a sealed piece, once an officer opens it. */
export type PieceContent =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'file';
      readonly fileKey: string;
      readonly fileName: string;
      readonly contentType: string;
      readonly isImage: boolean;
      readonly sizeBytes: number;
      /** Of the bytes as LINE gave them: an original can be matched with it later. */
      readonly originalSha256: string;
      /** Keys and names of the outer layers put around the file since, innermost first. */
      readonly layers?: readonly { readonly fileKey: string; readonly fileName: string }[];
    };

/** Seals a content under a fresh random id. Undefined when the office has no key: then nothing may be taken. */
export async function sealArrival(
  content: PieceContent,
  { store, random }: { readonly store: Store; readonly random: Random },
  nowMs: number,
): Promise<SealedArrival | undefined> {
  const key = await store.transact((tx) => currentSealingKey(tx));
  if (!key) return undefined;
  const sealed = await seal(key, Buffer.from(JSON.stringify(content)), PIECE_CONTEXT);
  const file = content.kind === 'file' ? { fileName: content.fileName } : {};
  return {
    pieceId: random.uuid(),
    piece: { sealed, ...file, expiresAtMs: epochMsOf(addDays(dayOf(nowMs), PIECE_KEPT_DAYS)) },
  };
}
