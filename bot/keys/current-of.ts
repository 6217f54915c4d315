import type { SealingKey } from '../sealing/records.ts';

/** The key that complaints are sealed to. */
export function currentOf(records: readonly SealingKey[]): SealingKey | undefined {
  return records.find(({ status }) => status === 'current');
}
