import { collection } from '../store/store.ts';
import type { PublicKey } from './public-key.ts';

/** The public half of an office key. The id is the key id. The private half is never in a store. */
export interface SealingKey extends PublicKey {
  readonly createdAtMs: number;
  /** At most one is current; complaints are sealed to it. What was sealed to a retired one can still be opened. */
  readonly status: 'current' | 'retired';
  /** When recovery shares were last made; absent while losing the key file would lose every case. */
  readonly sharesMadeAtMs?: number;
}

export const sealingKeys = collection<SealingKey>('sealingKeys', { indexes: [['status']] });
/** Keys an office goes through: one a year for longer than files are kept. */
export const MAX_SEALING_KEYS = 100;
