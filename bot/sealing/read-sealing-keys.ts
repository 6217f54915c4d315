import type { Transaction } from '../store/store.ts';
import { publicBytes } from './public-key.ts';
import { MAX_SEALING_KEYS, type SealingKey, sealingKeys } from './records.ts';

/**
 * The key that complaints are sealed to, or undefined when the office has made none: then no complaint may be taken,
 * because nobody could ever read it.
 * @throws SealingError `bad-key` when the record's key does not fit its name.
 */
export async function currentSealingKey(tx: Pick<Transaction, 'query'>): Promise<SealingKey | undefined> {
  const found = await tx.query({ collection: sealingKeys, where: [['status', '==', 'current']], limit: 1 });
  const key = found[0]?.data;
  if (key) publicBytes(key);
  return key;
}

/** Every key the office has had. */
export async function allSealingKeys(tx: Pick<Transaction, 'query'>): Promise<readonly SealingKey[]> {
  const found = await tx.query({ collection: sealingKeys, limit: MAX_SEALING_KEYS });
  return found.map(({ data }) => data);
}
