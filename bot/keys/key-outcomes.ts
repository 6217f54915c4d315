import type { AuditEntry } from '../audit/records.ts';
import { type Outcome, set } from '../commit/outcome.ts';
import type { PublicKey } from '../sealing/public-key.ts';
import { type SealingKey, sealingKeys } from '../sealing/records.ts';
import { ref } from '../store/store.ts';

/** Records a key as the one complaints are sealed to from now on; the one before it, if any, becomes a retired one. */
export function recordKey(key: PublicKey, before: SealingKey | undefined, nowMs: number): Outcome {
  const record: SealingKey = {
    keyId: key.keyId,
    publicKey: key.publicKey,
    createdAtMs: nowMs,
    status: 'current',
  };
  const retired: SealingKey | undefined = before && { ...before, status: 'retired' };
  return {
    writes: [
      ...(retired ? [set(ref(sealingKeys, retired.keyId), retired)] : []),
      set(ref(sealingKeys, key.keyId), record),
    ],
    audit: [
      ...(before ? [entry('sealing.key-retired', before.keyId)] : []),
      entry('sealing.key-made', key.keyId),
    ],
  };
}

/** Records that recovery shares of a key were made. */
export function noteShares(key: SealingKey, nowMs: number): Outcome {
  return {
    writes: [set(ref(sealingKeys, key.keyId), { ...key, sharesMadeAtMs: nowMs })],
    audit: [entry('sealing.key-split', key.keyId)],
  };
}

/** Records that a key file was made again from shares. */
export function noteRestored(keyId: string): Outcome {
  return { audit: [entry('sealing.key-restored', keyId)] };
}

/** The command line knows no member; who sat at the machine stands in the office's own log-book. */
function entry(action: string, keyId: string): AuditEntry {
  return { actor: { kind: 'program' }, action, subject: keyId, detail: {} };
}
