import { auditId, headId, linkEntries } from '../audit/chain.ts';
import { AUDIT_GENESIS, type AuditEntry, auditHeads, auditRecords } from '../audit/records.ts';
import { ref, type Transaction } from '../store/store.ts';

/** Reads the head of an audit chain and gives the function that appends the entries to it (G8). */
export async function prepareAudit(
  tx: Transaction,
  entries: readonly AuditEntry[],
  nowMs: number,
  lane = 0,
): Promise<() => void> {
  if (entries.length === 0) return () => {};
  const at = ref(auditHeads, headId(lane));
  const linked = linkEntries((await tx.get(at))?.data ?? AUDIT_GENESIS, entries, nowMs, lane);
  return () => {
    for (const record of linked.records) tx.create(ref(auditRecords, auditId(record.seq, lane)), record);
    tx.set(at, linked.head);
  };
}
