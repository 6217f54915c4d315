import { remove, set, type Write } from '../commit/outcome.ts';
import { ref, type Transaction } from '../store/store.ts';
import { pieces } from './records.ts';

/**
 * Lets go of pieces whose content now lies in a case: texts go at once, attachments are left to the sweep, which removes
 * their old file before the record that names it.
 */
export async function letGoPieces(
  tx: Pick<Transaction, 'get'>,
  pieceIds: readonly string[],
): Promise<readonly Write[]> {
  const writes: Write[] = [];
  for (const id of pieceIds) {
    const stored = await tx.get(ref(pieces, id));
    if (stored?.data.fileName) writes.push(set(ref(pieces, id), { ...stored.data, expiresAtMs: 0 }));
    else if (stored) writes.push(remove(ref(pieces, id)));
  }
  return writes;
}
