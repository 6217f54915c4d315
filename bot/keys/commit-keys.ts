import { applyOutcome } from '../commit/apply-outcome.ts';
import type { Outcome } from '../commit/outcome.ts';
import { officeKeys } from '../office-keys.ts';
import { allSealingKeys } from '../sealing/read-sealing-keys.ts';
import type { SealingKey } from '../sealing/records.ts';
import type { KeysDeps } from './keys-deps.ts';

/**
 * Decides by the keys on record and commits what was decided, with its audit entry, in one transaction. Returns false,
 * with nothing written, when `decide` gives undefined: the record is not what the command took it for.
 */
export function commitKeys(
  deps: KeysDeps,
  decide: (records: readonly SealingKey[], nowMs: number) => Outcome | undefined,
): Promise<boolean> {
  const { clock, random, store } = deps;
  const id = `keys-${random.uuid()}`;
  return store.transact(async (tx) => {
    const nowMs = clock.now();
    const outcome = decide(await allSealingKeys(tx), nowMs);
    if (!outcome) return false;
    await applyOutcome(tx, { id, feature: 'sealing', receivedAtMs: nowMs }, outcome, {
      clock,
      random,
      // A keys command has no conversation: what it could close or name, nobody reads.
      keys: officeKeys(Buffer.alloc(32)),
    });
    return true;
  });
}
