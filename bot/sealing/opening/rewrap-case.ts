import type { CaseNames, SealedCase } from '../case-piece.ts';
import { pad, paddedTextLength } from '../padding.ts';
import type { PublicKey } from '../public-key.ts';
import { wrapPieces } from '../wrap-for-case.ts';
import { openCase } from './open-case.ts';
import type { PrivateKey } from './private-key.ts';

/**
 * Seals a whole case anew, under a fresh case key, to other recipients: after a change of the office key or of staff.
 * The pieces themselves are opened and encrypted again, because each still lay under the key it was sealed to in the
 * chat; afterwards the old private key opens nothing of the case, and every new recipient reads all of it.
 * @throws SealingError as `openCase`; then nothing was changed.
 */
export async function rewrapCase(
  keys: readonly PrivateKey[],
  sealedCase: SealedCase,
  names: CaseNames,
  recipients: readonly PublicKey[],
): Promise<SealedCase> {
  const opened = await openCase(keys, sealedCase, names);
  const pieces = opened.map((plain) => ({
    form: 'opened' as const,
    padded: pad(plain, paddedTextLength(plain.length)),
  }));
  try {
    return await wrapPieces(names, pieces, recipients);
  } finally {
    for (const bytes of [...opened, ...pieces.map(({ padded }) => padded)]) bytes.fill(0);
  }
}
