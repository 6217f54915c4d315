import { fromBase64url, toBase64url } from './base64url.ts';
import { PUBLIC_KEY_BYTES } from './hpke.ts';
import { KEY_ID_BYTES } from './public-key.ts';
import type { Sealed } from './seal.ts';
import { SealingError } from './sealing-error.ts';

/** What a case's names are, bound to every piece: a piece or a whole case put in another's place is rejected. */
export interface CaseNames {
  /** Any text that no other bundle of pieces has: the case number, or case number and addition. */
  readonly caseId: string;
  /** The context each piece was sealed with. */
  readonly context: string;
}

/** Filed pieces, as they lie in the store. */
export interface SealedCase {
  /** The case key, once for each recipient. Without these boxes nobody ever reads the case again (crypto-shredding). */
  readonly caseKeyBoxes: readonly Sealed[];
  /** The pieces in order, each encrypted under the case key, base64url. */
  readonly wrapped: readonly string[];
}

/** What stands under the case key: still sealed to the office as it came from the chat, or opened and padded. */
export type CasePiece =
  | { readonly form: 'sealed'; readonly sealed: Sealed }
  | { readonly form: 'opened'; readonly padded: Buffer };

const FORM_BYTE = { sealed: 1, opened: 2 } as const;
const ENC_AT = 1 + KEY_ID_BYTES;
const CT_AT = ENC_AT + PUBLIC_KEY_BYTES;

/** A piece as bytes: form, then key id, encapsulated key and ciphertext, or the padded text. */
export function writePiece(piece: CasePiece): Buffer {
  if (piece.form === 'opened') return Buffer.concat([Buffer.of(FORM_BYTE.opened), piece.padded]);
  const keyId = Buffer.from(piece.sealed.keyId, 'hex');
  const enc = fromBase64url(piece.sealed.enc);
  if (keyId.length !== KEY_ID_BYTES || enc.length !== PUBLIC_KEY_BYTES) throw new SealingError('malformed');
  return Buffer.concat([Buffer.of(FORM_BYTE.sealed), keyId, enc, fromBase64url(piece.sealed.ct)]);
}

/** The piece written by {@link writePiece}. @throws SealingError `malformed`. */
export function readPiece(bytes: Buffer): CasePiece {
  if (bytes[0] === FORM_BYTE.opened) return { form: 'opened', padded: bytes.subarray(1) };
  if (bytes[0] !== FORM_BYTE.sealed || bytes.length <= CT_AT) throw new SealingError('malformed');
  return {
    form: 'sealed',
    sealed: {
      keyId: bytes.subarray(1, ENC_AT).toString('hex'),
      enc: toBase64url(bytes.subarray(ENC_AT, CT_AT)),
      ct: toBase64url(bytes.subarray(CT_AT)),
    },
  };
}

/** What the encryption of one piece is bound to: the case, the purpose, its place and how many there are. */
export function pieceName(names: CaseNames, index: number, count: number): string {
  return JSON.stringify(['prongsai/case-piece/1', names.caseId, names.context, index, count]);
}

/**
 * The context of a case key's boxes: the case and how many pieces it has, so that not even all can be left out unseen.
 */
export function boxContext(caseId: string, count: number): string {
  return `case-key/${count}/${caseId}`;
}
