import { auditId, linkEntries } from '../audit/chain.ts';
import { AUDIT_GENESIS, AUDIT_HEAD_ID, type AuditEntry, auditHeads, auditRecords } from '../audit/records.ts';
import { ref, type Transaction } from '../store/store.ts';

/** Reads the head of the audit chain and gives the function that appends the entries to it (G8). */
export async function prepareAudit(
  tx: Transaction,
  entries: readonly AuditEntry[],
  nowMs: number,
): Promise<() => void> {
  if (entries.length === 0) return () => {};
  const head = (await tx.get(ref(auditHeads, AUDIT_HEAD_ID)))?.data ?? AUDIT_GENESIS;
  const linked = linkEntries(head, entries, nowMs);
  return () => {
    for (const record of linked.records) tx.create(ref(auditRecords, auditId(record.seq)), record);
    tx.set(ref(auditHeads, AUDIT_HEAD_ID), linked.head);
  };
}
