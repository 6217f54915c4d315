import { createHash } from 'node:crypto';
import type { AuditEntry, AuditHead, AuditRecord } from './records.ts';

/** JSON with sorted keys: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256, hex, of everything in the record but the hash itself. */
export function auditHash(record: Omit<AuditRecord, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(record)).digest('hex');
}

/** Links entries to the chain that ends in `head`, in order. */
export function linkEntries(
  head: AuditHead,
  entries: readonly AuditEntry[],
  atMs: number,
): { readonly records: readonly AuditRecord[]; readonly head: AuditHead } {
  const records: AuditRecord[] = [];
  let last = head;
  for (const entry of entries) {
    const unsealed = {
      ...entry,
      seq: last.seq + 1,
      atMs,
      previousHash: last.hash,
    };
    const record = { ...unsealed, hash: auditHash(unsealed) };
    records.push(record);
    last = { seq: record.seq, hash: record.hash };
  }
  return { records, head: last };
}

/** Document id of an entry: sorts as it counts. */
export function auditId(seq: number): string {
  return String(seq).padStart(12, '0');
}
