import { randomBytes } from 'node:crypto';
import { AES_KEY_BYTES, aesSeal } from './aes-gcm.ts';
import { toBase64url } from './base64url.ts';
import {
  boxContext,
  type CaseNames,
  type CasePiece,
  pieceName,
  type SealedCase,
  writePiece,
} from './case-piece.ts';
import type { PublicKey } from './public-key.ts';
import { type Sealed, seal } from './seal.ts';

/** People and keys one case may be sealed to. */
export const MAX_RECIPIENTS = 20;

/**
 * Files the pieces of a draft: every one is encrypted once more under a fresh case key, and that key is sealed to each
 * recipient. No ciphertext of the draft reappears in the case, so nobody who kept an old copy of the draft can tell
 * which case became of it. Needs no private key.
 * @throws SealingError `bad-key`, `malformed`; RangeError without recipients or with over {@link MAX_RECIPIENTS}.
 */
export function wrapForCase(
  names: CaseNames,
  pieces: readonly Sealed[],
  recipients: readonly PublicKey[],
): Promise<SealedCase> {
  return wrapPieces(
    names,
    pieces.map((sealed) => ({ form: 'sealed', sealed })),
    recipients,
  );
}

/** The same for pieces in either form; for whoever holds the private key and seals a case anew. */
export async function wrapPieces(
  names: CaseNames,
  pieces: readonly CasePiece[],
  recipients: readonly PublicKey[],
): Promise<SealedCase> {
  if (recipients.length === 0 || recipients.length > MAX_RECIPIENTS) {
    throw new RangeError(`a case is sealed to 1 to ${MAX_RECIPIENTS} recipients`);
  }
  const caseKey = randomBytes(AES_KEY_BYTES);
  try {
    const wrapped = pieces.map((piece, index) =>
      toBase64url(aesSeal(caseKey, [writePiece(piece)], pieceName(names, index, pieces.length))),
    );
    const caseKeyBoxes = await Promise.all(
      recipients.map((recipient) => seal(recipient, caseKey, boxContext(names.caseId, pieces.length))),
    );
    return { caseKeyBoxes, wrapped };
  } finally {
    caseKey.fill(0);
  }
}
