import { aesOpen } from '../aes-gcm.ts';
import { fromBase64url } from '../base64url.ts';
import { boxContext, type CaseNames, pieceName, readPiece, type SealedCase } from '../case-piece.ts';
import { unpad } from '../padding.ts';
import { SealingError } from '../sealing-error.ts';
import { open } from './open.ts';
import { type PrivateKey, pickKey } from './private-key.ts';

/**
 * The pieces of a case, in order, for who holds one of the keys it was sealed to.
 * @throws SealingError `wrong-key` when none of the keys fits (or the boxes were destroyed), `rejected` when a piece
 * was changed, moved, left out or belongs to another case, `malformed`.
 */
export async function openCase(
  keys: readonly PrivateKey[],
  sealedCase: SealedCase,
  names: CaseNames,
): Promise<readonly Buffer[]> {
  const box = sealedCase.caseKeyBoxes.find(({ keyId }) => keys.some((key) => key.keyId === keyId));
  if (!box) throw new SealingError('wrong-key');
  const count = sealedCase.wrapped.length;
  const caseKey = await open(pickKey(keys, box.keyId), box, boxContext(names.caseId, count));
  try {
    const pieces = sealedCase.wrapped.map((text, index) =>
      readPiece(aesOpen(caseKey, fromBase64url(text), pieceName(names, index, count))),
    );
    return await Promise.all(
      pieces.map((piece) =>
        piece.form === 'opened'
          ? unpad(piece.padded)
          : open(pickKey(keys, piece.sealed.keyId), piece.sealed, names.context),
      ),
    );
  } finally {
    caseKey.fill(0);
  }
}
